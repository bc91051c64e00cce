package allot.rebalance;

import allot.portfolio.TaxProfile.Method;
import allot.portfolio.TaxProfile.WashSale;
import allot.price.Quote;
import allot.rebalance.RebalanceSettings.Objective;
import allot.rebalance.RebalanceSettings.Sides;
import allot.tax.TaxYear;
import allot.tax.WashSales.Purchase;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Settings in the making: to the target, no fee, FIFO, no rates. */
final class Settings {
  private long cash;
  private Sides sides = Sides.BOTH;
  private Destination to = Destination.TARGET;
  private Objective minimize = Objective.TURNOVER;
  private Method lots = Method.FIFO;
  private BigDecimal fee = BigDecimal.ZERO;
  private long fixed;
  private long minOrder;
  private boolean transfers = true;
  private boolean force;
  private final Map<String, Quote> prices = new HashMap<>();
  private Optional<TaxYear> tax = Optional.empty();
  private WashSale washSale = WashSale.WARN;
  private final Map<String, List<Purchase>> plannedBuys = new HashMap<>();

  private Settings() {}

  static Settings of() {
    return new Settings();
  }

  private static long cents(String money) {
    return new BigDecimal(money).movePointRight(2).longValueExact();
  }

  Settings cash(String money) {
    cash = cents(money);
    return this;
  }

  Settings sides(Sides which) {
    sides = which;
    return this;
  }

  Settings to(Destination destination) {
    to = destination;
    return this;
  }

  Settings lots(Method method) {
    lots = method;
    return this;
  }

  Settings fee(String percent) {
    fee = new BigDecimal(percent);
    return this;
  }

  Settings fixed(String money) {
    fixed = cents(money);
    return this;
  }

  Settings minOrder(String money) {
    minOrder = cents(money);
    return this;
  }

  Settings noTransfer() {
    transfers = false;
    return this;
  }

  Settings force() {
    force = true;
    return this;
  }

  Settings prices(Map<String, String> byId) {
    byId.forEach(
        (id, price) -> prices.put(id, new Quote(new BigDecimal(price), Optional.empty(), "test")));
    return this;
  }

  Settings tax(TaxYear year) {
    tax = Optional.of(year);
    return this;
  }

  Settings washSale(WashSale rule) {
    washSale = rule;
    return this;
  }

  Settings planned(String id, Purchase purchase) {
    plannedBuys.put(id, List.of(purchase));
    return this;
  }

  /** The least tax plus fees, with the lots that make it. */
  Settings leastTax(TaxYear year) {
    minimize = Objective.TAX;
    lots = Method.MIN_TAX;
    return tax(year);
  }

  RebalanceSettings build() {
    return new RebalanceSettings(
        Plans.TODAY,
        cash,
        sides,
        to,
        minimize,
        lots,
        fee,
        fixed,
        minOrder,
        transfers,
        force,
        Map.copyOf(prices),
        tax,
        washSale,
        Map.copyOf(plannedBuys));
  }
}
