package allot.rebalance;

import allot.catalog.Asset;
import allot.catalog.Bucket;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One asset of one bucket: what is held of it in all accounts and what may be traded. */
final class Line {
  private final Bucket bucket;
  private final Asset asset;
  private final boolean cash;
  private final BigDecimal step;
  private final Optional<BigDecimal> share;
  private final Optional<BigDecimal> price;
  private final Optional<String> home;
  private final BigDecimal value;
  private final List<Pile> piles;

  /**
   * @param cash whether it is money of the portfolio's currency, which is never traded
   * @param share percent of the bucket, if {@code within} steers it; zero for what it leaves out
   * @param price of a unit bought; empty if there is none
   * @param home the account that holds most of it
   * @param value of all that is held, tradable or not
   * @param piles what may be sold
   */
  Line(
      Bucket bucket,
      Asset asset,
      boolean cash,
      BigDecimal step,
      Optional<BigDecimal> share,
      Optional<BigDecimal> price,
      Optional<String> home,
      BigDecimal value,
      List<Pile> piles) {
    this.bucket = bucket;
    this.asset = asset;
    this.cash = cash;
    this.step = step;
    this.share = share;
    this.price = price;
    this.home = home;
    this.value = value;
    this.piles = new ArrayList<>(piles);
    this.piles.sort(Comparator.comparing(Pile::value).reversed());
  }

  Bucket bucket() {
    return bucket;
  }

  Asset asset() {
    return asset;
  }

  boolean isCash() {
    return cash;
  }

  BigDecimal step() {
    return step;
  }

  Optional<BigDecimal> share() {
    return share;
  }

  Optional<BigDecimal> price() {
    return price;
  }

  Optional<String> home() {
    return home;
  }

  BigDecimal value() {
    return value;
  }

  /** The largest first. */
  List<Pile> piles() {
    return piles;
  }

  /** What of it may be sold, or spent, without these piles. */
  BigDecimal sellable(Set<Pile> without) {
    BigDecimal sum = BigDecimal.ZERO;
    for (Pile pile : piles) {
      if (!without.contains(pile)) {
        sum = sum.add(pile.value());
      }
    }
    return sum;
  }
}
