package allot.simulate;

/**
 * Makes days of normal log returns with a given covariance, and with a factor a path that all
 * assets share that day.
 */
final class GaussianDays implements ReturnModel.Days {

  /** What widens or narrows a day for all assets at once. */
  interface Width {
    /** Fills the factor of each path. */
    void fill(Generator random, double[] factor, int paths);
  }

  private final Generator random;
  private final int paths;
  private final double[] drift;
  private final Covariance covariance;
  private final Width width;
  private final boolean widens;
  private final double[][] normals;
  private final double[] factor;
  private final long[] bits;
  private final int[] work;

  /** Days of plain normal returns. */
  GaussianDays(Generator random, int paths, double[] drift, Covariance covariance) {
    this(random, paths, drift, covariance, (r, f, n) -> {}, false);
  }

  GaussianDays(Generator random, int paths, double[] drift, Covariance covariance, Width width) {
    this(random, paths, drift, covariance, width, true);
  }

  private GaussianDays(
      Generator random,
      int paths,
      double[] drift,
      Covariance covariance,
      Width width,
      boolean widens) {
    this.random = random;
    this.paths = paths;
    this.drift = drift;
    this.covariance = covariance;
    this.width = width;
    this.widens = widens;
    this.normals = new double[covariance.size()][paths];
    this.factor = new double[paths];
    this.bits = new long[paths];
    this.work = new int[paths];
  }

  @Override
  public void next(double[][] growth) {
    if (widens) {
      width.fill(random, factor, paths);
    }
    for (int asset = 0; asset < growth.length; asset++) {
      double[] root = covariance.root(asset);
      if (root[asset] > 0) {
        random.fillNormal(normals[asset], bits, work, paths);
      }
      double[] made = growth[asset];
      combine(root, asset, made);
      if (widens) {
        widen(made, factor, paths);
      }
      shift(made, drift[asset], paths);
      Exponential.of(made, paths);
    }
  }

  /** Four addends at a time: every pass over the paths costs a load and a store. */
  private void combine(double[] root, int asset, double[] made) {
    java.util.Arrays.fill(made, 0, paths, 0);
    int k = 0;
    for (; k + 4 <= asset + 1; k += 4) {
      add4(made, paths, root, k, normals[k], normals[k + 1], normals[k + 2], normals[k + 3]);
    }
    for (; k <= asset; k++) {
      add(made, paths, root[k], normals[k]);
    }
  }

  private static void add4(
      double[] sum,
      int count,
      double[] root,
      int k,
      double[] a,
      double[] b,
      double[] c,
      double[] d) {
    double fa = root[k];
    double fb = root[k + 1];
    double fc = root[k + 2];
    double fd = root[k + 3];
    for (int p = 0; p < count; p++) {
      sum[p] = sum[p] + fa * a[p] + fb * b[p] + fc * c[p] + fd * d[p];
    }
  }

  private static void add(double[] sum, int count, double factor, double[] values) {
    for (int p = 0; p < count; p++) {
      sum[p] += factor * values[p];
    }
  }

  private static void widen(double[] values, double[] factor, int count) {
    for (int p = 0; p < count; p++) {
      values[p] *= factor[p];
    }
  }

  private static void shift(double[] values, double by, int count) {
    for (int p = 0; p < count; p++) {
      values[p] += by;
    }
  }
}
