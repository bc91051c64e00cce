package allot.render;

import java.math.BigDecimal;

/** A cell of a CSV table. Only texts are guarded against being read as formulas. */
public sealed interface CsvCell {

  /** A text, raw. */
  record Text(String text) implements CsvCell {}

  /** A number, written in full. */
  record Number(BigDecimal value) implements CsvCell {}

  /** Nothing known. */
  record Empty() implements CsvCell {}

  static CsvCell of(String text) {
    return new Text(text);
  }

  static CsvCell of(BigDecimal value) {
    return new Number(value);
  }

  static CsvCell empty() {
    return new Empty();
  }
}
