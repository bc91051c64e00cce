package allot.statement;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.Function;

/**
 * The two columns of an amount without a sign and what it is of.
 *
 * @param name of the amount's column, for messages
 */
record LegColumns(int amount, int currency, String name) {

  /** No such columns. */
  static final LegColumns NONE = new LegColumns(-1, -1, "");

  static LegColumns of(Header header, String amount, String currency) {
    return new LegColumns(header.column(amount), header.column(currency), amount);
  }

  /**
   * The leg; empty for an amount of zero, which neither comes nor goes.
   *
   * @throws RowFault if it is no amount, below zero, or of nothing
   */
  Optional<Leg> read(Row row, Function<String, Coin> coins) {
    Optional<BigDecimal> quantity = row.amount(amount);
    if (quantity.isEmpty() || quantity.get().signum() == 0) {
      return Optional.empty();
    }
    if (quantity.get().signum() < 0) {
      throw new RowFault(
          "`" + name + "` is below zero", "here the column says what comes and goes, not the sign");
    }
    return Optional.of(new Leg(coins.apply(row.text(currency)), quantity.get()));
  }

  /** Whether the row says zero, rather than nothing. */
  boolean isZero(Row row) {
    return row.amount(amount).filter(quantity -> quantity.signum() == 0).isPresent();
  }
}
