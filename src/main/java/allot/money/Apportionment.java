package allot.money;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Splits a whole number of units in proportion to weights by largest remainder (Hamilton). */
public final class Apportionment {
  private Apportionment() {}

  /**
   * The shares of {@code units} in proportion to {@code weights}. They add up to {@code units},
   * each is within one unit of its exact share, and a weight of zero gets nothing. Ties go to the
   * larger weight, then to the earlier one.
   *
   * @param units zero or more
   * @param weights none negative, at least one above zero
   */
  public static List<BigInteger> split(BigInteger units, List<BigDecimal> weights) {
    BigDecimal sum = weights.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    if (sum.signum() <= 0 || units.signum() < 0) {
      throw new IllegalArgumentException("nothing to split by");
    }
    List<BigInteger> shares = new ArrayList<>(weights.size());
    List<BigDecimal> remainders = new ArrayList<>(weights.size());
    BigInteger left = units;
    for (BigDecimal weight : weights) {
      BigDecimal exact = weight.multiply(new BigDecimal(units));
      BigInteger floor = exact.divide(sum, 0, RoundingMode.FLOOR).toBigInteger();
      shares.add(floor);
      remainders.add(exact.subtract(sum.multiply(new BigDecimal(floor))));
      left = left.subtract(floor);
    }
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < weights.size(); i++) {
      order.add(i);
    }
    order.sort(
        Comparator.<Integer, BigDecimal>comparing(remainders::get)
            .thenComparing(weights::get)
            .reversed());
    for (int k = 0; k < left.intValueExact(); k++) {
      int i = order.get(k);
      shares.set(i, shares.get(i).add(BigInteger.ONE));
    }
    return shares;
  }

  /**
   * Weights as percentages with {@code decimals} decimals that add up to exactly 100.
   *
   * @param weights none negative, at least one above zero
   */
  public static List<BigDecimal> percentages(List<BigDecimal> weights, int decimals) {
    BigInteger units = BigInteger.TEN.pow(2 + decimals);
    return split(units, weights).stream().map(share -> new BigDecimal(share, decimals)).toList();
  }
}
