package allot.render;

import java.util.List;

/**
 * A label and what there is to say about it. A value is kept on one line where a line can hold it.
 *
 * @param values texts; bars belong in tables
 */
public record Fact(String label, List<Cell> values) {
  public Fact {
    values = Cell.textsOnly(values);
  }

  public static Fact of(String label, String value) {
    return new Fact(label, List.of(Cell.of(value)));
  }

  public static Fact of(String label, Cell... values) {
    return new Fact(label, List.of(values));
  }
}
