package allot.render;

import allot.catalog.Asset;
import allot.catalog.AssetCatalog;
import allot.money.CurrencyUnit;
import allot.portfolio.Lot;
import allot.statement.Coin;
import allot.statement.Entry;
import allot.statement.Ledger;
import allot.statement.Leg;
import allot.statement.RealizedYear;
import allot.statement.Statement;
import allot.tax.LotSelection;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Statements and ledgers made by hand. */
final class ImportSample {
  private ImportSample() {}

  static Coin coin(String code) {
    if (code.equals("USD") || code.equals("EUR")) {
      return new Coin(Asset.cash(code), code, true);
    }
    Asset asset =
        code.equals("TAO")
            ? AssetCatalog.builtIn().byId("bittensor").orElseThrow()
            : Asset.unknown(code);
    return new Coin(asset, code, false);
  }

  /** {@code 0.5 TAO}; nothing for an empty text. */
  static Optional<Leg> leg(String amount) {
    if (amount.isEmpty()) {
      return Optional.empty();
    }
    String[] parts = amount.split(" ", 2);
    return Optional.of(new Leg(coin(parts[1]), new BigDecimal(parts[0])));
  }

  private static Optional<BigDecimal> number(String text) {
    return text.isEmpty() ? Optional.empty() : Optional.of(new BigDecimal(text));
  }

  private static Optional<LocalDate> date(String text) {
    return text.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text));
  }

  /** At 12:00 and as many seconds as its line says, in Coinbase. */
  static Entry entry(
      long line, Entry.Kind kind, String in, String out, String fee, String value, String label) {
    return new Entry(
        kind,
        Instant.parse("2026-01-05T12:00:00Z").plusSeconds(line),
        "Coinbase",
        leg(in),
        leg(out),
        leg(fee),
        number(value),
        Optional.empty(),
        kind == Entry.Kind.TRANSFER ? "Ledger" : "",
        label,
        "",
        "",
        new Entry.Origin("c.csv", line));
  }

  static Lot lot(String acquired, String quantity, String cost) {
    return new Lot(date(acquired), new BigDecimal(quantity), number(cost));
  }

  static Ledger.Disposal disposal(
      String symbol,
      String acquired,
      String sold,
      String quantity,
      String proceeds,
      String cost,
      Ledger.Reason reason) {
    return new Ledger.Disposal(
        coin(symbol).asset(),
        symbol,
        "Coinbase",
        date(acquired),
        LocalDate.parse(sold),
        new BigDecimal(quantity),
        number(proceeds),
        number(cost),
        reason,
        new Entry.Origin("c.csv", 12));
  }

  static Ledger.Income income(
      String symbol, String date, String quantity, String value, String kind) {
    return new Ledger.Income(
        coin(symbol).asset(),
        symbol,
        "Coinbase",
        LocalDate.parse(date),
        new BigDecimal(quantity),
        number(value),
        kind,
        new Entry.Origin("c.csv", 7));
  }

  static Ledger ledger(List<Ledger.Disposal> disposals, List<Ledger.Income> income) {
    return new Ledger(
        List.of(), disposals, income, List.of(), List.of(), List.of("Coinbase"), Set.of());
  }

  /** Two known sales, one of them of another year, a swap of unknown gain, income. */
  static Ledger year2026() {
    return ledger(
        List.of(
            disposal("TAO", "2024-06-01", "2025-12-31", "9", "9", "1", Ledger.Reason.SELL),
            disposal("TAO", "2025-01-05", "2026-01-05", "0.50", "250.1", "200", Ledger.Reason.SELL),
            disposal(
                "TAO", "2025-01-05", "2026-01-06", "1.25", "1000", "1234.5678", Ledger.Reason.SWAP),
            disposal("NULL1", "", "2026-02-01", "1000", "10", "", Ledger.Reason.SPEND),
            disposal("TAO", "2025-03-01", "2026-02-02", "0.001", "", "0.4", Ledger.Reason.FEE)),
        List.of(
            income("TAO", "2025-12-31", "1", "400", "staking"),
            income("TAO", "2026-01-31", "0.01", "4.024999999", "staking"),
            income("NULL1", "2026-03-01", "77", "", "airdrop")));
  }

  static Realized realized(Ledger ledger) {
    return new Realized(
        RealizedYear.of(ledger, 2026),
        LotSelection.FIFO,
        CurrencyUnit.USD,
        ZoneId.of("America/New_York"),
        ledger.notes());
  }

  static Statement statement(List<Entry> entries, Statement.Fault... faults) {
    return new Statement(
        "c.csv", "coinbase", false, 9, entries, new BitSet(), List.of(), List.of(faults));
  }

  static Statement.Fault fault(long line, String message, String remedy) {
    return new Statement.Fault(new Entry.Origin("c.csv", line), message, remedy);
  }

  static Imported imported(Ledger ledger, Statement... statements) {
    return new Imported(List.of(statements), ledger, CurrencyUnit.USD, Optional.empty(), List.of());
  }
}
