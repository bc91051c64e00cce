package allot.simulate;

import java.util.Arrays;

/**
 * What daily values say of a strategy (ALGORITHMS.md section 6). Returns are simple and daily, a
 * year has 365 days, the riskless rate is 0. Fractions; drawdown, ulcer and CVaR are losses, and
 * positive.
 *
 * @param totalReturn from the first to the last value, time-weighted
 * @param mean of a day
 * @param deviation of a day, with n − 1 below the line; NaN for a single return
 * @param volatility the deviation times √365
 * @param sharpe mean / deviation × √365; NaN if nothing moved, or for a single return
 * @param sortino mean / √(mean of min(r, 0)² over all days) × √365; NaN if no day lost
 * @param maxDrawdown the deepest fall from a high before it
 * @param ulcer the root of the mean squared fall from the high before, over all values
 * @param cvar95 the mean loss of the worst 5 % of days, the last of them counted by a fraction
 */
public record Performance(
    double totalReturn,
    double mean,
    double deviation,
    double volatility,
    double sharpe,
    double sortino,
    double downside,
    double maxDrawdown,
    double ulcer,
    double cvar95) {
  private static final double DAYS_A_YEAR = 365;
  private static final double TAIL = 0.05;

  /**
   * Of daily returns net of flows.
   *
   * @param returns simple, above -1; at least 1
   */
  public static Performance ofReturns(double[] returns) {
    if (returns.length == 0) {
      throw new IllegalArgumentException("no returns");
    }
    double mean = Moments.mean(returns);
    double deviation = deviation(returns);
    double losses = 0;
    double growth = 1;
    double high = 1;
    double deepest = 0;
    double falls = 0;
    for (double daily : returns) {
      losses += Math.min(daily, 0) * Math.min(daily, 0);
      growth *= 1 + daily;
      high = Math.max(high, growth);
      double fall = 1 - growth / high;
      deepest = Math.max(deepest, fall);
      falls += fall * fall;
    }
    double downside = Math.sqrt(losses / returns.length);
    double year = Math.sqrt(DAYS_A_YEAR);
    return new Performance(
        growth - 1,
        mean,
        deviation,
        deviation * year,
        deviation == 0 ? Double.NaN : mean / deviation * year,
        downside == 0 ? Double.NaN : mean / downside * year,
        downside,
        deepest,
        // the first value is a day too, and at its high
        Math.sqrt(falls / (returns.length + 1)),
        worst(returns));
  }

  private static double deviation(double[] returns) {
    if (returns.length == 1) {
      return Double.NaN;
    }
    return Moments.isConstant(returns) ? 0 : Moments.deviation(returns);
  }

  private static double worst(double[] returns) {
    double[] sorted = returns.clone();
    Arrays.sort(sorted);
    double wanted = TAIL * sorted.length;
    double left = wanted;
    double sum = 0;
    for (int i = 0; left > 0; i++) {
      sum += Math.min(1, left) * sorted[i];
      left -= 1;
    }
    return -sum / wanted;
  }
}
