package allot.simulate;

/**
 * Water-filling between bounds in doubles (ALGORITHMS.md section 3): each part is {@code clip(L ×
 * weight, low, high)} with the one level L that makes the parts add up.
 */
final class LevelFill {
  private static final int MOST_ROUNDS = 200;
  private static final double CLOSE = 1e-14;

  private LevelFill() {}

  /**
   * The parts. Where the sum lies outside what the bounds allow, all are at the nearer bound; parts
   * of weight zero rise above their lower bound only when all others are at their upper one.
   *
   * @param low none above the same of {@code high}
   */
  static double[] fill(double[] weights, double[] low, double[] high, double sum) {
    double[] parts = new double[weights.length];
    double top = 0;
    for (int i = 0; i < weights.length; i++) {
      top = weights[i] > 0 ? Math.max(top, high[i] / weights[i]) : top;
    }
    if (total(parts, weights, low, high, top) <= sum) {
      raise(parts, high, sum);
      return parts;
    }
    if (total(parts, weights, low, high, 0) >= sum) {
      return parts;
    }
    double under = 0;
    double over = top;
    double level = top / 2;
    for (int round = 0; round < MOST_ROUNDS && over - under > CLOSE * over; round++) {
      double excess = total(parts, weights, low, high, level) - sum;
      if (Math.abs(excess) <= CLOSE * Math.abs(sum)) {
        return parts;
      }
      double slope = 0;
      for (int i = 0; i < parts.length; i++) {
        slope += level * weights[i] > low[i] && level * weights[i] < high[i] ? weights[i] : 0;
      }
      under = excess < 0 ? level : under;
      over = excess > 0 ? level : over;
      double next = slope > 0 ? level - excess / slope : under;
      level = next > under && next < over ? next : (under + over) / 2;
    }
    total(parts, weights, low, high, level);
    return parts;
  }

  private static double total(
      double[] parts, double[] weights, double[] low, double[] high, double level) {
    double sum = 0;
    for (int i = 0; i < parts.length; i++) {
      parts[i] = Math.min(Math.max(level * weights[i], low[i]), high[i]);
      parts[i] = weights[i] > 0 ? parts[i] : low[i];
      sum += parts[i];
    }
    return sum;
  }

  /** Parts of weight zero take what is left of the sum, one after the other. */
  private static void raise(double[] parts, double[] high, double sum) {
    double left = sum;
    for (double part : parts) {
      left -= part;
    }
    for (int i = 0; i < parts.length && left > 0; i++) {
      double more = Math.max(0, Math.min(high[i] - parts[i], left));
      parts[i] += more;
      left -= more;
    }
  }

  static double sum(double[] parts) {
    double sum = 0;
    for (double part : parts) {
      sum += part;
    }
    return sum;
  }
}
