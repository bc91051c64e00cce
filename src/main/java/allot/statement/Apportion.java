package allot.statement;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** Splits one amount among several, to the last unit. */
final class Apportion {
  /** Finer than any chain's smallest unit. */
  private static final int DECIMALS = 18;

  private Apportion() {}

  /**
   * Parts that add up to the whole, each in proportion to its weight; equal parts if all weights
   * are zero.
   *
   * @param whole zero or more
   * @param weights zero or more, at least one
   */
  static List<BigDecimal> parts(BigDecimal whole, List<BigDecimal> weights) {
    BigDecimal all = weights.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    boolean equal = all.signum() == 0;
    BigDecimal divisor = equal ? BigDecimal.valueOf(weights.size()) : all;
    int scale = Math.max(DECIMALS, whole.scale());
    List<BigDecimal> parts = new ArrayList<>();
    BigDecimal weight = BigDecimal.ZERO;
    BigDecimal given = BigDecimal.ZERO;
    for (BigDecimal each : weights) {
      weight = weight.add(equal ? BigDecimal.ONE : each);
      BigDecimal upTo = whole.multiply(weight).divide(divisor, scale, RoundingMode.FLOOR);
      parts.add(upTo.subtract(given));
      given = upTo;
    }
    return parts;
  }
}
