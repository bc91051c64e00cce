package allot.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import allot.Law;
import allot.Ratio;
import allot.allocation.BucketShare.Standing;
import allot.catalog.Bucket;
import allot.money.Fraction;
import allot.portfolio.Role;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** What holds of every portfolio; the second way of computing is in integer fractions. */
class AllocationLawsTest {
  private static final Ratio HUNDREDTH = Ratio.of(new BigDecimal("0.01"));

  /** Values by bucket straight from the rows. */
  private static Map<Bucket, Ratio> values(Sample sample) {
    Map<Bucket, Ratio> values = new LinkedHashMap<>();
    sample.target().percents().keySet().forEach(bucket -> values.put(bucket, Ratio.ZERO));
    for (Row row : sample.rows()) {
      if (row.role() != Role.EXCLUDED && row.quantity().signum() > 0) {
        Ratio value = Ratio.of(row.quantity()).times(Ratio.of(row.price().orElseThrow()));
        values.merge(row.build().bucket(), value, Ratio::plus);
      }
    }
    return values;
  }

  private static Ratio sum(Iterable<Ratio> parts) {
    Ratio sum = Ratio.ZERO;
    for (Ratio part : parts) {
      sum = sum.plus(part);
    }
    return sum;
  }

  private static Ratio target(Sample sample, Bucket bucket) {
    return Ratio.of(sample.target().of(bucket));
  }

  private static Standing standing(BucketShare share) {
    return share.standing().orElseThrow();
  }

  @Test
  void displayed_weights_add_up_to_100_and_are_within_a_unit_of_exact() {
    Law.holds(
        random -> {
          BigDecimal sum = BigDecimal.ZERO;
          for (BucketShare share : Portfolios.priced(random).allocation().shares()) {
            BigDecimal shown = standing(share).shownWeight();
            assertThat(shown.scale()).isEqualTo(2);
            assertThat(Ratio.of(shown).minus(Ratio.of(standing(share).weight())).abs())
                .isLessThan(HUNDREDTH);
            if (share.value().orElseThrow().signum() == 0) {
              assertThat(shown.signum()).isZero();
            }
            sum = sum.add(shown);
          }
          assertThat(sum).isEqualByComparingTo("100.00");
        });
  }

  @Test
  void weights_drift_and_what_to_buy_agree_with_integer_fractions() {
    Law.holds(
        random -> {
          Sample sample = Portfolios.priced(random);
          Map<Bucket, Ratio> values = values(sample);
          Ratio total = sum(values.values());
          Allocation allocation = sample.allocation();
          assertThat(Ratio.of(allocation.valuation().total().orElseThrow())).isEqualTo(total);
          assertThat(allocation.shares()).hasSameSizeAs(values.keySet());
          for (BucketShare share : allocation.shares()) {
            Ratio value = values.get(share.bucket());
            Ratio target = target(sample, share.bucket());
            Ratio weight = value.times(Ratio.HUNDRED).over(total);
            Standing standing = standing(share);
            assertThat(Ratio.of(share.value().orElseThrow())).isEqualTo(value);
            assertThat(Ratio.of(standing.weight())).isEqualTo(weight);
            assertThat(Ratio.of(standing.drift())).isEqualTo(weight.minus(target));
            assertThat(standing.relativeDrift().isPresent()).isEqualTo(target.signum() > 0);
            standing
                .relativeDrift()
                .ifPresent(
                    relative ->
                        assertThat(Ratio.of(relative))
                            .isEqualTo(
                                weight.over(target).minus(Ratio.of(1)).times(Ratio.HUNDRED)));
            assertThat(Ratio.of(standing.toTarget()))
                .isEqualTo(target.times(total).over(Ratio.HUNDRED).minus(value));
          }
        });
  }

  @Test
  void total_drift_is_half_the_sum_and_the_sum_of_the_positive_parts() {
    Law.holds(
        random -> {
          Sample sample = Portfolios.priced(random);
          Map<Bucket, Ratio> values = values(sample);
          Ratio total = sum(values.values());
          Ratio all = Ratio.ZERO;
          Ratio positive = Ratio.ZERO;
          Ratio overlap = Ratio.ZERO;
          for (Map.Entry<Bucket, Ratio> entry : values.entrySet()) {
            Ratio weight = entry.getValue().times(Ratio.HUNDRED).over(total);
            Ratio target = target(sample, entry.getKey());
            Ratio drift = weight.minus(target);
            all = all.plus(drift.abs());
            positive = drift.signum() > 0 ? positive.plus(drift) : positive;
            overlap = overlap.plus(weight.compareTo(target) < 0 ? weight : target);
          }
          Allocation allocation = sample.allocation();
          assertThat(Ratio.of(allocation.totalDrift().orElseThrow()))
              .isEqualTo(all.over(Ratio.of(2)))
              .isEqualTo(positive);
          assertThat(Ratio.of(allocation.accuracy().orElseThrow())).isEqualTo(overlap);
        });
  }

  @Test
  void a_status_is_where_the_weight_is_between_its_exact_edges() {
    Law.holds(
        random -> {
          Sample sample = Portfolios.priced(random);
          boolean allIn = true;
          for (BucketShare share : sample.allocation().shares()) {
            Standing standing = standing(share);
            Ratio weight = Ratio.of(standing.weight());
            boolean in =
                weight.compareTo(Ratio.of(standing.low())) >= 0
                    && weight.compareTo(Ratio.of(standing.high())) <= 0;
            assertThat(standing.status() == BucketShare.Status.IN).isEqualTo(in);
            assertThat(Ratio.of(standing.low())).isGreaterThanOrEqualTo(Ratio.ZERO);
            assertThat(Ratio.of(standing.high())).isLessThanOrEqualTo(Ratio.HUNDRED);
            allIn &= in;
          }
          assertThat(sample.allocation().inBand()).contains(allIn);
        });
  }

  @Test
  void scaling_all_prices_changes_no_weight_no_drift_and_no_status() {
    Law.holds(
        random -> {
          Sample sample = Portfolios.withoutZeroTargets(random);
          BigDecimal factor = new BigDecimal(Portfolios.decimal(random, 1, 1_000_000, 6));
          Sample scaled =
              Sample.of(
                      sample.rows().stream()
                          .map(row -> row.priced(row.price().map(factor::multiply)))
                          .toList())
                  .target(sample.target());
          sameStandings(sample.band("5/25").allocation(), scaled.band("5/25").allocation());
        });
  }

  private static void sameStandings(Allocation a, Allocation b) {
    assertThat(b.shares()).hasSameSizeAs(a.shares());
    for (int i = 0; i < a.shares().size(); i++) {
      Standing left = standing(a.shares().get(i));
      Standing right = standing(b.shares().get(i));
      assertThat(b.shares().get(i).bucket()).isEqualTo(a.shares().get(i).bucket());
      assertThat(right.weight()).isEqualByComparingTo(left.weight());
      assertThat(right.drift()).isEqualByComparingTo(left.drift());
      assertThat(right.shownWeight()).isEqualByComparingTo(left.shownWeight());
      assertThat(right.status()).isEqualTo(left.status());
    }
    assertThat(b.totalDrift().orElseThrow()).isEqualByComparingTo(a.totalDrift().orElseThrow());
    assertThat(b.inBand()).isEqualTo(a.inBand());
  }

  @Test
  void permuting_holdings_permutes_nothing_but_their_rows() {
    Law.holds(
        random -> {
          Sample sample = Portfolios.priced(random);
          List<Row> rows = new ArrayList<>(sample.rows());
          if (random.nextBoolean()) {
            rows.add(differentlyPriced(random, rows).in("elsewhere"));
            rows.add(rows.get(random.nextInt(rows.size())).unpriced().in("nowhere"));
            sample = Sample.of(rows).target(sample.target());
          }
          Collections.shuffle(rows, new Random(random.nextLong()));
          Sample shuffled = Sample.of(rows).target(sample.target()).band("5/25");
          sample.band("5/25");
          sameStandings(sample.allocation(), shuffled.allocation());
          assertThat(shuffled.verdict().status()).isEqualTo(sample.verdict().status());
          assertThat(messages(shuffled)).isEqualTo(messages(sample));
          assertThat(new HashSet<>(shuffled.advisories()))
              .isEqualTo(new HashSet<>(sample.advisories()));
          assertThat(shuffled.exposure().assets().stream().map(Exposure.Part::name))
              .containsExactlyElementsOf(
                  sample.exposure().assets().stream().map(Exposure.Part::name).toList());
          assertThat(shuffled.exposure().hhi().orElseThrow())
              .isEqualByComparingTo(sample.exposure().hhi().orElseThrow());
        });
  }

  private static Row differentlyPriced(SplittableRandom random, List<Row> rows) {
    Row row = rows.get(random.nextInt(rows.size()));
    return row.asset().isCash()
        ? row
        : row.priced(Optional.of(new BigDecimal(Portfolios.decimal(random, 1, 5_000, 3))));
  }

  private static HashSet<String> messages(Sample sample) {
    HashSet<String> messages = new HashSet<>();
    sample.verdict().findings().forEach(finding -> messages.add(finding.message()));
    return messages;
  }

  @Test
  void without_any_one_price_nothing_is_decided_and_no_total_is_higher() {
    Law.holds(
        random -> {
          Sample sample = Portfolios.priced(random);
          BigDecimal before = sample.valuation().knownValue();
          for (Row gone : sample.rows()) {
            if (gone.asset().isCash() || !gone.build().isHeld()) {
              continue;
            }
            String id = gone.asset().id();
            Sample without =
                Sample.of(
                        sample.rows().stream()
                            .map(row -> row.asset().id().equals(id) ? row.unpriced() : row)
                            .toList())
                    .target(sample.target());
            assertThat(without.verdict().status()).isEqualTo(Verdict.Status.UNDECIDED);
            assertThat(without.allocation().inBand()).isEmpty();
            assertThat(without.valuation().total()).isEmpty();
            assertThat(without.valuation().knownValue()).isLessThanOrEqualTo(before);
          }
        });
  }

  @Test
  void buying_and_selling_what_is_off_target_makes_all_drifts_zero() {
    Law.holds(
        random -> {
          Sample sample = Portfolios.priced(random);
          List<Row> after = new ArrayList<>();
          BigDecimal traded = BigDecimal.ZERO;
          for (BucketShare share : sample.allocation().shares()) {
            BigDecimal toTarget = standing(share).toTarget();
            BigDecimal held = share.value().orElseThrow().add(toTarget);
            assertThat(held.signum()).isNotNegative();
            traded = traded.add(toTarget);
            after.add(Row.of("vana", held.toPlainString(), "1").bucket(share.bucket().name()));
          }
          assertThat(traded).isEqualByComparingTo("0");
          Allocation balanced = Sample.of(after).target(sample.target()).allocation();
          assertThat(balanced.totalDrift().orElseThrow().signum()).isZero();
          assertThat(balanced.inBand()).contains(true);
          assertThat(balanced.shares()).allMatch(share -> standing(share).drift().signum() == 0);
        });
  }

  @Test
  void the_deposit_to_target_sells_nothing_and_no_smaller_one_would_do() {
    Law.holds(
        random -> {
          Sample sample =
              random.nextBoolean()
                  ? Portfolios.priced(random)
                  : Portfolios.withoutZeroTargets(random);
          Map<Bucket, Ratio> values = values(sample);
          Optional<Fraction> deposit = sample.allocation().depositToTarget();
          boolean stuck = false;
          for (Map.Entry<Bucket, Ratio> entry : values.entrySet()) {
            stuck |= target(sample, entry.getKey()).signum() == 0 && entry.getValue().signum() > 0;
          }
          assertThat(deposit.isEmpty()).isEqualTo(stuck);
          if (stuck) {
            return;
          }
          Ratio money = Ratio.of(deposit.orElseThrow());
          Ratio total = sum(values.values());
          assertThat(money.signum()).isNotNegative();
          assertThat(leastBuy(sample, values, total.plus(money))).isEqualTo(Ratio.ZERO);
          if (money.signum() > 0) {
            Ratio less = money.times(Ratio.of(new BigDecimal("0.999999999")));
            assertThat(leastBuy(sample, values, total.plus(less))).isLessThan(Ratio.ZERO);
          }
        });
  }

  /** The smallest of the buys that make the mix exact; below zero it is a sale. */
  private static Ratio leastBuy(Sample sample, Map<Bucket, Ratio> values, Ratio newTotal) {
    Ratio least = null;
    for (Map.Entry<Bucket, Ratio> entry : values.entrySet()) {
      Ratio wanted = target(sample, entry.getKey()).times(newTotal).over(Ratio.HUNDRED);
      Ratio buy = wanted.minus(entry.getValue());
      boolean counts = target(sample, entry.getKey()).signum() > 0;
      least = counts && (least == null || buy.compareTo(least) < 0) ? buy : least;
    }
    return least;
  }

  @Test
  void concentration_agrees_with_integer_fractions() {
    Law.holds(
        random -> {
          Sample sample = Portfolios.priced(random);
          Map<String, Ratio> assets = new LinkedHashMap<>();
          for (Row row : sample.rows()) {
            if (row.role() != Role.EXCLUDED) {
              Ratio value = Ratio.of(row.quantity()).times(Ratio.of(row.price().orElseThrow()));
              assets.merge(row.asset().id(), value, Ratio::plus);
            }
          }
          Ratio total = sum(assets.values());
          Ratio hhi = Ratio.ZERO;
          for (Ratio value : assets.values()) {
            Ratio weight = value.over(total);
            hhi = hhi.plus(weight.times(weight));
          }
          Exposure exposure = sample.exposure();
          assertThat(Ratio.of(exposure.hhi().orElseThrow())).isEqualTo(hhi);
          assertThat(Ratio.of(exposure.effectiveAssets().orElseThrow()))
              .isEqualTo(Ratio.of(1).over(hhi));
          assertThat(exposure.hhi().orElseThrow().rounded(10, RoundingMode.HALF_EVEN))
              .isBetween(new BigDecimal("0.0000000001"), BigDecimal.ONE);
        });
  }

  @Test
  void sectors_add_up_to_the_total_and_no_chain_is_more_than_all() {
    Law.holds(
        random -> {
          Exposure exposure = Portfolios.priced(random).exposure();
          BigDecimal sum = BigDecimal.ZERO;
          for (Exposure.Part part : exposure.sectors()) {
            sum = sum.add(part.value().orElseThrow());
          }
          assertThat(sum).isEqualByComparingTo(exposure.total().orElseThrow());
          assertThat(exposure.hosts())
              .allMatch(p -> exposure.weight(p).orElseThrow().compareTo(new BigDecimal(100)) <= 0);
        });
  }
}
