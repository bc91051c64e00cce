package allot.dca;

import allot.catalog.Asset;
import allot.catalog.Bucket;
import java.math.BigDecimal;
import java.util.Optional;

/** One asset that a plan may buy, and what has become of its money so far. */
final class Slot {
  /**
   * What does not change.
   *
   * @param cash whether money for it is kept rather than spent
   * @param share percent of the bucket's money, if {@code within} says
   * @param step the least tradable quantity
   * @param valueBefore what is held of it in this bucket before the plan
   */
  record Facts(
      Asset asset,
      Bucket bucket,
      String account,
      boolean cash,
      Optional<BigDecimal> share,
      BigDecimal price,
      BigDecimal step,
      BigDecimal valueBefore) {}

  private final Facts facts;
  private BigDecimal value;
  private long spent;
  private long unspent;

  Slot(Facts facts) {
    this.facts = facts;
    this.value = facts.valueBefore();
  }

  Facts facts() {
    return facts;
  }

  BigDecimal value() {
    return value;
  }

  /** Cents that all orders so far have taken. */
  long spent() {
    return spent;
  }

  /** Cents that were meant for it last and not spent. */
  long unspent() {
    return unspent;
  }

  void bought(BigDecimal worth, long cents, long budget) {
    value = value.add(worth);
    spent += cents;
    unspent = budget - cents;
  }
}
