package allot.render;

import allot.money.CurrencyUnit;
import allot.money.Money;
import allot.simulate.BandFigures;
import allot.simulate.Estimate;
import allot.simulate.Exits;
import allot.simulate.Outcome;
import allot.simulate.RiskByBucket;
import allot.simulate.Simulation;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** The tables and the chart of a simulation. */
final class SimulateTables {
  /** Above it, money that may be is told in whole units: more would not be true. */
  private static final double WHOLE_FROM = 1000;

  /** With a longer one a table would be wider than a usual page. */
  private static final int LONGEST_NAME = 12;

  private static final String UNKNOWN = "?";

  private final Simulated simulated;
  private final Simulation made;
  private final CurrencyUnit currency;
  private final Map<String, String> shortNames = new LinkedHashMap<>();

  SimulateTables(Simulated simulated) {
    this.simulated = simulated;
    this.made = simulated.made();
    this.currency = simulated.before().valuation().portfolio().currency();
    for (BandFigures band : made.bands()) {
      if (band.policy().length() > LONGEST_NAME) {
        shortNames.put(band.policy(), "" + (char) ('A' + shortNames.size()));
      }
    }
  }

  /** What tables call the bands whose names are too long for them, by their names. */
  Map<String, String> shortNames() {
    return Collections.unmodifiableMap(shortNames);
  }

  private String nameOf(String policy) {
    return shortNames.getOrDefault(policy, policy);
  }

  /** {@code 69,118 USD}. */
  String money(double amount) {
    return bare(amount) + " " + currency.code();
  }

  /** {@code 69,118}, in whole units if the portfolio is worth many. */
  String bare(double amount) {
    BigDecimal shown = BigDecimal.valueOf(amount);
    if (made.value() < WHOLE_FROM) {
      return Money.of(shown, currency).figures();
    }
    String figures = Money.of(shown.setScale(0, RoundingMode.HALF_EVEN), currency).figures();
    int point = figures.indexOf('.');
    return point < 0 ? figures : figures.substring(0, point);
  }

  /** {@code 10,000}. */
  static String count(int number) {
    return String.format(java.util.Locale.ROOT, "%,d", number);
  }

  Block exits() {
    List<List<Cell>> rows = new ArrayList<>();
    List<Exits.Chance> now = made.exits().chances();
    List<Exits.Chance> fresh = made.exitsFromTarget().chances();
    for (int i = 0; i < now.size(); i++) {
      rows.add(
          List.of(
              Cell.of(now.get(i).days() + " days"),
              Cell.of(percent(now.get(i).probability(), 2)),
              Cell.of(percent(fresh.get(i).probability(), 2))));
    }
    return new Table(
        List.of(
            Column.left("out of band within", Fit.KEEP),
            Column.right("from now", Fit.KEEP),
            Column.right("from target", Fit.KEEP)),
        rows);
  }

  Block bands() {
    List<List<Cell>> rows = new ArrayList<>();
    for (BandFigures band : made.bands()) {
      boolean held = band.policy().equals(Simulation.HOLD);
      rows.add(
          List.of(
              Cell.of(held ? "none, hold" : nameOf(band.policy())),
              Cell.of(held ? "-" : plain(band.rebalancesPerYear(), 2)),
              Cell.of(held ? "-" : percent(band.turnover(), 1)),
              Cell.of(held ? "-" : percent(band.fees(), 3)),
              Cell.of(plain(times100(band.meanDrift()), 3))));
    }
    return new Table(
        List.of(
            Column.left("band", Fit.SHRINK),
            Column.right("times a year", Fit.KEEP),
            Column.right("turnover a year", Fit.drop(1)),
            Column.right("fees a year", Fit.KEEP),
            Column.right("points off", Fit.KEEP)),
        rows);
  }

  Block outcomes() {
    List<List<Cell>> rows = new ArrayList<>();
    for (Outcome outcome : made.outcomes()) {
      rows.add(
          List.of(
              Cell.of(nameOf(outcome.strategy())),
              Cell.of(bare(outcome.p5())),
              Cell.of(bare(outcome.p25())),
              Cell.of(bare(outcome.median())),
              Cell.of(bare(outcome.p75())),
              Cell.of(bare(outcome.p95())),
              Cell.of(bare(outcome.mean().value()) + error(outcome.mean())),
              Cell.of(percent(outcome.probabilityOfLoss(), 1)),
              Cell.of(Statistic.words(outcome.cvar95() * 100, 1) + " %")));
    }
    return new Table(
        List.of(
            Column.left("kept to", Fit.SHRINK),
            Column.right("5 %", Fit.KEEP),
            Column.right("25 %", Fit.drop(2)),
            Column.right("median", Fit.KEEP),
            Column.right("75 %", Fit.drop(2)),
            Column.right("95 %", Fit.KEEP),
            Column.right("mean", Fit.drop(3)),
            Column.right("loses", Fit.KEEP),
            Column.right("CVaR 95", Fit.drop(1))),
        rows);
  }

  private String error(Estimate estimate) {
    return " ± " + (estimate.isErrorKnown() ? bare(estimate.standardError()) : UNKNOWN);
  }

  Block risk() {
    List<List<Cell>> rows = new ArrayList<>();
    for (RiskByBucket.Share share : simulated.risk().shares()) {
      rows.add(
          List.of(
              Cell.of(share.bucket().name()),
              Cell.of(Statistic.words(share.weight() * 100, 2) + " %"),
              Cell.of(Statistic.words(share.volatility() * 100, 1) + " %"),
              Cell.of(Statistic.words(share.contribution() * 100, 1) + " %")));
    }
    return new Table(
        List.of(
            Column.left("bucket", Fit.KEEP),
            Column.right("weight", Fit.KEEP),
            Column.right("volatility", Fit.KEEP),
            Column.right("of the risk", Fit.KEEP)),
        rows);
  }

  Block fan() {
    return new FanChart(
        "Value kept to " + nameOf(made.outcomes().get(1).strategy()) + ", " + currency.code(),
        Axis.ofDays(made.chart().stream().map(Simulation.ChartDay::day).toList()),
        curve(Simulation.Spread::p5),
        curve(Simulation.Spread::p25),
        curve(Simulation.Spread::median),
        curve(Simulation.Spread::p75),
        curve(Simulation.Spread::p95),
        Measure.MONEY);
  }

  private List<Double> curve(ToDoubleFunction<Simulation.Spread> of) {
    return made.chart().stream().map(day -> of.applyAsDouble(day.spread())).toList();
  }

  private static String plain(Estimate estimate, int decimals) {
    return Statistic.words(estimate.value(), decimals)
        + " ± "
        + (estimate.isErrorKnown() ? Statistic.words(estimate.standardError(), decimals) : UNKNOWN);
  }

  private static String percent(Estimate share, int decimals) {
    return plain(times100(share), decimals) + " %";
  }

  private static Estimate times100(Estimate share) {
    return new Estimate(share.value() * 100, share.standardError() * 100);
  }
}
