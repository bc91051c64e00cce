package allot.simulate;

import allot.catalog.Bucket;
import java.util.ArrayList;
import java.util.List;

/**
 * What the mix as it is now would move by in a year, and whose doing that is (ALGORITHMS.md section
 * 7). Cash moves nothing.
 *
 * @param volatility of the whole a year, as a fraction of its value
 * @param diversification the volatility if all moved as one, in volatilities; 1 without any
 * @param shares by bucket
 */
public record RiskByBucket(double volatility, double diversification, List<Share> shares) {
  private static final double DAYS_A_YEAR = 365;

  /** Whether anything moves: else there is no risk, and nobody's part of it. */
  public boolean isAny() {
    return volatility > 0;
  }

  public RiskByBucket {
    shares = List.copyOf(shares);
  }

  /**
   * A bucket's part.
   *
   * @param weight of the value, 0 to 1
   * @param volatility of the bucket itself a year, as a fraction of its value
   * @param contribution to the volatility of the whole, as a part of it; all add up to 1, and one
   *     that moves against the others is negative
   */
  public record Share(Bucket bucket, double weight, double volatility, double contribution) {}

  /**
   * @param daily covariance of daily simple returns of the mix's assets, in its order
   */
  public static RiskByBucket of(SimulatedMix mix, Covariance daily) {
    double[][] weights = mix.weights();
    double[] all = new double[daily.size()];
    double apart = 0;
    for (double[] bucket : weights) {
      for (int i = 0; i < all.length; i++) {
        all[i] += bucket[i];
        apart += bucket[i] * Math.sqrt(daily.of(i, i));
      }
    }
    double variance = daily.variance(all);
    List<Share> shares = new ArrayList<>();
    for (int b = 0; b < weights.length; b++) {
      double shared = 0;
      for (int i = 0; i < all.length; i++) {
        shared += weights[b][i] * daily.with(i, all);
      }
      double weight = mix.weight(b);
      double own = Math.sqrt(daily.variance(weights[b]) * DAYS_A_YEAR);
      shares.add(
          new Share(
              mix.buckets().get(b),
              weight,
              weight == 0 ? 0 : own / weight,
              variance == 0 ? 0 : shared / variance));
    }
    double deviation = Math.sqrt(variance);
    return new RiskByBucket(
        deviation * Math.sqrt(DAYS_A_YEAR), deviation == 0 ? 1 : apart / deviation, shares);
  }
}
