package allot.render;

import allot.money.ExactDecimal;
import allot.portfolio.Lot;
import allot.price.Timestamp;
import allot.problem.Warning;
import allot.statement.Entry;
import allot.statement.Ledger;
import allot.statement.Leg;
import allot.statement.Statement;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The document allot.import/1: what every row of the statements was taken for, and what they come
 * to. Money is in the currency, instants are UTC, dates of lots local; source is file:line.
 */
public record ImportJson(
    String schema,
    String asOf,
    String currency,
    List<Envelope.Input> inputs,
    List<StatementRow> statements,
    List<String> accounts,
    List<Row> rows,
    List<HoldingRow> holdings,
    List<MissingRow> missing,
    List<String> notes,
    List<Envelope.Notice> warnings) {

  /** A file; tool if its source exports many exchanges, faults counts rows that are unreadable. */
  public record StatementRow(
      String file, String source, boolean tool, int rows, int entries, int faults) {

    static StatementRow of(Statement statement) {
      return new StatementRow(
          statement.file(),
          statement.source(),
          statement.tool(),
          statement.rows(),
          statement.entries().size(),
          statement.faults().size());
    }
  }

  /**
   * An entry, which may be made of several rows: then its source is the first. The kind is trade,
   * income, deposit, withdrawal, transfer, spending, removal, conversion, fee or internal; or
   * fault, for a row that could not be read, whose message says why, or joined, for one that an
   * entry of a row above tells of too. Amounts have no sign.
   */
  public record Row(
      String source,
      @Nullable String at,
      String kind,
      @Nullable String account,
      @Nullable String toAccount,
      @Nullable BigDecimal received,
      @Nullable String receivedAsset,
      @Nullable String receivedId,
      @Nullable BigDecimal sent,
      @Nullable String sentAsset,
      @Nullable String sentId,
      @Nullable BigDecimal fee,
      @Nullable String feeAsset,
      @Nullable String feeId,
      @Nullable BigDecimal value,
      @Nullable BigDecimal feeValue,
      @Nullable String label,
      @Nullable String hash,
      @Nullable String transaction,
      @Nullable String message) {

    static Row of(Entry entry) {
      return new Row(
          entry.origin().toString(),
          Timestamp.format(entry.at()),
          entry.kind().name().toLowerCase(Locale.ROOT),
          entry.account(),
          said(entry.toAccount()),
          quantity(entry.in()),
          asset(entry.in()),
          id(entry.in()),
          quantity(entry.out()),
          asset(entry.out()),
          id(entry.out()),
          quantity(entry.fee()),
          asset(entry.fee()),
          id(entry.fee()),
          Envelope.money(entry.value()),
          Envelope.money(entry.feeValue()),
          said(entry.label()),
          said(entry.hash()),
          said(entry.id()),
          null);
    }

    static Row of(Statement.Fault fault) {
      return bare(fault.origin(), "fault", ImportView.words(fault));
    }

    static Row joined(Entry.Origin origin) {
      return bare(origin, "joined", "told with a row above");
    }

    private static Row bare(Entry.Origin origin, String kind, String message) {
      return new Row(
          origin.toString(),
          null,
          kind,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          message);
    }

    private static @Nullable BigDecimal quantity(Optional<Leg> leg) {
      return leg.map(amount -> ExactDecimal.normal(amount.quantity())).orElse(null);
    }

    private static @Nullable String asset(Optional<Leg> leg) {
      return leg.map(amount -> amount.coin().code()).orElse(null);
    }

    private static @Nullable String id(Optional<Leg> leg) {
      return leg.map(amount -> Envelope.id(amount.coin().asset())).orElse(null);
    }

    private static @Nullable String said(String text) {
      return text.isEmpty() ? null : text;
    }
  }

  /** What is held; cost is null if that of one lot is. */
  public record HoldingRow(
      String asset,
      @Nullable String id,
      String account,
      BigDecimal quantity,
      @Nullable BigDecimal cost,
      List<LotRow> lots) {

    static HoldingRow of(Ledger.Position position) {
      return new HoldingRow(
          position.coin().code(),
          Envelope.id(position.coin().asset()),
          position.account(),
          ExactDecimal.normal(position.quantity()),
          Lot.cost(position.lots()).map(ExactDecimal::normal).orElse(null),
          position.lots().stream().map(LotRow::of).toList());
    }
  }

  /** A lot, as the portfolio file has it. */
  public record LotRow(@Nullable String acquired, BigDecimal quantity, @Nullable BigDecimal cost) {

    static LotRow of(Lot lot) {
      return new LotRow(
          lot.acquired().map(LocalDate::toString).orElse(null),
          ExactDecimal.normal(lot.quantity()),
          lot.cost().map(ExactDecimal::normal).orElse(null));
    }
  }

  /** Units that went and had never come. */
  public record MissingRow(String asset, String account, BigDecimal quantity, String source) {

    static MissingRow of(Ledger.Missing missing) {
      return new MissingRow(
          missing.symbol(),
          missing.account(),
          ExactDecimal.normal(missing.quantity()),
          missing.origin().toString());
    }
  }

  /**
   * The document.
   *
   * @param asOf when it was made
   */
  public static ImportJson of(
      Imported imported, Instant asOf, List<Envelope.Input> inputs, List<Warning> warnings) {
    Ledger ledger = imported.ledger();
    return new ImportJson(
        "allot.import/1",
        Timestamp.format(asOf),
        imported.currency().code(),
        inputs,
        imported.statements().stream().map(StatementRow::of).toList(),
        ledger.accounts(),
        rows(imported.statements()),
        ledger.positions().stream().map(HoldingRow::of).toList(),
        ledger.missing().stream().map(MissingRow::of).toList(),
        ledger.notes(),
        Envelope.notices(warnings));
  }

  /** All rows, file by file in the order of their lines: also the table of a dry run. */
  public static List<Row> rows(List<Statement> statements) {
    List<Row> rows = new ArrayList<>();
    for (Statement statement : statements) {
      List<Told> told = new ArrayList<>();
      statement.entries().forEach(e -> told.add(new Told(e.origin().line(), Row.of(e))));
      statement.faults().forEach(f -> told.add(new Told(f.origin().line(), Row.of(f))));
      statement.joined().stream()
          .forEach(
              line ->
                  told.add(new Told(line, Row.joined(new Entry.Origin(statement.file(), line)))));
      told.sort(Comparator.comparingLong(Told::line));
      told.forEach(one -> rows.add(one.row()));
    }
    return rows;
  }

  private record Told(long line, Row row) {}
}
