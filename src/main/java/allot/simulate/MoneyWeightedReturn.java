package allot.simulate;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.commons.math3.analysis.UnivariateFunction;
import org.apache.commons.math3.analysis.solvers.BrentSolver;

/**
 * The yearly rate r at which flows of money are worth nothing together: Σ aₖ (1 + r)^(−days/365) =
 * 0, as spreadsheets have it. Solved for ln(1 + r), which may be anything, on a scan of [−20, 20].
 *
 * @param roots every rate found, as fractions, ascending: none if money never changes direction,
 *     more than one if the question has no single answer
 */
public record MoneyWeightedReturn(List<Double> roots) {
  private static final double WIDEST = 20;
  private static final int STEPS = 4_000;
  private static final double ACCURACY = 1e-14;
  private static final double DAYS_A_YEAR = 365;

  public MoneyWeightedReturn {
    roots = List.copyOf(roots);
  }

  /**
   * Money that moved.
   *
   * @param amount paid in below zero, got back above; the value at the end counts as got back
   */
  public record Flow(LocalDate date, double amount) {}

  public boolean isAmbiguous() {
    return roots.size() > 1;
  }

  public static MoneyWeightedReturn of(List<Flow> flows) {
    if (flows.isEmpty()) {
      return new MoneyWeightedReturn(List.of());
    }
    UnivariateFunction worth = rate -> worth(flows, rate);
    BrentSolver solver = new BrentSolver(ACCURACY, ACCURACY);
    if (turns(flows) == 1 && worth.value(-WIDEST) * worth.value(WIDEST) < 0) {
      // money that turns once has one rate (Descartes): no scan is needed
      double rate = solver.solve(200, worth, -WIDEST, WIDEST);
      return new MoneyWeightedReturn(List.of(StrictMath.expm1(rate)));
    }
    List<Double> roots = new ArrayList<>();
    double before = worth.value(-WIDEST);
    for (int i = 1; i <= STEPS; i++) {
      double from = -WIDEST + (i - 1) * (2 * WIDEST / STEPS);
      double to = -WIDEST + i * (2 * WIDEST / STEPS);
      double after = worth.value(to);
      if (after == 0 && before != 0) {
        roots.add(StrictMath.expm1(to));
      } else if (before * after < 0) {
        roots.add(StrictMath.expm1(solver.solve(200, worth, from, to)));
      }
      before = after;
    }
    return new MoneyWeightedReturn(roots);
  }

  /** How often money changes direction, in the order of the dates. */
  private static int turns(List<Flow> flows) {
    List<Flow> sorted = new ArrayList<>(flows);
    sorted.sort(Comparator.comparing(Flow::date));
    int turns = 0;
    double before = 0;
    for (Flow flow : sorted) {
      turns += before * flow.amount() < 0 ? 1 : 0;
      before = flow.amount() == 0 ? before : flow.amount();
    }
    return turns;
  }

  /** Scaled by the largest discount, so that nothing overflows over many years. */
  private static double worth(List<Flow> flows, double rate) {
    LocalDate first = flows.get(0).date();
    double largest = Double.NEGATIVE_INFINITY;
    for (Flow flow : flows) {
      largest = Math.max(largest, exponent(first, flow, rate));
    }
    double sum = 0;
    for (Flow flow : flows) {
      sum += flow.amount() * StrictMath.exp(exponent(first, flow, rate) - largest);
    }
    return sum;
  }

  private static double exponent(LocalDate first, Flow flow, double rate) {
    return -rate * ChronoUnit.DAYS.between(first, flow.date()) / DAYS_A_YEAR;
  }
}
