package allot.file;

import allot.money.ExactDecimal;
import allot.problem.Problems;
import allot.problem.Source;
import allot.problem.Span;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.math.BigDecimal;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** A history as CSV: columns by asset, a service's download, or an exchange's rows. */
final class HistoryTable {
  private static final String HEADER =
      "the header needs date and a column for each asset, snapped_at and price, or a date and close";

  /** More than there are assets to know; each unknown name costs a search for the one meant. */
  private static final int MAX_COLUMNS = 1000;

  /** What stands for a day without a price. */
  private static final Set<String> NOTHING = Set.of("", "-", "nan", "n/a", "null");

  private final Source source;
  private final Problems problems;
  private final HistoryAssets assets;
  private final Optional<String> named;
  private final CloseCollector closes;
  private final char delimiter;
  private final CsvPlaces places;
  private final List<PointSeries.Point> points = new ArrayList<>();

  /** The asset ids of the price columns that have one, by column. */
  private final Map<Integer, String> idOfColumn = new HashMap<>();

  /** What is wrong with columns of no known asset; told only if there are no others. */
  private final List<Runnable> strangers = new ArrayList<>();

  private Optional<HistoryColumns> columns = Optional.empty();
  private int width;

  private HistoryTable(
      Source source,
      Problems problems,
      HistoryAssets assets,
      Optional<String> named,
      CloseCollector closes) {
    this.source = source;
    this.problems = problems;
    this.assets = assets;
    this.named = named;
    this.closes = closes;
    this.delimiter = delimiter(source.text());
    this.places = new CsvPlaces(source, delimiter);
  }

  static void read(
      Source source,
      Problems problems,
      HistoryAssets assets,
      Optional<String> named,
      CloseCollector closes) {
    new HistoryTable(source, problems, assets, named, closes).read();
  }

  private void read() {
    CsvReader.CsvReaderBuilder builder =
        CsvReader.builder()
            .fieldSeparator(delimiter)
            .maxBufferSize(InputFile.MAX_BYTES)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE);
    long line = 1;
    try {
      for (CsvRecord row : builder.ofCsvRecord(source.text())) {
        line = row.getStartingLineNumber();
        if (columns.isPresent()) {
          readRow(columns.get(), row);
        } else if (row.getFieldCount() > 1) {
          // a line of one cell before the header is a title
          readHeader(row);
        }
      }
    } catch (CsvParseException e) {
      problems.add(places.cell(line, 0), "", "is no CSV from here on", "check its quotes", false);
    }
    if (columns.isEmpty()) {
      problems.add(new Span(0, 0), "", "is neither JSON nor CSV with closes", HEADER, false);
    }
    problems.throwIfAny();
    finish();
  }

  private void finish() {
    for (String id : idOfColumn.values()) {
      switch (columns.map(HistoryColumns::kind).orElse(HistoryColumns.Kind.WIDE)) {
        case POINT -> PointSeries.addPoints(points, id, closes);
        case CANDLE -> PointSeries.addCandles(points, id, closes);
        case WIDE, DAY -> {}
      }
    }
  }

  /** The sign that divides the first line in which one of them stands. */
  private static char delimiter(String text) {
    Optional<String> header = text.lines().limit(20).filter(HistoryTable::isDivided).findFirst();
    char best = ',';
    long most = 0;
    for (char candidate : new char[] {',', ';', '\t'}) {
      long count = header.orElse("").chars().filter(c -> c == candidate).count();
      if (count > most) {
        best = candidate;
        most = count;
      }
    }
    return best;
  }

  private static boolean isDivided(String line) {
    return line.indexOf(',') >= 0 || line.indexOf(';') >= 0 || line.indexOf('\t') >= 0;
  }

  private void readHeader(CsvRecord row) {
    columns = HistoryColumns.of(row.getFields());
    if (columns.isEmpty()) {
      Span span = places.cell(row.getStartingLineNumber(), 0);
      problems.add(span, "", "has no date column, or no column of closes", HEADER, true);
      problems.throwIfAny();
      return;
    }
    width = row.getFieldCount();
    if (width > MAX_COLUMNS) {
      Span span = places.cell(row.getStartingLineNumber(), 0);
      problems.add(span, "", "has more than " + MAX_COLUMNS + " columns", "", false);
      problems.throwIfAny();
    }
    HistoryColumns found = columns.get();
    if (found.kind() == HistoryColumns.Kind.WIDE) {
      if (named.isPresent()) {
        Span span = places.cell(row.getStartingLineNumber(), found.prices().get(0));
        String remedy = "write it without " + named.get() + "=";
        problems.add(span, "", "the columns name their assets themselves", remedy, true);
      }
      found.prices().forEach(column -> readAssetColumn(row, column));
      if (idOfColumn.isEmpty()) {
        strangers.forEach(Runnable::run);
      }
      problems.throwIfAny();
    } else {
      idOfColumn.put(found.prices().get(0), assets.ofFile(source.name(), named));
    }
  }

  private void readAssetColumn(CsvRecord row, int column) {
    String name = FormulaGuard.undone(row.getField(column).strip());
    Span span = places.cell(row.getStartingLineNumber(), column);
    if (name.isEmpty()) {
      problems.add(span, "", "the column has no name", "name the asset it is of", true);
      return;
    }
    Optional<String> id =
        assets.ofColumn(
            name,
            (message, remedy) -> problems.add(span, name, message, remedy, true),
            (message, remedy) ->
                strangers.add(() -> problems.add(span, name, message, remedy, true)));
    if (id.isPresent() && idOfColumn.containsValue(id.get())) {
      problems.add(span, name, "has a column already", "keep one column for each asset", true);
    } else {
      id.ifPresent(is -> idOfColumn.put(column, is));
    }
  }

  private void readRow(HistoryColumns layout, CsvRecord row) {
    if (row.getFields().stream().allMatch(String::isBlank)) {
      return;
    }
    if (row.getFieldCount() > width) {
      refuse(row, width, "has no column in the header", "check the commas");
      return;
    }
    if (row.getFieldCount() < width) {
      String cells = row.getFieldCount() + " of the " + width + " cells";
      refuse(
          row,
          0,
          "the row has " + cells + " of the header",
          "fetch the file again, or write a comma for each");
      return;
    }
    Optional<HistoryTime> time = time(layout, row);
    if (time.isEmpty()) {
      return;
    }
    closes.follow(time.get().at(), places.cell(row.getStartingLineNumber(), layout.time()));
    for (int column : layout.prices()) {
      String text = row.getField(column).strip();
      String id = idOfColumn.get(column);
      if (id != null && !NOTHING.contains(text.toLowerCase(Locale.ROOT))) {
        price(row, column, text)
            .ifPresent(price -> addPrice(layout.kind(), row, column, id, price, time.get()));
      }
    }
  }

  private void addPrice(
      HistoryColumns.Kind kind,
      CsvRecord row,
      int column,
      String id,
      BigDecimal price,
      HistoryTime time) {
    Supplier<Span> span = () -> places.cell(row.getStartingLineNumber(), column);
    switch (kind) {
      case WIDE, DAY -> closes.addOnce(id, time.date(), price, span);
      case POINT, CANDLE -> points.add(new PointSeries.Point(time.at(), price, span.get()));
    }
  }

  private Optional<HistoryTime> time(HistoryColumns layout, CsvRecord row) {
    String text = row.getField(layout.time()).strip();
    Optional<HistoryTime> time = HistoryTime.parse(text);
    if (time.isEmpty()) {
      String message = text.isEmpty() ? "the row has no date" : "is no date that can be told";
      refuse(row, layout.time(), message, "write it as 2026-01-05");
      return time;
    }
    boolean ofDays =
        layout.kind() == HistoryColumns.Kind.WIDE || layout.kind() == HistoryColumns.Kind.DAY;
    LocalTime ofDay = time.get().at().atOffset(ZoneOffset.UTC).toLocalTime();
    if (ofDays && !ofDay.equals(LocalTime.MIDNIGHT)) {
      refuse(row, layout.time(), "has a time of day, and a close is of a day", "write the date");
      return Optional.empty();
    }
    if (layout.kind() == HistoryColumns.Kind.POINT && time.get().day()) {
      refuse(row, layout.time(), "is no instant", "write 2026-01-05 00:00:00 UTC, or call it date");
      return Optional.empty();
    }
    return time;
  }

  private Optional<BigDecimal> price(CsvRecord row, int column, String text) {
    try {
      BigDecimal price = ExactDecimal.parse(text);
      if (price.signum() > 0) {
        return Optional.of(price);
      }
      refuse(row, column, "must be above zero", "leave the cell empty if there was no close");
    } catch (ExactDecimal.NotExact e) {
      refuse(row, column, e.reason(), "write it as 402.15");
    }
    return Optional.empty();
  }

  private void refuse(CsvRecord row, int column, String message, String remedy) {
    Span span = places.cell(row.getStartingLineNumber(), column);
    problems.add(span, "", message, remedy, true);
  }
}
