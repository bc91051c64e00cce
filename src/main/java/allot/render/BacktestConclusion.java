package allot.render;

import allot.money.CurrencyUnit;
import allot.simulate.Backtest;
import allot.simulate.Performance;
import allot.simulate.Strategy;
import allot.simulate.StrategyRun;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** What a back-test shows, in a sentence: who ended highest, and who fell least. */
final class BacktestConclusion {
  private final List<StrategyRun> runs;
  private final CurrencyUnit currency;
  private final Optional<StrategyRun> hold;

  BacktestConclusion(Backtest made, CurrencyUnit currency) {
    this.runs = made.runs();
    this.currency = currency;
    this.hold =
        runs.stream().filter(run -> run.strategy().rule() instanceof Strategy.Hold).findAny();
  }

  Block block() {
    String words = runs.size() == 1 ? alone(runs.get(0)) : compared();
    return Lines.of(words + " Another history would have told something else.");
  }

  private String alone(StrategyRun run) {
    return "In this history "
        + name(run)
        + " came to "
        + money(run)
        + run.performance().map(p -> ", and was at worst " + fall(p) + " below a high").orElse("")
        + ".";
  }

  private String compared() {
    boolean alike =
        runs.stream()
                .map(StrategyRun::contributed)
                .mapToDouble(BigDecimal::doubleValue)
                .distinct()
                .count()
            == 1;
    ToDoubleFunction<StrategyRun> came = alike ? this::shown : run -> hundredths(growth(run));
    StrategyRun best = most(came);
    String words = "In this history ";
    if (areEqual(came)) {
      words += alike ? "all ended at " + money(best) : "all returned the same on their money";
    } else {
      words += name(best) + (alike ? ended(best) : returned(best));
    }
    return words + fell(best) + ".";
  }

  private String fell(StrategyRun best) {
    ToDoubleFunction<StrategyRun> fall = run -> -hundredths(fallOf(run));
    StrategyRun least = most(fall);
    if (areEqual(fall)) {
      return least
          .performance()
          .map(p -> "; the deepest fall from a high was " + fall(p))
          .orElse("");
    }
    return ", and "
        + (least.equals(best) ? "it" : name(least))
        + " fell least from a high, by "
        + least.performance().map(BacktestConclusion::fall).orElse("")
        + other(least)
            .flatMap(StrategyRun::performance)
            .map(p -> " (hold by " + fall(p) + ")")
            .orElse("");
  }

  private String ended(StrategyRun best) {
    return " ended highest, at "
        + money(best)
        + other(best)
            .filter(held -> held.finalValue().signum() > 0)
            .map(held -> best.finalValue().doubleValue() / held.finalValue().doubleValue() - 1)
            .map(more -> ", " + percent(more) + " above hold")
            .orElse("");
  }

  /** Where strategies have different money, what they end with says little. */
  private String returned(StrategyRun best) {
    return " returned most on its money, "
        + percent(growth(best))
        + other(best).map(held -> " (hold " + percent(growth(held)) + ")").orElse("");
  }

  /** Holding, where something else is spoken of. */
  private Optional<StrategyRun> other(StrategyRun run) {
    return hold.filter(held -> !held.equals(run));
  }

  /** The one with most of something: holding, unless another has more. */
  private StrategyRun most(ToDoubleFunction<StrategyRun> of) {
    StrategyRun best = hold.orElse(runs.get(0));
    for (StrategyRun run : runs) {
      best = of.applyAsDouble(run) > of.applyAsDouble(best) ? run : best;
    }
    return best;
  }

  private static double growth(StrategyRun run) {
    return run.timeWeightedReturn().orElse(Double.NEGATIVE_INFINITY);
  }

  private static double fallOf(StrategyRun run) {
    return run.performance().map(Performance::maxDrawdown).orElse(1.0);
  }

  private static String fall(Performance performance) {
    return percent(performance.maxDrawdown());
  }

  private static String percent(double fraction) {
    return Statistic.words(100 * fraction, 2) + " %";
  }

  private boolean areEqual(ToDoubleFunction<StrategyRun> figure) {
    return runs.stream().mapToDouble(figure).distinct().count() == 1;
  }

  /** Percent as they are shown, so that no strategy is ahead by what nobody sees. */
  private static double hundredths(double fraction) {
    return Double.isFinite(fraction)
        ? Statistic.rounded(100 * fraction, 2).doubleValue()
        : fraction;
  }

  private double shown(StrategyRun run) {
    return run.finalValue().setScale(currency.decimals(), RoundingMode.HALF_EVEN).doubleValue();
  }

  private String money(StrategyRun run) {
    return new Figures(currency).money(run.finalValue());
  }

  private static String name(StrategyRun run) {
    String words = BacktestView.words(run.strategy());
    return run.strategy().rule() instanceof Strategy.Calendar ? "rebalancing " + words : words;
  }
}
