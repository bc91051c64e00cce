package allot.allocation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Buys toward a mix: money is poured into what is furthest below its target, in proportion to the
 * target, until it ties with the next (ALGORITHMS section 2: relative water-fill). The result is
 * the unique division that makes the least of value / target as large as it can be.
 */
public final class WaterFill {
  private WaterFill() {}

  /**
   * Divides an amount. The parts are exact but for a common factor: each part is its number over
   * the sum of all numbers, times the amount.
   *
   * @param values what is held, none negative
   * @param targets weights, none negative; one of zero gets nothing
   * @param amount above zero
   * @return a number for each value, none negative; all zero if there is no target above zero
   */
  public static List<BigDecimal> parts(
      List<BigDecimal> values, List<BigDecimal> targets, BigDecimal amount) {
    List<Integer> order = byFilledness(values, targets);
    BigDecimal poured = amount;
    BigDecimal width = BigDecimal.ZERO;
    int filled = 0;
    while (filled < order.size()) {
      int next = order.get(filled);
      // the level poured / width reaches the next one only if it is above value / target there
      if (filled > 0
          && poured.multiply(targets.get(next)).compareTo(values.get(next).multiply(width)) <= 0) {
        break;
      }
      poured = poured.add(values.get(next));
      width = width.add(targets.get(next));
      filled++;
    }
    List<BigDecimal> parts = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      parts.add(BigDecimal.ZERO);
    }
    for (int i : order.subList(0, filled)) {
      parts.set(i, poured.multiply(targets.get(i)).subtract(values.get(i).multiply(width)));
    }
    return parts;
  }

  /** The indexes of targets above zero, by value / target, the emptiest first. */
  private static List<Integer> byFilledness(List<BigDecimal> values, List<BigDecimal> targets) {
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      if (targets.get(i).signum() > 0) {
        order.add(i);
      }
    }
    Comparator<Integer> emptier =
        (a, b) ->
            values
                .get(a)
                .multiply(targets.get(b))
                .compareTo(values.get(b).multiply(targets.get(a)));
    order.sort(emptier);
    return order;
  }
}
