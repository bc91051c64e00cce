package allot.statement;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Where a generation of Coinbase's history keeps what. Old ones have the currency in the names of
 * the columns, {@code EUR Subtotal}.
 *
 * @param fixedCurrency of the names; empty if a column tells it
 */
record CoinbaseColumns(
    int id,
    int time,
    int type,
    int asset,
    int quantity,
    int currency,
    String fixedCurrency,
    int subtotal,
    int total,
    int notes) {

  static CoinbaseColumns of(Header header) {
    int subtotal = -1;
    int total = -1;
    String currency = "";
    List<String> names = header.names();
    for (int i = 0; i < names.size(); i++) {
      String name = names.get(i);
      if (name.endsWith("spot price at transaction") && name.indexOf(' ') == 3) {
        currency = name.substring(0, 3).toUpperCase(Locale.ROOT);
      } else if (name.endsWith("subtotal")) {
        subtotal = i;
      } else if (name.contains("(inclusive of")) {
        total = i;
      }
    }
    return new CoinbaseColumns(
        header.column("ID"),
        header.column("Timestamp"),
        header.column("Transaction Type"),
        header.column("Asset"),
        header.column("Quantity Transacted"),
        header.column("Price Currency", "Spot Price Currency"),
        currency,
        subtotal,
        total,
        header.column("Notes"));
  }

  /**
   * A row of the history.
   *
   * @param type in lower case
   * @param asset as written
   * @param quantity with its sign, which only newer generations have
   * @param subtotal without fees, without sign
   * @param total with fees of a purchase, after fees of a sale; without sign
   */
  record Transaction(
      long line,
      String id,
      Instant at,
      String type,
      String asset,
      Coin coin,
      BigDecimal quantity,
      String currency,
      Optional<BigDecimal> subtotal,
      Optional<BigDecimal> total,
      String notes) {

    /** What it was worth, without fees if that is stated. */
    Optional<BigDecimal> value() {
      return subtotal.or(() -> total);
    }
  }

  /**
   * Reads a row.
   *
   * @throws RowFault if a cell that must be there is not, or cannot be read
   */
  Transaction read(Row row, Coins coins, RepeatedWords words) {
    String time = row.need(time(), "Timestamp");
    String asset = row.need(asset(), "Asset");
    Optional<BigDecimal> without = row.amount(subtotal()).map(BigDecimal::abs);
    Optional<BigDecimal> with = row.amount(total()).map(BigDecimal::abs);
    return new Transaction(
        row.line(),
        row.text(id()),
        time.length() > 2 && time.charAt(2) == '/'
            ? Times.american(time, ZoneOffset.UTC)
            : Times.iso(time, ZoneOffset.UTC),
        words.lower(row.need(type(), "Transaction Type")),
        asset,
        coin(asset, coins),
        row.needAmount(quantity(), "Quantity Transacted"),
        fixedCurrency.isEmpty() ? row.text(currency()).toUpperCase(Locale.ROOT) : fixedCurrency,
        without,
        with,
        row.text(notes()));
  }

  /** Staked ether had a name of its own, and was the same thing. */
  static Coin coin(String asset, Coins coins) {
    return coins.of(asset);
  }
}
