package allot.simulate;

/**
 * Multivariate Student t log returns with 4 degrees of freedom: a normal day of all assets, made
 * wider or narrower by one draw that they share, so that bad days are bad for all. The factor is w
 * = √(2/χ²), which has E[w²] = 1, so the covariance is kept.
 *
 * <p>The exponential of a t variable has no mean: the factor is cut off at {@value #WIDEST}, which
 * happens on one day in 20,000, and the covariance is kept in spite of it. With that cut the
 * expected simple return is what was asked for.
 */
public final class StudentT implements ReturnModel {
  /** As many times as wide as usual a day may be. */
  private static final double WIDEST = 10;

  private static final double SMALLEST = 2 / (WIDEST * WIDEST);

  /** What makes E[w²] 1 again after the cut: E[min(2/χ², 100)] with χ² of 4 degrees. */
  private static final double KEEP = keep();

  private static final int STEPS = 4000;

  private final Covariance covariance;
  private final double[] drift;

  private StudentT(Covariance covariance, double[] drift) {
    this.covariance = covariance;
    this.drift = drift;
  }

  /**
   * @param covariance of daily log returns
   * @param means expected simple return a year by asset, as a fraction; above -1
   */
  public static StudentT of(Covariance covariance, double[] means) {
    double[] drift = new double[covariance.size()];
    for (int i = 0; i < drift.length; i++) {
      drift[i] = Means.logADay(means[i]) - logMean(covariance.of(i, i));
    }
    return new StudentT(covariance, drift);
  }

  private static double keep() {
    double above = StrictMath.exp(-SMALLEST / 2);
    double cut = 1 - above * (1 + SMALLEST / 2);
    return 1 / StrictMath.sqrt(above + WIDEST * WIDEST * cut);
  }

  /**
   * ln E[exp(return)] for a variance a day: given the factor it is normal, so it is the mean of
   * exp(variance w²/2) over w. With s = 1 − exp(−χ²/2)(1 + χ²/2), which is even on [0, 1], the
   * density of χ² is x/4 exp(−x/2); Simpson's rule over its root x = y².
   */
  private static double logMean(double variance) {
    double end = 12;
    double step = end / STEPS;
    double sum = 0;
    for (int i = 0; i <= STEPS; i++) {
      double y = i * step;
      double x = y * y;
      double w = factor(x);
      // less 1, for otherwise a small variance drowns
      double value = StrictMath.expm1(variance * w * w / 2) * x / 2 * StrictMath.exp(-x / 2) * y;
      sum += value * (i == 0 || i == STEPS ? 1 : i % 2 == 1 ? 4 : 2);
    }
    return StrictMath.log1p(sum * step / 3);
  }

  private static double factor(double chiSquare) {
    return KEEP * Math.sqrt(2 / Math.max(SMALLEST, chiSquare));
  }

  @Override
  public String label() {
    return "t";
  }

  @Override
  public int assets() {
    return covariance.size();
  }

  @Override
  public Days begin(Generator random, int paths) {
    return new GaussianDays(random, paths, drift, covariance, new Shared(paths));
  }

  /** The factor from four squared normal deviates: no logarithm, and the same bits everywhere. */
  private static final class Shared implements GaussianDays.Width {
    private final double[] normal;
    private final long[] bits;
    private final int[] work;

    Shared(int paths) {
      this.normal = new double[paths];
      this.bits = new long[paths];
      this.work = new int[paths];
    }

    @Override
    public void fill(Generator random, double[] factor, int paths) {
      java.util.Arrays.fill(factor, 0, paths, 0);
      for (int i = 0; i < 4; i++) {
        random.fillNormal(normal, bits, work, paths);
        for (int p = 0; p < paths; p++) {
          factor[p] += normal[p] * normal[p];
        }
      }
      for (int p = 0; p < paths; p++) {
        factor[p] = KEEP * Math.sqrt(2 / Math.max(SMALLEST, factor[p]));
      }
    }
  }
}
