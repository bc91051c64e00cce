package allot.simulate;

import allot.catalog.Bucket;
import allot.problem.Warning;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Strategies side by side on one price history.
 *
 * @param from the first close
 * @param to the last close
 * @param days how many closes
 * @param buckets in the order of the weights of every day
 * @param start what all begin with, exact
 * @param runs in the order of the settings
 * @param notes what had to be done to the history and to the portfolio
 */
public record Backtest(
    LocalDate from,
    LocalDate to,
    int days,
    List<Bucket> buckets,
    BigDecimal start,
    List<StrategyRun> runs,
    List<Warning> notes) {
  public Backtest {
    buckets = List.copyOf(buckets);
    runs = List.copyOf(runs);
    notes = List.copyOf(notes);
  }

  /** The same with one thing more to say. */
  Backtest with(Warning note) {
    List<Warning> more = new ArrayList<>(notes);
    more.add(note);
    return new Backtest(from, to, days, buckets, start, runs, more);
  }

  /** Whether figures a year mean something. */
  public boolean isYearOrMore() {
    return !to.isBefore(from.plusDays(365));
  }
}
