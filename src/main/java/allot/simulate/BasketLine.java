package allot.simulate;

import allot.catalog.Asset;
import allot.portfolio.TaxProfile.Method;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One asset of one bucket: what is held of it, and what of that may be traded. */
final class BasketLine {
  final Asset asset;
  final int bucket;
  final int column;
  final boolean cash;

  /** Weight inside the bucket; NaN where that goes by what is held. */
  final double share;

  private final double stuck;
  private final List<Stock> stocks;

  BasketLine(
      Asset asset,
      int bucket,
      int column,
      boolean cash,
      double share,
      double stuck,
      List<Stock> stocks) {
    this.asset = asset;
    this.bucket = bucket;
    this.column = column;
    this.cash = cash;
    this.share = share;
    this.stuck = stuck;
    this.stocks = new ArrayList<>(stocks);
  }

  BasketLine copy(double otherShare) {
    return new BasketLine(
        asset, bucket, column, cash, otherShare, stuck, stocks.stream().map(Stock::copy).toList());
  }

  /** Units that may be sold. */
  double free() {
    double sum = 0;
    for (Stock stock : stocks) {
      sum += stock.quantity();
    }
    return sum;
  }

  double quantity() {
    return stuck + free();
  }

  /** How many orders a sale of so many units takes: one in each account. */
  int ordersToSell(double units) {
    int orders = 0;
    double left = units;
    for (Stock stock : byQuantity()) {
      orders += left > 0 ? 1 : 0;
      left -= stock.quantity();
    }
    return orders;
  }

  /** Adds to money, or takes of it. */
  void addCash(double money) {
    if (stocks.isEmpty()) {
      stocks.add(new Stock("", 0, List.of()));
    }
    double left = money;
    for (Stock stock : stocks) {
      double held = stock.quantity();
      stock.add(left);
      left -= stock.quantity() - held;
    }
  }

  /**
   * Buys where most of it is held.
   *
   * @param cost of all units, the fee included
   */
  void buy(double units, double cost, LocalDate day) {
    if (stocks.isEmpty()) {
      stocks.add(new Stock("", 0, List.of()));
    }
    byQuantity().get(0).buy(new TaxLot(Optional.of(day), units, cost));
  }

  /** Sells, out of the account that holds most first; the parts of lots that went. */
  List<TaxLot> sell(double units, Method method) {
    List<TaxLot> sold = new ArrayList<>();
    double left = units;
    for (Stock stock : byQuantity()) {
      double part = Math.min(left, stock.quantity());
      if (part > 0) {
        sold.addAll(stock.sell(part, method));
        left -= part;
      }
    }
    return sold;
  }

  private List<Stock> byQuantity() {
    List<Stock> sorted = new ArrayList<>(stocks);
    sorted.sort((a, b) -> Double.compare(b.quantity(), a.quantity()));
    return sorted;
  }
}
