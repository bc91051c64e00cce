package allot.render;

import allot.portfolio.Portfolio;
import allot.simulate.Backtest;
import allot.simulate.EquityDay;
import allot.simulate.Strategy;
import allot.simulate.StrategyRun;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** What a back-test shows where there is room for pictures. */
public final class BacktestPictures {
  /** A bucket that never is this much of a mix is left out of its drawing and of its table. */
  private static final double LEAST_PERCENT = 0.5;

  private final Backtest made;
  private final Portfolio portfolio;
  private final Axis axis;

  private BacktestPictures(Backtest made, Portfolio portfolio) {
    this.made = made;
    this.portfolio = portfolio;
    this.axis = Axis.ofDates(made.runs().get(0).equity().stream().map(EquityDay::date).toList());
  }

  /** The document of a {@link BacktestView} with each drawing where its table is. */
  public static Document into(Document document, Backtest made, Portfolio portfolio) {
    BacktestPictures pictures = new BacktestPictures(made, portfolio);
    Document drawn =
        document
            .illustrated("What it came to", pictures.values())
            .illustrated("How it went", pictures.falls())
            .without("Value");
    return pictures.mix().map(drawn::with).orElse(drawn);
  }

  private Block values() {
    return new LineChart(
        "Value at every close, " + portfolio.currency().code(),
        axis,
        curves(EquityDay::value),
        Measure.MONEY);
  }

  private Block falls() {
    return new FallPaths(
        "Drawdown: how far each was below its highest so far, net of new money",
        axis,
        curves(day -> day.drawdown() > 0 ? -100 * day.drawdown() : 0));
  }

  private List<Series> curves(Function<EquityDay, Double> figure) {
    List<Series> curves = new ArrayList<>();
    for (StrategyRun run : made.runs()) {
      curves.add(new Series(BacktestView.words(run.strategy()), values(run, figure)));
    }
    return curves;
  }

  private static List<Double> values(StrategyRun run, Function<EquityDay, Double> figure) {
    return run.equity().stream().map(figure).toList();
  }

  /** The mix left alone beside the mix kept. */
  private Optional<Section> mix() {
    List<StrategyRun> shown = new ArrayList<>();
    first(rule -> rule instanceof Strategy.Hold).ifPresent(shown::add);
    first(rule -> rule instanceof Strategy.OutOfBand || rule instanceof Strategy.Calendar)
        .ifPresent(shown::add);
    if (shown.isEmpty()) {
      shown.add(made.runs().get(0));
    }
    List<Integer> buckets = new ArrayList<>();
    for (int i = 0; i < made.buckets().size(); i++) {
      int bucket = i;
      if (shown.stream().anyMatch(run -> Collections.max(weights(run, bucket)) >= LEAST_PERCENT)) {
        buckets.add(bucket);
      }
    }
    return buckets.isEmpty()
        ? Optional.empty()
        : Optional.of(Section.of("Mix", drawing(shown, buckets), table(shown, buckets)));
  }

  private Optional<StrategyRun> first(Predicate<Strategy.Rule> rule) {
    return made.runs().stream().filter(run -> rule.test(run.strategy().rule())).findFirst();
  }

  private static List<Double> weights(StrategyRun run, int bucket) {
    return values(run, day -> 100 * day.weights().get(bucket));
  }

  /** Without the days before the first money came; a bucket that is drawn has others. */
  private static List<Double> weightsOfSomething(StrategyRun run, int bucket) {
    List<Double> weights = new ArrayList<>();
    for (EquityDay day : run.equity()) {
      if (day.value() > 0) {
        weights.add(100 * day.weights().get(bucket));
      }
    }
    return weights;
  }

  private Block drawing(List<StrategyRun> shown, List<Integer> buckets) {
    List<StackedChart> mixes = new ArrayList<>();
    for (StrategyRun run : shown) {
      List<Series> parts = new ArrayList<>();
      for (int bucket : buckets) {
        parts.add(new Series(made.buckets().get(bucket).name(), weights(run, bucket)));
      }
      mixes.add(new StackedChart(BacktestView.words(run.strategy()), axis, parts));
    }
    return new MixPaths("Weights of the buckets at every close", mixes);
  }

  private Block table(List<StrategyRun> shown, List<Integer> buckets) {
    List<List<Cell>> rows = new ArrayList<>();
    for (StrategyRun run : shown) {
      for (int bucket : buckets) {
        List<Double> weights = weightsOfSomething(run, bucket);
        rows.add(
            List.of(
                Cell.of(BacktestView.words(run.strategy())),
                Cell.of(made.buckets().get(bucket).name()),
                percent(weights.get(0)),
                percent(Collections.min(weights)),
                percent(Collections.max(weights)),
                percent(weights.get(weights.size() - 1)),
                percent(portfolio.target().of(made.buckets().get(bucket)).doubleValue())));
      }
    }
    return new Table(
        List.of(
            Column.left("strategy", Fit.KEEP),
            Column.left("bucket", Fit.KEEP),
            Column.right("at first", Fit.KEEP),
            Column.right("least", Fit.KEEP),
            Column.right("most", Fit.KEEP),
            Column.right("at last", Fit.KEEP),
            Column.right("target", Fit.KEEP)),
        rows);
  }

  private static Cell percent(double weight) {
    return Cell.of(Scale.figure(weight, Measure.PERCENT));
  }
}
