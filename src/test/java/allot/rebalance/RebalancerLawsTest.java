package allot.rebalance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import allot.Law;
import allot.catalog.Bucket;
import allot.portfolio.Holding;
import allot.portfolio.Lot;
import allot.portfolio.Portfolio;
import allot.portfolio.Role;
import allot.portfolio.TaxProfile.Method;
import allot.portfolio.TaxProfile.WashSale;
import allot.problem.ProblemException;
import allot.rebalance.RandomPlans.Sample;
import allot.tax.LotPart;
import allot.tax.LotSale;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** What holds of every plan of trades. */
class RebalancerLawsTest {
  /** Of anything at all: such plans take milliseconds. */
  private static final int CASES = 250;

  private static final int SIMPLE_CASES = 500;

  /** The plan; none where a withdrawal cannot be paid. */
  private static Optional<RebalancePlan> plan(Sample sample) {
    try {
      return Optional.of(sample.plan());
    } catch (ProblemException e) {
      assertThat(sample.settings().cash()).as(e.getMessage()).isNegative();
      return Optional.empty();
    }
  }

  private static long cents(BigDecimal amount, RoundingMode mode) {
    return amount.setScale(2, mode).unscaledValue().longValueExact();
  }

  private static BigDecimal money(long cents) {
    return BigDecimal.valueOf(cents, 2);
  }

  private static BigDecimal spendable(Sample sample) {
    BigDecimal sum = BigDecimal.ZERO;
    for (Holding holding : sample.portfolio().holdings()) {
      if (holding.asset().isCash() && holding.role() == Role.TRADABLE) {
        sum = sum.add(holding.quantity());
      }
    }
    return sum;
  }

  private static BigDecimal step(Sample sample, Trade trade) {
    return sample.portfolio().costs().step(trade.asset().id());
  }

  @Test
  void the_residue_is_what_sells_bring_less_fees_and_buys_with_new_money() {
    Law.holds(
        CASES,
        random -> {
          Sample sample = RandomPlans.any(random);
          plan(sample)
              .ifPresent(
                  plan -> {
                    assertThat(plan.sold() - plan.fees() - plan.bought() + sample.settings().cash())
                        .isEqualTo(plan.residue());
                    assertThat(spendable(sample).add(money(plan.residue())).signum())
                        .as("no cash is spent that is not there")
                        .isNotNegative();
                    assertThat(plan.totalAfter())
                        .isCloseTo(
                            sample.total().add(money(sample.settings().cash() - plan.fees())),
                            within(money(plan.trades().size())));
                  });
        });
  }

  @Test
  void where_nothing_is_asked_of_cash_less_than_a_step_and_a_cent_an_order_is_left() {
    Law.holds(
        SIMPLE_CASES,
        random -> {
          Sample sample = withoutCash(RandomPlans.plain(random));
          if (!isCoined(sample)) {
            return;
          }
          RebalancePlan plan = sample.plan();
          // between edges that add up to 100 % there is no room for the last cents
          boolean roomy = sample.settings().to().equals(Destination.TARGET);
          BigDecimal most = money(plan.trades().size() + (roomy ? 0 : 100));
          for (Trade trade : plan.trades()) {
            most = most.add(step(sample, trade).multiply(trade.price()));
          }
          assertThat(money(plan.residue())).isBetween(BigDecimal.ZERO, most);
        });
  }

  private static Sample withoutCash(Sample sample) {
    return sample.holding(
        sample.portfolio().holdings().stream().filter(h -> !h.asset().isCash()).toList());
  }

  /** Whether the bucket of cash, if it is wanted, is wanted as coins that are held. */
  private static boolean isCoined(Sample sample) {
    Portfolio portfolio = sample.portfolio();
    return portfolio.target().of(Bucket.STABLECOIN).signum() == 0
        || (portfolio.holdings().stream().anyMatch(h -> h.bucket().equals(Bucket.STABLECOIN))
            && !portfolio.within().containsKey(Bucket.STABLECOIN));
  }

  @Test
  void with_fine_steps_every_bucket_ends_inside_its_interval() {
    Law.holds(
        SIMPLE_CASES,
        random -> {
          Sample sample = RandomPlans.plain(random);
          RebalancePlan plan = sample.plan();
          if (plan.trades().isEmpty() || !plan.untraded().isEmpty()) {
            return;
          }
          BigDecimal total = plan.totalAfter();
          // cash moves by whole cents, and sometimes no other bucket has room for the last of them
          BigDecimal slack = money(2);
          if (sample.settings().to().equals(Destination.TARGET)) {
            slack = slack.add(money(plan.trades().size()));
            for (Trade trade : plan.trades()) {
              slack = slack.add(step(sample, trade).multiply(trade.price()));
            }
          }
          for (Pot pot : Pots.of(sample.allocation(), sample.settings().prices())) {
            Mix.Interval interval =
                Mix.Interval.of(pot, sample.portfolio().bands(), sample.settings().to(), total);
            assertThat(plan.after().getOrDefault(pot.bucket(), BigDecimal.ZERO))
                .as(pot.bucket().name())
                .isBetween(interval.low().subtract(slack), interval.high().add(slack));
          }
        });
  }

  @Test
  void orders_are_whole_steps_of_what_may_be_traded_at_their_price_and_fee() {
    Law.holds(
        CASES,
        random -> {
          Sample sample = RandomPlans.any(random);
          Optional<RebalancePlan> plan = plan(sample);
          if (plan.isEmpty()) {
            return;
          }
          Map<String, BigDecimal> tradable = new HashMap<>();
          for (Holding holding : sample.portfolio().holdings()) {
            if (holding.role() == Role.TRADABLE
                && !holding.asset().isCash()
                && !holding.bucket().equals(Bucket.UNCLASSIFIED)) {
              tradable.merge(
                  key(holding.bucket(), holding.asset().id(), holding.account()),
                  holding.quantity(),
                  BigDecimal::add);
            }
          }
          boolean buying = false;
          Set<String> sold = new HashSet<>();
          Set<String> all = new HashSet<>();
          for (Trade trade : plan.get().trades()) {
            String key = key(trade.bucket(), trade.asset().id(), trade.account());
            assertThat(all.add(key)).as("one order each").isTrue();
            assertThat(trade.quantity().signum()).isPositive();
            assertThat(trade.quantity().remainder(step(sample, trade)).signum()).isZero();
            assertThat(trade.value())
                .isEqualTo(cents(trade.quantity().multiply(trade.price()), RoundingMode.HALF_EVEN))
                .isPositive()
                .isGreaterThanOrEqualTo(sample.settings().minOrder());
            assertThat(trade.fee())
                .isEqualTo(
                    cents(
                            BigDecimal.valueOf(trade.value(), 2)
                                .multiply(sample.settings().fee())
                                .movePointLeft(2),
                            RoundingMode.HALF_EVEN)
                        + sample.settings().fixed());
            assertThat(trade.asset().isCash()).isFalse();
            assertThat(trade.bucket()).isNotEqualTo(Bucket.UNCLASSIFIED);
            if (trade.isSale()) {
              assertThat(buying).as("sells before buys").isFalse();
              assertThat(trade.quantity())
                  .isLessThanOrEqualTo(tradable.getOrDefault(key, BigDecimal.ZERO));
              assertThat(trade.cashFlow()).isPositive();
              sold.add(trade.bucket() + " " + trade.asset().id());
            } else {
              buying = true;
              assertThat(sold).doesNotContain(trade.bucket() + " " + trade.asset().id());
              assertThat(sample.portfolio().target().of(trade.bucket()).signum()).isPositive();
              assertThat(trade.lots()).isEmpty();
            }
          }
        });
  }

  private static String key(Bucket bucket, String id, String account) {
    return bucket + " " + id + " " + account;
  }

  @Test
  void lots_add_up_to_the_sale_and_conserve_their_basis() {
    Law.holds(
        CASES,
        random -> {
          Sample sample = RandomPlans.any(random);
          plan(sample)
              .ifPresent(
                  plan ->
                      plan.trades().stream()
                          .filter(Trade::isSale)
                          .filter(trade -> !trade.lots().isEmpty())
                          .forEach(trade -> lotsHold(sample, trade)));
        });
  }

  private static void lotsHold(Sample sample, Trade trade) {
    BigDecimal quantity = BigDecimal.ZERO;
    BigDecimal proceeds = BigDecimal.ZERO;
    for (LotSale sale : trade.lots()) {
      LotPart part = sale.part();
      quantity = quantity.add(part.quantity());
      proceeds = proceeds.add(sale.proceeds());
      assertThat(part.quantity()).isLessThanOrEqualTo(part.lot().quantity());
      assertThat(sale.proceeds().signum()).isNotNegative();
      assertThat(sale.gain()).isEqualTo(part.cost().map(sale.proceeds()::subtract));
      assertThat(sale.sold()).isEqualTo(sample.settings().today());
      part.cost()
          .ifPresent(
              cost -> {
                Optional<Lot> rest = part.rest();
                BigDecimal left = rest.flatMap(Lot::cost).orElse(BigDecimal.ZERO);
                assertThat(cost.add(left)).isEqualByComparingTo(part.lot().cost().orElseThrow());
                assertThat(left.signum()).isNotNegative();
              });
    }
    assertThat(quantity).isEqualByComparingTo(trade.quantity());
    assertThat(proceeds).isEqualByComparingTo(BigDecimal.valueOf(trade.cashFlow(), 2));
  }

  @Test
  void no_order_of_lots_makes_less_tax_than_the_least() {
    Law.holds(
        CASES,
        random -> {
          Sample sample = RandomPlans.any(random);
          // a loss that the rule takes back is not one that the choice of lots looks for
          if (sample.settings().tax().isEmpty()
              || sample.settings().washSale() == WashSale.DISALLOW) {
            return;
          }
          Optional<BigDecimal> least = taxBy(Method.MIN_TAX, sample);
          for (Method method : List.of(Method.FIFO, Method.LIFO, Method.HIFO)) {
            Optional<BigDecimal> tax = taxBy(method, sample);
            if (least.isPresent() && tax.isPresent()) {
              assertThat(least.get()).as(method.label()).isLessThanOrEqualTo(tax.get());
            }
          }
        });
  }

  private static Optional<BigDecimal> taxBy(Method method, Sample sample) {
    return plan(sample.with(sample.settings().withLots(method))).flatMap(RebalancePlan::tax);
  }

  @Test
  void money_times_k_leaves_units_and_their_lots_as_they_are() {
    Law.holds(
        SIMPLE_CASES,
        random -> {
          long seed = random.nextLong();
          RebalancePlan one = roundPlan(new SplittableRandom(seed), 0);
          int power = random.nextInt(1, 4);
          RebalancePlan other = roundPlan(new SplittableRandom(seed), power);
          assertThat(other.untraded()).hasSameSizeAs(one.untraded());
          if (!one.untraded().isEmpty()) {
            return; // what is dropped is divided among the others, not in whole cents
          }
          assertThat(units(other)).isEqualTo(units(one));
          BigDecimal k = BigDecimal.ONE.scaleByPowerOfTen(power);
          assertThat(money(other.residue())).isEqualByComparingTo(money(one.residue()).multiply(k));
          for (int i = 0; i < one.trades().size(); i++) {
            assertThat(money(other.trades().get(i).value()))
                .isEqualByComparingTo(money(one.trades().get(i).value()).multiply(k));
          }
        });
  }

  private static List<String> units(RebalancePlan plan) {
    List<String> units = new ArrayList<>(Plans.described(plan));
    for (Trade trade : plan.trades()) {
      trade
          .lots()
          .forEach(lot -> units.add(lot.part().quantity() + " of " + lot.part().lot().acquired()));
    }
    return units;
  }

  /** Of a total and targets for which all goals are whole cents: nothing is left to rounding. */
  private static RebalancePlan roundPlan(SplittableRandom random, int power) {
    StringBuilder holdings = new StringBuilder();
    long total = 0;
    for (String asset : List.of("ETH", "ARB", "AKT")) {
      long units = random.nextLong(2, 3_000);
      long price = random.nextLong(1, 100);
      long old = random.nextLong(1, units);
      total += units * price;
      holdings.append(
          String.format(
              Locale.ROOT,
              """
              {"asset":"%s","quantity":%d,"price":"%de%d","lots":[
                {"acquired":"2025-01-01","quantity":%d,"cost":"%de%d"},
                {"acquired":"2026-01-01","quantity":%d,"cost":"%de%d"}]},
              """,
              asset,
              units,
              price,
              power,
              old,
              random.nextLong(90_000),
              power,
              units - old,
              random.nextLong(90_000),
              power));
    }
    long cash = 100 - total % 100 + 100 * random.nextLong(500);
    int first = random.nextInt(1, 70);
    int second = random.nextInt(1, 99 - first);
    String members =
        String.format(
            Locale.ROOT,
            """
            "target":{"layer-1":%d,"layer-2":%d,"hybrid":%d},
            "holdings":[%s{"asset":"USD","quantity":"%de%d"}]
            """,
            first,
            second,
            100 - first - second,
            holdings,
            cash,
            power);
    Settings settings =
        Settings.of()
            .cash(100 * random.nextInt(3) + "e" + power)
            .fixed(random.nextInt(4) + "e" + power)
            .minOrder(random.nextInt(500) + "e" + power)
            .lots(Method.values()[random.nextInt(3)])
            .force();
    return Rebalancer.plan(Plans.portfolio(members), settings.build());
  }

  /** Against every way to divide the total in twentieths, of which all edges are some. */
  @Test
  void no_division_inside_the_intervals_takes_less_turnover() {
    int[] compared = new int[1];
    Law.holds(
        SIMPLE_CASES,
        random -> {
          int grain = random.nextInt(1, 3);
          int whole = 20 * grain;
          int[] target = divided(random, 20);
          int[] held = divided(random, random.nextInt(8, 2 * whole));
          int[] frozen = new int[4];
          StringBuilder holdings = new StringBuilder();
          for (int i = 0; i < 4; i++) {
            frozen[i] = random.nextInt(4) == 0 ? random.nextInt(held[i]) : 0;
            holdings
                .append(holdings.isEmpty() ? "" : ",")
                .append(units(i, held[i] - frozen[i], ""));
            holdings.append(",").append(units(i, frozen[i], ",\"role\":\"frozen\""));
          }
          int band = random.nextInt(1, 4);
          // half of a band that 0 or 100 % cuts off would be no twentieth
          boolean half = Arrays.stream(target).allMatch(t -> t >= 2 * band && t <= 20 - 2 * band);
          Destination to =
              random.nextInt(4) == 0
                  ? Destination.TARGET
                  : half ? Destination.HALF : Destination.EDGE;
          int reach = to.equals(Destination.TARGET) ? 0 : band * grain;
          String members =
              String.format(
                  Locale.ROOT,
                  """
                  "target":{"layer-1":%d,"layer-2":%d,"hybrid":%d,"stablecoin":%d},"band":%d,
                  "holdings":[%s]
                  """,
                  5 * target[0],
                  5 * target[1],
                  5 * target[2],
                  5 * target[3],
                  5 * band * (half ? 2 : 1),
                  holdings);
          int[] low = new int[4];
          int[] high = new int[4];
          for (int i = 0; i < 4; i++) {
            low[i] = Math.max(frozen[i], target[i] * grain - reach);
            high[i] = Math.min(whole, target[i] * grain + reach);
          }
          int least = leastTurnover(held, low, high, whole);
          if (least == Integer.MAX_VALUE) {
            return;
          }
          int cash = whole - Arrays.stream(held).sum();
          RebalancePlan plan =
              Rebalancer.plan(
                  Plans.portfolio(members),
                  Settings.of().to(to).cash(cash + "000").force().build());
          assertThat(plan.sold() + plan.bought())
              .isCloseTo(least * 100_000L, within((long) plan.trades().size()));
          compared[0]++;
        });
    assertThat(compared[0]).isGreaterThan(SIMPLE_CASES / 2);
  }

  private static String units(int bucket, int thousands, String more) {
    return String.format(
        Locale.ROOT,
        "{\"asset\":\"%s\",\"quantity\":%de3,\"price\":1%s}",
        List.of("ETH", "ARB", "AKT", "USDC").get(bucket),
        thousands,
        more);
  }

  /** Four parts of a sum, each above zero. */
  private static int[] divided(SplittableRandom random, int sum) {
    int[] parts = {1, 1, 1, 1};
    for (int left = sum - 4; left > 0; left--) {
      parts[Math.min(3, random.nextInt(6))]++;
    }
    return parts;
  }

  private static int leastTurnover(int[] held, int[] low, int[] high, int whole) {
    int least = Integer.MAX_VALUE;
    for (int a = low[0]; a <= high[0]; a++) {
      for (int b = low[1]; b <= high[1]; b++) {
        for (int c = low[2]; c <= high[2]; c++) {
          int d = whole - a - b - c;
          if (d >= low[3] && d <= high[3]) {
            int moved =
                Math.abs(a - held[0])
                    + Math.abs(b - held[1])
                    + Math.abs(c - held[2])
                    + Math.abs(d - held[3]);
            least = Math.min(least, moved);
          }
        }
      }
    }
    return least;
  }
}
