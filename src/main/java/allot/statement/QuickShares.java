package allot.statement;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * The same shares as {@link allot.money.Apportionment} gives, in whole numbers of 64 bits where
 * they are large enough, which for most sales they are. A million sales would take seconds
 * otherwise.
 */
final class QuickShares {
  private static final int MOST_DECIMALS = 18;

  private final long whole;
  private final long power;
  private final long[] weights;
  private final long[] shares;
  private final long[] remainders;

  private QuickShares(long whole, long power, long[] weights) {
    this.whole = whole;
    this.power = power;
    this.weights = weights;
    this.shares = new long[weights.length];
    this.remainders = new long[weights.length];
  }

  /**
   * The shares by largest remainder, ties to the larger part, then to the earlier one.
   *
   * @param decimals of the shares, which are in units of the last
   * @return empty if the numbers are too large, below zero, or have more decimals
   */
  static Optional<long[]> of(BigDecimal whole, int decimals, List<Batch> parts) {
    if (whole.signum() < 0 || whole.scale() < 0 || whole.scale() > decimals) {
      return Optional.empty();
    }
    int scale = 0;
    for (Batch part : parts) {
      scale = Math.max(scale, part.quantity().scale());
    }
    if (scale > MOST_DECIMALS) {
      return Optional.empty();
    }
    try {
      long[] weights = new long[parts.size()];
      for (int i = 0; i < weights.length; i++) {
        weights[i] = units(parts.get(i).quantity(), scale);
      }
      long power = BigDecimal.ONE.movePointRight(decimals - whole.scale()).longValueExact();
      return Optional.of(
          new QuickShares(units(whole, whole.scale()), power, weights).byLargestRemainder());
    } catch (ArithmeticException e) {
      return Optional.empty();
    }
  }

  private static long units(BigDecimal number, int scale) {
    return number.movePointRight(scale).longValueExact();
  }

  /**
   * Whole × power × weight / sum is taken in two steps, so that no product gets longer than it
   * must.
   */
  private long[] byLargestRemainder() {
    long sum = 0;
    for (long weight : weights) {
      sum = Math.addExact(sum, weight);
    }
    long left = Math.multiplyExact(whole, power);
    for (int i = 0; i < weights.length; i++) {
      long product = Math.multiplyExact(whole, weights[i]);
      long finer = Math.multiplyExact(product % sum, power);
      shares[i] = product / sum * power + finer / sum;
      remainders[i] = finer % sum;
      left -= shares[i];
    }
    while (left > 0) {
      int next = next();
      shares[next]++;
      remainders[next] = -1;
      left--;
    }
    return shares;
  }

  private int next() {
    int next = 0;
    for (int i = 1; i < weights.length; i++) {
      boolean isLarger =
          remainders[i] == remainders[next]
              ? weights[i] > weights[next]
              : remainders[i] > remainders[next];
      next = isLarger ? i : next;
    }
    return next;
  }
}
