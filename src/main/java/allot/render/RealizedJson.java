package allot.render;

import allot.money.ExactDecimal;
import allot.price.Timestamp;
import allot.problem.Warning;
import allot.statement.Ledger.Disposal;
import allot.statement.Ledger.Income;
import allot.statement.RealizedYear;
import allot.tax.Term;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The document allot.realized/1. Money is in the currency, dates are local. A disposal whose gain
 * or term is unknown, and income of unknown value, are in no total but counted in {@code unknown}.
 */
public record RealizedJson(
    String schema,
    String asOf,
    String currency,
    List<Envelope.Input> inputs,
    int year,
    String method,
    List<DisposalRow> disposals,
    List<IncomeRow> income,
    Totals totals,
    List<String> notes,
    List<Envelope.Notice> warnings) {

  /** A part of a lot that went; source is file:line, valued by the close of the day or not. */
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
      String source,
      boolean byClose) {

    static DisposalRow of(Disposal disposal, boolean byClose) {
      return new DisposalRow(
          disposal.symbol(),
          Envelope.id(disposal.asset()),
          disposal.account(),
          disposal.acquired().map(LocalDate::toString).orElse(null),
          disposal.sold().toString(),
          ExactDecimal.normal(disposal.quantity()),
          Envelope.money(disposal.proceeds()),
          Envelope.money(disposal.cost()),
          Envelope.money(disposal.gain()),
          RealizedYear.term(disposal).map(Term::label).orElse(null),
          disposal.reason().label(),
          disposal.origin().toString(),
          byClose);
    }
  }

  /** Units that came as income, at their value then. */
  public record IncomeRow(
      String asset,
      @Nullable String id,
      String account,
      String date,
      BigDecimal quantity,
      @Nullable BigDecimal value,
      String kind,
      String source,
      boolean byClose) {

    static IncomeRow of(Income income, boolean byClose) {
      return new IncomeRow(
          income.symbol(),
          Envelope.id(income.asset()),
          income.account(),
          income.date().toString(),
          ExactDecimal.normal(income.quantity()),
          Envelope.money(income.value()),
          income.kind(),
          income.origin().toString(),
          byClose);
    }
  }

  /** Sums of what is known, and how many lines are not. */
  public record Totals(BigDecimal shortTerm, BigDecimal longTerm, BigDecimal income, int unknown) {}

  /**
   * The document.
   *
   * @param asOf when it was made
   * @param warnings beside those of the year itself
   */
  public static RealizedJson of(
      Realized realized, Instant asOf, List<Envelope.Input> inputs, List<Warning> warnings) {
    RealizedYear year = realized.year();
    List<Warning> all = new ArrayList<>(warnings);
    all.addAll(year.warnings());
    return new RealizedJson(
        "allot.realized/1",
        Timestamp.format(asOf),
        realized.currency().code(),
        inputs,
        year.year(),
        realized.method(),
        year.disposals().stream()
            .map(gone -> DisposalRow.of(gone, year.byClose().contains(gone.origin())))
            .toList(),
        year.income().stream()
            .map(came -> IncomeRow.of(came, year.byClose().contains(came.origin())))
            .toList(),
        new Totals(
            Envelope.money(year.gains().shortTerm()),
            Envelope.money(year.gains().longTerm()),
            Envelope.money(year.earned()),
            year.unknownDisposals() + year.unknownIncome()),
        realized.notes(),
        Envelope.notices(all));
  }
}
