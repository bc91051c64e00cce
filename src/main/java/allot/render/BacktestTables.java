package allot.render;

import allot.simulate.Backtest;
import allot.simulate.EquityDay;
import allot.simulate.Performance;
import allot.simulate.Strategy;
import allot.simulate.StrategyRun;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A back-test's strategies side by side, one a line. */
final class BacktestTables {
  private static final String UNKNOWN = "?";
  private static final String NONE = "-";

  private final Backtest made;
  private final Figures figures;

  BacktestTables(Backtest made, Figures figures) {
    this.made = made;
    this.figures = figures;
  }

  Block outcome() {
    Optional<StrategyRun> hold =
        made.runs().stream()
            .filter(run -> run.strategy().rule() instanceof Strategy.Hold)
            .findFirst();
    boolean paidIn = made.runs().stream().anyMatch(run -> run.strategy().isPaidIn());
    boolean compared = hold.isPresent() && made.runs().size() > 1;
    List<Column> columns = columns("final value", "return");
    if (made.isYearOrMore()) {
      columns.add(Column.right("a year", Fit.KEEP));
    }
    if (paidIn) {
      columns.add(2, Column.right("paid in", Fit.KEEP));
      if (made.isYearOrMore()) {
        columns.add(Column.right("by money", Fit.KEEP));
      }
    }
    if (compared) {
      columns.add(Column.right("against hold", Fit.drop(1)));
    }
    List<List<Cell>> rows = new ArrayList<>();
    for (StrategyRun run : made.runs()) {
      List<String> cells = new ArrayList<>();
      cells.add(figures.bare(run.finalValue()));
      if (paidIn) {
        cells.add(figures.bare(run.contributed()));
      }
      cells.add(signedPercent(run.timeWeightedReturn()));
      if (made.isYearOrMore()) {
        cells.add(signedPercent(BacktestJson.annual(made, run)));
        if (paidIn) {
          cells.add(signedPercent(run.moneyWeightedReturn()));
        }
      }
      if (compared) {
        cells.add(against(run, hold.get()));
      }
      rows.add(row(run, cells));
    }
    return new Table(columns, rows);
  }

  private static String against(StrategyRun run, StrategyRun hold) {
    return run.equals(hold) || run.strategy().isPaidIn() || hold.finalValue().signum() == 0
        ? NONE
        : signedPercent(
            Optional.of(run.finalValue().doubleValue() / hold.finalValue().doubleValue() - 1));
  }

  Block risk() {
    List<List<Cell>> rows = new ArrayList<>();
    for (StrategyRun run : made.runs()) {
      Optional<Performance> p = run.performance();
      rows.add(
          row(
              run,
              List.of(
                  percent(p.map(Performance::volatility)),
                  percent(p.map(Performance::maxDrawdown)),
                  percent(p.map(Performance::cvar95)),
                  percent(p.map(Performance::ulcer)),
                  plain(p.map(Performance::sharpe)),
                  plain(p.map(Performance::sortino)))));
    }
    return new Table(
        columns("volatility", "drawdown", "worst days", "ulcer", "Sharpe", "Sortino"), rows);
  }

  Block trading() {
    List<List<Cell>> rows = new ArrayList<>();
    for (StrategyRun run : made.runs()) {
      rows.add(
          row(
              run,
              List.of(
                  String.valueOf(run.rebalances()),
                  percent(Optional.of(run.turnover())),
                  figures.bare(run.fees()),
                  run.tax().map(figures::signed).orElse(UNKNOWN),
                  String.valueOf(run.daysOutOfBand()))));
    }
    return new Table(columns("rebalances", turnover(), "fees", "tax", "days out of band"), rows);
  }

  private String turnover() {
    return made.isYearOrMore() ? "turnover a year" : "turnover";
  }

  /** A line for each close. */
  Block equity() {
    List<Column> columns = new ArrayList<>();
    columns.add(Column.left("date", Fit.KEEP));
    made.runs()
        .forEach(run -> columns.add(Column.right(BacktestView.words(run.strategy()), Fit.KEEP)));
    List<List<Cell>> rows = new ArrayList<>();
    for (int day = 0; day < made.days(); day++) {
      List<Cell> row = new ArrayList<>();
      row.add(Cell.of(made.runs().get(0).equity().get(day).date().toString()));
      for (StrategyRun run : made.runs()) {
        EquityDay at = run.equity().get(day);
        row.add(Cell.of(figures.bare(BigDecimal.valueOf(at.value()))));
      }
      rows.add(row);
    }
    return new Table(columns, rows);
  }

  private static List<Column> columns(String... titles) {
    List<Column> columns = new ArrayList<>();
    columns.add(Column.left("strategy", Fit.KEEP));
    for (String title : titles) {
      columns.add(Column.right(title, Fit.KEEP));
    }
    return columns;
  }

  private static List<Cell> row(StrategyRun run, List<String> texts) {
    List<Cell> cells = new ArrayList<>();
    cells.add(Cell.of(BacktestView.words(run.strategy())));
    texts.forEach(text -> cells.add(Cell.of(text)));
    return cells;
  }

  private static String percent(Optional<Double> fraction) {
    return fraction.filter(Double::isFinite).map(f -> decimals(100 * f) + " %").orElse(UNKNOWN);
  }

  private static String signedPercent(Optional<Double> fraction) {
    if (fraction.filter(Double::isFinite).isEmpty()) {
      return UNKNOWN;
    }
    String shown = decimals(Math.abs(100 * fraction.get()));
    boolean zero = shown.equals("0.00");
    return (zero ? "" : fraction.get() < 0 ? "−" : "+") + shown + " %";
  }

  private static String plain(Optional<Double> value) {
    return value
        .filter(Double::isFinite)
        .map(v -> (v < 0 ? "−" : "") + decimals(Math.abs(v)))
        .orElse(UNKNOWN);
  }

  private static String decimals(double value) {
    return BigDecimal.valueOf(value).setScale(2, RoundingMode.HALF_EVEN).toPlainString();
  }
}
