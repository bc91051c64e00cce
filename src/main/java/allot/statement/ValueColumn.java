package allot.statement;

import allot.money.CurrencyUnit;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;

/**
 * A column of values in money, whose currency another column states, or the header in brackets:
 * {@code Net Value (USD)}. Values in another currency than the reader's are unknown.
 *
 * @param amount -1 if there are none in the reader's currency
 * @param currency -1 if the header has said that it is the reader's
 */
record ValueColumn(int amount, int currency) {

  /** Its currency stands in another column. */
  static ValueColumn of(Header header, String amount, String currency) {
    int stated = header.column(currency);
    return new ValueColumn(stated < 0 ? -1 : header.column(amount), stated);
  }

  /** Its currency stands in the header. */
  static ValueColumn inBrackets(Header header, String name, CurrencyUnit wanted) {
    String whole = name + " (" + wanted.code().toLowerCase(Locale.ROOT) + ")";
    return new ValueColumn(header.column(whole), -1);
  }

  /** The value; empty if there is none, or none in the reader's currency. */
  Optional<BigDecimal> read(Row row, CurrencyUnit wanted) {
    Optional<BigDecimal> value = row.amount(amount);
    if (value.isEmpty() || currency < 0) {
      return value;
    }
    String code = row.text(currency);
    int end = code.lastIndexOf(';');
    String stated = end < 0 ? code : code.substring(0, end);
    return stated.equalsIgnoreCase(wanted.code()) ? value : Optional.empty();
  }
}
