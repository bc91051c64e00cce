package allot.rebalance;

import org.apache.commons.math3.optim.linear.Relationship;

/** A linear condition on the columns of a program: coefficients · x, relation, bound. */
@SuppressWarnings("ArrayRecordComponent") // never compared, and built anew for each program
record SimplexRow(double[] coefficients, Relationship relation, double bound) {

  static SimplexRow atMost(double[] coefficients, double bound) {
    return new SimplexRow(coefficients, Relationship.LEQ, bound);
  }

  static SimplexRow atLeast(double[] coefficients, double bound) {
    return new SimplexRow(coefficients, Relationship.GEQ, bound);
  }

  static SimplexRow equal(double[] coefficients, double bound) {
    return new SimplexRow(coefficients, Relationship.EQ, bound);
  }

  boolean holds(double[] x, double tolerance) {
    double over = dot(coefficients, x) - bound;
    return switch (relation) {
      case LEQ -> over <= tolerance;
      case GEQ -> over >= -tolerance;
      case EQ -> Math.abs(over) <= tolerance;
    };
  }

  static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
