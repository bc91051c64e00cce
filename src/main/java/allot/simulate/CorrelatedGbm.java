package allot.simulate;

/**
 * Geometric Brownian motion of all assets with their correlations, looked at once a day. It
 * understates how often markets jump: for crypto the other models are the better guess.
 */
public final class CorrelatedGbm implements ReturnModel {
  private final Covariance covariance;
  private final double[] drift;

  private CorrelatedGbm(Covariance covariance, double[] drift) {
    this.covariance = covariance;
    this.drift = drift;
  }

  /**
   * @param covariance of daily log returns
   * @param means expected simple return a year by asset, as a fraction: E[price in a year] is (1 +
   *     mean) times today's; above -1
   */
  public static CorrelatedGbm of(Covariance covariance, double[] means) {
    double[] drift = new double[covariance.size()];
    for (int i = 0; i < drift.length; i++) {
      drift[i] = Means.logADay(means[i]) - covariance.of(i, i) / 2;
    }
    return new CorrelatedGbm(covariance, drift);
  }

  @Override
  public String label() {
    return "gbm";
  }

  @Override
  public int assets() {
    return covariance.size();
  }

  @Override
  public Days begin(Generator random, int paths) {
    return new GaussianDays(random, paths, drift, covariance);
  }
}
