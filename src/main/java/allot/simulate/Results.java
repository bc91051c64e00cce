package allot.simulate;

import allot.simulate.Simulation.ChartDay;
import allot.simulate.Simulation.Spread;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Adds up blocks of paths, in their order, whoever ran them: so sums are the same with any number
 * of threads. What it keeps does not grow with the number of paths.
 */
final class Results {
  private static final int OUTCOME_BITS = 12;
  private static final double DAYS_A_YEAR = 365;

  private final SimulationSettings settings;
  private final double value;
  private final boolean outNow;
  private final boolean outAtBest;
  private final long[] exits;
  private final long[] exitsFromTarget;
  private final List<Figures> figures;
  private final List<LogHistogram> chart = new ArrayList<>();
  private long paths;

  Results(SimulationSettings settings, double value, boolean outNow, boolean outAtBest) {
    this.settings = settings;
    this.value = value;
    this.outNow = outNow;
    this.outAtBest = outAtBest;
    this.exits = new long[settings.lastDay() + 1];
    this.exitsFromTarget = new long[settings.lastDay() + 1];
    this.figures =
        Stream.concat(
                Stream.of(Simulation.HOLD), settings.policies().stream().map(BandPolicy::label))
            .map(label -> new Figures(label, settings.lastDay()))
            .toList();
    for (int i = 0; i < settings.chartDays().size(); i++) {
      chart.add(new LogHistogram(OUTCOME_BITS));
    }
  }

  void add(BlockResult block) {
    int[] firstOut = block.hold().firstOut;
    for (int day : firstOut) {
      exits[day]++;
    }
    for (int day : block.firstOutFromTarget()) {
      exitsFromTarget[day]++;
    }
    paths += firstOut.length;
    for (int i = 0; i < figures.size(); i++) {
      Book book = i == 0 ? block.hold() : block.books().get(i - 1);
      figures.get(i).add(book, block.finals()[i], block.fees()[i], value);
    }
    for (int day = 0; day < chart.size(); day++) {
      for (double worth : block.chart()[day]) {
        chart.get(day).add(worth);
      }
    }
  }

  Simulation simulation(String model) {
    List<ChartDay> days = new ArrayList<>();
    for (int i = 0; i < chart.size(); i++) {
      days.add(new ChartDay(settings.chartDays().get(i), spread(chart.get(i))));
    }
    return new Simulation(
        model,
        settings,
        value,
        new Exits(outNow, exits, paths),
        new Exits(outAtBest, exitsFromTarget, paths),
        figures.stream().map(Figures::band).toList(),
        figures.stream().map(strategy -> strategy.outcome(value)).toList(),
        days);
  }

  private static Spread spread(LogHistogram values) {
    return new Spread(
        values.quantile(0.05),
        values.quantile(0.25),
        values.quantile(0.5),
        values.quantile(0.75),
        values.quantile(0.95));
  }

  /** The figures of one strategy. */
  private static final class Figures {
    private final String label;
    private final int days;
    private final Tally rebalances = new Tally();
    private final Tally turnover = new Tally();
    private final Tally fees = new Tally();
    private final Tally feesPaid = new Tally();
    private final Tally drift = new Tally();
    private final Tally ends = new Tally();
    private final LogHistogram spread = new LogHistogram(OUTCOME_BITS);
    private long paths;
    private long losses;
    private double turnoverToday;
    private double feesToday;

    /**
     * @param days how many the book has seen after today
     */
    Figures(String label, int days) {
      this.label = label;
      this.days = days;
    }

    void add(Book book, double[] finals, double[] paid, double value) {
      double years = days / DAYS_A_YEAR;
      for (int p = 0; p < finals.length; p++) {
        rebalances.add(book.trades[p] / years);
        turnover.add(book.turnover[p] / years);
        fees.add(book.feeParts[p] / years);
        feesPaid.add(paid[p]);
        drift.add(book.drifts[p] / days);
        ends.add(finals[p]);
        spread.add(finals[p]);
        losses += finals[p] < value ? 1 : 0;
        paths++;
      }
      turnoverToday = book.turnoverToday();
      feesToday = book.feesToday();
    }

    BandFigures band() {
      return new BandFigures(
          label,
          rebalances.estimate(),
          turnover.estimate(),
          fees.estimate(),
          feesPaid.estimate(),
          drift.estimate(),
          turnoverToday,
          feesToday);
    }

    Outcome outcome(double value) {
      return new Outcome(
          label,
          ends.estimate(),
          spread.quantile(0.5),
          spread.quantile(0.05),
          spread.quantile(0.25),
          spread.quantile(0.75),
          spread.quantile(0.95),
          Estimate.ofChance(losses, paths),
          1 - spread.meanOfLowest(0.05) / value);
    }
  }
}
