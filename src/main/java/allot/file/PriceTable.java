package allot.file;

import allot.money.ExactDecimal;
import allot.price.Timestamp;
import allot.problem.Problems;
import allot.problem.Source;
import allot.problem.Span;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Prices as CSV: a header with the columns asset, price and perhaps asOf, or with those that the
 * program itself writes; then a row each.
 */
final class PriceTable {
  private static final List<String> COLUMNS = List.of("asset", "price", "asof");

  /** What {@code allot prices --format csv} writes. */
  private static final Set<String> OWN_COLUMNS = Set.of("id", "symbol", "price", "asof", "source");

  private static final String HEADER =
      "the header must be asset,price or asset,price,asOf, or id,symbol,price,asOf,source as"
          + " `allot prices --format csv` writes it";

  /** A row's length is ours to judge, so that it is told at its line and the rest is read. */
  private static final CsvReader.CsvReaderBuilder READER =
      CsvReader.builder()
          .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
          .extraFieldStrategy(FieldMismatchStrategy.IGNORE);

  private final Source source;
  private final Problems problems;
  private final PriceFile.Quotes quotes;
  private int assetColumn = -1;
  private int priceColumn = -1;
  private int asOfColumn = -1;
  private int sourceColumn = -1;
  private int columns;

  /** Whether assets are named by their ids, and prices are those of services. */
  private boolean own;

  private PriceTable(Source source, Problems problems, PriceFile.Quotes quotes) {
    this.source = source;
    this.problems = problems;
    this.quotes = quotes;
  }

  static void read(Source source, Problems problems, PriceFile.Quotes quotes) {
    new PriceTable(source, problems, quotes).read();
  }

  private void read() {
    boolean header = true;
    long line = 1;
    try {
      for (CsvRecord row : READER.ofCsvRecord(source.text())) {
        if (header) {
          readHeader(row);
          problems.throwIfAny();
          header = false;
        } else {
          readRow(row);
        }
        line = row.getStartingLineNumber() + 1;
      }
    } catch (CsvParseException e) {
      refuse(line, "is no CSV that can be read", "write it as asset,price");
    }
    if (header && problems.isEmpty()) {
      refuse(1, "is neither JSON nor CSV with prices", HEADER);
    }
  }

  private void readHeader(CsvRecord row) {
    columns = row.getFieldCount();
    Set<String> names = new HashSet<>();
    for (int i = 0; i < columns; i++) {
      String name = row.getField(i).strip().toLowerCase(Locale.ROOT);
      names.add(name);
      switch (name) {
        case "asset", "id" -> assetColumn = i;
        case "price" -> priceColumn = i;
        case "asof" -> asOfColumn = i;
        case "source" -> sourceColumn = i;
        default -> {}
      }
    }
    own = names.equals(OWN_COLUMNS) && columns == OWN_COLUMNS.size();
    boolean plain = names.contains("asset") && names.contains("price") && columns <= COLUMNS.size();
    if (!own && (!plain || names.contains("id"))) {
      refuse(row.getStartingLineNumber(), "is neither JSON nor CSV with prices", HEADER);
    }
  }

  private void readRow(CsvRecord row) {
    long line = row.getStartingLineNumber();
    int needed = Math.max(assetColumn, priceColumn);
    if (row.getFieldCount() <= needed) {
      refuse(line, "the row is too short", "it needs an asset and a price");
      return;
    }
    if (row.getFieldCount() > columns) {
      refuse(line, "the row is longer than the header", "write numbers without commas: 1234.5");
      return;
    }
    String asset = FormulaGuard.undone(cell(row, assetColumn));
    Optional<Instant> asOf = Optional.empty();
    String written = cell(row, asOfColumn);
    if (!written.isEmpty()) {
      asOf = Timestamp.parseInstantOrDate(written, quotes.zone());
      if (asOf.isEmpty()) {
        refuse(line, "asOf is no instant", "write it as 2026-11-20T16:00:00Z, or as a date");
      }
    }
    if (own) {
      addOwn(row, asset, asOf);
    } else {
      price(cell(row, priceColumn), line).ifPresent(addWith(asset, asOf, line));
    }
  }

  /** The text of a cell; empty if there is none. */
  private static String cell(CsvRecord row, int column) {
    return column < 0 || column >= row.getFieldCount() ? "" : row.getField(column).strip();
  }

  /** A service's quote; its price of zero or nothing is no price. */
  private void addOwn(CsvRecord row, String id, Optional<Instant> asOf) {
    long line = row.getStartingLineNumber();
    if (id.isEmpty()) {
      refuse(line, "the row has no id", "");
      return;
    }
    String written = cell(row, priceColumn);
    Optional<BigDecimal> price = written.isEmpty() ? Optional.empty() : price(written, line);
    String source = FormulaGuard.undone(cell(row, sourceColumn));
    PriceFile.Complaint complaint = (message, remedy) -> refuse(line, id + " " + message, remedy);
    price
        .filter(value -> value.signum() > 0)
        .ifPresent(value -> quotes.addById(id, value, asOf, source, complaint));
  }

  private java.util.function.Consumer<BigDecimal> addWith(
      String asset, Optional<Instant> asOf, long line) {
    return price ->
        quotes.addNamed(
            asset, price, asOf, (message, remedy) -> refuse(line, asset + " " + message, remedy));
  }

  private Optional<BigDecimal> price(String text, long line) {
    try {
      BigDecimal price = ExactDecimal.parse(text);
      if (price.signum() >= 0) {
        return Optional.of(price);
      }
      refuse(line, "price must not be negative", "");
    } catch (ExactDecimal.NotExact e) {
      refuse(line, "price " + e.reason(), "write it as 402.15");
    }
    return Optional.empty();
  }

  private void refuse(long line, String message, String remedy) {
    int start = 0;
    for (long at = 1; at < line && start >= 0; at++) {
      start = source.text().indexOf('\n', start) + 1;
    }
    problems.add(new Span(start, start), "", message, remedy, false);
  }
}
