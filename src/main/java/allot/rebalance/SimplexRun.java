package allot.rebalance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.exception.TooManyIterationsException;
import org.apache.commons.math3.optim.MaxIter;
import org.apache.commons.math3.optim.linear.LinearConstraint;
import org.apache.commons.math3.optim.linear.LinearConstraintSet;
import org.apache.commons.math3.optim.linear.LinearObjectiveFunction;
import org.apache.commons.math3.optim.linear.NoFeasibleSolutionException;
import org.apache.commons.math3.optim.linear.NonNegativeConstraint;
import org.apache.commons.math3.optim.linear.PivotSelectionRule;
import org.apache.commons.math3.optim.linear.Relationship;
import org.apache.commons.math3.optim.linear.SimplexSolver;
import org.apache.commons.math3.optim.linear.UnboundedSolutionException;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;

/**
 * Solves programs over the same bounded columns with the simplex solver and answers only what it
 * has verified (ALGORITHMS section 3, traps 1 to 6). The caller brings columns and rows whose
 * numbers are about 1 or less; the cost is scaled here. Dantzig's rule needs a fraction of the
 * pivots of Bland's but may go in circles: where it does not arrive, Bland's has the word.
 */
final class SimplexRun {
  /** By how much a condition of a program may be missed. */
  static final double TOLERANCE = 1e-9;

  private static final double EPSILON = 1e-10;
  private static final double CUT_OFF = 1e-12;
  private static final int ULPS = 10;
  private static final int MAX_PIVOTS = 4_000;

  private final double[] upper;

  /**
   * @param upper the most of each column; infinite for none; the least is zero
   */
  SimplexRun(double[] upper) {
    this.upper = upper.clone();
  }

  /**
   * The columns of least cost.
   *
   * @param open the columns in play; the others are zero
   * @return empty if there is none, or none that could be verified
   */
  Optional<double[]> least(double[] cost, List<SimplexRow> rows, BitSet open) {
    int[] columns = open.stream().toArray();
    if (columns.length == 0) {
      double[] nothing = new double[upper.length];
      return isWithin(nothing, rows) ? Optional.of(nothing) : Optional.empty();
    }
    return least(cost, rows, columns, PivotSelectionRule.DANTZIG)
        .or(() -> least(cost, rows, columns, PivotSelectionRule.BLAND));
  }

  private Optional<double[]> least(
      double[] cost, List<SimplexRow> rows, int[] columns, PivotSelectionRule rule) {
    return solve(cost, rows, columns, rule).filter(x -> isWithin(x, rows)).map(this::clipped);
  }

  private boolean isWithin(double[] x, List<SimplexRow> rows) {
    for (int j = 0; j < x.length; j++) {
      if (!(x[j] >= -TOLERANCE && x[j] <= upper[j] + TOLERANCE)) {
        return false;
      }
    }
    return rows.stream().allMatch(row -> row.holds(x, TOLERANCE));
  }

  private double[] clipped(double[] x) {
    double[] clipped = new double[x.length];
    Arrays.setAll(clipped, j -> Math.min(upper[j], Math.max(0, x[j])));
    return clipped;
  }

  private Optional<double[]> solve(
      double[] cost, List<SimplexRow> rows, int[] columns, PivotSelectionRule rule) {
    List<LinearConstraint> constraints = new ArrayList<>();
    for (SimplexRow row : rows) {
      constraints.add(
          new LinearConstraint(pick(row.coefficients(), columns), row.relation(), row.bound()));
    }
    for (int k = 0; k < columns.length; k++) {
      if (upper[columns[k]] < Double.POSITIVE_INFINITY) {
        double[] one = new double[columns.length];
        one[k] = 1;
        constraints.add(new LinearConstraint(one, Relationship.LEQ, upper[columns[k]]));
      }
    }
    LinearConstraintSet all = new LinearConstraintSet(constraints);
    LinearObjectiveFunction goal = new LinearObjectiveFunction(scaled(pick(cost, columns)), 0);
    try {
      return Optional.of(spread(run(goal, all, rule), columns));
    } catch (TooManyIterationsException
        | NoFeasibleSolutionException
        | UnboundedSolutionException e) {
      return Optional.empty();
    }
  }

  private static double[] run(
      LinearObjectiveFunction goal, LinearConstraintSet all, PivotSelectionRule rule) {
    return new SimplexSolver(EPSILON, ULPS, CUT_OFF)
        .optimize(
            new MaxIter(MAX_PIVOTS),
            goal,
            all,
            GoalType.MINIMIZE,
            new NonNegativeConstraint(true),
            rule)
        .getPoint();
  }

  /** The cost with its largest coefficient at 1: far below, the solver stops too early. */
  private static double[] scaled(double[] cost) {
    double largest = Arrays.stream(cost).map(Math::abs).max().orElse(0);
    return largest == 0 ? cost : Arrays.stream(cost).map(c -> c / largest).toArray();
  }

  private static double[] pick(double[] all, int[] columns) {
    return Arrays.stream(columns).mapToDouble(j -> all[j]).toArray();
  }

  private double[] spread(double[] picked, int[] columns) {
    double[] all = new double[upper.length];
    for (int k = 0; k < columns.length; k++) {
      all[columns[k]] = picked[k];
    }
    return all;
  }
}
