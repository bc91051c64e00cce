package allot.render;

import allot.money.ExactDecimal;
import allot.portfolio.Portfolio;
import allot.price.Timestamp;
import allot.problem.Warning;
import allot.simulate.Backtest;
import allot.simulate.EquityDay;
import allot.simulate.Performance;
import allot.simulate.StrategyRun;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The document allot.backtest/1. Money is in the portfolio's currency, returns and losses are
 * percent; unknown is null.
 *
 * @param days how many closes
 */
public record BacktestJson(
    String schema,
    String asOf,
    String currency,
    List<Envelope.Input> inputs,
    String from,
    String to,
    int days,
    List<StrategyRow> strategies,
    List<Envelope.Notice> warnings,
    BigDecimal start,
    Map<String, BigDecimal> target) {
  private static final int PERCENT_DECIMALS = 10;
  private static final int MONEY_DECIMALS = 8;

  /**
   * One strategy.
   *
   * @param equity empty unless asked for
   * @param annualReturn the time-weighted return a year; null under a year
   */
  public record StrategyRow(
      String name,
      BigDecimal finalValue,
      BigDecimal contributed,
      @Nullable BigDecimal timeWeightedReturn,
      @Nullable BigDecimal moneyWeightedReturn,
      @Nullable BigDecimal volatility,
      @Nullable BigDecimal maxDrawdown,
      @Nullable BigDecimal sharpe,
      @Nullable BigDecimal sortino,
      @Nullable BigDecimal cvar95,
      @Nullable BigDecimal ulcer,
      @Nullable BigDecimal turnover,
      BigDecimal fees,
      @Nullable BigDecimal tax,
      int rebalances,
      int daysOutOfBand,
      @Nullable BigDecimal annualReturn,
      List<EquityRow> equity) {}

  /** A strategy at the end of a day. */
  public record EquityRow(String date, BigDecimal value) {}

  /**
   * @param asOf the instant of the run
   * @param equity whether every close is listed
   */
  public static BacktestJson of(
      Backtest made,
      Portfolio portfolio,
      Instant asOf,
      boolean equity,
      List<Warning> warnings,
      List<Envelope.Input> inputs) {
    Map<String, BigDecimal> target = new LinkedHashMap<>();
    portfolio.target().percents().forEach((bucket, percent) -> target.put(bucket.name(), percent));
    return new BacktestJson(
        "allot.backtest/1",
        Timestamp.format(asOf),
        portfolio.currency().code(),
        inputs,
        made.from().toString(),
        made.to().toString(),
        made.days(),
        rows(made, equity),
        Envelope.notices(warnings),
        Envelope.money(made.start()),
        target);
  }

  static List<StrategyRow> rows(Backtest made, boolean equity) {
    List<StrategyRow> rows = new ArrayList<>();
    for (StrategyRun run : made.runs()) {
      Optional<Performance> p = run.performance();
      rows.add(
          new StrategyRow(
              run.strategy().name(),
              Envelope.money(run.finalValue()),
              Envelope.money(run.contributed()),
              percent(run.timeWeightedReturn()),
              percent(run.moneyWeightedReturn()),
              percent(p.map(Performance::volatility)),
              percent(p.map(Performance::maxDrawdown)),
              number(p.map(Performance::sharpe)),
              number(p.map(Performance::sortino)),
              percent(p.map(Performance::cvar95)),
              percent(p.map(Performance::ulcer)),
              percent(Optional.of(run.turnover())),
              Envelope.money(run.fees()),
              Envelope.money(run.tax()),
              run.rebalances(),
              run.daysOutOfBand(),
              percent(annual(made, run)),
              equity ? equity(run) : List.of()));
    }
    return rows;
  }

  /** The time-weighted return a year; empty for less than one. */
  static Optional<Double> annual(Backtest made, StrategyRun run) {
    double years = ChronoUnit.DAYS.between(made.from(), made.to()) / 365.0;
    return made.isYearOrMore()
        ? run.timeWeightedReturn().map(total -> StrictMath.pow(1 + total, 1 / years) - 1)
        : Optional.empty();
  }

  static List<EquityRow> equity(StrategyRun run) {
    List<EquityRow> rows = new ArrayList<>();
    for (EquityDay day : run.equity()) {
      rows.add(new EquityRow(day.date().toString(), rounded(day.value(), MONEY_DECIMALS)));
    }
    return rows;
  }

  private static @Nullable BigDecimal percent(Optional<Double> fraction) {
    return number(fraction.map(value -> 100 * value));
  }

  private static @Nullable BigDecimal number(Optional<Double> value) {
    return value
        .filter(Double::isFinite)
        .map(number -> rounded(number, PERCENT_DECIMALS))
        .orElse(null);
  }

  private static BigDecimal rounded(double value, int decimals) {
    return ExactDecimal.normal(
        BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_EVEN));
  }
}
