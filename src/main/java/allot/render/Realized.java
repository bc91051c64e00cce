package allot.render;

import allot.money.CurrencyUnit;
import allot.statement.RealizedYear;
import allot.tax.LotSelection;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;

/**
 * What was realised in a year, and how that was worked out.
 *
 * @param zone where the dates are local
 * @param notes what the ledger had to say about its statements, a line each
 */
public record Realized(
    RealizedYear year,
    LotSelection selection,
    CurrencyUnit currency,
    ZoneId zone,
    List<String> notes) {
  public Realized {
    notes = List.copyOf(notes);
  }

  String method() {
    return selection.name().toLowerCase(Locale.ROOT);
  }
}
