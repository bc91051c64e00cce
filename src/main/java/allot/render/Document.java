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
   * The same document with a picture or a chart before the table of a section, in place of the
   * charts that were there; as it is, if that is missing.
   */
  Document illustrated(String heading, Block drawing) {
    List<Section> illustrated = new ArrayList<>();
    for (Section section : sections) {
      boolean meant = section.heading().filter(heading::equals).isPresent();
      illustrated.add(meant ? section.illustrated(drawing) : section);
    }
    return new Document(illustrated);
  }

  /** The same document without a section. */
  Document without(String heading) {
    return new Document(
        sections.stream()
            .filter(section -> section.heading().filter(heading::equals).isEmpty())
            .toList());
  }

  /** The same document with another section in place of the one with its heading. */
  Document with(Section other) {
    return new Document(
        sections.stream()
            .map(section -> section.heading().equals(other.heading()) ? other : section)
            .toList());
  }
}
