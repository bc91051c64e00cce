package allot.render;

import allot.problem.Warning;
import allot.simulate.BandFigures;
import allot.simulate.Estimate;
import allot.simulate.Exits;
import allot.simulate.Simulation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.ToDoubleFunction;

/** A simulation's answers to how often to look and which band, in words. */
final class SimulateAnswers {
  /** Of two figures that differ by less than so many errors nobody says that they do. */
  private static final double CLEAR = 2;

  private final Simulated simulated;
  private final Simulation made;
  private final SimulateTables tables;
  private final List<BandFigures> bands;

  SimulateAnswers(Simulated simulated, SimulateTables tables) {
    this.simulated = simulated;
    this.made = simulated.made();
    this.tables = tables;
    this.bands = made.bands().subList(1, made.bands().size());
  }

  /** Whether trades cost anything. */
  static boolean hasFee(Simulated simulated) {
    return simulated.terms().fee().signum() > 0 || simulated.terms().fixed().signum() > 0;
  }

  Block look() {
    List<Cell> lines = new ArrayList<>();
    Optional<Warning> untradable = SimulationNotes.untradable(simulated);
    if (untradable.isPresent()) {
      lines.add(
          Cell.of("It is out of band now, and " + untradable.get().message() + ".", Tone.WARN));
      lines.add(
          Cell.of(
              "It will be out at every look, until prices or you change that; a band below trades"
                  + " the rest on each day on which there is something to trade."));
    } else if (made.exits().outNow()) {
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

  static String days(int days) {
    return days == 1 ? "1 day" : days + " days";
  }

  Block bands() {
    List<Cell> lines = new ArrayList<>();
    lines.add(Cell.of(first(), Tone.STRONG));
    if (bands.size() > 1) {
      lines.add(Cell.of(compared()));
    }
    List<String> names = new ArrayList<>();
    tables.shortNames().forEach((band, name) -> names.add(name + " is " + band));
    if (!names.isEmpty()) {
      lines.add(Cell.of("In the tables " + String.join(", ", names) + "."));
    }
    return new Lines(lines, Marker.NONE);
  }

  /** What becomes of the first band, which is the one in use if none is named. */
  private String first() {
    BandFigures first = bands.get(0);
    StringBuilder text = new StringBuilder(first.policy()).append(" rebalances ");
    if (first.turnoverToday() > 0) {
      text.append("today, then ");
    }
    text.append(Statistic.words(first.rebalancesPerYear().value(), 1)).append(" times a year");
    if (hasFee(simulated)) {
      text.append(", costs ")
          .append(tables.money(first.feesPaid().value()))
          .append(" in fees in ")
          .append(days(made.settings().days()));
      if (first.feesToday() > 0) {
        text.append(", ").append(tables.bare(first.feesToday())).append(" of it today");
      }
      text.append(',');
    }
    return text.append(" and is ")
        .append(points(first))
        .append(" points off its target on average; held, the mix is ")
        .append(points(made.bands().get(0)))
        .append(" off.")
        .toString();
  }

  private static String points(BandFigures band) {
    return Statistic.words(band.meanDrift().value() * 100, 1);
  }

  /** Which bands beat the first, and the ends between which people choose. */
  private String compared() {
    if (bands.stream().allMatch(band -> band.turnover().value() + band.turnoverToday() == 0)) {
      return "None of these bands finds anything to trade.";
    }
    String nearest = least(band -> band.meanDrift().value());
    if (!hasFee(simulated)) {
      String calmest = least(band -> band.turnover().value());
      return (nearest.equals(calmest)
              ? nearest + " trades the least value and stays nearest to its target."
              : nearest + " stays nearest to its target, " + calmest + " trades the least value.")
          + " What that costs is not compared: no fee is set.";
    }
    String cheapest = least(band -> band.fees().value());
    String ends =
        nearest.equals(cheapest)
            ? nearest + " costs the least and stays the nearest"
            : cheapest + " costs the least, " + nearest + " stays the nearest";
    List<String> better = better();
    return better.isEmpty()
        ? "No other band here both costs less and stays nearer to its target: " + ends + "."
        : "Costs less and stays nearer to its target than that: "
            + String.join(", ", better)
            + ". Of all, "
            + ends
            + ".";
  }

  private List<String> better() {
    BandFigures first = bands.get(0);
    List<String> better = new ArrayList<>();
    for (BandFigures other : bands) {
      if (isLess(other.fees(), first.fees()) && isLess(other.meanDrift(), first.meanDrift())) {
        better.add(other.policy());
      }
    }
    return better;
  }

  private static boolean isLess(Estimate one, Estimate other) {
    return one.value() + CLEAR * (one.standardError() + other.standardError()) < other.value();
  }

  private String least(ToDoubleFunction<BandFigures> of) {
    return bands.stream().min(Comparator.comparingDouble(of)).orElseThrow().policy();
  }
}
