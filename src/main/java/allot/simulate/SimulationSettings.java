package allot.simulate;

import allot.portfolio.Bands;
import allot.problem.Problem;
import allot.problem.ProblemException;
import java.util.List;

/**
 * What is to be simulated.
 *
 * @param days how far outcomes look ahead, 1 to {@value #MOST_DAYS}
 * @param paths how many futures are drawn, 1 to {@value #MOST_PATHS}
 * @param seed what the same futures are drawn by
 * @param watched the band whose exits are counted, without rebalancing
 * @param policies the bands that are tried, beside holding
 * @param fee of the value traded, as a fraction
 * @param fixed money for every order
 * @param chartDays days from 0 to {@code days} whose spread of values is wanted, ascending
 */
public record SimulationSettings(
    int days,
    int paths,
    long seed,
    Bands watched,
    List<BandPolicy> policies,
    double fee,
    double fixed,
    List<Integer> chartDays) {
  public static final int MOST_DAYS = 3650;
  public static final int MOST_PATHS = 10_000_000;
  private static final int A_YEAR = 365;

  /** Within how many days the chance of having been out of band is told. */
  public static final List<Integer> HORIZONS = List.of(7, 14, 30, 60, 90);

  public SimulationSettings {
    policies = List.copyOf(policies);
    chartDays = List.copyOf(chartDays);
    if (days < 1 || days > MOST_DAYS) {
      throw refused("--days " + days, "give 1 to " + MOST_DAYS + " days");
    }
    if (paths < 1 || paths > MOST_PATHS) {
      throw refused("--paths " + paths, "give 1 to 10000000 paths");
    }
    if (!(fee >= 0 && fee <= 0.5 && fixed >= 0)) {
      throw new IllegalArgumentException("fees are zero or more, and at most half of the value");
    }
  }

  private static ProblemException refused(String option, String remedy) {
    return new ProblemException(Problem.usage(option + " is out of range", remedy));
  }

  /**
   * The last day that is looked at: bands are watched for a year at least, so that what they do in
   * one does not hang on how far outcomes look ahead.
   */
  public int lastDay() {
    return Math.max(days, A_YEAR);
  }
}
