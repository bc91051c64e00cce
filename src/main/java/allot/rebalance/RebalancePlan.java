package allot.rebalance;

import allot.allocation.Allocation;
import allot.catalog.Bucket;
import allot.money.Fraction;
import allot.portfolio.TaxProfile.Method;
import allot.tax.Gains;
import allot.tax.WashSales.Washed;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Trades, what they cost, and what the mix is after them.
 *
 * @param before the portfolio as it is
 * @param trades sells before buys, each in the order of buckets and of the file
 * @param transfers money that has to move between the sells and the buys
 * @param untraded what was left undone
 * @param residue cents by which the cash held changes: sells − fees − buys + new money
 * @param after what each bucket is worth after the trades, the residue counted as cash
 * @param gains by term; empty if a lot sold has no cost or no date
 * @param tax the change these trades make to the year's tax; empty if gains or rates are unknown
 * @param washed losses whose units are bought again within 30 days; with {@code disallow} they are
 *     not in the gains
 * @param method which lots were sold first, in fact
 * @param beyondNeed what was sold to lower the tax and what that saves
 * @param fallback why another method than the one asked for was used
 */
public record RebalancePlan(
    Allocation before,
    RebalanceSettings settings,
    List<Trade> trades,
    List<Transfer> transfers,
    List<Untraded> untraded,
    long residue,
    Map<Bucket, BigDecimal> after,
    Optional<Gains> gains,
    Optional<BigDecimal> tax,
    List<Washed> washed,
    Method method,
    Optional<BeyondNeed> beyondNeed,
    Optional<String> fallback) {

  /**
   * What the least tax sells more than the least turnover.
   *
   * @param cents value sold beyond it
   * @param saves how much less tax plus fees that is, in the portfolio's currency
   */
  public record BeyondNeed(long cents, BigDecimal saves) {}

  public long fees() {
    return trades.stream().mapToLong(Trade::fee).sum();
  }

  public long sold() {
    return trades.stream().filter(Trade::isSale).mapToLong(Trade::value).sum();
  }

  public long bought() {
    return trades.stream().filter(trade -> !trade.isSale()).mapToLong(Trade::value).sum();
  }

  /** The larger of buys and sells, in cents. */
  public long turnover() {
    return Math.max(sold(), bought());
  }

  /** What the portfolio is worth after the trades. */
  public BigDecimal totalAfter() {
    return after.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** A bucket's percent of the total after the trades; empty if that is zero. */
  public Optional<Fraction> weightAfter(Bucket bucket) {
    BigDecimal total = totalAfter();
    return total.signum() <= 0
        ? Optional.empty()
        : Optional.of(
            Fraction.of(after.getOrDefault(bucket, BigDecimal.ZERO).movePointRight(2), total));
  }

  /** Half the sum of all absolute drifts after the trades, in points; empty if nothing is left. */
  public Optional<Fraction> totalDriftAfter() {
    BigDecimal total = totalAfter();
    if (total.signum() <= 0) {
      return Optional.empty();
    }
    BigDecimal sum = BigDecimal.ZERO;
    for (Map.Entry<Bucket, BigDecimal> entry : after.entrySet()) {
      BigDecimal target = before.valuation().portfolio().target().of(entry.getKey());
      BigDecimal drift = entry.getValue().movePointRight(2).subtract(target.multiply(total));
      sum = sum.add(drift.abs());
    }
    return Optional.of(Fraction.of(sum, total.multiply(BigDecimal.valueOf(2))));
  }
}
