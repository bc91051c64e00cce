package allot.catalog;

import allot.catalog.Asset.Basis;
import allot.catalog.Asset.Confidence;
import allot.catalog.Asset.Market;
import allot.catalog.Asset.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The catalogue as a table: a header, then a row of tab-separated cells for each asset. */
final class CatalogTable {
  private static final int COLUMNS = 16;

  private CatalogTable() {}

  static List<Asset> parse(String text) {
    List<Asset> assets = new ArrayList<>();
    int lineStart = text.indexOf('\n') + 1;
    while (lineStart < text.length()) {
      int lineEnd = text.indexOf('\n', lineStart);
      assets.add(row(cells(text, lineStart, lineEnd)));
      lineStart = lineEnd + 1;
    }
    return assets;
  }

  private static Asset row(String[] cell) {
    return new Asset(
        cell[0],
        cell[1],
        cell[2],
        new Bucket(cell[3]),
        cell[4],
        list(cell[5]),
        optional(cell[6]),
        list(cell[7]),
        new Origin(
            cell[8].equals("article") ? Basis.ARTICLE : Basis.RULE,
            cell[9],
            Optional.of(confidence(cell[10])),
            cell[11],
            cell[12]),
        market(cell[15]),
        list(cell[13]),
        optional(cell[14]));
  }

  private static Confidence confidence(String cell) {
    return switch (cell) {
      case "high" -> Confidence.HIGH;
      case "medium" -> Confidence.MEDIUM;
      case "low" -> Confidence.LOW;
      default -> throw new IllegalArgumentException("confidence " + cell);
    };
  }

  private static Market market(String cell) {
    return switch (cell) {
      case "listed" -> Market.LISTED;
      case "none" -> Market.NONE;
      case "cash" -> Market.CASH;
      default -> throw new IllegalArgumentException("market " + cell);
    };
  }

  private static Optional<String> optional(String cell) {
    return cell.isEmpty() ? Optional.empty() : Optional.of(cell);
  }

  private static List<String> list(String cell) {
    return cell.isEmpty() ? List.of() : List.of(cell.split(","));
  }

  private static String[] cells(String text, int start, int end) {
    String[] cells = new String[COLUMNS];
    int from = start;
    for (int i = 0; i < COLUMNS; i++) {
      int tab = i == COLUMNS - 1 ? end : text.indexOf('\t', from);
      if (tab < 0 || tab > end) {
        throw new IllegalArgumentException("short row: " + text.substring(start, end));
      }
      cells[i] = text.substring(from, tab);
      from = tab + 1;
    }
    return cells;
  }
}
