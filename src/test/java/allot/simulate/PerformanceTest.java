package allot.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import allot.simulate.MoneyWeightedReturn.Flow;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class PerformanceTest {

  /** Of values that nothing was paid into or taken out of. */
  private static Performance ofValues(double... values) {
    double[] returns = new double[values.length - 1];
    for (int i = 0; i < returns.length; i++) {
      returns[i] = values[i + 1] / values[i] - 1;
    }
    return Performance.ofReturns(returns);
  }

  private static Flow flow(String date, double amount) {
    return new Flow(LocalDate.parse(date), amount);
  }

  @Test
  void V65_flows_of_a_spreadsheet() {
    MoneyWeightedReturn found =
        MoneyWeightedReturn.of(
            List.of(
                flow("2008-01-01", -10000),
                flow("2008-03-01", 2750),
                flow("2008-10-30", 4250),
                flow("2009-02-15", 3250),
                flow("2009-04-01", 2750)));
    assertThat(found.roots()).hasSize(1);
    assertThat(found.roots().get(0)).isCloseTo(.373362533519, within(1e-11));
    assertThat(found.isAmbiguous()).isFalse();
  }

  @Test
  void V67_two_rates_are_ambiguous() {
    MoneyWeightedReturn found =
        MoneyWeightedReturn.of(
            List.of(flow("2025-01-01", -100), flow("2026-01-01", 230), flow("2027-01-01", -132)));
    assertThat(found.isAmbiguous()).isTrue();
    assertThat(found.roots()).hasSize(2);
    assertThat(found.roots().get(0)).isCloseTo(.1, within(1e-9));
    assertThat(found.roots().get(1)).isCloseTo(.2, within(1e-9));
  }

  @Test
  void money_that_never_changes_direction_has_no_rate() {
    assertThat(MoneyWeightedReturn.of(List.of()).roots()).isEmpty();
    assertThat(
            MoneyWeightedReturn.of(List.of(flow("2025-01-01", -1), flow("2026-01-01", -1))).roots())
        .isEmpty();
  }

  @Test
  void no_gain_is_a_rate_of_nothing() {
    List<Double> roots =
        MoneyWeightedReturn.of(List.of(flow("2020-01-01", -5), flow("2026-01-01", 5))).roots();
    assertThat(roots).hasSize(1);
    assertThat(roots.get(0)).isCloseTo(0, within(1e-12));
  }

  @Test
  void V69_ten_prices() {
    Performance found = ofValues(new double[] {100, 105, 102, 110, 99, 95, 104, 108, 101, 112});
    assertThat(found.totalReturn()).isCloseTo(.12, within(1e-12));
    assertThat(found.mean()).isCloseTo(.0151944845, within(1e-10));
    assertThat(found.deviation()).isCloseTo(.0754481143, within(1e-10));
    assertThat(found.volatility()).isCloseTo(1.4414341995, within(1e-10));
    assertThat(found.sharpe()).isCloseTo(3.8475477002, within(1e-10));
    assertThat(found.downside()).isCloseTo(.0430113334, within(1e-10));
    assertThat(found.sortino()).isCloseTo(6.7491564534, within(1e-10));
    assertThat(found.maxDrawdown()).isCloseTo(.1363636364, within(1e-10));
    assertThat(100 * found.ulcer()).isCloseTo(6.2778473901, within(1e-9));
    // of nine days the worst is more than a twentieth: 99 after 110
    assertThat(found.cvar95()).isCloseTo(.1, within(1e-12));
  }

  @Test
  void one_return_has_no_spread_and_all_that_needs_none() {
    Performance found = ofValues(new double[] {100, 90});
    assertThat(found.deviation()).isNaN();
    assertThat(found.volatility()).isNaN();
    assertThat(found.sharpe()).isNaN();
    assertThat(found.maxDrawdown()).isCloseTo(.1, within(1e-12));
    assertThat(found.cvar95()).isCloseTo(.1, within(1e-12));
    assertThat(found.ulcer()).isCloseTo(Math.sqrt(.005), within(1e-12));
    assertThat(found.sortino()).isCloseTo(-Math.sqrt(365), within(1e-9));
  }

  @Test
  void V72_the_chance_of_leaving_a_band() {
    double nu = -.245;
    assertThat(BandExit.of(.6, .55, .65, 7 / 365.0, nu, .7)).isCloseTo(.0631016649, within(1e-9));
    assertThat(BandExit.of(.6, .55, .65, 30 / 365.0, nu, .7)).isCloseTo(.5936608629, within(1e-9));
    assertThat(BandExit.of(.6, .55, .65, 30 / 365.0, nu + .2, .7))
        .isCloseTo(.5913945014, within(1e-9));
    assertThat(BandExit.of(.6, .1, .9, 1 / 365.0, nu, .7)).isCloseTo(0, within(1e-12));
    assertThat(BandExit.of(.6, .55, .65, 100, nu, .7)).isEqualTo(1);
  }

  @Test
  void risk_is_shared_out_by_bucket() {
    SimulatedMix mix =
        Mixes.of("layer-1=50,layer-2=0,hybrid=20,stablecoin=30")
            .hold("a", "layer-1", 300)
            .hold("b", "layer-1", 200)
            .hold("c", "hybrid", 200)
            .cash(300)
            .build();
    Covariance daily =
        Covariance.of(new double[][] {{.04, .01, .02}, {.01, .09, 0}, {.02, 0, .16}});
    RiskByBucket risk = RiskByBucket.of(mix, daily);
    // w'Sw for w = .3 .2 .2: squares .0036 .0036 .0064, products .0006 .0012, each twice
    double variance = .0172;
    assertThat(risk.volatility()).isCloseTo(Math.sqrt(variance * 365), within(1e-12));
    double layer1 = (.0036 + .0036 + .0012 + .0012) / variance;
    assertThat(risk.shares())
        .extracting(share -> share.bucket().name())
        .containsExactly("layer-1", "layer-2", "hybrid", "stablecoin");
    assertThat(risk.shares().get(0).contribution()).isCloseTo(layer1, within(1e-12));
    assertThat(risk.shares().get(0).volatility())
        .isCloseTo(Math.sqrt(.0084 * 365) / .5, within(1e-12));
    assertThat(risk.shares().get(1).contribution()).isZero();
    assertThat(risk.shares().get(2).contribution())
        .isCloseTo((.0064 + .0012) / variance, within(1e-12));
    assertThat(risk.diversification())
        .isCloseTo((.06 + .06 + .08) / Math.sqrt(variance), within(1e-12));
    assertThat(risk.shares().get(3).weight()).isCloseTo(.3, within(1e-12));
  }
}
