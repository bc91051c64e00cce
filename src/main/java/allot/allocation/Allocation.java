package allot.allocation;

import allot.allocation.BucketShare.Standing;
import allot.allocation.BucketShare.Status;
import allot.catalog.Bucket;
import allot.money.Apportionment;
import allot.money.Fraction;
import allot.portfolio.Bands;
import allot.portfolio.Portfolio;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The weights of a valued portfolio against its target.
 *
 * @param shares the buckets of the target in its order, then others that hold something by name,
 *     then the unclassified
 */
public record Allocation(Valuation valuation, List<BucketShare> shares) {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final BigDecimal TWO = BigDecimal.valueOf(2);
  private static final int SHOWN_DECIMALS = 2;

  public static Allocation of(Valuation valuation) {
    Map<Bucket, Optional<BigDecimal>> values = valuesByBucket(valuation);
    Optional<BigDecimal> total = valuation.weighable();
    List<BigDecimal> shown = List.of();
    if (total.isPresent()) {
      List<BigDecimal> known = new ArrayList<>();
      values.values().forEach(value -> known.add(value.orElseThrow()));
      shown = Apportionment.percentages(known, SHOWN_DECIMALS);
    }
    List<BucketShare> shares = new ArrayList<>();
    for (Map.Entry<Bucket, Optional<BigDecimal>> entry : values.entrySet()) {
      Bucket bucket = entry.getKey();
      BigDecimal target = valuation.portfolio().target().of(bucket);
      Optional<Standing> standing = Optional.empty();
      if (total.isPresent()) {
        Bands.Limits limits = valuation.portfolio().bands().limits(bucket, target, total.get());
        BigDecimal value = entry.getValue().orElseThrow();
        standing =
            Optional.of(standing(value, total.get(), target, limits, shown.get(shares.size())));
      }
      shares.add(new BucketShare(bucket, entry.getValue(), target, standing));
    }
    return new Allocation(valuation, List.copyOf(shares));
  }

  private static Standing standing(
      BigDecimal value,
      BigDecimal total,
      BigDecimal target,
      Bands.Limits limits,
      BigDecimal shownWeight) {
    Fraction weight = Fraction.of(value.multiply(HUNDRED), total);
    Fraction drift = Fraction.of(value.multiply(HUNDRED).subtract(target.multiply(total)), total);
    Optional<Fraction> relative =
        target.signum() == 0
            ? Optional.empty()
            : Optional.of(Fraction.of(drift.numerator().multiply(HUNDRED), total.multiply(target)));
    Status status =
        weight.compareTo(limits.high()) > 0
            ? Status.OVER
            : weight.compareTo(limits.low()) < 0 ? Status.UNDER : Status.IN;
    BigDecimal toTarget = target.multiply(total).movePointLeft(2).subtract(value);
    return new Standing(
        weight, shownWeight, drift, relative, limits.low(), limits.high(), status, toTarget);
  }

  private static Map<Bucket, Optional<BigDecimal>> valuesByBucket(Valuation valuation) {
    Portfolio portfolio = valuation.portfolio();
    Map<Bucket, Optional<BigDecimal>> held = new LinkedHashMap<>();
    for (Position position : valuation.held()) {
      held.merge(
          position.holding().bucket(),
          position.value(),
          (sum, value) -> sum.flatMap(s -> value.map(s::add)));
    }
    Map<Bucket, Optional<BigDecimal>> ordered = new LinkedHashMap<>();
    for (Bucket bucket : portfolio.target().percents().keySet()) {
      ordered.put(bucket, held.getOrDefault(bucket, Optional.of(BigDecimal.ZERO)));
    }
    List<Bucket> others = new ArrayList<>(held.keySet());
    others.sort(
        Comparator.comparing((Bucket b) -> b.equals(Bucket.UNCLASSIFIED))
            .thenComparing(Bucket::name));
    for (Bucket bucket : others) {
      ordered.putIfAbsent(bucket, held.get(bucket));
    }
    return ordered;
  }

  /** The share of a bucket, if it is in the target or held. */
  public Optional<BucketShare> share(Bucket bucket) {
    for (BucketShare share : shares) {
      if (share.bucket().equals(bucket)) {
        return Optional.of(share);
      }
    }
    return Optional.empty();
  }

  /** Whether every bucket is in band; empty if there are no weights. */
  public Optional<Boolean> inBand() {
    if (valuation.weighable().isEmpty()) {
      return Optional.empty();
    }
    boolean in = true;
    for (BucketShare share : shares) {
      in &= share.standing().orElseThrow().status() == Status.IN;
    }
    return Optional.of(in);
  }

  /**
   * Half the sum of all absolute drifts, in percentage points: what share of the portfolio is in
   * the wrong bucket (ALGORITHMS: total drift, active share).
   */
  public Optional<Fraction> totalDrift() {
    return valuation
        .weighable()
        .map(
            total -> {
              BigDecimal sum = BigDecimal.ZERO;
              for (BucketShare share : shares) {
                sum = sum.add(share.standing().orElseThrow().drift().numerator().abs());
              }
              return Fraction.of(sum, total.multiply(TWO));
            });
  }

  /** 100 less the total drift. */
  public Optional<Fraction> accuracy() {
    return totalDrift().map(drift -> Fraction.of(HUNDRED).minus(drift));
  }

  /**
   * The least new money that reaches the target without a sale: max(value / target) less the total.
   * Empty if none does, because a bucket of target 0 holds something, or if there are no weights.
   */
  public Optional<Fraction> depositToTarget() {
    Optional<BigDecimal> total = valuation.weighable();
    if (total.isEmpty()) {
      return Optional.empty();
    }
    Fraction needed = Fraction.ZERO;
    for (BucketShare share : shares) {
      BigDecimal value = share.value().orElseThrow();
      if (share.target().signum() == 0) {
        if (value.signum() > 0) {
          return Optional.empty();
        }
        continue;
      }
      Fraction whole = Fraction.of(value.multiply(HUNDRED), share.target());
      needed = whole.compareTo(needed) > 0 ? whole : needed;
    }
    return Optional.of(needed.minus(Fraction.of(total.get())));
  }
}
