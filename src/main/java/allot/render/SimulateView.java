package allot.render;

import allot.allocation.Allocation;
import allot.allocation.BucketShare;
import allot.money.ExactDecimal;
import allot.portfolio.Portfolio;
import allot.price.Age;
import allot.price.Timestamp;
import allot.problem.Warning;
import allot.simulate.Outcome;
import allot.simulate.Simulation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** How a simulation reads: it answers in words first, and says what it does not know. */
public final class SimulateView {
  private final Simulated simulated;
  private final Simulation made;
  private final Allocation before;
  private final Portfolio portfolio;
  private final SimulateTables tables;

  private SimulateView(Simulated simulated) {
    this.simulated = simulated;
    this.made = simulated.made();
    this.before = simulated.before();
    this.portfolio = before.valuation().portfolio();
    this.tables = new SimulateTables(simulated);
  }

  public static Document document(Simulated simulated, List<Warning> warnings) {
    SimulateView view = new SimulateView(simulated);
    List<Section> sections = new ArrayList<>();
    sections.add(Section.untitled(view.header()));
    sections.addAll(view.isStill() ? List.of(view.still()) : view.answers());
    if (!warnings.isEmpty()) {
      sections.add(Section.of("Warnings", WarningLines.of(warnings)));
    }
    return new Document(sections);
  }

  /** The heading over what the portfolio may be worth. */
  static String worthIn(int days) {
    return days == 1 ? "Worth in a day" : "Worth in " + days + " days";
  }

  /** Whether nothing held ever moves, so that there is nothing to draw and to choose. */
  private boolean isStill() {
    return simulated.closes().days().isEmpty() && !made.exits().outNow();
  }

  private Section still() {
    return Section.of(
        "Nothing moves",
        Lines.of(
            "All of it is money, which prices do not touch: it stays in band and worth what it is,"
                + " whatever the band, and there is no need to look."));
  }

  private List<Section> answers() {
    SimulateAnswers answers = new SimulateAnswers(simulated, tables);
    int days = made.settings().days();
    List<Section> sections = new ArrayList<>();
    sections.add(Section.of("How often to look", answers.look(), tables.exits()));
    sections.add(Section.of("Which band", answers.bands(), tables.bands()));
    sections.add(Section.of(worthIn(days), worth(), tables.outcomes(), tables.fan()));
    sections.add(
        simulated.risk().isAny()
            ? Section.of("Where the risk is", risk(), tables.risk())
            : Section.of(
                "Where the risk is", Lines.of("Nowhere: nothing held has moved in the history.")));
    sections.add(Section.of("What this does not know", limits()));
    return sections;
  }

  private Block header() {
    List<Fact> facts = new ArrayList<>();
    if (!portfolio.name().isEmpty()) {
      facts.add(Fact.of("Portfolio", Cell.of(portfolio.name(), Tone.STRONG)));
    }
    facts.add(
        Fact.of(
            "Value",
            Cell.of(
                Figures.of(before).money(before.valuation().total().orElseThrow()), Tone.STRONG)));
    String oldest =
        before
            .valuation()
            .oldestAge()
            .map(age -> ", oldest price " + Age.words(age) + " old")
            .orElse("");
    facts.add(
        Fact.of("As of", Timestamp.words(before.valuation().at(), portfolio.zone()) + oldest));
    facts.add(Fact.of("Target", ReportView.targetInWords(portfolio.target())));
    facts.add(
        Fact.of(
            "Band",
            Cell.of(portfolio.bands().label()),
            made.exits().outNow()
                ? Cell.of("out of it now: " + outside(), Tone.WARN)
                : Cell.of("in it now", Tone.GOOD)));
    facts.add(Fact.of("History", history()));
    if (!isStill()) {
      facts.add(Fact.of("Futures", futures()));
      facts.add(Fact.of("Return", expected()));
      facts.add(Fact.of("Fee", fee()));
    }
    return new Facts(facts);
  }

  private String outside() {
    List<String> out = new ArrayList<>();
    for (BucketShare share : before.shares()) {
      share
          .standing()
          .filter(standing -> standing.status() != BucketShare.Status.IN)
          .ifPresent(
              standing ->
                  out.add(share.bucket() + " " + standing.shownWeight().toPlainString() + " %"));
    }
    return String.join(", ", out);
  }

  private String history() {
    List<LocalDate> days = simulated.closes().days();
    return days.isEmpty()
        ? "not needed: nothing held moves"
        : days.get(0)
            + " to "
            + days.get(days.size() - 1)
            + ", closes of "
            + SimulateTables.count(days.size())
            + " days, "
            + simulated.closes().assets().size()
            + (simulated.closes().assets().size() == 1 ? " asset" : " assets");
  }

  private String futures() {
    String drawn =
        switch (simulated.terms().model()) {
          case "gbm" -> "normal log returns with the history's covariance (gbm)";
          case "t" -> "log returns with fat tails and the history's covariance (t)";
          default ->
              "days of the history in blocks of "
                  + Statistic.words(simulated.blockLength().orElse(1.0), 1)
                  + " on average (bootstrap)";
        };
    return SimulateTables.count(made.settings().paths())
        + ", seed "
        + made.settings().seed()
        + ": "
        + drawn;
  }

  private String expected() {
    String percent = ExactDecimal.plain(simulated.terms().mean()).replace('-', '−');
    return "expected " + percent + " % a year, stablecoins 0: nobody knows it, --mean sets it";
  }

  private String fee() {
    List<String> parts = new ArrayList<>();
    if (simulated.terms().fee().signum() > 0) {
      parts.add(ExactDecimal.plain(simulated.terms().fee()) + " % of what is traded");
    }
    if (simulated.terms().fixed().signum() > 0) {
      parts.add(Figures.of(before).money(simulated.terms().fixed()) + " an order");
    }
    return parts.isEmpty()
        ? "none, so every band costs 0; --fee sets one"
        : String.join(" and ", parts);
  }

  private Block worth() {
    Outcome first = made.outcomes().get(1);
    return Lines.of(
        Cell.of(
            "Kept to "
                + first.strategy()
                + ", nine of ten futures end between "
                + tables.bare(first.p5())
                + " and "
                + tables.money(first.p95())
                + ", the one in the middle at "
                + tables.bare(first.median())
                + "; "
                + Statistic.words(first.probabilityOfLoss().value() * 100, 0)
                + " of 100 lose money."));
  }

  private Block risk() {
    return Lines.of(
        Cell.of(
            "As it is now, the mix moves by "
                + Statistic.words(simulated.risk().volatility() * 100, 1)
                + " % a year (volatility); were all its assets to move as one, by "
                + Statistic.words(simulated.risk().diversification(), 2)
                + " times that."));
  }

  private Block limits() {
    List<Cell> lines = new ArrayList<>();
    SimulationNotes.ofHistory(simulated)
        .forEach(note -> lines.add(Cell.of(note.message(), Tone.WARN)));
    lines.add(
        Cell.of(
            "The history is one path that prices took: another would have given other figures,"
                + " and the errors beside them count only the drawing of futures."));
    lines.add(
        Cell.of(
            "What returns to expect nobody knows. Values and losses are those of the mean above; as"
                + " prices swing, the future in the middle ends below it. How often a band is left"
                + " hardly depends on it."));
    if (simulated.terms().model().equals("gbm")) {
      lines.add(Cell.of("Normal returns understate wild days; compare --model bootstrap or t."));
    }
    lines.add(
        Cell.of(
            "Without taxes, steps and minimum orders: a rebalance may realise gains. Bands are"
                + " looked at every day; who looks less often trades less and drifts further."));
    return new Lines(lines, Marker.BULLET);
  }
}
