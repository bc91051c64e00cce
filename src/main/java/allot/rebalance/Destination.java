package allot.rebalance;

import allot.money.ExactDecimal;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * Where every bucket is to end: at most so far from its target.
 *
 * @param fraction of the way from the target to the edge of the band, 0 to 1
 */
public record Destination(BigDecimal fraction) {
  public static final Destination TARGET = new Destination(BigDecimal.ZERO);
  public static final Destination HALF = new Destination(new BigDecimal("0.5"));
  public static final Destination EDGE = new Destination(BigDecimal.ONE);

  public Destination {
    if (fraction.signum() < 0 || fraction.compareTo(BigDecimal.ONE) > 0) {
      throw new IllegalArgumentException("a destination is from 0 to 1 of the band");
    }
    fraction = ExactDecimal.normal(fraction);
  }

  /** Reads {@code target}, {@code half}, {@code edge} or a fraction from 0 to 1. */
  public static Optional<Destination> parse(String text) {
    try {
      return switch (text) {
        case "target" -> Optional.of(TARGET);
        case "half" -> Optional.of(HALF);
        case "edge" -> Optional.of(EDGE);
        default -> Optional.of(new Destination(ExactDecimal.parse(text)));
      };
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** {@code target}, {@code half}, {@code edge}, or the fraction in figures. */
  public String label() {
    if (fraction.signum() == 0) {
      return "target";
    } else if (fraction.compareTo(BigDecimal.ONE) == 0) {
      return "edge";
    }
    return fraction.compareTo(HALF.fraction) == 0 ? "half" : ExactDecimal.plain(fraction);
  }
}
