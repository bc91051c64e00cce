package allot.render;

import allot.money.ExactDecimal;
import allot.portfolio.Band;
import allot.portfolio.Bands;
import allot.portfolio.DcaTerms;
import allot.portfolio.Portfolio;
import allot.portfolio.Rhythm;
import allot.problem.Warning;
import allot.simulate.Backtest;
import allot.simulate.BacktestSettings;
import allot.simulate.InstalmentPlan;
import allot.simulate.Strategy;
import allot.tax.TaxYear;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** How a back-test reads. It says what was; what to make of it is the reader's. */
public final class BacktestView {
  private final Backtest made;
  private final Portfolio portfolio;
  private final BacktestSettings settings;
  private final List<Warning> warnings;
  private final Figures figures;

  public BacktestView(
      Backtest made, Portfolio portfolio, BacktestSettings settings, List<Warning> warnings) {
    this.made = made;
    this.portfolio = portfolio;
    this.settings = settings;
    this.warnings = List.copyOf(warnings);
    this.figures = new Figures(portfolio.currency());
  }

  /**
   * @param equity whether every close is listed
   * @param width of the page
   */
  public Document document(boolean equity, int width) {
    BacktestTables tables = new BacktestTables(made, figures);
    List<Section> sections = new ArrayList<>();
    sections.add(Section.untitled(header()));
    sections.add(Section.of("What it came to", tables.outcome()));
    sections.add(Section.of("How it went", tables.risk()));
    sections.add(Section.of("What was done", tables.trading(), tables.tradingInWords()));
    BacktestCharts charts = new BacktestCharts(made, portfolio.currency());
    sections.add(new Section(Optional.of("Value"), charts.equity()));
    charts.mix().ifPresent(chart -> sections.add(Section.of("Mix", chart)));
    if (equity) {
      sections.add(new Section(Optional.of("Every close"), tables.equity(width)));
    }
    sections.add(Section.of("To keep in mind", notes()));
    if (!warnings.isEmpty()) {
      sections.add(Section.of("Warnings", WarningLines.of(warnings)));
    }
    sections.add(
        Section.of("In short", new BacktestConclusion(made, portfolio.currency()).block()));
    return new Document(sections);
  }

  private Block header() {
    List<Fact> facts = new ArrayList<>();
    if (!portfolio.name().isEmpty()) {
      facts.add(Fact.of("Portfolio", Cell.of(portfolio.name(), Tone.STRONG)));
    }
    String closes = made.days() + " closes";
    facts.add(
        Fact.of(
            "Back-test", Cell.of(made.from() + " to " + made.to(), Tone.STRONG), Cell.of(closes)));
    String from = settings.start().isPresent() ? "the target mix" : "what the file holds";
    facts.add(Fact.of("Begins with", Cell.of(figures.money(made.start())), Cell.of(from)));
    newMoney().ifPresent(words -> facts.add(Fact.of("New money", words)));
    facts.add(Fact.of("Target", ReportView.targetInWords(portfolio.target())));
    facts.add(Fact.of("Band", band(portfolio.bands())));
    List<Cell> terms = new ArrayList<>();
    terms.add(Cell.of(figures.feeOfOrder(settings.fee(), settings.fixed())));
    if (settings.minOrder() > 0) {
      terms.add(Cell.of("orders from " + figures.money(settings.minOrder())));
    }
    terms.add(Cell.of(tax()));
    facts.add(Fact.of("Terms", terms.toArray(new Cell[0])));
    return new Facts(facts);
  }

  private static String band(Bands bands) {
    StringBuilder words = new StringBuilder(bands.byDefault().toString());
    Map<String, Band> named = new TreeMap<>();
    bands.byBucket().forEach((bucket, band) -> named.put(bucket.name(), band));
    named.forEach((bucket, band) -> words.append(", ").append(bucket).append(' ').append(band));
    return words.toString();
  }

  private Optional<String> newMoney() {
    return settings.plan().map(plan -> amount(plan) + every(plan.rhythm()));
  }

  private String amount(InstalmentPlan plan) {
    return plan.amount().isPresent()
        ? figures.money(plan.amount().get()) + " every "
        : figures.money(plan.total()) + " in all, every ";
  }

  private static String every(Rhythm rhythm) {
    return rhythm.every() + rhythm.day().map(day -> " on " + day).orElse("");
  }

  private String tax() {
    if (settings.tax().isEmpty()) {
      return "no tax rates";
    }
    TaxYear rates = settings.tax().get();
    String method = settings.method().label();
    return "tax "
        + percent(rates.shortTerm())
        + " short, "
        + percent(rates.longTerm())
        + " long, lots by "
        + method;
  }

  private static String percent(BigDecimal rate) {
    return ExactDecimal.plain(rate) + " %";
  }

  private Block notes() {
    List<Cell> lines = new ArrayList<>();
    lines.add(
        Cell.of(
            "A history is one path of prices that happened; the next is another. Assets that are"
                + " held today are those that survived until today."));
    lines.add(
        Cell.of(
            "Fees are in the values. Tax is that of each year's gains, losses carried forward; it"
                + " is not taken out, and what is not sold owes it still."));
    if (hasRule(Strategy.LumpSum.class) && hasRule(Strategy.Instalments.class)) {
      lines.add(
          Cell.of(
              "A lump sum beats buying in pieces whenever prices rise meanwhile, which is why it"
                  + " mostly does; buying in pieces has less at stake while it lasts."));
    }
    if (hasRule(Strategy.Instalments.class)) {
      lines.add(
          Cell.of(
              "The return does not depend on when money came in; the money-weighted one does, and"
                  + " is what that money earned."));
    }
    return new Lines(lines, Marker.BULLET);
  }

  private boolean hasRule(Class<? extends Strategy.Rule> rule) {
    return settings.strategies().stream().anyMatch(strategy -> rule.isInstance(strategy.rule()));
  }

  /** A strategy for people. */
  static String words(Strategy strategy) {
    Strategy.Rule rule = strategy.rule();
    if (rule instanceof Strategy.OutOfBand band) {
      String where = band.to().label().equals("target") ? "" : " to " + band.to().label();
      return "band" + band.bands().map(b -> " " + b.label()).orElse("") + where;
    } else if (rule instanceof Strategy.Calendar calendar) {
      return "every " + calendar.period().label();
    } else if (rule instanceof Strategy.Instalments dca) {
      return "dca " + how(dca.how()) + dca.rhythm().map(r -> " by " + r.every()).orElse("");
    }
    return rule instanceof Strategy.LumpSum ? "lump sum" : "hold";
  }

  private static String how(DcaTerms.Strategy how) {
    return how.name().toLowerCase(Locale.ROOT);
  }
}
