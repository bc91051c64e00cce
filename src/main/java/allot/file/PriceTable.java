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
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Prices as CSV: a header with the columns asset, price and perhaps asOf, then a row each. */
final class PriceTable {
  private static final List<String> COLUMNS = List.of("asset", "price", "asof");
  private static final String HEADER = "the header must be asset,price or asset,price,asOf";

  private final Source source;
  private final Problems problems;
  private final PriceFile.Quotes quotes;
  private int columns;
  private int assetColumn = -1;
  private int priceColumn = -1;
  private int asOfColumn = -1;

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
    try {
      for (CsvRecord row :
          CsvReader.builder()
              .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
              .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
              .ofCsvRecord(source.text())) {
        if (header) {
          readHeader(row);
          problems.throwIfAny();
          header = false;
        } else {
          readRow(row);
        }
      }
    } catch (CsvParseException e) {
      refuse(1, "is no CSV that can be read", HEADER);
    }
    if (header) {
      refuse(1, "is neither JSON nor CSV with prices", HEADER);
    }
  }

  private void readHeader(CsvRecord row) {
    columns = row.getFieldCount();
    for (int i = 0; i < row.getFieldCount(); i++) {
      switch (row.getField(i).strip().toLowerCase(Locale.ROOT)) {
        case "asset" -> assetColumn = i;
        case "price" -> priceColumn = i;
        case "asof" -> asOfColumn = i;
        default -> {}
      }
    }
    if (assetColumn < 0 || priceColumn < 0 || row.getFieldCount() > COLUMNS.size()) {
      refuse(row.getStartingLineNumber(), "is neither JSON nor CSV with prices", HEADER);
    }
  }

  private void readRow(CsvRecord row) {
    long line = row.getStartingLineNumber();
    if (row.getFieldCount() > columns) {
      refuse(line, "the row is longer than the header", "write numbers without commas: 1234.5");
      return;
    }
    int needed = Math.max(assetColumn, priceColumn);
    if (row.getFieldCount() <= needed) {
      refuse(line, "the row is too short", "it needs an asset and a price");
      return;
    }
    String asset = unguarded(row.getField(assetColumn).strip());
    Optional<Instant> asOf = Optional.empty();
    String written =
        asOfColumn < 0 || asOfColumn >= row.getFieldCount() ? "" : row.getField(asOfColumn).strip();
    if (!written.isEmpty()) {
      asOf = Timestamp.parseInstantOrDate(written, quotes.zone());
      if (asOf.isEmpty()) {
        refuse(line, "asOf is no instant", "write it as 2026-11-20T16:00:00Z, or as a date");
      }
    }
    price(row.getField(priceColumn).strip(), line).ifPresent(addWith(asset, asOf, line));
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

  /** Undoes the quote that guards a text cell against being taken for a formula. */
  private static String unguarded(String cell) {
    return cell.startsWith("'") ? cell.substring(1) : cell;
  }

  private void refuse(long line, String message, String remedy) {
    int start = 0;
    for (long at = 1; at < line && start >= 0; at++) {
      start = source.text().indexOf('\n', start) + 1;
    }
    problems.add(new Span(start, start), "", message, remedy, false);
  }
}
