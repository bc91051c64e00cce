package allot.simulate;

import allot.rebalance.RebalancePlan;
import allot.rebalance.Trade;
import allot.tax.Gains;
import allot.tax.LotSale;
import allot.tax.TaxYear;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The gains that a strategy realises, lot by lot, and the tax of the years they fall in. */
final class ExactGainsByYear {
  private final Map<Integer, Gains> years = new TreeMap<>();
  private final Set<String> unknown = new TreeSet<>();

  void add(RebalancePlan plan) {
    int year = plan.settings().today().getYear();
    for (Trade trade : plan.trades()) {
      if (trade.isSale() && trade.lots().isEmpty()) {
        unknown.add(trade.asset().symbol());
      }
      for (LotSale sale : trade.lots()) {
        if (sale.gain().isEmpty() || sale.term().isEmpty()) {
          unknown.add(trade.asset().symbol());
        } else {
          Gains gain = Gains.NONE.plus(sale.term().get(), sale.gain().get());
          years.merge(year, gain, Gains::plus);
        }
      }
    }
  }

  /** Assets that were sold without known cost or date, by symbol. */
  Set<String> unknown() {
    return unknown;
  }

  /**
   * The tax of all years, each with what the one before could not deduct; empty if the gain of
   * something sold is not known.
   *
   * @param end the year of the last close
   */
  Optional<BigDecimal> tax(TaxYear rates, int end) {
    if (!unknown.isEmpty()) {
      return Optional.empty();
    }
    BigDecimal tax = BigDecimal.ZERO;
    Gains carried = Gains.NONE;
    int last = 0;
    for (Map.Entry<Integer, Gains> year : years.entrySet()) {
      if (last != 0) {
        // a year without sales deducts, too
        for (int between = last + 1; between < year.getKey(); between++) {
          tax = tax.add(rates.tax(carried));
          carried = rates.carried(carried);
        }
      }
      Gains net = carried.plus(year.getValue());
      tax = tax.add(rates.tax(net));
      carried = rates.carried(net);
      last = year.getKey();
    }
    for (int after = last + 1; last != 0 && after <= end; after++) {
      tax = tax.add(rates.tax(carried));
      carried = rates.carried(carried);
    }
    return Optional.of(tax);
  }
}
