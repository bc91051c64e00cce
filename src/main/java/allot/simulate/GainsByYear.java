package allot.simulate;

import allot.catalog.Asset;
import allot.tax.Gains;
import allot.tax.HoldingPeriod;
import allot.tax.TaxYear;
import allot.tax.Term;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The gains that a strategy realises, lot by lot, and the tax of the years they fall in. */
final class GainsByYear {
  private static final int DECIMALS = 8;

  private final Map<Integer, double[]> years = new TreeMap<>();
  private final Set<String> unknown = new TreeSet<>();

  /**
   * Adds what a sale takes of a lot.
   *
   * @param proceeds of this part, after fees
   */
  void add(Asset asset, TaxLot part, double proceeds, LocalDate sold) {
    if (!part.isKnown()) {
      unknown.add(asset.symbol());
      return;
    }
    Term term = HoldingPeriod.term(part.acquired().orElseThrow(), sold);
    double[] sums = years.computeIfAbsent(sold.getYear(), year -> new double[2]);
    sums[term == Term.SHORT ? 0 : 1] += proceeds - part.cost();
  }

  /** Assets that were sold without known cost or date, by symbol. */
  Set<String> unknown() {
    return unknown;
  }

  /**
   * The tax of all years, each with what the one before could not deduct; empty if the gain of
   * something sold is not known. What is left of a loss after the last sale is worth nothing.
   */
  Optional<BigDecimal> tax(TaxYear rates) {
    if (!unknown.isEmpty()) {
      return Optional.empty();
    }
    BigDecimal tax = BigDecimal.ZERO;
    Gains carried = Gains.NONE;
    int next = Integer.MIN_VALUE;
    for (Map.Entry<Integer, double[]> year : years.entrySet()) {
      // a year without sales deducts, too
      for (; next < year.getKey() && !carried.equals(Gains.NONE); next++) {
        tax = tax.add(rates.tax(carried));
        carried = rates.carried(carried);
      }
      Gains net = carried.plus(new Gains(money(year.getValue()[0]), money(year.getValue()[1])));
      tax = tax.add(rates.tax(net));
      carried = rates.carried(net);
      next = year.getKey() + 1;
    }
    return Optional.of(tax);
  }

  private static BigDecimal money(double sum) {
    return BigDecimal.valueOf(sum).setScale(DECIMALS, RoundingMode.HALF_EVEN);
  }
}
