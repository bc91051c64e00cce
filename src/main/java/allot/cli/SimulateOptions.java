package allot.cli;

import allot.portfolio.Portfolio;
import allot.render.Simulated.Terms;
import allot.simulate.BandPolicy;
import allot.simulate.CorrelatedGbm;
import allot.simulate.Covariance;
import allot.simulate.ReturnModel;
import allot.simulate.ReturnTable;
import allot.simulate.SimulatedMix;
import allot.simulate.SimulationSettings;
import allot.simulate.StationaryBootstrap;
import allot.simulate.StudentT;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options of a simulation, as they were typed. */
final class SimulateOptions {
  private static final int DAYS = 365;
  private static final int PATHS = 10_000;
  private static final long SEED = 1;

  /** The largest whole number that every reader of JSON keeps. */
  private static final BigDecimal MOST_SEED = BigDecimal.valueOf((1L << 53) - 1);

  private static final BigDecimal MOST_MEAN = BigDecimal.valueOf(10_000);

  /** As many points as a chart shows. */
  private static final int CHART_POINTS = 60;

  @Option(
      names = "--model",
      paramLabel = "MODEL",
      description =
          "what draws the futures: bootstrap (default), days of the history in blocks; gbm, normal"
              + " log returns; t, with fat tails")
  private String model;

  @Option(
      names = "--days",
      paramLabel = "N",
      description =
          "how far outcomes look ahead; default 365. Figures a year are those of a year at least,"
              + " whatever it says")
  private String days;

  @Option(names = "--paths", paramLabel = "N", description = "how many futures; default 10000")
  private String paths;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "another number draws other futures; default 1")
  private String seed;

  @Option(
      names = "--mean",
      paramLabel = "PERCENT",
      description = "expected return a year of all but stablecoins; default 0, for nobody knows it")
  private String mean;

  @Option(
      names = "--bands",
      paramLabel = "LIST",
      description = "bands to compare: 5/25,10,10:edge; default the file's and some others")
  private String bands;

  @Option(names = "--fee", paramLabel = "PERCENT", description = "instead of the file's")
  private String fee;

  private enum Model {
    BOOTSTRAP,
    GBM,
    T
  }

  /** What is simulated, and what it is told as. */
  record Resolved(Terms terms, SimulationSettings settings, double meanReturn) {

    /** The model of a mix's assets. */
    Drawn model(SimulatedMix mix, ReturnTable returns) {
      double[] means = mix.means(meanReturn);
      return switch (terms.model()) {
        case "gbm" -> new Drawn(CorrelatedGbm.of(covariance(returns), means), Optional.empty());
        case "t" -> new Drawn(StudentT.of(covariance(returns), means), Optional.empty());
        default -> {
          StationaryBootstrap bootstrap = StationaryBootstrap.of(returns.growth(), means);
          yield new Drawn(bootstrap, Optional.of(bootstrap.length()));
        }
      };
    }

    private static Covariance covariance(ReturnTable returns) {
      return Covariance.ofSample(returns.logReturns());
    }
  }

  /**
   * A model.
   *
   * @param blockLength in days, of one that draws blocks
   */
  record Drawn(ReturnModel model, Optional<Double> blockLength) {}

  /**
   * What the options, and where they are silent the file, ask for.
   *
   * @throws allot.problem.ProblemException if a value is wrong
   */
  Resolved resolve(Portfolio portfolio) {
    String label = model();
    int ahead =
        days == null ? DAYS : PlanValues.whole("--days", days, SimulationSettings.MOST_DAYS);
    int futures =
        paths == null ? PATHS : PlanValues.whole("--paths", paths, SimulationSettings.MOST_PATHS);
    long number = seed();
    BigDecimal expected = mean();
    BigDecimal rate = fee == null ? portfolio.costs().fee() : PlanValues.fee(fee);
    List<BandPolicy> policies =
        bands == null ? BandList.around(portfolio.bands()) : BandList.parse(bands);
    SimulationSettings settings =
        new SimulationSettings(
            ahead,
            futures,
            number,
            portfolio.bands(),
            policies,
            rate.doubleValue() / 100,
            portfolio.costs().fixed().doubleValue(),
            chartDays(ahead));
    Terms terms = new Terms(label, expected, rate, portfolio.costs().fixed(), settings);
    return new Resolved(terms, settings, expected.doubleValue() / 100);
  }

  private String model() {
    if (model == null) {
      return "bootstrap";
    }
    for (Model known : Model.values()) {
      if (known.name().toLowerCase(java.util.Locale.ROOT).equals(model)) {
        return model;
      }
    }
    throw PlanValues.refused("--model " + model + " is none", "write bootstrap, gbm or t");
  }

  private long seed() {
    if (seed == null) {
      return SEED;
    }
    return PlanValues.number(
            "--seed",
            seed,
            value ->
                value.signum() >= 0
                    && value.stripTrailingZeros().scale() <= 0
                    && value.compareTo(MOST_SEED) <= 0,
            "a whole one from 0 to " + MOST_SEED)
        .longValueExact();
  }

  private BigDecimal mean() {
    if (mean == null) {
      return BigDecimal.ZERO;
    }
    return PlanValues.number(
        "--mean",
        mean,
        value -> value.compareTo(BigDecimal.valueOf(-100)) > 0 && value.compareTo(MOST_MEAN) <= 0,
        "percent above -100, at most " + MOST_MEAN);
  }

  private static List<Integer> chartDays(int days) {
    int step = (days + CHART_POINTS - 1) / CHART_POINTS;
    List<Integer> points = new ArrayList<>();
    for (int day = 0; day < days; day += step) {
      points.add(day);
    }
    points.add(days);
    return points;
  }
}
