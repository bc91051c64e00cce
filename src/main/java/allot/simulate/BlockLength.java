package allot.simulate;

import java.util.Arrays;

/**
 * How long the blocks of a stationary bootstrap are to be on average: Politis and White (2004) with
 * the correction of Patton, Politis and White (2009), as in Python's {@code arch}.
 */
final class BlockLength {
  /** With fewer days the estimate is noise, and the cube root of their number stands in. */
  static final int LEAST_DAYS = 100;

  private BlockLength() {}

  /**
   * Of rows of several assets. Days of returns are almost unrelated while their sizes are not, and
   * what leaves a band is size: of an asset counts the longer of the lengths for its returns and
   * for their squares, and of the assets the mean. One that stands still does not count.
   *
   * @param columns returns by asset and day
   * @return at least 1
   */
  static double of(double[][] columns) {
    double sum = 0;
    int moving = 0;
    for (double[] column : columns) {
      if (!Moments.isConstant(column)) {
        sum += Math.max(of(column), of(squares(column)));
        moving++;
      }
    }
    return moving == 0 ? 1 : Math.max(1, sum / moving);
  }

  private static double[] squares(double[] column) {
    double mean = Moments.mean(column);
    return Arrays.stream(column).map(value -> (value - mean) * (value - mean)).toArray();
  }

  /** Of one series that moves: b = (2 g² n / d)^(1/3), d = 2 σ⁴, at most min(3 √n, n/3). */
  static double of(double[] series) {
    int n = series.length;
    if (n < LEAST_DAYS) {
      return StrictMath.cbrt(n);
    }
    double[] centred = new double[n];
    double mean = Moments.mean(series);
    for (int i = 0; i < n; i++) {
      centred[i] = series[i] - mean;
    }
    int quiet = Math.max(5, (int) StrictMath.log10(n));
    int mostLags = (int) Math.ceil(Math.sqrt(n)) + quiet;
    int lags = lags(centred, quiet, mostLags);
    double g = 0;
    double longRun = product(centred, 0) / n;
    for (int k = 1; k <= lags; k++) {
      double part = (double) k / lags;
      double taper = part <= 0.5 ? 1 : 2 * (1 - part);
      double shared = product(centred, k) / n;
      g += 2 * taper * k * shared;
      longRun += 2 * taper * shared;
    }
    double longest = Math.ceil(Math.min(3 * Math.sqrt(n), n / 3.0));
    if (longRun == 0) {
      return longest;
    }
    return Math.min(StrictMath.cbrt(g * g / (longRun * longRun) * n), longest);
  }

  /** Twice the lag after which correlations stay small for a while. */
  private static int lags(double[] centred, int quiet, int mostLags) {
    int n = centred.length;
    double small = 2 * StrictMath.sqrt(StrictMath.log10(n) / n);
    int run = 0;
    for (int lag = 0; lag < mostLags; lag++) {
      run = correlation(centred, lag) < small ? run + 1 : 0;
      if (run == quiet) {
        return Math.min(mostLags, 2 * Math.max(1, lag + 1 - quiet));
      }
    }
    return mostLags;
  }

  private static double correlation(double[] centred, int lag) {
    int n = centred.length;
    double late = 0;
    double early = 0;
    for (int i = 0; i + lag + 1 < n; i++) {
      late += centred[i + lag + 1] * centred[i + lag + 1];
      early += centred[i] * centred[i];
    }
    return Math.abs(product(centred, lag)) / Math.sqrt(late * early);
  }

  private static double product(double[] centred, int lag) {
    double sum = 0;
    for (int i = 0; i + lag < centred.length; i++) {
      sum += centred[i] * centred[i + lag];
    }
    return sum;
  }
}
