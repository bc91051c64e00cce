package allot.render;

import allot.money.CurrencyUnit;
import allot.money.ExactDecimal;
import allot.price.Timestamp;
import allot.problem.Warning;
import allot.statement.Ledger;
import allot.statement.RealizedYear;
import allot.tax.LotSelection;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The document allot.realized/1. */
public record RealizedJson(
    String schema,
    String asOf,
    String currency,
    List<Envelope.Input> inputs,
    int year,
    String method,
    List<DisposalRow> disposals,
    List<IncomeRow> income,
    TotalsRow totals,
    List<Envelope.Notice> warnings) {

  /** A part of a lot that was disposed of. */
  public record DisposalRow(
      String asset,
      @Nullable String id,
      String account,
      @Nullable String acquired,
      String sold,
      BigDecimal quantity,
      @Nullable BigDecimal proceeds,
      @Nullable BigDecimal cost,
      @Nullable BigDecimal gain,
      @Nullable String term,
      String reason,
      String source) {}

  /** Units that came as income. */
  public record IncomeRow(
      String asset,
      @Nullable String id,
      String account,
      String date,
      BigDecimal quantity,
      @Nullable BigDecimal value,
      String kind,
      String source) {}

  /** Sums of what is known, and how many disposals and receipts are not. */
  public record TotalsRow(
      BigDecimal shortTerm, BigDecimal longTerm, BigDecimal income, int unknown) {}

  /** A line of Form 8949, with its names. */
  public record FormRow(
      String description,
      @Nullable String acquired,
      String sold,
      @Nullable BigDecimal proceeds,
      @Nullable BigDecimal cost,
      String code,
      @Nullable BigDecimal adjustment,
      @Nullable BigDecimal gain,
      @Nullable String term,
      String account) {}

  /**
   * @param asOf the instant of the run
   */
  public static RealizedJson of(
      RealizedYear realized,
      LotSelection method,
      CurrencyUnit currency,
      Instant asOf,
      List<Envelope.Input> inputs,
      List<Warning> warnings) {
    List<DisposalRow> disposals = new ArrayList<>();
    realized.disposals().forEach(disposal -> disposals.add(row(disposal)));
    List<IncomeRow> income = new ArrayList<>();
    realized.income().forEach(receipt -> income.add(row(receipt)));
    return new RealizedJson(
        "allot.realized/1",
        Timestamp.format(asOf),
        currency.code(),
        List.copyOf(inputs),
        realized.year(),
        method.name().toLowerCase(Locale.ROOT),
        disposals,
        income,
        new TotalsRow(
            Envelope.money(realized.shortTerm()),
            Envelope.money(realized.longTerm()),
            Envelope.money(realized.incomeValue()),
            realized.unknown()),
        Envelope.notices(warnings));
  }

  private static DisposalRow row(Ledger.Disposal disposal) {
    return new DisposalRow(
        disposal.symbol(),
        disposal.asset().isKnown() ? disposal.asset().id() : null,
        disposal.account(),
        disposal.acquired().map(LocalDate::toString).orElse(null),
        disposal.sold().toString(),
        disposal.quantity(),
        Envelope.money(disposal.proceeds()),
        Envelope.money(disposal.cost()),
        Envelope.money(disposal.gain()),
        RealizedYear.term(disposal).map(term -> term.label()).orElse(null),
        disposal.reason().label(),
        disposal.origin().toString());
  }

  private static IncomeRow row(Ledger.Income receipt) {
    return new IncomeRow(
        receipt.symbol(),
        receipt.asset().isKnown() ? receipt.asset().id() : null,
        receipt.account(),
        receipt.date().toString(),
        receipt.quantity(),
        Envelope.money(receipt.value()),
        receipt.kind(),
        receipt.origin().toString());
  }

  /** The disposals with the columns of Form 8949; dates are ISO, what is unknown is empty. */
  public CsvTable form8949() {
    List<FormRow> rows = new ArrayList<>();
    for (DisposalRow row : disposals) {
      rows.add(
          new FormRow(
              ExactDecimal.plain(row.quantity()) + " " + row.asset(),
              row.acquired(),
              row.sold(),
              row.proceeds(),
              row.cost(),
              "",
              null,
              row.gain(),
              row.term(),
              row.account()));
    }
    return CsvTable.ofRecords(FormRow.class, rows);
  }
}
