package allot.render;

import allot.price.FetchedHistory;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Daily closes as a table of data, which {@code --history} reads. */
public final class HistoryCsv {
  private HistoryCsv() {}

  /**
   * A column for each series, under its asset's id, and a row for each UTC day of the window, the
   * oldest first. Where there is no close the cell is empty.
   */
  public static CsvTable table(FetchedHistory history) {
    List<String> header = new ArrayList<>();
    header.add("date");
    history.series().forEach(series -> header.add(series.asset().id()));
    List<List<CsvCell>> rows = new ArrayList<>(history.days());
    for (int i = 0; i < history.days(); i++) {
      LocalDate day = history.from().plusDays(i);
      List<CsvCell> row = new ArrayList<>(header.size());
      row.add(CsvCell.of(day.toString()));
      for (FetchedHistory.Series series : history.series()) {
        BigDecimal close = series.closes().get(day);
        row.add(close == null ? CsvCell.empty() : CsvCell.of(close));
      }
      rows.add(row);
    }
    return new CsvTable(header, rows);
  }
}
