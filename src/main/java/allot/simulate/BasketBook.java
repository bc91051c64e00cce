package allot.simulate;

import allot.catalog.Bucket;
import allot.portfolio.Bands;
import allot.rebalance.Destination;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Trades a basket at closes, and keeps account of fees, turnover and gains. */
final class BasketBook {
  /** Where trades end. */
  private record Aim(Bands bands, Destination to) {}

  private final Basket basket;
  private final List<Bucket> buckets;
  private final List<BigDecimal> percents;
  private final ClosePrices prices;
  private final BacktestSettings settings;
  private final double feeRate;
  private final double fixed;
  private final double minOrder;
  private final GainsByYear gains = new GainsByYear();
  private final Map<Aim, BandLimits> known = new HashMap<>();
  private double fees;
  private double turnover;
  private int rebalances;

  BasketBook(Basket basket, Opening opening, ClosePrices prices, BacktestSettings settings) {
    this.basket = basket;
    this.buckets = opening.buckets();
    this.percents = buckets.stream().map(opening.portfolio().target()::of).toList();
    this.prices = prices;
    this.settings = settings;
    this.feeRate = settings.fee().doubleValue() / 100;
    this.fixed = opening.money(settings.fixed());
    this.minOrder = opening.money(settings.minOrder());
    this.fees = opening.fees();
  }

  GainsByYear gains() {
    return gains;
  }

  double fees() {
    return fees;
  }

  /** The parts of the value that were turned over, added up. */
  double turnover() {
    return turnover;
  }

  int rebalances() {
    return rebalances;
  }

  /** Brings every bucket to where it is to end, at a close at which the basket was valued. */
  void rebalance(Bands bands, Destination to, int day) {
    double total = basket.total();
    if (!(total > 0)) {
      return;
    }
    BandLimits limits = limits(bands, to).withDust(total);
    int lines = basket.lines().size();
    double[] closes = new double[lines];
    for (int i = 0; i < lines; i++) {
      closes[i] = prices.close(basket.lines().get(i).column, day);
    }
    BasketGoals goals = new BasketGoals(basket, limits, closes, feeRate, fixed, minOrder);
    double[] values = goals.find();
    double sold = 0;
    double bought = 0;
    LocalDate date = prices.days().get(day);
    for (int i = 0; i < lines; i++) {
      BasketLine line = basket.lines().get(i);
      double order = goals.order(i);
      if (line.cash) {
        line.addCash(values[i] - basket.worth(i));
      } else if (order > 0 && values[i] < basket.worth(i)) {
        sell(line, order, closes[i], date);
        sold += order;
      } else if (order > 0) {
        line.buy(order / closes[i], order * (1 + feeRate) + fixed, date);
        bought += order;
      }
    }
    if (sold + bought > 0) {
      fees += goals.fees();
      turnover += Math.max(sold, bought) / total;
      rebalances++;
    }
  }

  /** A strategy trades to one place all the time, and its limits are reckoned once. */
  private BandLimits limits(Bands bands, Destination to) {
    return known.computeIfAbsent(
        new Aim(bands, to), aim -> BandLimits.of(buckets, percents, 1, bands, to));
  }

  private void sell(BasketLine line, double value, double close, LocalDate date) {
    double units = value / close;
    double fee = value * feeRate + line.ordersToSell(units) * fixed;
    for (TaxLot part : line.sell(units, settings.method())) {
      gains.add(line.asset, part, (value - fee) * (part.quantity() / units), date);
    }
  }

  /**
   * Buys with new money; the fee comes out of it.
   *
   * @return whether the money was spent
   */
  boolean buy(BasketLine line, double money, int day) {
    if (line.cash) {
      line.addCash(money);
      return true;
    }
    double value = (money - fixed) / (1 + feeRate);
    if (!(value > 0) || money < minOrder) {
      return false;
    }
    line.buy(value / prices.close(line.column, day), money, prices.days().get(day));
    fees += money - value;
    return true;
  }
}
