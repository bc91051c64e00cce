package allot.render;

import allot.problem.Visible;
import allot.simulate.Backtest;
import allot.simulate.EquityDay;
import allot.simulate.Performance;
import allot.simulate.Strategy;
import allot.simulate.StrategyRun;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A back-test's strategies side by side, one a line. */
final class BacktestTables {
  private static final String UNKNOWN = "?";
  private static final String NONE = "-";

  /** How wide a date is. */
  private static final int DATE = 10;

  /** How wide a strategy's name may be. */
  private static final int NAME = 20;

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
    List<Column> columns = columns();
    columns.add(Column.right("final value", Fit.KEEP));
    columns.add(Column.right("return", Fit.drop(0)));
    if (made.isYearOrMore()) {
      columns.add(Column.right("a year", Fit.drop(1)));
    }
    if (paidIn) {
      columns.add(2, Column.right("paid in", Fit.drop(2)));
      if (made.isYearOrMore()) {
        columns.add(Column.right("by money", Fit.drop(3)));
      }
    }
    if (compared) {
      columns.add(Column.right("against hold", Fit.drop(4)));
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
    List<Column> columns = columns();
    columns.add(Column.right("volatility", Fit.drop(1)));
    columns.add(Column.right("drawdown", Fit.KEEP));
    columns.add(Column.right("worst days", Fit.drop(3)));
    columns.add(Column.right("ulcer", Fit.drop(5)));
    columns.add(Column.right("Sharpe", Fit.drop(2)));
    columns.add(Column.right("Sortino", Fit.drop(4)));
    return new Table(columns, rows);
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
    List<Column> columns = columns();
    columns.add(Column.right("rebalances", Fit.drop(2)));
    columns.add(Column.right("turnover", Fit.drop(4)));
    columns.add(Column.right("fees", Fit.KEEP));
    columns.add(Column.right("tax", Fit.drop(1)));
    columns.add(Column.right("days out", Fit.drop(3)));
    return new Table(columns, rows);
  }

  /** What the figures of {@link #trading()} are. */
  Block tradingInWords() {
    List<Cell> lines = new ArrayList<>();
    lines.add(
        Cell.of(
            (made.isYearOrMore() ? "Turnover is that of a year. " : "")
                + "Days out are closes with a bucket out of the file's band."));
    if (made.runs().stream().anyMatch(run -> run.tax().filter(t -> t.signum() < 0).isPresent())) {
      lines.add(
          Cell.of(
              "A negative tax is a saving: losses beyond the gains of a year lower the tax on other"
                  + " income."));
    }
    return new Lines(lines, Marker.NONE);
  }

  /**
   * A line for each close, in as many tables under each other as the strategies need.
   *
   * @param width of the page
   */
  List<Block> equity(int width) {
    List<Block> tables = new ArrayList<>();
    List<StrategyRun> beside = new ArrayList<>();
    int used = DATE;
    for (StrategyRun run : made.runs()) {
      int wide = Visible.width(title(run));
      for (EquityDay day : run.equity()) {
        wide = Math.max(wide, value(day).length());
      }
      if (used + TableLayout.GAP + wide > width && !beside.isEmpty()) {
        tables.add(equity(beside));
        beside.clear();
        used = DATE;
      }
      beside.add(run);
      used += TableLayout.GAP + wide;
    }
    tables.add(equity(beside));
    return tables;
  }

  private Block equity(List<StrategyRun> runs) {
    List<Column> columns = new ArrayList<>();
    columns.add(Column.left("date", Fit.KEEP));
    runs.forEach(run -> columns.add(Column.right(title(run), Fit.KEEP)));
    List<List<Cell>> rows = new ArrayList<>();
    for (int day = 0; day < made.days(); day++) {
      List<Cell> row = new ArrayList<>();
      row.add(Cell.of(runs.get(0).equity().get(day).date().toString()));
      for (StrategyRun run : runs) {
        row.add(Cell.of(value(run.equity().get(day))));
      }
      rows.add(row);
    }
    return new Table(columns, rows);
  }

  /** A strategy at the head of its values; the longest name leaves room on every page. */
  private static String title(StrategyRun run) {
    String words = BacktestView.words(run.strategy());
    return words.length() > NAME ? words.substring(0, NAME - 1) + "…" : words;
  }

  private String value(EquityDay day) {
    return figures.bare(BigDecimal.valueOf(day.value()));
  }

  private static List<Column> columns() {
    List<Column> columns = new ArrayList<>();
    columns.add(Column.left("strategy", Fit.shrinkFirst(NAME)));
    return columns;
  }

  private static List<Cell> row(StrategyRun run, List<String> texts) {
    List<Cell> cells = new ArrayList<>();
    cells.add(Cell.of(BacktestView.words(run.strategy())));
    texts.forEach(text -> cells.add(Cell.of(text)));
    return cells;
  }

  private static String percent(Optional<Double> fraction) {
    return plain(fraction.map(f -> 100 * f)) + (isKnown(fraction) ? " %" : "");
  }

  private static String signedPercent(Optional<Double> fraction) {
    String shown = percent(fraction);
    boolean plus = isKnown(fraction) && !shown.startsWith("−") && !shown.startsWith("0.00 ");
    return plus ? "+" + shown : shown;
  }

  private static String plain(Optional<Double> value) {
    return isKnown(value) ? value.map(v -> Statistic.words(v, 2)).orElse(UNKNOWN) : UNKNOWN;
  }

  private static boolean isKnown(Optional<Double> value) {
    return value.filter(Double::isFinite).isPresent();
  }
}
