package allot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import allot.Law;
import allot.catalog.Bucket;
import allot.file.InputFile;
import allot.file.PlanDocument;
import allot.file.PlanFile;
import allot.portfolio.Holding;
import allot.portfolio.Lot;
import allot.portfolio.Role;
import allot.portfolio.TaxProfile.WashSale;
import allot.problem.ProblemException;
import allot.rebalance.RandomPlans;
import allot.rebalance.RandomPlans.Sample;
import allot.rebalance.RebalancePlan;
import allot.rebalance.Trade;
import allot.record.Bookkeeper;
import allot.record.Entry;
import allot.record.LotLine;
import allot.record.LotLine.Happened;
import allot.record.Recording;
import allot.render.JsonRenderer;
import allot.render.RebalanceJson;
import allot.tax.Gains;
import allot.tax.LotSale;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A plan that is printed, read back and recorded. */
class RecordedPlanLawsTest {
  private static final int CASES = 300;
  private static final Instant NOW = Instant.parse("2026-11-20T18:00:00Z");

  private static Recording recording(Sample sample, RebalancePlan plan) {
    String json =
        JsonRenderer.render(RebalanceJson.of(plan, List.of(), "plan-1", List.of(), List.of()));
    PlanDocument document =
        PlanFile.read(InputFile.of("plan.json", json.getBytes(StandardCharsets.UTF_8)));
    RecordRequest.Plan request =
        new RecordRequest.Plan("plan.json", Optional.empty(), Optional.empty(), Optional.empty());
    List<Entry> entries =
        new RecordPlan(request, document, new RecordTerms(sample.portfolio(), NOW), List.of())
            .chosen()
            .entries();
    return Bookkeeper.book(sample.portfolio(), "p.json", entries);
  }

  /** The plan; none where a withdrawal cannot be paid. */
  private static Optional<RebalancePlan> plan(Sample sample) {
    try {
      return Optional.of(sample.plan());
    } catch (ProblemException e) {
      return Optional.empty();
    }
  }

  @Test
  void every_bucket_is_worth_what_the_plan_said() {
    int[] recorded = new int[1];
    Law.holds(
        CASES,
        random -> {
          Sample sample = RandomPlans.any(random);
          plan(sample)
              .ifPresent(
                  plan -> {
                    // without trades nothing is recorded, not even new money
                    if (plan.trades().isEmpty() || isMixed(sample, plan)) {
                      return;
                    }
                    Recording recording = recording(sample, plan);
                    Map<Bucket, BigDecimal> worth = worth(sample.holding(recording.after()));
                    plan.after()
                        .forEach(
                            (bucket, value) ->
                                assertThat(worth.getOrDefault(bucket, BigDecimal.ZERO))
                                    .as(bucket.name())
                                    .isEqualByComparingTo(value));
                    staysUntouched(sample, recording);
                    conserves(sample, recording);
                    recorded[0]++;
                  });
        });
    assertThat(recorded[0]).isGreaterThan(CASES / 5);
  }

  /** Whether an asset is traded in one bucket and recorded in another: no entry tells a bucket. */
  private static boolean isMixed(Sample sample, RebalancePlan plan) {
    for (Trade trade : plan.trades()) {
      Set<Bucket> buckets = new HashSet<>();
      for (Holding holding : sample.portfolio().holdings()) {
        if (holding.asset().equals(trade.asset())) {
          buckets.add(holding.bucket());
        }
      }
      if (buckets.isEmpty()) {
        buckets.add(trade.asset().bucket());
      }
      if (!buckets.equals(Set.of(trade.bucket()))) {
        return true;
      }
    }
    return false;
  }

  private static Map<Bucket, BigDecimal> worth(Sample sample) {
    Map<Bucket, BigDecimal> worth = new HashMap<>();
    sample
        .allocation()
        .shares()
        .forEach(share -> worth.put(share.bucket(), share.value().orElseThrow()));
    return worth;
  }

  private static void staysUntouched(Sample sample, Recording recording) {
    for (int i = 0; i < sample.portfolio().holdings().size(); i++) {
      Holding holding = sample.portfolio().holdings().get(i);
      if (holding.role() != Role.TRADABLE) {
        assertThat(recording.after().get(i)).isEqualTo(holding);
      }
    }
  }

  /** What is left, and what went, make up what was there and came. */
  private static void conserves(Sample sample, Recording recording) {
    BigDecimal units = units(sample.portfolio().holdings());
    BigDecimal cost = cost(sample.portfolio().holdings());
    for (LotLine line : recording.lots()) {
      BigDecimal sign = BigDecimal.valueOf(line.happened() == Happened.ADDED ? 1 : -1);
      units = units.add(line.units().quantity().multiply(sign));
      cost = cost.add(line.units().cost().orElse(BigDecimal.ZERO).multiply(sign));
    }
    assertThat(units(recording.after())).isEqualByComparingTo(units);
    assertThat(cost(recording.after())).isEqualByComparingTo(cost);
    for (Holding holding : recording.after()) {
      BigDecimal lots = BigDecimal.ZERO;
      for (Lot lot : holding.lots()) {
        lots = lots.add(lot.quantity());
      }
      assertThat(holding.lots().isEmpty() || lots.compareTo(holding.quantity()) == 0).isTrue();
    }
  }

  private static BigDecimal units(List<Holding> holdings) {
    BigDecimal sum = BigDecimal.ZERO;
    for (Holding holding : holdings) {
      sum = holding.asset().isCash() ? sum : sum.add(holding.quantity());
    }
    return sum;
  }

  private static BigDecimal cost(List<Holding> holdings) {
    BigDecimal sum = BigDecimal.ZERO;
    for (Holding holding : holdings) {
      for (Lot lot : holding.lots()) {
        sum = sum.add(lot.cost().orElse(BigDecimal.ZERO));
      }
    }
    return sum;
  }

  @Test
  void the_gains_are_those_that_the_plan_told() {
    Law.holds(
        CASES,
        random -> {
          Sample sample = RandomPlans.any(random);
          Optional<RebalancePlan> plan = plan(sample);
          if (plan.flatMap(RebalancePlan::gains).isEmpty()
              || sample.settings().washSale() == WashSale.DISALLOW) {
            return;
          }
          Gains gains = Gains.NONE;
          for (LotLine line : recording(sample, plan.get()).lots()) {
            if (line.sale().isPresent()) {
              LotSale sale = line.sale().get();
              gains = gains.plus(sale.term().orElseThrow(), sale.gain().orElseThrow());
            }
          }
          Gains told = plan.get().gains().orElseThrow();
          assertThat(gains.shortTerm()).isEqualByComparingTo(told.shortTerm());
          assertThat(gains.longTerm()).isEqualByComparingTo(told.longTerm());
        });
  }

  @Test
  void planned_again_there_is_nothing_left_to_trade() {
    int[] recorded = new int[1];
    Law.holds(
        CASES,
        random -> {
          Sample sample = RandomPlans.plain(random);
          RebalancePlan plan = sample.plan();
          if (plan.untraded().isEmpty() && !isMixed(sample, plan)) {
            Sample after = sample.again(recording(sample, plan).after());
            assertThat(after.plan().trades()).isEmpty();
            recorded[0]++;
          }
        });
    assertThat(recorded[0]).isGreaterThan(CASES / 5);
  }
}
