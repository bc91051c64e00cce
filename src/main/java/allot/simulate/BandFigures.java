package allot.simulate;

/**
 * What a policy does in a year of 365 days; of one that only holds, what becomes of its mix.
 * Counted over the days to come, as many as were looked at, which is a year at least: what is done
 * today is done once, and told apart.
 *
 * @param policy its label
 * @param rebalancesPerYear days with trades
 * @param turnover the larger of buys and sales, as a part of the value at the time, a year
 * @param fees as a part of the value at the time, a year
 * @param feesPaid money over the days that were asked for, today's included
 * @param meanDrift half the sum of absolute drifts after the day's trades, 0 to 1, mean over days
 * @param turnoverToday as a part of the value; 0 without a trade today
 * @param feesToday money; part of {@code feesPaid}
 */
public record BandFigures(
    String policy,
    Estimate rebalancesPerYear,
    Estimate turnover,
    Estimate fees,
    Estimate feesPaid,
    Estimate meanDrift,
    double turnoverToday,
    double feesToday) {}
