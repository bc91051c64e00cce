package allot.simulate;

import allot.portfolio.TaxProfile.Method;
import java.util.ArrayList;
import java.util.List;

/** Tradable units of one asset in one account, with their lots. Not for several threads. */
final class Stock {
  /** What rounding leaves of a lot, as a part of it, is nothing. */
  private static final double NOTHING = 1e-12;

  private final String account;
  private final List<TaxLot> lots;
  private double quantity;

  Stock(String account, double quantity, List<TaxLot> lots) {
    this.account = account;
    this.quantity = quantity;
    this.lots = new ArrayList<>(lots);
  }

  Stock copy() {
    return new Stock(account, quantity, lots);
  }

  String account() {
    return account;
  }

  double quantity() {
    return quantity;
  }

  /** Holds so much more, or less, of what has no lots. */
  void add(double units) {
    quantity = Math.max(0, quantity + units);
  }

  void buy(TaxLot lot) {
    lots.add(lot);
    quantity += lot.quantity();
  }

  /**
   * Takes units out.
   *
   * @param units at most what is held
   * @return the parts of lots that went
   */
  List<TaxLot> sell(double units, Method method) {
    List<TaxLot> sold = new ArrayList<>();
    double left = units;
    while (left > NOTHING * units && !lots.isEmpty()) {
      int next = next(method);
      TaxLot lot = lots.get(next);
      if (lot.quantity() <= left * (1 + NOTHING)) {
        sold.add(lot);
        lots.remove(next);
        left -= lot.quantity();
      } else {
        sold.add(lot.part(left));
        lots.set(next, lot.part(lot.quantity() - left));
        left = 0;
      }
    }
    quantity = Math.max(0, quantity - units);
    return sold;
  }

  private int next(Method method) {
    int next = 0;
    for (int i = 1; i < lots.size(); i++) {
      if (lots.get(i).goesBefore(lots.get(next), method)) {
        next = i;
      }
    }
    return next;
  }
}
