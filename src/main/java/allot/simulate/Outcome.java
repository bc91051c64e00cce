package allot.simulate;

/**
 * What a strategy may be worth at the end. Money is in the portfolio's currency, not rounded;
 * quantiles are those of the paths, to {@value #RESOLUTION} of themselves.
 *
 * @param strategy {@code hold}, or a policy's label
 * @param mean with its standard error
 * @param probabilityOfLoss of ending below what it is worth now
 * @param cvar95 the mean loss of the worst 5 % of paths, as a part of what it is worth now;
 *     negative if even those gain
 */
public record Outcome(
    String strategy,
    Estimate mean,
    double median,
    double p5,
    double p25,
    double p75,
    double p95,
    Estimate probabilityOfLoss,
    double cvar95) {
  static final double RESOLUTION = 0.00025;
}
