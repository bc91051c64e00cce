package allot.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import allot.portfolio.Bands;
import allot.portfolio.Role;
import allot.problem.ProblemException;
import allot.rebalance.Destination;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MonteCarloTest {
  private static final Bands FIVE_POINTS = Bands.parse("5");

  /** Section 3 of ALGORITHMS.md: 40/30/20/10 at target, four assets. */
  private static final SimulatedMix FOUR =
      Mixes.of("layer-1=40,layer-2=30,hybrid=20,stablecoin=10")
          .hold("a", "layer-1", 4000)
          .hold("b", "layer-2", 3000)
          .hold("c", "hybrid", 2000)
          .hold("d", "stablecoin", 1000)
          .build();

  private static final Covariance MOVES =
      Mixes.covariance(
          new double[] {.60, .85, .95, .005},
          new double[][] {
            {1, .75, .70, 0}, {.75, 1, .72, 0}, {.70, .72, 1, 0}, {0, 0, 0, 1},
          },
          1);

  private static SimulationSettings settings(
      int days, int paths, List<BandPolicy> policies, double fee) {
    return new SimulationSettings(days, paths, 42, FIVE_POINTS, policies, fee, 0, List.of());
  }

  private static Simulation run(SimulatedMix mix, ReturnModel model, SimulationSettings settings) {
    return MonteCarlo.run(mix, model, settings, 1, done -> {});
  }

  private static BandPolicy to(String destination) {
    return new BandPolicy(destination, FIVE_POINTS, Destination.parse(destination).orElseThrow());
  }

  /** The table of 4,000 paths in section 3, seen with drift 0.15 in the mean of three assets. */
  @Test
  void four_buckets_by_destination_agree_with_the_table() {
    double mean = StrictMath.expm1(.15);
    Simulation made =
        run(
            FOUR,
            CorrelatedGbm.of(MOVES, new double[] {mean, mean, mean, 0}),
            settings(365, 4096, List.of(to("target"), to("half"), to("0.875"), to("edge")), .005));
    double[][] table = {
      {0, 0, .09887},
      {.4355, 7.4, .02843},
      {.2765, 9.7, .03372},
      {.2173, 23.0, .03979},
      {.1972, 51.2, .04292}
    };
    for (int i = 0; i < table.length; i++) {
      BandFigures figures = made.bands().get(i);
      assertNear(figures.turnover(), table[i][0], .0001);
      assertNear(figures.rebalancesPerYear(), table[i][1], .05);
      assertNear(figures.meanDrift(), table[i][2], .00001);
      // one side of the trades is the turnover, and both pay
      assertThat(figures.fees().value())
          .isCloseTo(2 * .005 * figures.turnover().value(), within(.0002));
    }
  }

  /** Both are samples: of equal size, so √2 times the error. */
  private static void assertNear(Estimate found, double expected, double rounding) {
    assertThat(found.value())
        .isCloseTo(expected, within(3 * Math.sqrt(2) * found.standardError() + rounding));
  }

  @Test
  void four_buckets_leave_their_bands_as_the_table_says() {
    Simulation made =
        run(FOUR, CorrelatedGbm.of(MOVES, new double[4]), settings(1, 20_000, List.of(), 0));
    Exits exits = made.exits();
    // it is at its target today
    assertThat(made.exitsFromTarget().chances()).isEqualTo(exits.chances());
    double[] table = {.0020, .0538, .346, .743, .907};
    for (int i = 0; i < table.length; i++) {
      Estimate chance = exits.chances().get(i).probability();
      assertThat(chance.value())
          .isCloseTo(table[i], within(3 * Math.sqrt(2) * chance.standardError() + .0005));
    }
    assertThat(exits.dayOf(.5).orElseThrow()).isBetween(38, 40);
    assertThat(exits.outNow()).isFalse();
    assertThat(exits.dayOf(.99).orElseThrow()).isBetween(150, 165);
    assertThat(exits.lastDay()).isEqualTo(365);
  }

  /**
   * V72 by simulation: a day of the formula is 30 of these, and for what happens between two looks
   * the walls are moved out by 0.5826 σ√dt (Broadie, Glasserman and Kou).
   */
  @Test
  void V72_a_coin_and_cash_leave_their_band_as_the_formula_says() {
    int steps = 900;
    SimulatedMix mix =
        Mixes.of("layer-1=60,layer-2=0,hybrid=0,stablecoin=40")
            .hold("a", "layer-1", 6000)
            .cash(4000)
            .build();
    Covariance moves = Mixes.covariance(new double[] {.7}, new double[][] {{1}}, 30.0 / steps);
    Simulation made =
        run(mix, CorrelatedGbm.of(moves, new double[1]), settings(steps, 8192, List.of(), 0));
    double wider = .5826 * .7 * Math.sqrt(30.0 / 365 / steps);
    double low = BandExit.logit(.55) - wider;
    double a = BandExit.logit(.6) - low;
    double width = BandExit.logit(.65) + wider - low;
    double expected = BandExit.ofWalls(a, width, 30.0 / 365, -.245, .7);
    Estimate chance = made.exits().within(steps).probability();
    assertThat(chance.value()).isCloseTo(expected, within(3 * chance.standardError()));
  }

  @Test
  void a_coin_that_is_held_ends_lognormal() {
    SimulatedMix mix =
        Mixes.of("layer-1=100,layer-2=0,hybrid=0,stablecoin=0").hold("a", "layer-1", 1000).build();
    double volatility = .6;
    Covariance moves = Mixes.covariance(new double[] {volatility}, new double[][] {{1}}, 1);
    double[] means = {.3};
    for (ReturnModel model : List.of(CorrelatedGbm.of(moves, means), StudentT.of(moves, means))) {
      Outcome end = run(mix, model, settings(365, 60_000, List.of(), 0)).outcomes().get(0);
      assertThat(end.mean().value()).isCloseTo(1300, within(3 * end.mean().standardError()));
      // over a year days of either kind add up to nearly normal ones
      double center = StrictMath.log(1300) - volatility * volatility / 2;
      double[] z = {-1.6448536, -.6744898, 0, .6744898, 1.6448536};
      double[] found = {end.p5(), end.p25(), end.median(), end.p75(), end.p95()};
      for (int i = 0; i < z.length; i++) {
        double expected = StrictMath.exp(center + volatility * z[i]);
        assertThat(found[i]).isCloseTo(expected, within(.02 * expected));
      }
      assertThat(end.strategy()).isEqualTo("hold");
      assertThat(end.probabilityOfLoss().value()).isCloseTo(.4452, within(.01));
      // 1 - 1.3 Φ(-1.64485 - 0.6) / 0.05
      assertThat(end.cvar95()).isCloseTo(.6781, within(.01));
    }
  }

  @Test
  void threads_do_not_matter_and_the_seed_does() {
    SimulationSettings settings =
        new SimulationSettings(
            100,
            5000,
            7,
            Bands.FIVE_25,
            List.of(to("target"), to("edge")),
            .01,
            1,
            List.of(0, 50, 100));
    for (ReturnModel model :
        List.of(
            CorrelatedGbm.of(MOVES, new double[4]),
            StudentT.of(MOVES, new double[4]),
            StationaryBootstrap.of(Series.random(4, 200), new double[4]))) {
      Simulation one = run(FOUR, model, settings);
      List<Long> told = new ArrayList<>();
      Simulation three = MonteCarlo.run(FOUR, model, settings, 3, told::add);
      assertThat(three.bands()).isEqualTo(one.bands());
      assertThat(three.outcomes()).isEqualTo(one.outcomes());
      assertThat(three.chart()).isEqualTo(one.chart());
      assertThat(three.exits().chances()).isEqualTo(one.exits().chances());
      assertThat(told).isSorted().endsWith(5000L);
      SimulationSettings other =
          new SimulationSettings(100, 5000, 8, Bands.FIVE_25, List.of(), .01, 1, List.of());
      assertThat(run(FOUR, model, other).outcomes().get(0)).isNotEqualTo(one.outcomes().get(0));
    }
  }

  /** What every JDK and machine must say, to the last bit. */
  @Test
  void the_numbers_are_the_same_everywhere() {
    SimulationSettings settings = settings(30, 300, List.of(to("half")), .002);
    List<Long> bits = new ArrayList<>();
    for (ReturnModel model :
        List.of(
            CorrelatedGbm.of(MOVES, new double[4]),
            StudentT.of(MOVES, new double[4]),
            StationaryBootstrap.of(Series.random(4, 200), new double[4]))) {
      Outcome end = run(FOUR, model, settings).outcomes().get(1);
      bits.add(Double.doubleToLongBits(end.mean().value()));
    }
    assertThat(bits).containsExactly(GOLDEN);
  }

  private static final Long[] GOLDEN = {
    4666719299680183348L, 4666599759625147629L, 4666811336662870615L
  };

  @Test
  void the_chart_ends_with_the_outcomes() {
    SimulationSettings settings =
        new SimulationSettings(
            20, 1000, 7, FIVE_POINTS, List.of(to("target")), 0, 0, List.of(0, 20));
    Simulation made = run(FOUR, CorrelatedGbm.of(MOVES, new double[4]), settings);
    assertThat(made.chart()).hasSize(2);
    assertThat(made.chart().get(0).spread().p5()).isCloseTo(10_000, within(1e-6));
    assertThat(made.chart().get(1).spread().median()).isEqualTo(made.outcomes().get(1).median());
  }

  @Test
  void what_is_out_of_band_now_is_rebalanced_now() {
    SimulatedMix mix =
        Mixes.of("layer-1=60,layer-2=0,hybrid=0,stablecoin=40")
            .hold("a", "layer-1", 7000)
            .cash(3000)
            .build();
    Covariance still = Covariance.of(new double[1][1]);
    SimulationSettings settings = settings(365, 10, List.of(to("target"), to("edge")), .01);
    Simulation made = run(mix, CorrelatedGbm.of(still, new double[1]), settings);
    assertThat(made.exits().outNow()).isTrue();
    assertThat(made.exits().dayOf(.5)).hasValue(0);
    assertThat(made.exits().within(7).probability()).isEqualTo(new Estimate(1, 0));
    assertThat(made.exitsFromTarget().within(90).probability()).isEqualTo(new Estimate(0, 0));
    assertThat(made.exitsFromTarget().outNow()).isFalse();
    BandFigures target = made.bands().get(1);
    // today's is told apart from those to come
    assertThat(target.rebalancesPerYear()).isEqualTo(new Estimate(0, 0));
    assertThat(target.turnover()).isEqualTo(new Estimate(0, 0));
    assertThat(target.turnoverToday()).isCloseTo(.1, within(.001));
    assertThat(target.feesToday()).isEqualTo(target.feesPaid().value());
    assertThat(target.meanDrift().value()).isCloseTo(0, within(1e-12));
    // only the coin pays: v' = v - f (7000 - 0.6 v')
    double after = (10_000 - 70) / (1 - .006);
    assertThat(made.outcomes().get(1).median()).isCloseTo(after, within(1e-6));
    assertThat(target.feesPaid().value()).isCloseTo(10_000 - after, within(1e-6));
    assertThat(made.bands().get(2).meanDrift().value()).isCloseTo(.05, within(1e-9));
    assertThat(made.bands().get(0).meanDrift().value()).isCloseTo(.1, within(1e-12));
  }

  @Test
  void what_is_frozen_or_unclassified_is_a_floor() {
    SimulatedMix mix =
        Mixes.of("layer-1=50,layer-2=0,hybrid=0,stablecoin=50")
            .hold("a", "layer-1", 7000, Role.FROZEN)
            .hold("b", "layer-1", 1000)
            .hold("c", "unclassified", 1000)
            .cash(1000)
            .build();
    Covariance still = Covariance.of(new double[3][3]);
    Simulation made =
        run(
            mix,
            CorrelatedGbm.of(still, new double[3]),
            settings(365, 5, List.of(to("target")), 0));
    // 7000 and 1000 stay; the rest goes to cash: 70/20 against 50/50
    assertThat(made.bands().get(1).meanDrift().value()).isCloseTo(.3, within(1e-9));
    assertThat(made.outcomes().get(1).median()).isCloseTo(10_000, within(1e-6));
    assertThat(made.bands().get(1).turnoverToday()).isCloseTo(.1, within(1e-9));
    assertThat(made.bands().get(1).rebalancesPerYear()).isEqualTo(new Estimate(0, 0));
    // no trade brings it into its band
    assertThat(made.exitsFromTarget().outNow()).isTrue();
    assertThat(made.exitsFromTarget().dayOf(.5)).hasValue(0);
  }

  @Test
  void a_year_of_a_band_does_not_hang_on_how_far_outcomes_look() {
    List<BandPolicy> policies = List.of(to("target"), to("edge"));
    ReturnModel model = CorrelatedGbm.of(MOVES, new double[4]);
    List<BandFigures> year = run(FOUR, model, settings(365, 500, policies, .005)).bands();
    for (int days : List.of(1, 30)) {
      List<BandFigures> found = run(FOUR, model, settings(days, 500, policies, .005)).bands();
      for (int i = 0; i < year.size(); i++) {
        assertThat(found.get(i).rebalancesPerYear()).isEqualTo(year.get(i).rebalancesPerYear());
        assertThat(found.get(i).turnover()).isEqualTo(year.get(i).turnover());
        assertThat(found.get(i).fees()).isEqualTo(year.get(i).fees());
        assertThat(found.get(i).meanDrift()).isEqualTo(year.get(i).meanDrift());
        assertThat(found.get(i).feesPaid().value())
            .isLessThanOrEqualTo(year.get(i).feesPaid().value() * days / 365);
      }
    }
    BandFigures years = run(FOUR, model, settings(1095, 500, policies, .005)).bands().get(1);
    assertThat(years.rebalancesPerYear().value())
        .isCloseTo(year.get(1).rebalancesPerYear().value(), within(.5));
  }

  @Test
  void one_path_does_not_tell_how_far_it_is_off() {
    Simulation made =
        run(FOUR, CorrelatedGbm.of(MOVES, new double[4]), settings(5, 1, List.of(to("half")), 0));
    assertThat(made.outcomes().get(1).mean().standardError()).isNaN();
    assertThat(made.bands().get(1).turnover().standardError()).isNaN();
    assertThat(made.exits().within(7).probability().standardError()).isNaN();
  }

  @Test
  void an_empty_bucket_is_filled_as_the_file_says_or_refused() {
    Mixes empty = Mixes.of("layer-1=50,layer-2=0,hybrid=0,stablecoin=50").cash(1000);
    assertThatThrownBy(empty::build)
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("nothing is held of layer-1");
    SimulatedMix mix =
        empty.within("layer-1", java.util.Map.of("bittensor", new BigDecimal(100))).build();
    assertThat(mix.assets()).extracting(asset -> asset.symbol()).containsExactly("TAO");
    Simulation made =
        run(
            mix,
            CorrelatedGbm.of(Covariance.of(new double[1][1]), new double[1]),
            settings(10, 5, List.of(to("target")), 0));
    assertThat(made.bands().get(0).meanDrift().value()).isCloseTo(.5, within(1e-12));
    assertThat(made.bands().get(1).meanDrift().value()).isCloseTo(0, within(1e-12));
  }

  @Test
  void more_than_ten_million_paths_are_refused() {
    assertThatThrownBy(() -> settings(365, 10_000_001, List.of(), 0))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("--paths 10000001");
    assertThatThrownBy(() -> settings(0, 1, List.of(), 0)).isInstanceOf(ProblemException.class);
  }
}
