package allot.simulate;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * What became of a strategy. Returns are fractions, and net of what was paid in.
 *
 * @param finalValue at the last close
 * @param contributed what it began with and all that was paid in
 * @param timeWeightedReturn over the whole time, fees of the first day included; empty if nothing
 *     was ever held
 * @param moneyWeightedReturn a year; empty for less than a year, and if there is no single answer
 * @param ambiguous whether that is because there are several
 * @param performance of days; empty for fewer than two returns
 * @param turnover of rebalancing, the larger of buys and sells as a part of the value: a year, or
 *     if that is shorter over the whole time
 * @param fees in the portfolio's currency
 * @param tax of all years on gains realised, not taken out of the value; empty if rates, or the
 *     cost or date of something sold, are unknown
 * @param rebalances closes at which something was traded, other than with new money
 * @param daysOutOfBand closes at which a bucket was out of the portfolio's band, before any trade
 */
public record StrategyRun(
    Strategy strategy,
    BigDecimal finalValue,
    BigDecimal contributed,
    Optional<Double> timeWeightedReturn,
    Optional<Double> moneyWeightedReturn,
    boolean ambiguous,
    Optional<Performance> performance,
    double turnover,
    BigDecimal fees,
    Optional<BigDecimal> tax,
    int rebalances,
    int daysOutOfBand,
    List<EquityDay> equity) {
  public StrategyRun {
    equity = List.copyOf(equity);
  }
}
