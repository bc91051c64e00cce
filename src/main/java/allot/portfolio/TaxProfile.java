package allot.portfolio;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;

/**
 * What the user's tax needs to know. Rates are percent; without both rates no tax is computed.
 *
 * @param method which lots a sale takes first
 * @param shortTerm rate on short-term gains
 * @param longTerm rate on long-term gains
 * @param ordinary rate that a deducted loss saves; the short-term rate if not given
 * @param lossLimit the most loss that a year deducts from other income
 * @param yearToDate gains realised already
 * @param washSale what to do about a loss when the asset is bought within 30 days
 */
public record TaxProfile(
    Method method,
    Optional<BigDecimal> shortTerm,
    Optional<BigDecimal> longTerm,
    Optional<BigDecimal> ordinary,
    BigDecimal lossLimit,
    Optional<YearToDate> yearToDate,
    WashSale washSale) {

  /** Which lots a sale takes first. */
  public enum Method {
    FIFO,
    LIFO,
    HIFO,
    MIN_TAX;

    public String label() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** What to do about wash sales. */
  public enum WashSale {
    OFF,
    WARN,
    DISALLOW;

    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Net gains of a year so far, in the portfolio's currency; losses are negative. */
  public record YearToDate(int year, BigDecimal shortTerm, BigDecimal longTerm) {}
}
