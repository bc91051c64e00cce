package allot.render;

import java.util.List;

/** How a result reads, before any format: what stands where, in which order, and how it leans. */
public record Document(List<Section> sections) {
  public Document {
    sections = List.copyOf(sections);
  }

  public static Document of(Section... sections) {
    return new Document(List.of(sections));
  }
}
