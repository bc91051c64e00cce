package allot.render;

import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * One table of data, its columns named.
 *
 * @param rows each with a cell for every column
 */
public record CsvTable(List<String> header, List<List<CsvCell>> rows) {
  public CsvTable {
    header = List.copyOf(header);
    List<List<CsvCell>> copies = new ArrayList<>(rows.size());
    for (List<CsvCell> row : rows) {
      if (row.size() != header.size()) {
        throw new IllegalArgumentException(row.size() + " cells in " + header.size() + " columns");
      }
      copies.add(List.copyOf(row));
    }
    rows = List.copyOf(copies);
  }

  /**
   * Records as rows, their components as columns. A list becomes its elements, one space between
   * two; null becomes an empty cell.
   *
   * @throws IllegalArgumentException for a component that is neither number, text, truth value nor
   *     list
   */
  public static CsvTable ofRecords(Class<? extends Record> type, List<? extends Record> rows) {
    RecordComponent[] components = type.getRecordComponents();
    List<String> header = new ArrayList<>(components.length);
    for (RecordComponent component : components) {
      header.add(component.getName());
    }
    List<List<CsvCell>> cells = new ArrayList<>(rows.size());
    for (Record row : rows) {
      List<CsvCell> line = new ArrayList<>(components.length);
      for (RecordComponent component : components) {
        line.add(cell(Components.value(component, row)));
      }
      cells.add(line);
    }
    return new CsvTable(header, cells);
  }

  private static CsvCell cell(Object value) {
    if (value == null) {
      return CsvCell.empty();
    } else if (value instanceof BigDecimal number) {
      return CsvCell.of(number);
    } else if (value instanceof Integer || value instanceof Long) {
      return CsvCell.of(BigDecimal.valueOf(((Number) value).longValue()));
    } else if (value instanceof String || value instanceof Boolean) {
      return CsvCell.of(value.toString());
    } else if (value instanceof List<?> list) {
      return CsvCell.of(joined(list));
    }
    throw new IllegalArgumentException("no CSV cell for a " + value.getClass().getName());
  }

  private static String joined(List<?> list) {
    StringBuilder text = new StringBuilder();
    for (Object element : list) {
      text.append(text.length() > 0 ? " " : "").append(element);
    }
    return text.toString();
  }
}
