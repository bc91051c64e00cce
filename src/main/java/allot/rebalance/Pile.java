package allot.rebalance;

import allot.portfolio.Holding;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** Units of an asset that may be sold out of one account, or money of one account to be spent. */
final class Pile {
  private final String account;
  private final BigDecimal price;
  private final BigDecimal step;
  private final List<Holding> holdings = new ArrayList<>();
  private BigDecimal quantity = BigDecimal.ZERO;

  /**
   * @param price of one unit, above zero
   * @param step the least tradable quantity
   */
  Pile(String account, BigDecimal price, BigDecimal step) {
    this.account = account;
    this.price = price;
    this.step = step;
  }

  void add(Holding holding) {
    holdings.add(holding);
    quantity = quantity.add(holding.quantity());
  }

  String account() {
    return account;
  }

  BigDecimal price() {
    return price;
  }

  List<Holding> holdings() {
    return holdings;
  }

  BigDecimal value() {
    return quantity.multiply(price);
  }

  /** The units in whole steps. */
  BigDecimal wholeSteps() {
    return quantity.divide(step, 0, RoundingMode.FLOOR).multiply(step);
  }
}
