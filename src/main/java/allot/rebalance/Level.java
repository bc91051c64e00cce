package allot.rebalance;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * Water-filling between bounds (ALGORITHMS section 3): each part is {@code clip(L × weight, low,
 * high)} with the one level L that makes the parts add up to the sum asked for.
 */
final class Level {
  /** Quotients have so many digits; what is made of them is rounded to whole steps later. */
  static final MathContext DIGITS = new MathContext(60, RoundingMode.HALF_EVEN);

  private final List<BigDecimal> weights;
  private final List<BigDecimal> low;
  private final List<BigDecimal> high;

  /** The levels at which each part leaves its lower bound, and reaches its upper one. */
  private final List<BigDecimal> leaves;

  private final List<BigDecimal> reaches;

  private Level(List<BigDecimal> weights, List<BigDecimal> low, List<BigDecimal> high) {
    this.weights = weights;
    this.low = low;
    this.high = high;
    this.leaves = levels(low, weights);
    this.reaches = levels(high, weights);
  }

  private static List<BigDecimal> levels(List<BigDecimal> bounds, List<BigDecimal> weights) {
    List<BigDecimal> levels = new ArrayList<>(bounds.size());
    for (int i = 0; i < bounds.size(); i++) {
      BigDecimal weight = weights.get(i);
      levels.add(weight.signum() > 0 ? bounds.get(i).divide(weight, DIGITS) : BigDecimal.ZERO);
    }
    return levels;
  }

  /**
   * The parts. Where the sum lies outside what the bounds allow, all are at the nearer bound; parts
   * of weight zero rise above their lower bound only when all others are at their upper one.
   *
   * @param weights none negative
   * @param low none above the same of {@code high}
   */
  static List<BigDecimal> fill(
      List<BigDecimal> weights, List<BigDecimal> low, List<BigDecimal> high, BigDecimal sum) {
    return new Level(weights, low, high).fill(sum);
  }

  private List<BigDecimal> fill(BigDecimal sum) {
    List<BigDecimal> levels = breakpoints();
    int from = 0;
    int to = levels.size();
    while (from < to) {
      int middle = (from + to) >>> 1;
      if (total(at(levels.get(middle))).compareTo(sum) <= 0) {
        from = middle + 1;
      } else {
        to = middle;
      }
    }
    if (from == levels.size()) {
      return raised(levels.isEmpty() ? low : at(levels.get(from - 1)), sum);
    }
    // the level lies before levels[from], and not before levels[from - 1]
    return from == 0 ? low : between(levels.get(from - 1), levels.get(from), sum);
  }

  private List<BigDecimal> breakpoints() {
    List<BigDecimal> levels = new ArrayList<>();
    for (int i = 0; i < weights.size(); i++) {
      if (weights.get(i).signum() > 0) {
        levels.add(leaves.get(i));
        levels.add(reaches.get(i));
      }
    }
    levels.sort(null);
    return levels;
  }

  private List<BigDecimal> at(BigDecimal level) {
    List<BigDecimal> parts = new ArrayList<>(weights.size());
    for (int i = 0; i < weights.size(); i++) {
      parts.add(part(i, level));
    }
    return parts;
  }

  /**
   * By levels, not by values: a rounded quotient times its weight is not the bound it came from.
   */
  private BigDecimal part(int i, BigDecimal level) {
    if (weights.get(i).signum() == 0 || level.compareTo(leaves.get(i)) <= 0) {
      return low.get(i);
    }
    return level.compareTo(reaches.get(i)) >= 0
        ? high.get(i)
        : level.multiply(weights.get(i), DIGITS);
  }

  /** The parts at a level between two neighbouring breakpoints, where the same ones grow. */
  private List<BigDecimal> between(BigDecimal under, BigDecimal over, BigDecimal sum) {
    List<BigDecimal> parts = at(under);
    BigDecimal rest = sum;
    BigDecimal width = BigDecimal.ZERO;
    for (int i = 0; i < parts.size(); i++) {
      if (grows(i, under, over)) {
        width = width.add(weights.get(i));
      } else {
        rest = rest.subtract(parts.get(i));
      }
    }
    if (width.signum() == 0) {
      return parts;
    }
    for (int i = 0; i < parts.size(); i++) {
      if (grows(i, under, over)) {
        BigDecimal part = rest.multiply(weights.get(i)).divide(width, DIGITS);
        parts.set(i, part.max(low.get(i)).min(high.get(i)));
      }
    }
    return parts;
  }

  private boolean grows(int i, BigDecimal under, BigDecimal over) {
    return weights.get(i).signum() > 0
        && leaves.get(i).compareTo(under) <= 0
        && reaches.get(i).compareTo(over) >= 0;
  }

  /** Lets parts of weight zero take what is left of the sum, one after the other. */
  private List<BigDecimal> raised(List<BigDecimal> parts, BigDecimal sum) {
    List<BigDecimal> raised = new ArrayList<>(parts);
    BigDecimal left = sum.subtract(total(parts));
    for (int i = 0; i < raised.size() && left.signum() > 0; i++) {
      BigDecimal more = high.get(i).subtract(raised.get(i)).min(left).max(BigDecimal.ZERO);
      raised.set(i, raised.get(i).add(more));
      left = left.subtract(more);
    }
    return raised;
  }

  static BigDecimal total(List<BigDecimal> parts) {
    BigDecimal sum = BigDecimal.ZERO;
    for (BigDecimal part : parts) {
      sum = sum.add(part);
    }
    return sum;
  }
}
