package allot.render;

import allot.allocation.Allocation;
import allot.allocation.BucketShare;
import allot.money.ExactDecimal;
import allot.portfolio.Portfolio;
import allot.price.Age;
import allot.price.Timestamp;
import allot.problem.Warning;
import allot.simulate.BandFigures;
import allot.simulate.Estimate;
import allot.simulate.Exits;
import allot.simulate.Outcome;
import allot.simulate.Simulation;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;

/** How a simulation reads: it answers in words first, and says what it does not know. */
public final class SimulateView {
  private static final int LATE = 7;

  /** Of two figures that differ by less than so many errors nobody says that they do. */
  private static final double CLEAR = 2;

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
    int days = view.made.settings().days();
    List<Section> sections = new ArrayList<>();
    sections.add(Section.untitled(view.header()));
    sections.add(Section.of("How often to look", view.look(), view.tables.exits()));
    sections.add(Section.of("Which band", view.bands(), view.tables.bands()));
    sections.add(
        Section.of(
            days == 1 ? "Worth in a day" : "Worth in " + days + " days",
            view.worth(),
            view.tables.outcomes(),
            view.tables.fan()));
    sections.add(Section.of("Where the risk is", view.risk(), view.tables.risk()));
    sections.add(Section.of("What this does not know", view.limits()));
    if (!warnings.isEmpty()) {
      sections.add(Section.of("Warnings", WarningLines.of(warnings)));
    }
    return new Document(sections);
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
    facts.add(Fact.of("Futures", futures()));
    facts.add(Fact.of("Return", expected()));
    facts.add(Fact.of("Fee", fee()));
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
    return parts.isEmpty() ? "none" : String.join(" and ", parts);
  }

  private Block look() {
    List<Cell> lines = new ArrayList<>();
    if (made.exits().outNow()) {
      lines.add(Cell.of("It is out of band now: look now.", Tone.WARN));
      lines.add(Cell.of("Once it is back on target, " + again(made.exitsFromTarget())));
    } else if (made.exits().chances().equals(made.exitsFromTarget().chances())) {
      lines.add(Cell.of("From here as from its target, " + again(made.exits()), Tone.STRONG));
    } else {
      lines.add(Cell.of("From here, " + again(made.exits()), Tone.STRONG));
      lines.add(Cell.of("From its target, " + again(made.exitsFromTarget())));
    }
    return new Lines(lines, Marker.NONE);
  }

  private static String again(Exits exits) {
    OptionalInt half = exits.dayOf(Simulated.TIME_TO_LOOK);
    if (half.isEmpty()) {
      int days = exits.lastDay();
      double chance = exits.within(days).probability().value();
      return "it stays in band for longer than was looked: the chance of having been out is "
          + Statistic.words(chance * 100, 1)
          + " % within "
          + days
          + " days.";
    }
    OptionalInt tenth = exits.dayOf(0.1);
    return "check again in about "
        + days(half.getAsInt())
        + ": by then half of the futures have been out of band, a tenth of them within "
        + days(tenth.orElse(half.getAsInt()))
        + ".";
  }

  private static String days(int days) {
    return days == 1 ? "1 day" : days + " days";
  }

  private Block bands() {
    List<BandFigures> bands = made.bands().subList(1, made.bands().size());
    BandFigures first = bands.get(0);
    List<Cell> lines = new ArrayList<>();
    lines.add(
        Cell.of(
            first.policy()
                + " rebalances "
                + Statistic.words(first.rebalancesPerYear().value(), 1)
                + " times a year, costs "
                + tables.money(first.feesPaid().value())
                + " in "
                + days(made.settings().days())
                + ", and is "
                + Statistic.words(first.meanDrift().value() * 100, 1)
                + " points off its target on average; held, the mix is "
                + Statistic.words(made.bands().get(0).meanDrift().value() * 100, 1)
                + " off.",
            Tone.STRONG));
    if (bands.size() > 1) {
      lines.add(Cell.of(compared(first, bands)));
    }
    return new Lines(lines, Marker.NONE);
  }

  /** Which bands beat the first, and the ends between which people choose. */
  private static String compared(BandFigures first, List<BandFigures> bands) {
    List<String> better = new ArrayList<>();
    for (BandFigures other : bands) {
      if (isLess(other.fees(), first.fees()) && isLess(other.meanDrift(), first.meanDrift())) {
        better.add(other.policy());
      }
    }
    BandFigures cheapest = least(bands, Comparator.comparing(b -> b.fees().value()));
    BandFigures nearest = least(bands, Comparator.comparing(b -> b.meanDrift().value()));
    String end =
        cheapest.fees().value() == 0
            ? "nearest to target: " + nearest.policy() + "."
            : "least fees: " + cheapest.policy() + ", nearest to target: " + nearest.policy() + ".";
    return better.isEmpty()
        ? "No other here is both cheaper and nearer to target; " + end
        : "Cheaper and nearer to target than that: " + String.join(", ", better) + "; " + end;
  }

  private static boolean isLess(Estimate one, Estimate other) {
    return one.value() + CLEAR * (one.standardError() + other.standardError()) < other.value();
  }

  private static BandFigures least(List<BandFigures> bands, Comparator<BandFigures> by) {
    return bands.stream().min(by).orElseThrow();
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
    simulated.closes().notes().forEach(note -> lines.add(Cell.of(note.message(), Tone.WARN)));
    lateness().ifPresent(text -> lines.add(Cell.of(text, Tone.WARN)));
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

  private java.util.Optional<String> lateness() {
    List<LocalDate> days = simulated.closes().days();
    if (days.isEmpty()) {
      return java.util.Optional.empty();
    }
    LocalDate last = days.get(days.size() - 1);
    LocalDate today = before.valuation().at().atZone(ZoneOffset.UTC).toLocalDate();
    long old = ChronoUnit.DAYS.between(last, today);
    return old <= LATE
        ? java.util.Optional.empty()
        : java.util.Optional.of("the history ends " + old + " days before the day that is valued");
  }
}
