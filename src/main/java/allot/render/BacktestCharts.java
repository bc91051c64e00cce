package allot.render;

import static java.util.stream.Collectors.joining;

import allot.money.CurrencyUnit;
import allot.simulate.Backtest;
import allot.simulate.EquityDay;
import allot.simulate.Strategy;
import allot.simulate.StrategyRun;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A back-test's curves. */
final class BacktestCharts {
  private static final int MOST_CURVES = 4;

  /** Of a chart, about. */
  private static final int ROWS = 12;

  /** A curve that is alone on fewer days is not drawn. */
  private static final double SEEN = 0.1;

  private final Backtest made;
  private final CurrencyUnit currency;
  private final Axis axis;

  BacktestCharts(Backtest made, CurrencyUnit currency) {
    this.made = made;
    this.currency = currency;
    this.axis = Axis.ofDates(made.runs().get(0).equity().stream().map(EquityDay::date).toList());
  }

  /** The curves that can be told apart, and which were left out. */
  List<Block> equity() {
    List<Series> all = new ArrayList<>();
    for (StrategyRun run : made.runs()) {
      Series curve =
          new Series(
              BacktestView.words(run.strategy()),
              run.equity().stream().map(EquityDay::value).toList());
      all.add(run.equals(leading()) ? 0 : all.size(), curve);
    }
    List<Series> drawn = apart(all);
    List<Block> blocks = new ArrayList<>();
    blocks.add(new LineChart("value, " + currency.code(), axis, drawn, Measure.MONEY));
    if (drawn.size() < all.size()) {
      String others =
          all.stream().filter(c -> !drawn.contains(c)).map(Series::name).collect(joining(", "));
      String words =
          drawn.size() == 1
              ? "All others would run along this curve: "
              : "Drawn are the curves that differ most; the tables have the others, too: ";
      blocks.add(Lines.of(words + others + "."));
    }
    return blocks;
  }

  /** The first, and of the others those that are seen beside the ones before, at most four. */
  private static List<Series> apart(List<Series> all) {
    Scale scale = Scale.of(all, Measure.MONEY);
    List<Series> drawn = new ArrayList<>(all.subList(0, 1));
    while (drawn.size() < MOST_CURVES) {
      Optional<Series> next = Optional.empty();
      double most = SEEN;
      for (Series curve : all) {
        double seen = drawn.contains(curve) ? 0 : seen(curve, drawn, scale);
        if (seen > most) {
          most = seen;
          next = Optional.of(curve);
        }
      }
      if (next.isEmpty()) {
        break;
      }
      drawn.add(next.get());
    }
    return drawn;
  }

  /** The part of the days on which a curve is a row or more away from every other. */
  private static double seen(Series curve, List<Series> others, Scale scale) {
    int days = 0;
    for (int day = 0; day < curve.values().size(); day++) {
      double here = scale.share(curve.values().get(day));
      boolean alone = true;
      for (Series other : others) {
        alone = alone && Math.abs(here - scale.share(other.values().get(day))) >= 1.0 / ROWS;
      }
      days += alone ? 1 : 0;
    }
    return (double) days / curve.values().size();
  }

  /** The strategy that leaves the mix alone, else the first. */
  private StrategyRun leading() {
    return made.runs().stream()
        .filter(run -> run.strategy().rule() instanceof Strategy.Hold)
        .findFirst()
        .orElse(made.runs().get(0));
  }

  /** The mix of the leading strategy, in buckets that count. */
  Optional<Block> mix() {
    StrategyRun shown = leading();
    List<Series> parts = new ArrayList<>();
    for (int bucket = 0; bucket < made.buckets().size(); bucket++) {
      List<Double> weights = new ArrayList<>();
      for (EquityDay day : shown.equity()) {
        weights.add(100 * day.weights().get(bucket));
      }
      if (weights.stream().anyMatch(weight -> weight >= 0.5)) {
        parts.add(new Series(made.buckets().get(bucket).name(), weights));
      }
    }
    String title = "weights of the buckets, " + BacktestView.words(shown.strategy()) + ", percent";
    return parts.isEmpty() ? Optional.empty() : Optional.of(new StackedChart(title, axis, parts));
  }
}
