package allot.dca;

import allot.allocation.Allocation;
import allot.allocation.BucketShare;
import allot.catalog.Asset;
import allot.catalog.Bucket;
import allot.dca.LimitLadder.Rung;
import allot.money.Fraction;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A dated plan of buys at flat prices. Money is in whole minor units ("cents") of the portfolio's
 * currency.
 *
 * @param today the date the plan was made
 * @param before the portfolio it starts from
 * @param instalments in order of their dates; those before today are done
 * @param inBandFrom from when on every bucket is in band
 * @param shortfalls what could not be bought and why
 * @param excessUsed whether instalments are absent because what pays for them is used up
 * @param decided whether there is a plan: without prices there is none
 */
public record DcaSchedule(
    LocalDate today,
    Allocation before,
    List<Instalment> instalments,
    Optional<InBandFrom> inBandFrom,
    List<Shortfall> shortfalls,
    boolean excessUsed,
    boolean decided) {

  /** The instalment after which every bucket is in band; 0 and today if it is already. */
  public record InBandFrom(int n, LocalDate date) {}

  /** Of a portfolio that cannot be planned for. */
  public static DcaSchedule undecided(LocalDate today, Allocation before) {
    return new DcaSchedule(today, before, List.of(), Optional.empty(), List.of(), false, false);
  }

  /** The same plan with some of its instalments alone. */
  public DcaSchedule only(List<Instalment> some) {
    return new DcaSchedule(today, before, some, inBandFrom, shortfalls, excessUsed, decided);
  }

  /** The instalments that are due today or later. */
  public List<Instalment> ahead() {
    List<Instalment> ahead = new ArrayList<>();
    for (Instalment instalment : instalments) {
      if (!instalment.done()) {
        ahead.add(instalment);
      }
    }
    return ahead;
  }

  /**
   * One instalment.
   *
   * @param n from 1
   * @param done whether its date has passed: its money is taken to be in the holdings
   * @param cents the money it brings
   * @param kept cents that stay cash, for the stablecoin bucket
   * @param carried all cents not yet spent after it
   * @param funding what pays for it, if that is not new money
   * @param expectedUnfilled cents of limits that probably do not fill; empty if unknown
   * @param mix percent of the total by bucket after it; empty if done
   * @param inBand whether every bucket is in band after it; empty if done
   */
  public record Instalment(
      int n,
      LocalDate date,
      boolean done,
      long cents,
      List<Order> orders,
      long kept,
      long carried,
      List<Funding> funding,
      Optional<Long> expectedUnfilled,
      Map<Bucket, Fraction> mix,
      Optional<Boolean> inBand) {}

  /**
   * A buy.
   *
   * @param account where most of the asset is held; may be empty
   * @param cents what leaves the pocket, the fee included
   * @param fee cents
   * @param limits the ladder it is placed as; empty for a plain buy
   */
  public record Order(
      Asset asset,
      Bucket bucket,
      String account,
      long cents,
      long fee,
      BigDecimal price,
      BigDecimal quantity,
      List<Limit> limits) {}

  /** A rung of an order's ladder and the probability, 0 to 1, that it fills before it expires. */
  public record Limit(Rung rung, Optional<BigDecimal> fillProbability) {}

  /**
   * Money out of the stablecoin bucket.
   *
   * @param quantity units that are given
   * @param disposal whether giving them is a taxable disposal: of a coin, not of cash
   */
  public record Funding(
      Asset asset, String account, BigDecimal quantity, long cents, boolean disposal) {}

  /** Money that the plan ends with and the reason. */
  public record Shortfall(Reason reason, String name, long cents) {}

  /** Why money is left. */
  public enum Reason {
    /** The asset's money never reaches the minimum order. */
    BELOW_MINIMUM,
    /** The asset's money never reaches one step. */
    BELOW_STEP,
    /** The bucket holds nothing and {@code within} names nothing. */
    NO_ASSET_CHOSEN
  }

  /**
   * What is planned, not what is done, in cents.
   *
   * @param carried what is left after the last instalment
   * @param byAsset in the order of the buckets
   * @param byBucket what goes to each bucket, kept cash included
   */
  public record Totals(
      long amount,
      long fees,
      long kept,
      long carried,
      Map<Asset, Bought> byAsset,
      Map<Bucket, Long> byBucket) {}

  /** How much is spent on an asset and how many units that buys. */
  public record Bought(long cents, BigDecimal quantity) {
    private Bought plus(Order order) {
      return new Bought(cents + order.cents(), quantity.add(order.quantity()));
    }
  }

  public Totals totals() {
    long amount = 0;
    long kept = 0;
    long fees = 0;
    long carried = 0;
    for (Instalment instalment : ahead()) {
      amount += instalment.cents();
      kept += instalment.kept();
      carried = instalment.carried();
    }
    Map<Asset, Bought> byAsset = new LinkedHashMap<>();
    Map<Bucket, Long> byBucket = new LinkedHashMap<>();
    for (BucketShare share : before.shares()) {
      long inBucket = share.bucket().equals(Bucket.STABLECOIN) ? kept : 0;
      for (Order order : orders(share.bucket())) {
        Bought before = byAsset.getOrDefault(order.asset(), new Bought(0, BigDecimal.ZERO));
        byAsset.put(order.asset(), before.plus(order));
        fees += order.fee();
        inBucket += order.cents();
      }
      if (inBucket > 0) {
        byBucket.put(share.bucket(), inBucket);
      }
    }
    return new Totals(amount, fees, kept, carried, byAsset, byBucket);
  }

  private List<Order> orders(Bucket bucket) {
    List<Order> orders = new ArrayList<>();
    for (Instalment instalment : ahead()) {
      for (Order order : instalment.orders()) {
        if (order.bucket().equals(bucket)) {
          orders.add(order);
        }
      }
    }
    return orders;
  }
}
