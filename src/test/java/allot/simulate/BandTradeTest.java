package allot.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import allot.Law;
import allot.portfolio.Bands;
import allot.rebalance.Destination;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BandTradeTest {
  private static final double[] V2 = {61234.56, 18000.10, 9999.99, 5000.01};

  private static BandLimits limits(Destination to) {
    SimulatedMix mix =
        Mixes.of("layer-1=40,layer-2=30,hybrid=20,stablecoin=10")
            .hold("a", "layer-1", V2[0])
            .hold("b", "layer-2", V2[1])
            .hold("c", "hybrid", V2[2])
            .hold("d", "stablecoin", V2[3])
            .build();
    return BandLimits.of(mix, Bands.parse("5"), to);
  }

  private static BandTrade trade(Destination to, double fee, double fixed) {
    BandTrade trade =
        new BandTrade(
            limits(to),
            new double[] {fee, fee, fee, fee},
            new double[] {fixed, fixed, fixed, fixed});
    System.arraycopy(V2, 0, trade.free, 0, 4);
    return trade;
  }

  @Test
  void V16_to_the_edge_without_fee() {
    BandTrade trade = trade(Destination.EDGE, 0, 0);
    assertThat(trade.plan()).isTrue();
    double total = 94234.66;
    assertThat(trade.turnover() * total).isCloseTo(18828.963, within(.0005));
    assertThat(trade.after[0]).isCloseTo(.45 * total, within(1e-6));
    assertThat(trade.fee()).isCloseTo(0, within(1e-6));
  }

  @Test
  void V20_to_target_with_a_fee() {
    double[] fees = {.002, .005, .01};
    double[] after = {94140.53486605, 93999.48821179, 93764.78582834};
    for (int i = 0; i < fees.length; i++) {
      BandTrade trade = trade(Destination.TARGET, fees[i], 0);
      assertThat(trade.plan()).isTrue();
      assertThat(trade.valueAfter()).isCloseTo(after[i], within(1e-6));
    }
    BandTrade trade = trade(Destination.TARGET, .005, 0);
    trade.plan();
    assertThat(trade.after[0] - V2[0]).isCloseTo(-23634.764715, within(1e-5));
    assertThat(trade.fee()).isCloseTo(235.171788, within(1e-5));
  }

  @Test
  void an_order_has_its_fixed_cost() {
    BandTrade trade = trade(Destination.TARGET, 0, 10);
    assertThat(trade.plan()).isTrue();
    assertThat(trade.fee()).isCloseTo(40, within(1e-6));
    assertThat(trade(Destination.TARGET, 0, 30_000).plan()).isFalse();
  }

  @Test
  void every_trade_ends_inside_and_loses_nothing_but_the_fee() {
    Law.holds(
        random -> {
          double to = random.nextInt(5) / 4.0;
          double fee = random.nextInt(3) == 0 ? 0 : random.nextDouble() * .02;
          BandTrade trade =
              trade(new Destination(new java.math.BigDecimal(Double.toString(to))), fee, 0);
          double stuck = random.nextBoolean() ? 1 : 0;
          double before = 0;
          double cost = 0;
          for (int i = 0; i < 4; i++) {
            trade.free[i] = random.nextDouble() * 1000;
            trade.stuck[i] = stuck * random.nextDouble() * 100;
            before += trade.free[i] + trade.stuck[i];
          }
          if (!trade.plan()) {
            // all are inside, or nothing that may be sold would help
            return;
          }
          double value = 0;
          for (int i = 0; i < 4; i++) {
            value += trade.after[i] + trade.stuck[i];
            cost += fee * Math.abs(trade.after[i] - trade.free[i]);
            assertThat(trade.after[i]).isNotNegative();
          }
          assertThat(value).isCloseTo(trade.valueAfter(), within(1e-9 * before));
          assertThat(before - cost).isCloseTo(value, within(1e-9 * before));
          double[] targets = {.4, .3, .2, .1};
          boolean floorBinds = false;
          for (int i = 0; i < 4; i++) {
            floorBinds |= trade.stuck[i] > (targets[i] - .05) * value;
          }
          for (int i = 0; i < 4 && !floorBinds; i++) {
            double weight = (trade.after[i] + trade.stuck[i]) / value;
            assertThat(Math.abs(weight - targets[i])).isLessThanOrEqualTo(.05 * to + 1e-9);
          }
        });
  }

  /** The back-test has these rules from rebalance, and reckons line by line. */
  @Test
  void with_floors_it_trades_as_the_back_test_does() {
    int[] idle = new int[1];
    ClosePrices unmoved =
        new ClosePrices(
            new CloseTable(List.of(), List.of(), new double[0][], Set.of(), List.of()), Map.of());
    Law.holds(
        random -> {
          double part = random.nextInt(5) / 4.0;
          double fee = random.nextInt(3) == 0 ? 0 : random.nextDouble() * .02;
          BandTrade trade =
              trade(new Destination(new java.math.BigDecimal(Double.toString(part))), fee, 0);
          BandLimits limits =
              limits(new Destination(new java.math.BigDecimal(Double.toString(part))));
          List<BasketLine> lines = new ArrayList<>();
          double total = 0;
          for (int i = 0; i < 4; i++) {
            trade.free[i] = random.nextInt(3) == 0 ? 0 : random.nextDouble() * 1000;
            trade.stuck[i] = random.nextBoolean() ? 0 : random.nextDouble() * 2000 + 1;
            total += trade.free[i] + trade.stuck[i];
            Stock stock = new Stock("", trade.free[i], List.of());
            lines.add(
                new BasketLine(
                    Mixes.asset("a" + i), i, -1, false, 1, trade.stuck[i], List.of(stock)));
          }
          if (total == 0) {
            return;
          }
          Basket basket = new Basket(lines, 4);
          basket.value(unmoved, 0);
          double[] ones = {1, 1, 1, 1};
          double[] goals = new BasketGoals(basket, limits, ones, fee, 0, 0).find();
          boolean traded = trade.plan();
          idle[0] += traded ? 0 : 1;
          for (int i = 0; i < 4; i++) {
            double after = traded ? trade.after[i] : trade.free[i];
            assertThat(after + trade.stuck[i]).isCloseTo(goals[i], within(1e-8 * total));
          }
        });
    assertThat(idle[0]).isPositive();
  }

  @Test
  void what_is_frozen_above_its_band_sells_nothing_of_the_others() {
    SimulatedMix mix =
        Mixes.of("aa=50,bb=30,cc=20")
            .hold("a", "aa", 700)
            .hold("b", "bb", 200)
            .hold("c", "cc", 100)
            .build();
    double[] none = new double[3];
    for (Destination to : List.of(Destination.TARGET, Destination.HALF, Destination.EDGE)) {
      BandTrade trade = new BandTrade(BandLimits.of(mix, Bands.FIVE_25, to), none, none);
      trade.stuck[0] = 700;
      trade.free[1] = 200;
      trade.free[2] = 100;
      assertThat(trade.plan()).isFalse();
      // what is above its own interval pays for what is below, down to its lower end
      double low = .3 - .05 * to.fraction().doubleValue();
      trade.free[1] = 310;
      trade.free[2] = 10;
      assertThat(trade.plan()).isTrue();
      assertThat(trade.after)
          .containsExactly(new double[] {0, low * 1020, 320 - low * 1020}, within(1e-6));
    }
  }
}
