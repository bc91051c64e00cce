package allot.simulate;

import allot.portfolio.Portfolio;
import allot.problem.Warning;
import allot.problem.Warning.Code;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Carries strategies through a price history. */
public final class Backtester {
  private static final Warning UNDER_A_YEAR =
      Warning.of(
          Code.UNDER_A_YEAR,
          "less than a year: no return is scaled up to one, and turnover is that of the whole time");

  private Backtester() {}

  /**
   * What each strategy would have come to.
   *
   * @param table closes of all that is held or may be bought, on two days at least
   * @throws allot.problem.ProblemException if nobody knows what to buy of a bucket, or no
   *     instalment falls in the history
   */
  public static Backtest run(Portfolio portfolio, CloseTable table, BacktestSettings settings) {
    ClosePrices prices = new ClosePrices(table, settings.levels());
    List<LocalDate> days = prices.days();
    Opening opening = Opening.of(portfolio, prices, settings);
    List<Warning> notes = new ArrayList<>(table.notes());
    List<StrategyRun> runs = new ArrayList<>();
    Set<String> unknown = new TreeSet<>();
    for (Strategy strategy : settings.strategies()) {
      Trial trial = new Trial(opening, prices, settings, strategy);
      runs.add(trial.run());
      unknown.addAll(trial.unknownGains());
    }
    if (opening.youngLots() > 0) {
      notes.add(young(opening.youngLots(), days.get(0)));
    }
    if (settings.tax().isPresent()) {
      for (String symbol : unknown) {
        notes.add(
            Warning.of(
                Code.COST_UNKNOWN,
                symbol,
                symbol + " is sold, and what it cost or when it was bought is unknown: no tax"));
      }
    }
    for (StrategyRun run : runs) {
      if (run.ambiguous()) {
        String message =
            run.strategy().name() + ": several money-weighted returns fit, so none is told";
        notes.add(Warning.of(Code.AMBIGUOUS_RETURN, message));
      }
    }
    Backtest made =
        new Backtest(
            days.get(0),
            days.get(days.size() - 1),
            days.size(),
            opening.buckets(),
            opening.value(),
            runs,
            notes);
    return made.isYearOrMore() ? made : made.with(UNDER_A_YEAR);
  }

  private static Warning young(int lots, LocalDate first) {
    String what = lots == 1 ? "1 lot is" : lots + " lots are";
    return Warning.of(
        Code.YOUNG_LOTS,
        what + " younger than the first close, and taken to be bought at it, on " + first);
  }
}
