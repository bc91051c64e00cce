package allot.money;

import java.util.Currency;
import java.util.Optional;

/**
 * A currency of ISO 4217.
 *
 * @param code three capital letters
 * @param decimals how many decimals its amounts are shown with
 */
public record CurrencyUnit(String code, int decimals) {
  public static final CurrencyUnit USD = new CurrencyUnit("USD", 2);
  private static final CurrencyUnit EUR = new CurrencyUnit("EUR", 2);

  /** The currency of a code in capitals; empty if there is none. */
  public static Optional<CurrencyUnit> of(String code) {
    return switch (code) {
      case "USD" -> Optional.of(USD);
      case "EUR" -> Optional.of(EUR);
      default -> listed(code);
    };
  }

  private static Optional<CurrencyUnit> listed(String code) {
    try {
      int decimals = Currency.getInstance(code).getDefaultFractionDigits();
      return decimals < 0 ? Optional.empty() : Optional.of(new CurrencyUnit(code, decimals));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
