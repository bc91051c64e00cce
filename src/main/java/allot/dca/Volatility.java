package allot.dca;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.NavigableMap;
import java.util.OptionalDouble;

/**
 * How much a price moves in a year: the standard deviation of daily simple returns (ddof 1) times
 * the square root of 365, as a fraction (0.6 is 60 % a year). Statistics, so in doubles; nothing of
 * it flows back into money.
 */
public final class Volatility {
  /** With fewer returns there is no volatility to speak of. */
  public static final int LEAST_RETURNS = 20;

  private static final int DAYS_A_YEAR = 365;

  private Volatility() {}

  /**
   * The volatility of a series of daily closes. A return counts only between two days that follow
   * each other in the calendar: one across a gap is not the return of a day.
   *
   * @param closes above zero, by day
   * @return zero or more; empty with fewer than {@value #LEAST_RETURNS} returns
   */
  public static OptionalDouble annual(NavigableMap<LocalDate, BigDecimal> closes) {
    double[] returns = dailyReturns(closes);
    return returns.length < LEAST_RETURNS
        ? OptionalDouble.empty()
        : OptionalDouble.of(annual(returns));
  }

  /** Of two or more daily returns. In two passes, so that a large mean costs no digits. */
  static double annual(double[] returns) {
    double mean = Arrays.stream(returns).sum() / returns.length;
    double squares = 0;
    for (double daily : returns) {
      squares += (daily - mean) * (daily - mean);
    }
    return Math.sqrt(squares / (returns.length - 1) * DAYS_A_YEAR);
  }

  static double[] dailyReturns(NavigableMap<LocalDate, BigDecimal> closes) {
    double[] returns = new double[closes.size()];
    int count = 0;
    LocalDate expected = LocalDate.MIN;
    double before = 0;
    for (Map.Entry<LocalDate, BigDecimal> close : closes.entrySet()) {
      double price = close.getValue().doubleValue();
      if (close.getKey().equals(expected)) {
        returns[count++] = price / before - 1;
      }
      before = price;
      expected = close.getKey().plusDays(1);
    }
    return Arrays.copyOf(returns, count);
  }
}
