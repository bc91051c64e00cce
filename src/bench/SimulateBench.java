import allot.allocation.Allocation;
import allot.allocation.Valuation;
import allot.catalog.Asset;
import allot.catalog.AssetCatalog;
import allot.catalog.Bucket;
import allot.money.CurrencyUnit;
import allot.portfolio.Bands;
import allot.portfolio.Classification;
import allot.portfolio.Costs;
import allot.portfolio.Holding;
import allot.portfolio.Portfolio;
import allot.portfolio.Role;
import allot.portfolio.TargetMix;
import allot.portfolio.WrittenPrice;
import allot.price.Freshness;
import allot.price.PriceBook;
import allot.simulate.BandPolicy;
import allot.simulate.CorrelatedGbm;
import allot.simulate.Covariance;
import allot.simulate.MonteCarlo;
import allot.simulate.ReturnModel;
import allot.simulate.Simulation;
import allot.simulate.SimulationSettings;
import allot.simulate.StationaryBootstrap;
import allot.simulate.StudentT;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * The simulation's inner loop on one thread: 10 assets in 4 buckets, 365 days, 10,000 paths, one
 * band that is rebalanced to target, beside holding. Seconds are the thread's own, so that other work on
 * the machine does not count. simulate_numpy.py runs it beside itself; alone:
 * {@code java -XX:+UseSerialGC -cp target/classes src/bench/SimulateBench.java MODEL ROUNDS [PATHS]}.
 */
public class SimulateBench {
  private static final double[] VOLATILITY = {.8, .9, 1.0, .7, .6, .8, .9, .85, .95, .005};
  private static final int[] COUNTS = {3, 3, 3, 1};
  private static final List<Bucket> BUCKETS =
      List.of(Bucket.LAYER_2, Bucket.LAYER_1, Bucket.HYBRID, Bucket.STABLECOIN);
  private static final int[] PERCENT = {40, 30, 20, 10};

  public static void main(String[] args) {
    int rounds = Integer.parseInt(args[1]);
    int paths = args.length > 2 ? Integer.parseInt(args[2]) : 10_000;
    var mix = allot.simulate.SimulatedMix.of(Allocation.of(valuation()));
    ReturnModel model = model(args[0]);
    SimulationSettings settings =
        new SimulationSettings(
            365,
            paths,
            7,
            Bands.parse("5"),
            List.of(BandPolicy.toTarget("5", Bands.parse("5"))),
            .002,
            0,
            List.of());
    var clock = java.lang.management.ManagementFactory.getThreadMXBean();
    for (int i = 0; i < rounds; i++) {
      long start = clock.getCurrentThreadCpuTime();
      Simulation made = MonteCarlo.run(mix, model, settings, 1, done -> {});
      double seconds = (clock.getCurrentThreadCpuTime() - start) / 1e9;
      var end = made.outcomes().get(1);
      System.out.printf(
          Locale.ROOT,
          "%.4f s %.1f M path-days/s; median %.1f p5 %.1f rebalances %.3f exit90 %.4f%n",
          seconds,
          paths * 365 / seconds / 1e6,
          end.median(),
          end.p5(),
          made.bands().get(1).rebalancesPerYear().value(),
          made.exits().within(90).probability().value());
    }
  }

  private static ReturnModel model(String name) {
    int size = VOLATILITY.length;
    double[] means = new double[size];
    if (name.equals("bootstrap")) {
      Random random = new Random(1);
      double[][] growth = new double[size][730];
      for (int day = 0; day < 730; day++) {
        double shared = random.nextGaussian();
        for (int i = 0; i < size; i++) {
          double z = Math.sqrt(.6) * shared + Math.sqrt(.4) * random.nextGaussian();
          growth[i][day] = Math.exp(VOLATILITY[i] / Math.sqrt(365) * z);
        }
      }
      return StationaryBootstrap.of(growth, means, 8);
    }
    double[][] matrix = new double[size][size];
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < size; j++) {
        matrix[i][j] = (i == j ? 1 : .6) * VOLATILITY[i] * VOLATILITY[j] / 365;
      }
    }
    Covariance covariance = Covariance.of(matrix);
    return name.equals("t") ? StudentT.of(covariance, means) : CorrelatedGbm.of(covariance, means);
  }

  private static Valuation valuation() {
    Instant at = Instant.parse("2026-11-20T00:00:00Z");
    List<Holding> holdings = new ArrayList<>();
    for (int b = 0; b < COUNTS.length; b++) {
      for (int i = 0; i < COUNTS[b]; i++) {
        Asset asset = Asset.unknown("asset" + b + i);
        BigDecimal price =
            new BigDecimal(PERCENT[b] * 100).divide(new BigDecimal(COUNTS[b]), 12, java.math.RoundingMode.HALF_EVEN);
        holdings.add(
            new Holding(
                asset,
                BigDecimal.ONE,
                Optional.of(new WrittenPrice(price, Optional.of(at))),
                "",
                Role.TRADABLE,
                new Classification(BUCKETS.get(b), Classification.By.HOLDING, ""),
                List.of(),
                Optional.empty(),
                ""));
      }
    }
    Portfolio portfolio =
        new Portfolio(
            "bench", CurrencyUnit.USD, ZoneOffset.UTC, Optional.empty(), TargetMix.ARTICLES,
            Bands.FIVE_25, Map.of(), holdings, Costs.NONE, Optional.empty(), Optional.empty(),
            AssetCatalog.builtIn(), List.of());
    return Valuation.of(portfolio, PriceBook.EMPTY, new Freshness(at, Optional.empty()));
  }
}
