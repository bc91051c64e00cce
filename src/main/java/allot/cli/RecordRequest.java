package allot.cli;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What is to be recorded: known to be right so far as that does not depend on a portfolio. */
sealed interface RecordRequest {

  /** The portfolio file, if one is named. */
  Optional<String> file();

  /**
   * One trade.
   *
   * @param at there is one, but for a move
   * @param from there is one for a move, as there is {@code to}
   * @param cash whether cash moves even where there is no row of it
   */
  record Typed(
      Action action,
      String asset,
      BigDecimal quantity,
      Optional<BigDecimal> at,
      Optional<BigDecimal> fee,
      Optional<String> account,
      Optional<LocalDate> date,
      Optional<LocalDate> lot,
      Optional<String> from,
      Optional<String> to,
      boolean cash,
      Optional<String> file)
      implements RecordRequest {

    /** What was done. */
    enum Action {
      BUY,
      SELL,
      MOVE;

      String label() {
        return name().toLowerCase(Locale.ROOT);
      }
    }
  }

  /**
   * A plan's entries.
   *
   * @param plan the document, - for standard input
   * @param only their numbers in order; empty for those that are due
   * @param date when they happened; empty for the days of the plan
   */
  record Plan(
      String plan, Optional<List<Integer>> only, Optional<LocalDate> date, Optional<String> file)
      implements RecordRequest {}
}
