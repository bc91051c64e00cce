package allot.render;

import allot.money.ExactDecimal;
import allot.statement.Ledger.Disposal;
import allot.statement.RealizedYear;
import allot.tax.Term;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The disposals of a year as a table with the columns of Form 8949. Dates are ISO; what is unknown
 * is an empty cell; code and adjustment are the user's to fill in. Income has another form.
 */
public final class Form8949 {
  private Form8949() {}

  /** A part of a lot: a line of the form. */
  public record Row(
      String description,
      @Nullable String acquired,
      String sold,
      @Nullable BigDecimal proceeds,
      @Nullable BigDecimal cost,
      @Nullable String code,
      @Nullable BigDecimal adjustment,
      @Nullable BigDecimal gain,
      @Nullable String term,
      String account) {

    static Row of(Disposal disposal) {
      return new Row(
          ExactDecimal.plain(disposal.quantity()) + " " + disposal.symbol(),
          disposal.acquired().map(LocalDate::toString).orElse(null),
          disposal.sold().toString(),
          Envelope.money(disposal.proceeds()),
          Envelope.money(disposal.cost()),
          null,
          null,
          Envelope.money(disposal.gain()),
          RealizedYear.term(disposal).map(Term::label).orElse(null),
          disposal.account());
    }
  }

  public static CsvTable table(RealizedYear year) {
    List<Row> rows = new ArrayList<>(year.disposals().size());
    year.disposals().forEach(disposal -> rows.add(Row.of(disposal)));
    return CsvTable.ofRecords(Row.class, rows);
  }
}
