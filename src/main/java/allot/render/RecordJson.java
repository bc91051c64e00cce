package allot.render;

import allot.catalog.Asset;
import allot.money.ExactDecimal;
import allot.portfolio.Holding;
import allot.portfolio.HoldingChange;
import allot.portfolio.Portfolio;
import allot.price.Timestamp;
import allot.record.Deal;
import allot.record.Entry;
import allot.record.LotLine;
import allot.record.Origin;
import allot.record.Recording;
import allot.record.YearGains;
import allot.tax.LotSale;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The document allot.record/1. Money is in the portfolio's currency. Without entries, and in a dry
 * run, nothing is written and backup is null. Gains are sums by year, without the lots whose gain
 * or term is unknown.
 */
public record RecordJson(
    String schema,
    String asOf,
    String currency,
    List<Envelope.Input> inputs,
    String file,
    boolean written,
    @Nullable String backup,
    @Nullable String plan,
    List<EntryRow> entries,
    List<HoldingRow> holdings,
    List<LotRow> lots,
    List<CashRow> cash,
    List<GainRow> gains,
    List<Envelope.Notice> warnings) {

  /** What happened; n is the number in the plan, to an account is of a move alone. */
  public record EntryRow(
      @Nullable Integer n,
      String kind,
      String asset,
      @Nullable String id,
      String account,
      @Nullable String to,
      @Nullable String date,
      BigDecimal quantity,
      @Nullable BigDecimal price,
      @Nullable BigDecimal value,
      @Nullable BigDecimal fee) {}

  /** Units before and after, of all but cash. */
  public record HoldingRow(
      String asset, @Nullable String id, String account, BigDecimal before, BigDecimal after) {}

  /** Units of a lot that were added, sold or moved. */
  public record LotRow(
      String change,
      String asset,
      @Nullable String id,
      String account,
      @Nullable String acquired,
      BigDecimal quantity,
      @Nullable BigDecimal cost,
      @Nullable BigDecimal proceeds,
      @Nullable BigDecimal gain,
      @Nullable String term) {}

  /** Cash of an account before and after. */
  public record CashRow(String account, BigDecimal before, BigDecimal after) {}

  /** What the sales of a year gained; of so many lots it is unknown. */
  public record GainRow(int year, BigDecimal shortTerm, BigDecimal longTerm, int unknown) {}

  public static RecordJson of(Recorded recorded, List<Envelope.Input> inputs) {
    Recording recording = recorded.recording();
    Portfolio portfolio = recording.before();
    List<EntryRow> entries = new ArrayList<>();
    for (Entry entry : recording.entries()) {
      entries.add(row(entry, portfolio));
    }
    return new RecordJson(
        "allot.record/1",
        Timestamp.format(recorded.at()),
        portfolio.currency().code(),
        inputs,
        recorded.file(),
        recorded.isWritten(),
        recorded.isWritten() ? recorded.backup() : null,
        recorded.plan().orElse(null),
        entries,
        holdings(recording),
        recording.lots().stream().map(RecordJson::row).toList(),
        recording.cash().stream()
            .map(cash -> new CashRow(cash.account(), number(cash.before()), number(cash.after())))
            .toList(),
        recording.gains().stream().map(RecordJson::row).toList(),
        Envelope.notices(portfolio.warnings()));
  }

  private static EntryRow row(Entry entry, Portfolio portfolio) {
    if (entry instanceof Entry.Buy buy) {
      return row("buy", buy.origin(), buy.deal());
    }
    if (entry instanceof Entry.Sell sell) {
      return row("sell", sell.origin(), sell.deal());
    }
    if (entry instanceof Entry.Move move) {
      return new EntryRow(
          n(move.origin()),
          "move",
          move.asset().symbol(),
          Envelope.id(move.asset()),
          move.from(),
          move.to(),
          null,
          number(move.quantity()),
          null,
          null,
          null);
    }
    Entry.Cash cash = (Entry.Cash) entry;
    Asset money = portfolio.catalog().byId(portfolio.currency().code()).orElseThrow();
    return new EntryRow(
        n(cash.origin()),
        "cash",
        money.symbol(),
        Envelope.id(money),
        cash.account(),
        null,
        null,
        number(cash.amount()),
        null,
        null,
        null);
  }

  private static EntryRow row(String kind, Origin origin, Deal deal) {
    return new EntryRow(
        n(origin),
        kind,
        deal.asset().symbol(),
        Envelope.id(deal.asset()),
        deal.account(),
        null,
        deal.date().toString(),
        number(deal.quantity()),
        number(deal.price()),
        number(deal.value()),
        number(deal.fee()));
  }

  private static @Nullable Integer n(Origin origin) {
    return origin.n() == 0 ? null : origin.n();
  }

  private static List<HoldingRow> holdings(Recording recording) {
    List<HoldingRow> rows = new ArrayList<>();
    for (HoldingChange change : recording.changes()) {
      if (!recording.before().isOwnCash(change.after().asset())) {
        rows.add(row(change.after(), change.before().quantity()));
      }
    }
    for (Holding holding : recording.added()) {
      if (!recording.before().isOwnCash(holding.asset())) {
        rows.add(row(holding, BigDecimal.ZERO));
      }
    }
    return rows;
  }

  private static HoldingRow row(Holding after, BigDecimal before) {
    return new HoldingRow(
        after.asset().symbol(),
        Envelope.id(after.asset()),
        after.account(),
        number(before),
        number(after.quantity()));
  }

  private static LotRow row(LotLine line) {
    return new LotRow(
        line.happened().label(),
        line.asset().symbol(),
        Envelope.id(line.asset()),
        line.account(),
        line.units().acquired().map(LocalDate::toString).orElse(null),
        number(line.units().quantity()),
        Envelope.money(line.units().cost()),
        line.sale().map(sale -> number(sale.proceeds())).orElse(null),
        Envelope.money(line.sale().flatMap(LotSale::gain)),
        line.sale().flatMap(LotSale::term).map(term -> term.label()).orElse(null));
  }

  private static GainRow row(YearGains gains) {
    return new GainRow(
        gains.year(), number(gains.shortTerm()), number(gains.longTerm()), gains.unknown());
  }

  private static BigDecimal number(BigDecimal value) {
    return ExactDecimal.normal(value);
  }
}
