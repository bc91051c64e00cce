package allot.render;

import java.util.List;

/**
 * Sentences, each on a line of its own and wrapped to the page.
 *
 * @param lines texts; bars belong in tables
 */
public record Lines(List<Cell> lines, Marker marker) implements Block {
  public Lines {
    lines = Cell.textsOnly(lines);
  }

  public static Lines of(String... lines) {
    Cell[] cells = new Cell[lines.length];
    for (int i = 0; i < lines.length; i++) {
      cells[i] = Cell.of(lines[i]);
    }
    return new Lines(List.of(cells), Marker.NONE);
  }

  public static Lines of(Cell... lines) {
    return new Lines(List.of(lines), Marker.NONE);
  }

  public static Lines bullets(Cell... lines) {
    return new Lines(List.of(lines), Marker.BULLET);
  }
}
