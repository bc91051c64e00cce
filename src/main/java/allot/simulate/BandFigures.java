package allot.simulate;

/**
 * What a policy does in a year of 365 days; of one that only holds, what becomes of its mix.
 *
 * @param policy its label
 * @param rebalancesPerYear days with trades
 * @param turnover the larger of buys and sales, as a part of the value at the time, a year
 * @param fees as a part of the value at the time, a year
 * @param feesPaid money over the whole time
 * @param meanDrift half the sum of absolute drifts after the day's trades, 0 to 1, mean over days
 */
public record BandFigures(
    String policy,
    Estimate rebalancesPerYear,
    Estimate turnover,
    Estimate fees,
    Estimate feesPaid,
    Estimate meanDrift) {}
