package allot.render;

import java.util.ArrayList;
import java.util.List;

/** How a result reads, before any format: what stands where, in which order, and how it leans. */
public record Document(List<Section> sections) {
  public Document {
    sections = List.copyOf(sections);
  }

  public static Document of(Section... sections) {
    return new Document(List.of(sections));
  }

  /**
   * The same document with a picture before the blocks of a section; as it is, if that is missing.
   */
  Document illustrated(String heading, Picture picture) {
    List<Section> illustrated = new ArrayList<>();
    for (Section section : sections) {
      boolean meant = section.heading().filter(heading::equals).isPresent();
      illustrated.add(meant ? section.illustrated(picture) : section);
    }
    return new Document(illustrated);
  }
}
