package allot.simulate;

import allot.problem.Kind;
import allot.problem.Problem;
import allot.problem.ProblemException;

/**
 * A covariance matrix that is one: symmetric and positive semidefinite. An asset that does not move
 * has a row of zeros, and assets may move as one.
 */
public final class Covariance {
  /** What rounding may leave of a zero, as a part of the variance it was taken from. */
  private static final double ROUNDING = 1e-10;

  private final double[][] matrix;
  private final double[][] root;

  private Covariance(double[][] matrix, double[][] root) {
    this.matrix = matrix;
    this.root = root;
  }

  /**
   * @param matrix square and symmetric
   * @throws ProblemException of kind DATA if it is not positive semidefinite
   */
  public static Covariance of(double[][] matrix) {
    int size = matrix.length;
    double[][] copy = new double[size][];
    for (int i = 0; i < size; i++) {
      copy[i] = matrix[i].clone();
      if (copy[i].length != size) {
        throw new IllegalArgumentException("a covariance is square");
      }
      for (int j = 0; j < i; j++) {
        double largest = Math.max(Math.abs(copy[i][j]), Math.abs(copy[j][i]));
        if (!(Math.abs(copy[i][j] - copy[j][i]) <= ROUNDING * largest)) {
          throw refused();
        }
      }
    }
    return new Covariance(copy, root(copy));
  }

  /**
   * The covariance of columns of equally many observations, at least 2, with n − 1 below the line.
   *
   * @param columns by asset and day
   */
  public static Covariance ofSample(double[][] columns) {
    int size = columns.length;
    double[][] centred = new double[size][];
    for (int i = 0; i < size; i++) {
      centred[i] = centred(columns[i]);
    }
    double[][] matrix = new double[size][size];
    for (int i = 0; i < size; i++) {
      for (int j = 0; j <= i; j++) {
        double sum = 0;
        for (int day = 0; day < centred[i].length; day++) {
          sum += centred[i][day] * centred[j][day];
        }
        matrix[i][j] = sum / (centred[i].length - 1);
        matrix[j][i] = matrix[i][j];
      }
    }
    return new Covariance(matrix, root(matrix));
  }

  private static double[] centred(double[] column) {
    double mean = Moments.mean(column);
    double[] centred = new double[column.length];
    for (int day = 0; day < column.length; day++) {
      // a column that stands still has no variance, not even that of a rounded mean
      centred[day] =
          column[day] == column[0] && Moments.isConstant(column) ? 0 : column[day] - mean;
    }
    return centred;
  }

  /** Cholesky, where a column without variance left is one of zeros. */
  private static double[][] root(double[][] matrix) {
    int size = matrix.length;
    double[][] root = new double[size][size];
    for (int j = 0; j < size; j++) {
      double rest = matrix[j][j];
      for (int k = 0; k < j; k++) {
        rest -= root[j][k] * root[j][k];
      }
      if (!(rest >= -ROUNDING * matrix[j][j]) || matrix[j][j] < 0) {
        throw refused();
      }
      boolean none = rest <= ROUNDING * matrix[j][j];
      root[j][j] = none ? 0 : Math.sqrt(rest);
      for (int i = j + 1; i < size; i++) {
        double shared = matrix[i][j];
        for (int k = 0; k < j; k++) {
          shared -= root[i][k] * root[j][k];
        }
        // what rounding leaves where nothing is: by Cauchy-Schwarz the root of both its bounds
        double bound = Math.sqrt(2 * ROUNDING * Math.abs(matrix[i][i] * matrix[j][j]));
        if (none && !(Math.abs(shared) <= bound)) {
          throw refused();
        }
        root[i][j] = none ? 0 : shared / root[j][j];
      }
    }
    return root;
  }

  private static ProblemException refused() {
    return new ProblemException(
        Problem.of(
            Kind.DATA,
            "the covariance is not positive semidefinite: no returns can have it",
            "compute it from returns of the same days"));
  }

  public int size() {
    return matrix.length;
  }

  public double of(int first, int second) {
    return matrix[first][second];
  }

  /** A lower triangular L with L L' = the matrix; a row of it, which is not to be changed. */
  double[] root(int row) {
    return root[row];
  }

  /** The variance of a mix of so much of each. */
  public double variance(double[] weights) {
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      sum += weights[i] * with(i, weights);
    }
    return Math.max(0, sum);
  }

  /** The covariance of one with a mix. */
  public double with(int one, double[] weights) {
    double sum = 0;
    for (int j = 0; j < weights.length; j++) {
      sum += matrix[one][j] * weights[j];
    }
    return sum;
  }
}
