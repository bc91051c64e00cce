package allot.statement;

import allot.catalog.Asset;
import allot.portfolio.Lot;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What all statements together come to.
 *
 * @param positions what is held, by account and asset, in the order of accounts' and assets' first
 *     entries; none of zero
 * @param disposals what was sold, swapped, spent or paid as a fee in coin, part of a lot by part of
 *     a lot, in the order of time, on the dates that the terms ask for
 * @param income in the order of time, likewise
 * @param missing what was disposed of, or moved, and had never come; empty if nothing was, or if
 *     the terms fill it in with lots of unknown date and cost
 * @param notes what the user should know, each a line: unmatched transfers, unknown values,
 *     balances that disagree, rows counted once
 * @param accounts all accounts that the statements tell of, as first written
 * @param byClose where entries stand whose value is the close of their day
 */
public record Ledger(
    List<Position> positions,
    List<Disposal> disposals,
    List<Income> income,
    List<Missing> missing,
    List<String> notes,
    List<String> accounts,
    Set<Entry.Origin> byClose) {

  /**
   * @param quantity the sum of the lots, above zero
   * @param lots the oldest first, those without a date last
   */
  public record Position(String account, Coin coin, BigDecimal quantity, List<Lot> lots) {}

  /** Why units went. */
  public enum Reason {
    SELL,
    SWAP,
    FEE,
    SPEND;

    public String label() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /**
   * A part of a lot that was disposed of.
   *
   * @param acquired local date; empty if unknown
   * @param sold local date
   * @param proceeds after fees, of this part; empty if unknown
   * @param cost of this part; empty if unknown
   */
  public record Disposal(
      Asset asset,
      String symbol,
      String account,
      Optional<LocalDate> acquired,
      LocalDate sold,
      BigDecimal quantity,
      Optional<BigDecimal> proceeds,
      Optional<BigDecimal> cost,
      Reason reason,
      Entry.Origin origin) {

    /** Proceeds less cost; empty if either is unknown. */
    public Optional<BigDecimal> gain() {
      return proceeds.flatMap(money -> cost.map(money::subtract));
    }
  }

  /**
   * Units that came as income.
   *
   * @param date local
   * @param value then; empty if unknown
   * @param kind {@code staking}, {@code airdrop}, {@code interest} and so on
   */
  public record Income(
      Asset asset,
      String symbol,
      String account,
      LocalDate date,
      BigDecimal quantity,
      Optional<BigDecimal> value,
      String kind,
      Entry.Origin origin) {}

  /** Units that went and had never come. */
  public record Missing(String symbol, String account, BigDecimal quantity, Entry.Origin origin) {}
}
