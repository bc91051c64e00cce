package allot.render;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** The smallest thing a document says: a text, or a bar in a table. */
public sealed interface Cell {

  /** A text as it came, escaped by nobody yet: that is the renderer's part. */
  record Text(String text, Tone tone) implements Cell {}

  /**
   * Weight, target and band of one bucket, to be drawn to scale. All figures are percent of the
   * total.
   *
   * @param weight empty when it is not known: then only target and band are drawn
   * @param low the lower edge of the band
   * @param high the upper edge of the band, not below {@code low}
   * @param max what the right end of the bar stands for, above 0; the same for all bars of a table
   * @param tone of the weight
   * @param before the weight that was there first, where the bar shows a change; pages draw it
   */
  record Bar(
      Optional<BigDecimal> weight,
      BigDecimal target,
      BigDecimal low,
      BigDecimal high,
      BigDecimal max,
      Tone tone,
      Optional<BigDecimal> before)
      implements Cell {
    public Bar {
      if (max.signum() <= 0 || high.compareTo(low) < 0) {
        throw new IllegalArgumentException("a bar needs a scale, and a band that is not inverted");
      }
    }

    public Bar(
        Optional<BigDecimal> weight,
        BigDecimal target,
        BigDecimal low,
        BigDecimal high,
        BigDecimal max,
        Tone tone) {
      this(weight, target, low, high, max, tone, Optional.empty());
    }

    /** The same bar with the weight that was there first. */
    Bar from(Optional<BigDecimal> first) {
      return new Bar(weight, target, low, high, max, tone, first);
    }
  }

  static Cell of(String text) {
    return new Text(text, Tone.PLAIN);
  }

  static Cell of(String text, Tone tone) {
    return new Text(text, tone);
  }

  static Bar bar(
      Optional<BigDecimal> weight,
      BigDecimal target,
      BigDecimal low,
      BigDecimal high,
      BigDecimal max,
      Tone tone) {
    return new Bar(weight, target, low, high, max, tone);
  }

  /** A copy of cells that are known to be texts. */
  static List<Cell> textsOnly(List<Cell> cells) {
    for (Cell cell : cells) {
      if (cell instanceof Bar) {
        throw new IllegalArgumentException("a bar outside a table");
      }
    }
    return List.copyOf(cells);
  }
}
