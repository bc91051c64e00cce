package allot.render;

import allot.simulate.Backtest;
import allot.simulate.StrategyRun;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** A back-test as one table of data, with the field names of its JSON. */
public final class BacktestCsv {
  private BacktestCsv() {}

  /** A row for each strategy and close. */
  private record EquityLine(String date, String strategy, BigDecimal value) {}

  /** A row for each strategy. */
  public static CsvTable strategies(Backtest made) {
    CsvTable whole =
        CsvTable.ofRecords(BacktestJson.StrategyRow.class, BacktestJson.rows(made, false));
    // the last column lists the closes
    int columns = whole.header().size() - 1;
    return new CsvTable(
        whole.header().subList(0, columns),
        whole.rows().stream().map(row -> row.subList(0, columns)).toList());
  }

  /** A row for each close of each strategy. */
  public static CsvTable equity(Backtest made) {
    List<EquityLine> lines = new ArrayList<>();
    for (StrategyRun run : made.runs()) {
      for (BacktestJson.EquityRow day : BacktestJson.equity(run)) {
        lines.add(new EquityLine(day.date(), run.strategy().name(), day.value()));
      }
    }
    return CsvTable.ofRecords(EquityLine.class, lines);
  }
}
