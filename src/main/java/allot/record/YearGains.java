package allot.record;

import allot.tax.LotSale;
import allot.tax.Term;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * What sales of one year gained, in the portfolio's currency; losses are negative.
 *
 * @param unknown how many of the lots have no known gain or no known term, and are in neither sum
 */
public record YearGains(int year, BigDecimal shortTerm, BigDecimal longTerm, int unknown) {

  static List<YearGains> of(List<LotLine> lots) {
    TreeMap<Integer, YearGains> years = new TreeMap<>();
    for (LotLine line : lots) {
      line.sale()
          .ifPresent(
              sale -> {
                int year = sale.sold().getYear();
                YearGains none = new YearGains(year, BigDecimal.ZERO, BigDecimal.ZERO, 0);
                years.merge(year, none.with(sale), (known, one) -> known.with(sale));
              });
    }
    return new ArrayList<>(years.values());
  }

  private YearGains with(LotSale sale) {
    if (sale.gain().isEmpty() || sale.term().isEmpty()) {
      return new YearGains(year, shortTerm, longTerm, unknown + 1);
    }
    BigDecimal gain = sale.gain().get();
    return sale.term().get() == Term.SHORT
        ? new YearGains(year, shortTerm.add(gain), longTerm, unknown)
        : new YearGains(year, shortTerm, longTerm.add(gain), unknown);
  }
}
