package allot.render;

import allot.money.CurrencyUnit;
import allot.money.ExactDecimal;
import allot.problem.Warning;
import allot.statement.Ledger;
import allot.statement.RealizedYear;
import allot.tax.LotSelection;
import allot.tax.Term;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How the gains and the income of a year read. */
public final class RealizedView {
  private static final String UNKNOWN = "?";

  private final RealizedYear realized;
  private final Figures figures;

  private RealizedView(RealizedYear realized, CurrencyUnit currency) {
    this.realized = realized;
    this.figures = new Figures(currency);
  }

  public static Document document(
      RealizedYear realized, LotSelection method, CurrencyUnit currency, List<Warning> warnings) {
    RealizedView view = new RealizedView(realized, currency);
    List<Section> sections = new ArrayList<>();
    sections.add(Section.untitled(view.totals(method)));
    if (!realized.disposals().isEmpty()) {
      sections.add(Section.of("Disposals", view.disposals()));
    }
    if (!realized.income().isEmpty()) {
      sections.add(Section.of("Income", view.income()));
    }
    if (!warnings.isEmpty()) {
      sections.add(Section.of("Notes", WarningLines.of(warnings)));
    }
    return new Document(sections);
  }

  private Facts totals(LotSelection method) {
    List<Fact> facts = new ArrayList<>();
    facts.add(Fact.of("Year", String.valueOf(realized.year())));
    facts.add(Fact.of("Lots", method.name().toLowerCase(Locale.ROOT) + ", by account"));
    facts.add(
        Fact.of(
            "Gain",
            "short-term "
                + figures.signed(realized.shortTerm())
                + ", long-term "
                + figures.signed(realized.longTerm())
                + " "
                + figures.currency().code()));
    facts.add(Fact.of("Income", figures.money(realized.incomeValue())));
    if (realized.unknown() > 0) {
      facts.add(
          Fact.of(
              "Unknown",
              Cell.of(
                  realized.unknown() + " of "
                      + (realized.disposals().size() + realized.income().size())
                      + " are in no sum: a date, a cost or a value is missing",
                  Tone.WARN)));
    }
    return new Facts(facts);
  }

  private Table disposals() {
    List<List<Cell>> rows = new ArrayList<>();
    for (Ledger.Disposal one : realized.disposals()) {
      rows.add(
          List.of(
              Cell.of(one.sold().toString()),
              Cell.of(one.symbol(), Tone.STRONG),
              Cell.of(ExactDecimal.plain(one.quantity())),
              Cell.of(one.acquired().map(LocalDate::toString).orElse(UNKNOWN)),
              Cell.of(one.proceeds().map(figures::bare).orElse(UNKNOWN)),
              Cell.of(one.cost().map(figures::bare).orElse(UNKNOWN)),
              Cell.of(one.gain().map(figures::signed).orElse(UNKNOWN)),
              Cell.of(RealizedYear.term(one).map(Term::label).orElse(UNKNOWN)),
              Cell.of(one.reason().label()),
              Cell.of(one.account()),
              Cell.of(one.origin().toString(), Tone.MUTED)));
    }
    return new Table(
        List.of(
            Column.left("sold", Fit.KEEP),
            Column.left("asset", Fit.KEEP),
            Column.right("quantity", Fit.KEEP),
            Column.left("acquired", Fit.KEEP),
            Column.right("proceeds", Fit.KEEP),
            Column.right("cost", Fit.KEEP),
            Column.right("gain", Fit.KEEP),
            Column.left("term", Fit.KEEP),
            Column.left("for", Fit.drop(1)),
            Column.left("account", Fit.drop(2)),
            Column.left("source", Fit.drop(3))),
        rows);
  }

  private Table income() {
    List<List<Cell>> rows = new ArrayList<>();
    for (Ledger.Income one : realized.income()) {
      rows.add(
          List.of(
              Cell.of(one.date().toString()),
              Cell.of(one.symbol(), Tone.STRONG),
              Cell.of(ExactDecimal.plain(one.quantity())),
              Cell.of(one.value().map(figures::bare).orElse(UNKNOWN)),
              Cell.of(one.kind()),
              Cell.of(one.account()),
              Cell.of(one.origin().toString(), Tone.MUTED)));
    }
    return new Table(
        List.of(
            Column.left("date", Fit.KEEP),
            Column.left("asset", Fit.KEEP),
            Column.right("quantity", Fit.KEEP),
            Column.right("value", Fit.KEEP),
            Column.left("kind", Fit.KEEP),
            Column.left("account", Fit.SHRINK),
            Column.left("source", Fit.drop(1))),
        rows);
  }
}
