package allot.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import allot.catalog.Bucket;
import allot.portfolio.Role;
import allot.portfolio.TaxProfile.Method;
import allot.problem.ProblemException;
import allot.problem.Warning;
import java.math.BigDecimal;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class BacktestTest {
  private static final String HALVES = "layer-1=50,hybrid=50";
  private static final Offset<Double> CENT = within(.01);
  private static final Offset<Double> CLOSE = within(1e-9);

  private static double end(StrategyRun run) {
    return run.finalValue().doubleValue();
  }

  private static Tiny halves(double... tao) {
    double[] still = new double[tao.length];
    java.util.Arrays.fill(still, 10);
    return Tiny.of(HALVES)
        .closes("bittensor", tao)
        .closes("akash-network", still)
        .hold("bittensor", "layer-1", "5", Tiny.lot("2023-12-01", "5", "30"))
        .hold("akash-network", "hybrid", "5", Tiny.lot("2022-01-01", "5", "50"));
  }

  @Test
  void holding_is_worth_its_quantities_at_the_close() {
    StrategyRun run = halves(10, 20, 40).run("hold");
    assertThat(end(run)).isCloseTo(5 * 40 + 5 * 10, CLOSE);
    assertThat(run.timeWeightedReturn().orElseThrow()).isCloseTo(1.5, CLOSE);
    assertThat(run.rebalances()).isZero();
    assertThat(run.daysOutOfBand()).isEqualTo(2);
    assertThat(run.equity()).extracting(EquityDay::value).containsExactly(100.0, 150.0, 250.0);
    assertThat(run.moneyWeightedReturn()).isEmpty();
  }

  @Test
  void a_band_trades_at_the_close_that_is_out_of_it() {
    // 75 and 75 after the doubling; the second doubling makes 150 and 75, and 112.5 of each
    StrategyRun run = halves(10, 20, 40, 40).run("band");
    assertThat(end(run)).isCloseTo(225, CLOSE);
    assertThat(run.rebalances()).isEqualTo(2);
    assertThat(run.daysOutOfBand()).isEqualTo(2);
    // 25 of 150, then 37.5 of 225, in less than a year
    assertThat(run.turnover()).isCloseTo(1 / 6.0 + 1 / 6.0, CLOSE);
    // lots of December, sold short-term: 1.25 units at 20, then 0.9375 at 40, cost 6 each
    assertThat(run.tax().orElseThrow().doubleValue())
        .isCloseTo(.35 * (1.25 * 14 + .9375 * 34), CLOSE);
  }

  @Test
  void a_band_to_the_edge_trades_as_little_as_it_must() {
    // 100 and 50: 55 % of 150 are 82.5
    StrategyRun run = halves(10, 20, 20).run("band:5:edge");
    assertThat(run.turnover()).isCloseTo(17.5 / 150, CLOSE);
    assertThat(run.equity().get(1).weights().get(0)).isCloseTo(.55, CLOSE);
    assertThat(run.daysOutOfBand()).isEqualTo(1);
    assertThat(halves(10, 20, 20).run("band:5:half").turnover())
        .isCloseTo((100 - .525 * 150) / 150, CLOSE);
  }

  @Test
  void a_wider_band_waits() {
    assertThat(halves(10, 12, 12).run("band:5").rebalances()).isZero();
    assertThat(halves(10, 13, 13).run("band:5").rebalances()).isEqualTo(1);
    assertThat(halves(10, 13, 13).run("band:10").rebalances()).isZero();
  }

  @Test
  void the_edge_is_in_band() {
    // 55 and 45
    assertThat(
            Tiny.of(HALVES)
                .closes("bittensor", 10, 11)
                .closes("akash-network", 10, 9)
                .hold("bittensor", "layer-1", "5")
                .hold("akash-network", "hybrid", "5")
                .run("band:5")
                .rebalances())
        .isZero();
  }

  @Test
  void fees_are_paid_out_of_the_whole() {
    // V' + f·|trades| = V: 150 = V' + .01·2·(100 − V'/2) − ... solved by hand below
    StrategyRun run = halves(10, 20, 20).costs("1", 0, 0).run("band");
    double sold = 25 / 1.0;
    // sale s and purchase b: 100 − s = 50 + b, b = s·.99/1.01
    double s = 50 / (1 + .99 / 1.01);
    assertThat(sold).isLessThan(s);
    assertThat(run.fees().doubleValue()).isCloseTo(.01 * (s + s * .99 / 1.01), within(1e-7));
    assertThat(end(run)).isCloseTo(150 - run.fees().doubleValue(), within(1e-7));
  }

  @Test
  void a_fixed_fee_is_of_every_order() {
    StrategyRun run = halves(10, 20, 20).costs("0", 100, 0).run("band");
    assertThat(run.fees().doubleValue()).isCloseTo(2, CLOSE);
    assertThat(end(run)).isCloseTo(148, CLOSE);
  }

  @Test
  void orders_under_the_minimum_are_not_made() {
    assertThat(halves(10, 20, 20).costs("0", 0, 2_501).run("band").rebalances()).isZero();
    assertThat(halves(10, 20, 20).costs("0", 0, 2_500).run("band").rebalances()).isEqualTo(1);
  }

  @Test
  void a_calendar_trades_at_the_first_close_of_each_period() {
    double[] rising = new double[62];
    for (int i = 0; i < rising.length; i++) {
      rising[i] = 10 + i;
    }
    Tiny tiny = halves(rising);
    // 1 January 2024 is a Monday; 1 February and 1 March are in it
    assertThat(tiny.run("month").rebalances()).isEqualTo(2);
    assertThat(tiny.run("week").rebalances()).isEqualTo(8);
    assertThat(tiny.run("quarter").rebalances()).isZero();
    assertThat(tiny.run("year").rebalances()).isZero();
  }

  @Test
  void new_money_comes_in_on_its_dates() {
    StrategyRun run = halves(10, 10, 10, 10, 10, 10, 10, 20).run("dca:fill");
    // 100.00 on 1 and 8 January: 50 more each at 10, then all at the close of the 8th
    assertThat(run.contributed()).isEqualByComparingTo("300");
    assertThat(end(run)).isCloseTo(10 * 20 + 10 * 10 + 100, CLOSE);
    assertThat(run.timeWeightedReturn().orElseThrow()).isCloseTo(.5, CLOSE);
    StrategyRun lump = halves(10, 10, 10, 10, 10, 10, 10, 20).run("lump");
    assertThat(lump.contributed()).isEqualByComparingTo("300");
    assertThat(end(lump)).isCloseTo(15 * 20 + 15 * 10, CLOSE);
  }

  @Test
  void another_rhythm_pays_in_the_same_money() {
    double[] flat = new double[60];
    java.util.Arrays.fill(flat, 10);
    Tiny tiny = halves(flat);
    assertThat(tiny.run("dca:fixed:day").contributed())
        .isEqualByComparingTo(tiny.run("dca:fixed").contributed());
  }

  @Test
  void money_alone_begins_at_the_target_mix() {
    Tiny tiny = halves(10, 20, 20).start(1_000_000);
    StrategyRun run = tiny.run("hold");
    assertThat(run.contributed()).isEqualByComparingTo("10000");
    assertThat(end(run)).isCloseTo(15_000, CLOSE);
    assertThat(end(tiny.costs("1", 0, 0).run("hold"))).isCloseTo(15_000 / 1.01, within(1e-6));
  }

  @Test
  void instalments_from_nothing() {
    StrategyRun run = halves(10, 10, 20).start(0).instalments(6_000, "day").run("dca:fixed");
    assertThat(run.contributed()).isEqualByComparingTo("180");
    assertThat(end(run)).isCloseTo(6 * 20 + 6 * 10 + 60, CLOSE);
  }

  @Test
  void losses_are_carried_into_the_next_year() {
    GainsByYear gains = new GainsByYear();
    TaxLot lot = new TaxLot(java.util.Optional.of(Tiny.FIRST), 1, 10_000);
    gains.add(Mixes.asset("bittensor"), lot, 2_000, Tiny.FIRST.plusDays(30));
    gains.add(Mixes.asset("bittensor"), lot, 19_000, Tiny.FIRST.plusYears(2).plusDays(30));
    // −3000, −3000 and 2000 left, which the long-term gain of 9000 takes
    int year = Tiny.FIRST.getYear();
    assertThat(gains.tax(Tiny.RATES, year + 2).orElseThrow())
        .isEqualByComparingTo(BigDecimal.valueOf(-1050 - 1050 + .15 * 7000));
  }

  @Test
  void years_after_the_last_sale_deduct_what_was_carried_into_them() {
    GainsByYear gains = new GainsByYear();
    TaxLot lot = new TaxLot(java.util.Optional.of(Tiny.FIRST), 1, 10_000);
    gains.add(Mixes.asset("bittensor"), lot, 2_000, Tiny.FIRST.plusDays(30));
    int year = Tiny.FIRST.getYear();
    // 3000, 3000 and 2000 of the 8000, and then nothing is left
    for (int after = 0; after < 4; after++) {
      double deducted = Math.min(8_000, 3_000 * (after + 1));
      assertThat(gains.tax(Tiny.RATES, year + after).orElseThrow())
          .isEqualByComparingTo(BigDecimal.valueOf(-.35 * deducted));
    }
    assertThat(new GainsByYear().tax(Tiny.RATES, year).orElseThrow()).isZero();
  }

  @Test
  void what_was_bought_for_an_unknown_price_has_no_tax() {
    Tiny tiny =
        Tiny.of(HALVES)
            .closes("bittensor", 10, 20)
            .closes("akash-network", 10, 10)
            .hold("bittensor", "layer-1", "5")
            .hold("akash-network", "hybrid", "5");
    assertThat(tiny.run("band").tax()).isEmpty();
    assertThat(tiny.run("hold").tax()).isPresent();
    assertThat(tiny.test("band").notes())
        .extracting(Warning::code)
        .contains(Warning.Code.COST_UNKNOWN, Warning.Code.UNDER_A_YEAR);
  }

  @Test
  void frozen_units_stay_and_the_rest_does_what_it_can() {
    StrategyRun run =
        Tiny.of(HALVES)
            .closes("bittensor", 10, 18, 40)
            .closes("akash-network", 10, 10, 10)
            .hold("bittensor", "layer-1", "4", "", Role.FROZEN)
            .hold("bittensor", "layer-1", "1")
            .hold("akash-network", "hybrid", "5")
            .run("band");
    assertThat(run.equity().get(2).weights().get(0))
        .isCloseTo(160 / run.equity().get(2).value(), CLOSE);
  }

  @Test
  void the_deepest_of_all_drawdowns_is_the_maximum() {
    StrategyRun run = halves(10, 20, 5, 10, 30, 15).run("hold");
    assertThat(run.equity())
        .extracting(EquityDay::drawdown)
        .usingComparatorForType(
            (a, b) -> Math.abs(a - b) < 1e-12 ? 0 : Double.compare(a, b), Double.class)
        .containsExactly(0.0, 0.0, 0.5, 1 / 3.0, 0.0, 0.375);
    assertThat(run.performance().orElseThrow().maxDrawdown()).isCloseTo(0.5, CLOSE);
  }

  @Test
  void constant_prices_without_fees_change_nothing() {
    for (String strategy : new String[] {"hold", "band", "band:1:edge", "month", "week"}) {
      StrategyRun run = halves(10, 10, 10, 10, 10, 10, 10, 10, 10).run(strategy);
      assertThat(end(run)).isCloseTo(100, CLOSE);
      assertThat(run.rebalances()).isZero();
      assertThat(run.performance().orElseThrow().volatility()).isZero();
    }
  }

  @Test
  void nobody_knows_what_to_buy() {
    Tiny tiny =
        Tiny.of("layer-1=50,layer-2=50")
            .closes("bittensor", 10, 20)
            .hold("bittensor", "layer-1", "5");
    assertThat(end(tiny.run("hold"))).isCloseTo(100, CLOSE);
    assertThatThrownBy(() -> tiny.run("band"))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("nothing is held of layer-2");
  }

  @Test
  void strategies_that_are_none() {
    for (String wrong :
        new String[] {"", "band:x", "hold:5", "dca:often", "band:5:6", "hold,hold"}) {
      assertThatThrownBy(() -> Strategy.parseList(wrong)).isInstanceOf(ProblemException.class);
    }
    assertThat(Strategy.parseList("Band:5/25:EDGE, hold")).hasSize(2);
    assertThat(Strategy.parseList("band:layer-1=3,default=5/25,band:hybrid=2,default=4:half,hold"))
        .extracting(Strategy::name)
        .containsExactly("band:layer-1=3,default=5/25", "band:hybrid=2,default=4:half", "hold");
  }

  @Test
  void exact_numbers_and_the_planners_of_today_say_the_same() {
    for (Method method : new Method[] {Method.FIFO, Method.LIFO, Method.HIFO}) {
      for (String strategy :
          new String[] {"band", "band:2:half", "band:5:edge", "week", "dca:gap", "lump"}) {
        Tiny tiny = mixed().costs("0.4", 0, 500).lots(method);
        StrategyRun run = tiny.run(strategy);
        StrategyRun exact = tiny.judged(strategy);
        String what = strategy + " " + method;
        assertThat(end(run)).as(what).isCloseTo(end(exact), within(.05));
        assertThat(run.rebalances()).as(what).isEqualTo(exact.rebalances());
        assertThat(run.fees().doubleValue())
            .as(what)
            .isCloseTo(exact.fees().doubleValue(), within(.05));
        assertThat(run.tax().orElseThrow().doubleValue())
            .as(what)
            .isCloseTo(exact.tax().orElseThrow().doubleValue(), within(.05));
      }
    }
  }

  private static Tiny mixed() {
    double[] tao = new double[40];
    double[] near = new double[40];
    double[] akt = new double[40];
    for (int i = 0; i < tao.length; i++) {
      tao[i] = Math.round(1e4 * (100 + 40 * Math.sin(i / 5.0))) / 1e4;
      near[i] = Math.round(1e4 * (5 + Math.cos(i / 3.0))) / 1e4;
      akt[i] = Math.round(1e4 * (3 + 1.5 * Math.sin(i / 7.0 + 2))) / 1e4;
    }
    return Tiny.of("layer-1=50,hybrid=30,stablecoin=20")
        .closes("bittensor", tao)
        .closes("near", near)
        .closes("akash-network", akt)
        .hold("bittensor", "layer-1", "60", "a", Role.TRADABLE, Tiny.lot("2022-03-01", "60", "900"))
        .hold(
            "near",
            "layer-1",
            "500",
            "b",
            Role.TRADABLE,
            Tiny.lot("2023-06-01", "300", "2000"),
            Tiny.lot("2023-02-01", "200", "300"))
        .hold("akash-network", "hybrid", "900", Tiny.lot("2021-03-01", "900", "5000"))
        .hold("usd", "stablecoin", "1500")
        .within(
            Map.of(
                Bucket.LAYER_1,
                Map.of("bittensor", BigDecimal.valueOf(70), "near", BigDecimal.valueOf(30))));
  }

  @Test
  void fees_only_lower_what_it_comes_to() {
    for (String strategy : new String[] {"band", "week", "dca:fill", "lump"}) {
      double before = end(mixed().run(strategy));
      for (String fee : new String[] {"0.1", "1", "5"}) {
        double after = end(mixed().costs(fee, 0, 0).run(strategy));
        assertThat(after).as(strategy + " " + fee).isLessThanOrEqualTo(before);
      }
      assertThat(end(mixed().run(strategy))).isCloseTo(before, CENT);
    }
  }
}
