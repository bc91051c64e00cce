package allot.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import allot.Law;
import allot.portfolio.Bands;
import allot.rebalance.Destination;
import org.junit.jupiter.api.Test;

class BandTradeTest {
  private static final double[] V2 = {61234.56, 18000.10, 9999.99, 5000.01};

  private static BandTrade trade(Destination to, double fee, double fixed) {
    SimulatedMix mix =
        Mixes.of("layer-1=40,layer-2=30,hybrid=20,stablecoin=10")
            .hold("a", "layer-1", V2[0])
            .hold("b", "layer-2", V2[1])
            .hold("c", "hybrid", V2[2])
            .hold("d", "stablecoin", V2[3])
            .build();
    BandTrade trade =
        new BandTrade(
            BandLimits.of(mix, Bands.parse("5"), to),
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
          assertThat(trade.plan()).isTrue();
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
}
