package allot.simulate;

import allot.problem.Warning;
import java.util.Locale;

/**
 * Something about a price history that a reader of its results should know, with the rule that was
 * applied.
 *
 * @param asset the symbol; empty if it is about all
 * @param message one line
 */
public record HistoryNote(Code code, String asset, String message) {

  /** The same as documents warn of it. */
  public Warning warning() {
    Warning.Code known = Warning.Code.valueOf(code.name());
    return asset.isEmpty() ? Warning.of(known, message) : Warning.of(known, asset, message);
  }

  /** What a note is about. */
  public enum Code {
    PROXY,
    LATE_LISTING,
    DELISTED,
    FIRST_DAY_SPIKE,
    MISSING_DAYS,
    OUTLIER,
    SHORT_HISTORY,
    YOUNG_LOTS,
    COST_UNKNOWN,
    UNDER_A_YEAR,
    AMBIGUOUS_RETURN;

    public String label() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
