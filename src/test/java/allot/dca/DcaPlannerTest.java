package allot.dca;

import static org.assertj.core.api.Assertions.assertThat;

import allot.Law;
import allot.allocation.Allocation;
import allot.allocation.Valuation;
import allot.catalog.AssetCatalog;
import allot.catalog.Bucket;
import allot.dca.DcaSchedule.Instalment;
import allot.dca.DcaSchedule.Order;
import allot.file.InputFile;
import allot.file.PortfolioFile;
import allot.money.Fraction;
import allot.portfolio.DcaTerms.Funding;
import allot.portfolio.DcaTerms.Strategy;
import allot.portfolio.Portfolio;
import allot.price.Freshness;
import allot.price.PriceBook;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** What holds of every plan; its figures are in {@code cases/dca}. */
class DcaPlannerTest {
  private static final LocalDate TODAY = LocalDate.parse("2026-11-20");
  private static final List<String> COINS =
      List.of("ETH", "SOL", "ARB", "OP", "AKT", "FIL", "USDC");

  /** A plan in the making; a scale moves the point of prices, and back that of quantities. */
  private record Plan(
      List<Long> quantities,
      List<Long> prices,
      List<Integer> target,
      List<Long> cents,
      Strategy strategy,
      Funding from,
      String fee,
      long minOrder) {

    static Plan any(SplittableRandom random) {
      return of(random, Strategy.values()[random.nextInt(3)], random.nextInt(3) == 0);
    }

    static Plan of(SplittableRandom random, Strategy strategy, boolean fromStablecoin) {
      List<Long> quantities = new ArrayList<>();
      List<Long> prices = new ArrayList<>();
      for (int i = 0; i <= COINS.size(); i++) {
        quantities.add(random.nextLong(1, random.nextBoolean() ? 100 : 1_000_000));
        prices.add(random.nextLong(1, random.nextBoolean() ? 1_000 : 1_000_000));
      }
      List<Integer> target = new ArrayList<>();
      int left = 100;
      for (int i = 0; i < 3; i++) {
        int part = random.nextInt(5) == 0 ? 0 : random.nextInt(left + 1);
        target.add(part);
        left -= part;
      }
      target.add(left);
      int n = random.nextInt(1, 9);
      List<Long> cents =
          random.nextBoolean()
              ? Collections.nCopies(n, random.nextLong(1, 100_000))
              : DcaSettings.split(random.nextLong(n, 1_000_000), n);
      return new Plan(
          quantities,
          prices,
          target,
          cents,
          strategy,
          fromStablecoin ? Funding.STABLECOIN : Funding.CASH,
          random.nextBoolean() ? "0" : "0.4",
          random.nextBoolean() ? 0 : random.nextLong(1, 20_000));
    }

    Plan free() {
      return new Plan(quantities, prices, target, cents, strategy, from, "0", 0);
    }

    Allocation allocation(int scale) {
      StringBuilder holdings = new StringBuilder();
      StringBuilder steps = new StringBuilder();
      for (int i = 0; i < COINS.size(); i++) {
        BigDecimal quantity = BigDecimal.valueOf(quantities.get(i), 2).movePointLeft(scale);
        BigDecimal price = BigDecimal.valueOf(prices.get(i), 2).movePointRight(scale);
        BigDecimal step = new BigDecimal("1e-8").movePointLeft(scale);
        holdings.append(
            String.format(
                Locale.ROOT,
                "{\"asset\": \"%s\", \"quantity\": \"%s\", \"price\": \"%s\"},\n",
                COINS.get(i),
                quantity.toPlainString(),
                price.toPlainString()));
        steps.append(
            String.format(
                Locale.ROOT,
                "%s\"%s\": \"%s\"",
                i == 0 ? "" : ", ",
                COINS.get(i),
                step.toPlainString()));
      }
      String cash = BigDecimal.valueOf(quantities.get(COINS.size()), 2).toPlainString();
      String text =
          String.format(
              Locale.ROOT,
              """
          {"timezone": "UTC", "asOf": "2026-11-20T16:00:00Z",
           "target": {"layer-1": %d, "layer-2": %d, "hybrid": %d, "stablecoin": %d},
           "within": {"layer-2": {"ARB": 70, "OP": 30}},
           "costs": {"step": {%s}},
           "holdings": [%s {"asset": "USD", "quantity": "%s"}]}
          """,
              target.get(0),
              target.get(1),
              target.get(2),
              target.get(3),
              steps,
              holdings,
              cash);
      Portfolio portfolio =
          PortfolioFile.read(
              InputFile.of("p.json", text.getBytes(StandardCharsets.UTF_8)),
              AssetCatalog.builtIn());
      return Allocation.of(
          Valuation.of(
              portfolio,
              PriceBook.EMPTY,
              new Freshness(Instant.parse("2026-11-20T18:00:00Z"), Optional.empty())));
    }

    DcaSchedule made(int scale) {
      List<LocalDate> dates = new ArrayList<>();
      for (int k = 0; k < cents.size(); k++) {
        dates.add(TODAY.plusWeeks(k));
      }
      return DcaPlanner.plan(
          allocation(scale),
          new DcaSettings(
              TODAY,
              dates,
              cents,
              strategy,
              from,
              new BigDecimal(fee),
              minOrder,
              Optional.empty(),
              Map.of()));
    }
  }

  private static long spent(Instalment instalment) {
    return instalment.orders().stream().mapToLong(Order::cents).sum();
  }

  @Test
  void spent_and_kept_and_carried_is_what_was_given_after_every_instalment() {
    Law.holds(
        random -> {
          DcaSchedule schedule = Plan.any(random).made(0);
          long given = 0;
          long gone = 0;
          for (Instalment instalment : schedule.instalments()) {
            given += instalment.cents();
            gone += spent(instalment) + instalment.kept();
            assertThat(instalment.kept()).isNotNegative();
            assertThat(instalment.carried()).isNotNegative().isEqualTo(given - gone);
          }
        });
  }

  @Test
  void rows_and_columns_add_up() {
    Law.holds(
        random -> {
          DcaSchedule.Totals totals = Plan.any(random).made(0).totals();
          long assets = totals.byAsset().values().stream().mapToLong(b -> b.cents()).sum();
          long buckets = totals.byBucket().values().stream().mapToLong(b -> b).sum();
          assertThat(assets + totals.kept() + totals.carried()).isEqualTo(totals.amount());
          assertThat(buckets + totals.carried()).isEqualTo(totals.amount());
        });
  }

  @Test
  void an_order_is_above_its_minimum_and_worth_its_money() {
    Law.holds(
        random -> {
          Plan plan = Plan.any(random);
          for (Instalment instalment : plan.made(0).instalments()) {
            for (Order order : instalment.orders()) {
              BigDecimal worth = order.quantity().multiply(order.price()).movePointRight(2);
              assertThat(order.cents()).isPositive().isGreaterThanOrEqualTo(plan.minOrder());
              assertThat(order.fee()).isNotNegative();
              assertThat(order.quantity()).isPositive();
              assertThat(worth.setScale(0, RoundingMode.CEILING).longValueExact() + order.fee())
                  .isEqualTo(order.cents());
            }
          }
        });
  }

  @Test
  void money_out_of_the_stablecoins_is_listed_and_never_more_than_their_excess() {
    Law.holds(
        random -> {
          Plan plan = Plan.of(random, Strategy.values()[random.nextInt(3)], true);
          DcaSchedule schedule = plan.made(0);
          BigDecimal excess =
              schedule
                  .before()
                  .share(Bucket.STABLECOIN)
                  .orElseThrow()
                  .standing()
                  .orElseThrow()
                  .toTarget()
                  .negate()
                  .movePointRight(2);
          for (Instalment instalment : schedule.instalments()) {
            assertThat(instalment.funding().stream().mapToLong(f -> f.cents()).sum())
                .isEqualTo(instalment.cents());
          }
          long amount = schedule.totals().amount();
          assertThat(BigDecimal.valueOf(amount)).isLessThanOrEqualTo(excess.max(BigDecimal.ZERO));
          assertThat(schedule.excessUsed())
              .isEqualTo(amount < plan.cents().stream().mapToLong(c -> c).sum());
        });
  }

  @Test
  void filling_never_leaves_more_drift_than_a_cent_a_bucket() {
    Law.holds(
        random -> {
          DcaSchedule schedule = Plan.of(random, Strategy.FILL, false).free().made(0);
          BigDecimal total = schedule.before().valuation().total().orElseThrow();
          BigDecimal slack = new BigDecimal("4").divide(total, 20, RoundingMode.CEILING);
          BigDecimal before =
              schedule.before().totalDrift().orElseThrow().rounded(20, RoundingMode.CEILING);
          for (Instalment instalment : schedule.instalments()) {
            assertThat(drift(schedule, instalment)).isLessThanOrEqualTo(before.add(slack));
          }
        });
  }

  private static BigDecimal drift(DcaSchedule schedule, Instalment instalment) {
    BigDecimal sum = BigDecimal.ZERO;
    for (Map.Entry<Bucket, Fraction> part : instalment.mix().entrySet()) {
      BigDecimal target = schedule.before().valuation().portfolio().target().of(part.getKey());
      sum = sum.add(part.getValue().rounded(20, RoundingMode.HALF_EVEN).subtract(target).abs());
    }
    return sum.divide(BigDecimal.valueOf(2), 20, RoundingMode.FLOOR);
  }

  @Test
  void scaling_all_prices_changes_no_amount() {
    Law.holds(
        random -> {
          Plan plan = Plan.any(random);
          assertThat(amounts(plan.made(1 + random.nextInt(4)))).isEqualTo(amounts(plan.made(0)));
        });
  }

  private static List<String> amounts(DcaSchedule schedule) {
    List<String> amounts = new ArrayList<>();
    for (Instalment instalment : schedule.instalments()) {
      for (Order order : instalment.orders()) {
        amounts.add(instalment.n() + order.asset().symbol() + order.cents() + "/" + order.fee());
      }
      amounts.add(instalment.kept() + "/" + instalment.carried() + "/" + instalment.cents());
    }
    return amounts;
  }
}
