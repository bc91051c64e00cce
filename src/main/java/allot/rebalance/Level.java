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

  private final List<Part> parts = new ArrayList<>();

  private Level(List<BigDecimal> weights, List<BigDecimal> low, List<BigDecimal> high) {
    for (int i = 0; i < weights.size(); i++) {
      parts.add(Part.of(weights.get(i), low.get(i), high.get(i)));
    }
  }

  /**
   * A part between its bounds.
   *
   * @param rises the level above which it is more than {@code low}
   * @param full the level from which on it is {@code high}
   */
  private record Part(
      BigDecimal weight, BigDecimal low, BigDecimal high, BigDecimal rises, BigDecimal full) {

    static Part of(BigDecimal weight, BigDecimal low, BigDecimal high) {
      return weight.signum() == 0
          ? new Part(weight, low, high, BigDecimal.ZERO, BigDecimal.ZERO)
          : new Part(weight, low, high, low.divide(weight, DIGITS), high.divide(weight, DIGITS));
    }

    boolean isWeighed() {
      return weight.signum() > 0;
    }

    /** Levels are compared, not values: a value made from a level misses its bound by a hair. */
    BigDecimal at(BigDecimal level) {
      if (!isWeighed() || level.compareTo(rises) <= 0) {
        return low;
      }
      return level.compareTo(full) >= 0 ? high : level.multiply(weight, DIGITS);
    }

    /** Whether it rises all the way between two neighbouring breakpoints. */
    boolean risesBetween(BigDecimal under, BigDecimal over) {
      return isWeighed() && rises.compareTo(under) <= 0 && full.compareTo(over) >= 0;
    }
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
      return raised(levels.isEmpty() ? lowest() : at(levels.get(from - 1)), sum);
    }
    // the level lies before levels[from], and not before levels[from - 1]
    return from == 0 ? lowest() : between(levels.get(from - 1), levels.get(from), sum);
  }

  private List<BigDecimal> breakpoints() {
    List<BigDecimal> levels = new ArrayList<>();
    for (Part part : parts) {
      if (part.isWeighed()) {
        levels.add(part.rises());
        levels.add(part.full());
      }
    }
    levels.sort(null);
    return levels;
  }

  private List<BigDecimal> lowest() {
    return parts.stream().map(Part::low).toList();
  }

  private List<BigDecimal> at(BigDecimal level) {
    return parts.stream().map(part -> part.at(level)).toList();
  }

  private List<BigDecimal> between(BigDecimal under, BigDecimal over, BigDecimal sum) {
    BigDecimal rest = sum;
    BigDecimal width = BigDecimal.ZERO;
    for (Part part : parts) {
      if (part.risesBetween(under, over)) {
        width = width.add(part.weight());
      } else {
        rest = rest.subtract(part.at(under));
      }
    }
    List<BigDecimal> values = new ArrayList<>();
    for (Part part : parts) {
      values.add(
          part.risesBetween(under, over)
              ? rest.multiply(part.weight()).divide(width, DIGITS).max(part.low()).min(part.high())
              : part.at(under));
    }
    return values;
  }

  /** Lets parts of weight zero take what is left of the sum, one after the other. */
  private List<BigDecimal> raised(List<BigDecimal> values, BigDecimal sum) {
    List<BigDecimal> raised = new ArrayList<>(values);
    BigDecimal left = sum.subtract(total(values));
    for (int i = 0; i < raised.size() && left.signum() > 0; i++) {
      BigDecimal more = parts.get(i).high().subtract(raised.get(i)).min(left).max(BigDecimal.ZERO);
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
