package allot.render;

import java.util.ArrayList;
import java.util.List;

/**
 * Rows of cells under titled columns.
 *
 * @param columns the first names the rows and stays; at most one is {@link Fit#FILL}
 * @param rows each with a cell for every column; bars only in the column that fills
 */
public record Table(List<Column> columns, List<List<Cell>> rows) implements Block {
  public Table {
    columns = List.copyOf(columns);
    checkColumns(columns);
    List<List<Cell>> copies = new ArrayList<>(rows.size());
    for (List<Cell> row : rows) {
      checkRow(columns, row);
      copies.add(List.copyOf(row));
    }
    rows = List.copyOf(copies);
  }

  private static void checkColumns(List<Column> columns) {
    int filling = 0;
    for (Column column : columns) {
      filling += column.fills() ? 1 : 0;
    }
    if (columns.isEmpty() || columns.get(0).fills() || columns.get(0).drops()) {
      throw new IllegalArgumentException("the first column names the rows and has to stay");
    }
    if (filling > 1) {
      throw new IllegalArgumentException("more than one column fills");
    }
  }

  private static void checkRow(List<Column> columns, List<Cell> row) {
    if (row.size() != columns.size()) {
      throw new IllegalArgumentException(row.size() + " cells in " + columns.size() + " columns");
    }
    for (int i = 0; i < row.size(); i++) {
      if (row.get(i) instanceof Cell.Bar && !columns.get(i).fills()) {
        throw new IllegalArgumentException("a bar outside the FILL column");
      }
    }
  }

  /** Where the column of bars is, or -1. */
  int fillIndex() {
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).fills()) {
        return i;
      }
    }
    return -1;
  }
}
