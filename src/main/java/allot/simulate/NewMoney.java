package allot.simulate;

import allot.portfolio.DcaTerms;

/**
 * Divides new money among the lines of a basket as {@code dca} does: first among buckets, then
 * inside each (ALGORITHMS.md sections 2 and 5), in doubles.
 */
final class NewMoney {
  private final Basket basket;
  private final double[] targets;

  NewMoney(Basket basket, double[] targets) {
    this.basket = basket;
    this.targets = targets;
  }

  /**
   * The money for each line; what is missing to the sum belongs to buckets of which nobody says
   * what to buy.
   *
   * @param money above zero
   */
  double[] divided(double money, DcaTerms.Strategy how) {
    double[] held = new double[targets.length];
    basket.addByBucket(held);
    double[] perBucket = parts(how, held, targets, money);
    double[] perLine = new double[basket.lines().size()];
    for (int bucket = 0; bucket < targets.length; bucket++) {
      if (perBucket[bucket] > 0) {
        inside(bucket, perBucket[bucket], how, perLine);
      }
    }
    return perLine;
  }

  private void inside(int bucket, double money, DcaTerms.Strategy how, double[] perLine) {
    double[] weights = new double[perLine.length];
    double[] held = new double[perLine.length];
    boolean told = false;
    for (int i = 0; i < weights.length; i++) {
      BasketLine line = basket.lines().get(i);
      if (line.bucket == bucket) {
        told |= !Double.isNaN(line.share);
        held[i] = basket.worth(i);
        weights[i] = Double.isNaN(line.share) ? held[i] : line.share;
      }
    }
    if (!(LevelFill.sum(weights) > 0)) {
      return;
    }
    // in proportion to what is held, every way of dividing is the same
    double[] parts = parts(told ? how : DcaTerms.Strategy.FIXED, held, weights, money);
    for (int i = 0; i < parts.length; i++) {
      perLine[i] += parts[i];
    }
  }

  private static double[] parts(
      DcaTerms.Strategy how, double[] held, double[] weights, double money) {
    double sum = LevelFill.sum(weights);
    double[] parts = new double[held.length];
    double whole = money;
    for (int i = 0; i < held.length; i++) {
      whole += held[i];
    }
    if (how == DcaTerms.Strategy.FILL) {
      return filled(held, weights, money);
    }
    for (int i = 0; i < held.length; i++) {
      parts[i] =
          how == DcaTerms.Strategy.FIXED
              ? weights[i]
              : Math.max(0, weights[i] / sum * whole - held[i]);
    }
    double all = LevelFill.sum(parts);
    for (int i = 0; i < held.length && all > 0; i++) {
      parts[i] *= money / all;
    }
    return parts;
  }

  private static double[] filled(double[] held, double[] weights, double money) {
    double[] low = new double[held.length];
    double[] high = new double[held.length];
    double sum = money;
    for (int i = 0; i < held.length; i++) {
      if (weights[i] > 0) {
        low[i] = held[i];
        high[i] = held[i] + money;
        sum += held[i];
      }
    }
    double[] level = LevelFill.fill(weights, low, high, sum);
    double[] parts = new double[held.length];
    for (int i = 0; i < held.length; i++) {
      parts[i] = Math.max(0, level[i] - low[i]);
    }
    return parts;
  }
}
