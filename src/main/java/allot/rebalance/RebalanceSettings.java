package allot.rebalance;

import allot.portfolio.TaxProfile.Method;
import allot.portfolio.TaxProfile.WashSale;
import allot.price.Quote;
import allot.tax.TaxYear;
import allot.tax.WashSales.Purchase;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a rebalancing is to be.
 *
 * @param today the local date of sale
 * @param cash new money in cents, available wherever it is needed; negative: a withdrawal
 * @param sides what may be traded
 * @param minimize what is chosen among the ways to the destination
 * @param lots which lots a sale takes
 * @param fee percent of an order's value
 * @param fixed cents an order, beside that
 * @param minOrder cents; an order of less is dropped
 * @param transfers whether money may move between accounts
 * @param force whether to trade with every bucket in band
 * @param prices fresh quotes of assets that are not held, by asset id
 * @param tax the year's tax; empty without rates
 * @param plannedBuys what else is going to be bought, by asset id: for wash sales
 */
public record RebalanceSettings(
    LocalDate today,
    long cash,
    Sides sides,
    Destination to,
    Objective minimize,
    Method lots,
    BigDecimal fee,
    long fixed,
    long minOrder,
    boolean transfers,
    boolean force,
    Map<String, Quote> prices,
    Optional<TaxYear> tax,
    WashSale washSale,
    Map<String, List<Purchase>> plannedBuys) {

  /** What may be traded. */
  public enum Sides {
    BOTH,
    ONLY_BUY,
    ONLY_SELL
  }

  /** What is chosen among the ways to the destination. */
  public enum Objective {
    TURNOVER,
    /** The tax these trades make plus their fees. */
    TAX;

    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** The same with another destination, both buying and selling, whatever the mix is now. */
  public RebalanceSettings towards(Destination other) {
    return new RebalanceSettings(
        today,
        cash,
        Sides.BOTH,
        other,
        minimize,
        lots,
        fee,
        fixed,
        minOrder,
        transfers,
        true,
        prices,
        tax,
        washSale,
        plannedBuys);
  }

  /** The same with other sides. */
  public RebalanceSettings trading(Sides other) {
    return new RebalanceSettings(
        today,
        cash,
        other,
        to,
        minimize,
        lots,
        fee,
        fixed,
        minOrder,
        transfers,
        force,
        prices,
        tax,
        washSale,
        plannedBuys);
  }

  /** The same with another choice of lots. */
  public RebalanceSettings withLots(Method other) {
    return new RebalanceSettings(
        today,
        cash,
        sides,
        to,
        minimize,
        other,
        fee,
        fixed,
        minOrder,
        transfers,
        force,
        prices,
        tax,
        washSale,
        plannedBuys);
  }

  /** The same with so much new money and no sales. */
  public RebalanceSettings onlyBuying(long money) {
    return new RebalanceSettings(
        today,
        money,
        Sides.ONLY_BUY,
        to,
        Objective.TURNOVER,
        lots,
        fee,
        fixed,
        minOrder,
        transfers,
        true,
        prices,
        tax,
        washSale,
        plannedBuys);
  }
}
