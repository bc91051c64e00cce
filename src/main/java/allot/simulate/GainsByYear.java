package allot.simulate;

import allot.catalog.Asset;
import allot.tax.Gains;
import allot.tax.HoldingPeriod;
import allot.tax.TaxYear;
import allot.tax.Term;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The gains that a strategy realises, lot by lot, and the tax of the years they fall in. */
final class GainsByYear {
  private static final int DECIMALS = 8;
  private static final double[] NOTHING = {0, 0};

  private final TreeMap<Integer, double[]> years = new TreeMap<>();
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
   * something sold is not known. What is left of a loss after the last year is worth nothing.
   *
   * @param last the year of the last close; one without sales deducts a carried loss, too
   */
  Optional<BigDecimal> tax(TaxYear rates, int last) {
    if (!unknown.isEmpty()) {
      return Optional.empty();
    }
    BigDecimal tax = BigDecimal.ZERO;
    Gains carried = Gains.NONE;
    int first = years.isEmpty() ? last + 1 : years.firstKey();
    for (int year = first; year <= last; year++) {
      double[] sums = years.getOrDefault(year, NOTHING);
      Gains net = carried.plus(new Gains(money(sums[0]), money(sums[1])));
      tax = tax.add(rates.tax(net));
      carried = rates.carried(net);
    }
    return Optional.of(tax);
  }

  private static BigDecimal money(double sum) {
    return BigDecimal.valueOf(sum).setScale(DECIMALS, RoundingMode.HALF_EVEN);
  }
}
