package allot.render;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * A vertical axis whose ends and ticks are round figures.
 *
 * @param step from tick to tick
 * @param first which multiple of the step the lowest tick is
 * @param intervals between the ticks, 1 to 8
 */
record Scale(BigDecimal step, long first, int intervals, Measure measure) {
  /** Into how many intervals the figures divide, about. */
  private static final double WANTED = 4.5;

  /** Figures that fall below this part of the largest are seen from zero. */
  private static final double FROM_ZERO = 0.35;

  private static final int[] ROUND = {10, 20, 25, 50, 100};
  private static final BigDecimal GROUPED = BigDecimal.TEN.pow(7);
  private static final BigDecimal MILLIONS = BigDecimal.TEN.pow(10);
  private static final BigDecimal BILLIONS = BigDecimal.TEN.pow(13);

  /** A scale that holds every figure of the curves. */
  static Scale of(List<Series> curves, Measure measure) {
    double least = Double.POSITIVE_INFINITY;
    double most = Double.NEGATIVE_INFINITY;
    for (Series curve : curves) {
      for (double value : curve.values()) {
        if (!Double.isNaN(value)) {
          least = Math.min(least, value);
          most = Math.max(most, value);
        }
      }
    }
    return least > most ? of(0, 1, measure) : of(least, most, measure);
  }

  static Scale of(double least, double most, Measure measure) {
    double low = least > 0 && least < FROM_ZERO * most ? 0 : least;
    double high = most < 0 && most > FROM_ZERO * least ? 0 : most;
    double size = Math.max(Math.abs(low), Math.abs(high));
    if (high - low <= size * 1e-9) {
      double room = size > 0 ? size / 20 : 1;
      low = low == 0 ? 0 : low - room;
      high = high + room;
    }
    BigDecimal step = step((high - low) / WANTED);
    double unit = step.doubleValue();
    long first = (long) Math.floor(low / unit + 1e-9);
    long last = (long) Math.ceil(high / unit - 1e-9);
    return new Scale(step, first, (int) Math.max(1, last - first), measure);
  }

  /** The least round figure that is not below a size. */
  private static BigDecimal step(double size) {
    int power = (int) StrictMath.floor(StrictMath.log10(size)) - 1;
    for (int round : ROUND) {
      BigDecimal step = BigDecimal.valueOf(round).scaleByPowerOfTen(power);
      if (step.doubleValue() >= size * (1 - 1e-9)) {
        return step;
      }
    }
    return BigDecimal.ONE.scaleByPowerOfTen(power + 2);
  }

  double low() {
    return tick(0).doubleValue();
  }

  double high() {
    return tick(intervals).doubleValue();
  }

  /** Where a value stands between the lowest tick (0) and the highest (1). */
  double share(double value) {
    return (value - low()) / (high() - low());
  }

  /** What a tick is worth, counted from the lowest. */
  BigDecimal tick(int index) {
    return step.multiply(BigDecimal.valueOf(first + index));
  }

  /** How a tick reads. */
  String label(int index) {
    BigDecimal tick = tick(index);
    if (measure == Measure.PERCENT) {
      return figures(tick, step) + " %";
    }
    BigDecimal most = tick(0).abs().max(tick(intervals).abs());
    if (most.compareTo(GROUPED) < 0) {
      return figures(tick, step);
    } else if (most.compareTo(MILLIONS) < 0) {
      return figures(tick.movePointLeft(6), step.movePointLeft(6)) + " m";
    } else if (most.compareTo(BILLIONS) < 0) {
      return figures(tick.movePointLeft(9), step.movePointLeft(9)) + " bn";
    }
    return tick.stripTrailingZeros().toString();
  }

  /** With as many decimals as steps of this size need. */
  private static String figures(BigDecimal number, BigDecimal step) {
    int decimals = Math.max(0, step.stripTrailingZeros().scale());
    String plain = number.abs().setScale(decimals, RoundingMode.HALF_EVEN).toPlainString();
    int point = plain.indexOf('.');
    StringBuilder out = new StringBuilder(plain);
    for (int i = (point < 0 ? plain.length() : point) - 3; i > 0; i -= 3) {
      out.insert(i, ',');
    }
    return number.signum() < 0 ? out.insert(0, '−').toString() : out.toString();
  }
}
