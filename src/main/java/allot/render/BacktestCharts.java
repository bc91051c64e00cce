package allot.render;

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
  private final Backtest made;
  private final CurrencyUnit currency;
  private final Axis axis;

  BacktestCharts(Backtest made, CurrencyUnit currency) {
    this.made = made;
    this.currency = currency;
    this.axis = Axis.ofDates(made.runs().get(0).equity().stream().map(EquityDay::date).toList());
  }

  Block equity() {
    List<Series> curves = new ArrayList<>();
    for (StrategyRun run : made.runs()) {
      curves.add(
          new Series(
              BacktestView.words(run.strategy()),
              run.equity().stream().map(EquityDay::value).toList()));
    }
    return new LineChart("value, " + currency.code(), axis, curves, Measure.MONEY);
  }

  /** The mix of the strategy that leaves it alone, else of the first, in buckets that count. */
  Optional<Block> mix() {
    StrategyRun shown =
        made.runs().stream()
            .filter(run -> run.strategy().rule() instanceof Strategy.Hold)
            .findFirst()
            .orElse(made.runs().get(0));
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
