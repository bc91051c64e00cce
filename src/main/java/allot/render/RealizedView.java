package allot.render;

import allot.money.ExactDecimal;
import allot.problem.Warning;
import allot.statement.Entry;
import allot.statement.Ledger.Disposal;
import allot.statement.Ledger.Income;
import allot.statement.RealizedYear;
import allot.tax.LotSelection;
import allot.tax.Term;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How it reads what was realised in a year. */
public final class RealizedView {
  private static final String UNKNOWN = "?";

  private final Realized realized;
  private final RealizedYear year;
  private final Figures figures;

  private RealizedView(Realized realized) {
    this.realized = realized;
    this.year = realized.year();
    this.figures = new Figures(realized.currency());
  }

  public static Document document(Realized realized) {
    return new RealizedView(realized).document();
  }

  private Document document() {
    List<Section> sections = new ArrayList<>();
    sections.add(Section.untitled(head()));
    if (year.disposals().isEmpty() && year.income().isEmpty()) {
      String nothing = "nothing was sold, spent or earned in " + year.year();
      sections.add(Section.untitled(Lines.of(nothing)));
    }
    if (!year.disposals().isEmpty()) {
      sections.add(Section.of("Disposals", disposals()));
    }
    if (!year.income().isEmpty()) {
      sections.add(Section.of("Income", income()));
    }
    sections.add(Section.of("Totals", totals()));
    List<Warning> unknown = year.warnings();
    if (!unknown.isEmpty()) {
      sections.add(Section.of("Unknown, so in no total", bullets(unknown)));
    }
    if (!realized.notes().isEmpty()) {
      List<Cell> notes = realized.notes().stream().map(Cell::of).toList();
      sections.add(Section.of("Notes", new Lines(notes, Marker.BULLET)));
    }
    return new Document(sections);
  }

  private static Block bullets(List<Warning> warnings) {
    List<Cell> lines = new ArrayList<>();
    warnings.forEach(warning -> lines.add(Cell.of(warning.message(), Tone.WARN)));
    return new Lines(lines, Marker.BULLET);
  }

  private Block head() {
    boolean utc = realized.zone().equals(ZoneOffset.UTC);
    return Facts.of(
        Fact.of(
            "Realised",
            Cell.of(String.valueOf(year.year()), Tone.STRONG),
            Cell.of("dates in " + (utc ? "UTC" : realized.zone().getId())),
            Cell.of("money in " + realized.currency().code())),
        Fact.of("Lots", order(realized.selection())));
  }

  private static String order(LotSelection selection) {
    return switch (selection) {
      case FIFO -> "oldest first (fifo)";
      case LIFO -> "youngest first (lifo)";
      case HIFO -> "dearest first (hifo)";
    };
  }

  private Block disposals() {
    List<List<Cell>> rows = new ArrayList<>();
    year.disposals().forEach(disposal -> rows.add(row(disposal)));
    return new Table(
        List.of(
            Column.left("asset", Fit.SHRINK),
            Column.right("quantity", Fit.KEEP),
            Column.left("acquired", Fit.KEEP),
            Column.left("sold", Fit.KEEP),
            Column.right("proceeds", Fit.KEEP),
            Column.right("cost", Fit.KEEP),
            Column.right("gain", Fit.KEEP),
            Column.left("term", Fit.KEEP),
            Column.left("why", Fit.drop(1)),
            Column.left("account", Fit.drop(2)),
            Column.left("source", Fit.drop(3))),
        rows);
  }

  private List<Cell> row(Disposal disposal) {
    return List.of(
        Cell.of(disposal.symbol()),
        Cell.of(ExactDecimal.plain(disposal.quantity())),
        known(disposal.acquired().map(LocalDate::toString)),
        Cell.of(disposal.sold().toString()),
        known(disposal.proceeds().map(figures::bare)),
        known(disposal.cost().map(figures::bare)),
        known(disposal.gain().map(figures::signed)),
        known(RealizedYear.term(disposal).map(Term::label)),
        Cell.of(disposal.reason().label() + byClose(disposal.origin()), Tone.MUTED),
        Cell.of(disposal.account(), Tone.MUTED),
        Cell.of(disposal.origin().toString(), Tone.MUTED));
  }

  private String byClose(Entry.Origin origin) {
    return year.byClose().contains(origin) ? ", by close" : "";
  }

  private static Cell known(Optional<String> figure) {
    return Cell.of(figure.orElse(UNKNOWN), figure.isPresent() ? Tone.PLAIN : Tone.WARN);
  }

  private Block income() {
    List<List<Cell>> rows = new ArrayList<>();
    for (Income came : year.income()) {
      rows.add(
          List.of(
              Cell.of(came.symbol()),
              Cell.of(ExactDecimal.plain(came.quantity())),
              Cell.of(came.date().toString()),
              known(came.value().map(figures::bare)),
              Cell.of(came.kind() + byClose(came.origin())),
              Cell.of(came.account(), Tone.MUTED),
              Cell.of(came.origin().toString(), Tone.MUTED)));
    }
    return new Table(
        List.of(
            Column.left("asset", Fit.SHRINK),
            Column.right("quantity", Fit.KEEP),
            Column.left("date", Fit.KEEP),
            Column.right("value", Fit.KEEP),
            Column.left("kind", Fit.KEEP),
            Column.left("account", Fit.drop(1)),
            Column.left("source", Fit.drop(2))),
        rows);
  }

  private Block totals() {
    List<Fact> facts = new ArrayList<>();
    facts.add(gain("Short-term", year.gains().shortTerm(), year.count(Term.SHORT)));
    facts.add(gain("Long-term", year.gains().longTerm(), year.count(Term.LONG)));
    int receipts = year.income().size() - year.unknownIncome();
    facts.add(
        Fact.of(
            "Income",
            Cell.of(figures.money(year.earned()), Tone.STRONG),
            Cell.of(Figures.counted(receipts, "receipt"), Tone.MUTED)));
    List<String> unknown = new ArrayList<>();
    if (year.unknownDisposals() > 0) {
      unknown.add(Figures.counted(year.unknownDisposals(), "disposal"));
    }
    if (year.unknownIncome() > 0) {
      unknown.add(Figures.counted(year.unknownIncome(), "receipt"));
    }
    if (!unknown.isEmpty()) {
      facts.add(Fact.of("Unknown", Cell.of(String.join(", ", unknown), Tone.WARN)));
    }
    if (year.unknownDisposals() == 0) {
      facts.add(yearToDate());
    }
    return new Facts(facts);
  }

  /** What a plan's tax counts on, as the portfolio file writes it. */
  private Fact yearToDate() {
    return Fact.of(
        "yearToDate",
        Cell.of(
            "{ \"year\": "
                + year.year()
                + ", \"shortTerm\": "
                + cents(year.gains().shortTerm())
                + ", \"longTerm\": "
                + cents(year.gains().longTerm())
                + " }",
            Tone.MUTED));
  }

  private String cents(BigDecimal money) {
    return money.setScale(realized.currency().decimals(), RoundingMode.HALF_EVEN).toPlainString();
  }

  private Fact gain(String label, BigDecimal gain, int count) {
    String shown = figures.signed(gain) + " " + realized.currency().code();
    return Fact.of(
        label,
        Cell.of(shown, Tone.STRONG),
        Cell.of(Figures.counted(count, "disposal"), Tone.MUTED));
  }
}
