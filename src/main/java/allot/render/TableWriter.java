package allot.render;

import allot.problem.Visible;
import java.util.List;

/** Writes one table as text: titles, a rule, rows, and bars beside or under them. */
final class TableWriter {
  private final Table table;
  private final Sheet sheet;
  private final Page page;
  private final Glyphs glyphs;
  private final int fill;
  private final int[] pointAt;
  private final TableLayout layout;

  TableWriter(Table table, Sheet sheet, Page page) {
    this.table = table;
    this.sheet = sheet;
    this.page = page;
    this.glyphs = Glyphs.of(page);
    this.fill = table.fillIndex();
    this.pointAt = points();
    this.layout = TableLayout.of(table, naturalWidths(), page.width());
  }

  void write() {
    writeTitles();
    for (List<Cell> row : table.rows()) {
      for (int i = 0; i < table.columns().size(); i++) {
        writeCell(row.get(i), i);
      }
      sheet.newLine();
    }
    if (hasBars() && layout.width(fill) == TableLayout.HIDDEN) {
      sheet.newLine();
      BarDrawing.writeLegend(sheet, 0, page);
      writeBarsBelow();
    } else if (hasBars()) {
      BarDrawing.writeLegend(sheet, layout.start(fill), page);
    }
  }

  private void writeTitles() {
    for (int i = 0; i < table.columns().size(); i++) {
      writeTitle(table.columns().get(i), i);
    }
    sheet.newLine();
    sheet.write(String.valueOf(glyphs.rule).repeat(layout.total()), Tone.MUTED);
    sheet.newLine();
  }

  private void writeTitle(Column column, int index) {
    Cell title = Cell.of(column.title(), Tone.MUTED);
    if (column.align() == Align.POINT) {
      sheet.space(index > 0 ? layout.gap() : 0);
      writeIn(title, Align.LEFT, layout.width(index));
    } else {
      writeCell(title, index);
    }
  }

  private void writeCell(Cell cell, int index) {
    int width = layout.width(index);
    if (width == TableLayout.HIDDEN) {
      return;
    }
    sheet.space(index > 0 ? layout.gap() : 0);
    Column column = table.columns().get(index);
    if (column.fit().rule() == Fit.Rule.WRAP && cell instanceof Cell.Text text) {
      int start = layout.start(index);
      new Flow(sheet, start, start, start + width).words(glyphs.shown(text.text()), text.tone());
    } else if (column.align() == Align.POINT && cell instanceof Cell.Text text) {
      int before = pointAt[index] - beforePoint(text);
      sheet.space(before);
      writeIn(cell, Align.LEFT, width - before);
    } else {
      writeIn(cell, column.align(), width);
    }
  }

  /** How many columns a figure takes up to its point. */
  private int beforePoint(Cell.Text figure) {
    String shown = glyphs.shown(figure.text());
    int point = shown.indexOf('.');
    return Visible.width(point < 0 ? shown : shown.substring(0, point));
  }

  /** Where in each column the points stand under each other; 0 where they need not. */
  private int[] points() {
    int[] points = new int[table.columns().size()];
    for (int i = 0; i < points.length; i++) {
      for (List<Cell> row : table.rows()) {
        if (table.columns().get(i).align() == Align.POINT && row.get(i) instanceof Cell.Text text) {
          points[i] = Math.max(points[i], beforePoint(text));
        }
      }
    }
    return points;
  }

  private void writeIn(Cell cell, Align align, int width) {
    if (cell instanceof Cell.Bar bar) {
      new BarDrawing(bar, width, glyphs).write(sheet);
    } else if (cell instanceof Cell.Text text) {
      String shown = glyphs.cut(glyphs.shown(text.text()), width);
      int padding = width - Visible.width(shown);
      sheet.space(align == Align.RIGHT ? padding : 0);
      sheet.write(shown, text.tone());
      sheet.space(align == Align.RIGHT ? 0 : padding);
    }
  }

  /** The label follows its bar, so that no line but the row itself begins with the row's name. */
  private void writeBarsBelow() {
    int label = Math.min(naturalWidth(0), page.width() / 2);
    int bar = TableLayout.barWidth(page.width() - label - TableLayout.GAP);
    for (List<Cell> row : table.rows()) {
      writeIn(row.get(fill), Align.LEFT, bar);
      sheet.space(TableLayout.GAP);
      writeIn(row.get(0), Align.LEFT, label);
      sheet.newLine();
    }
  }

  private boolean hasBars() {
    if (fill >= 0) {
      for (List<Cell> row : table.rows()) {
        if (row.get(fill) instanceof Cell.Bar) {
          return true;
        }
      }
    }
    return false;
  }

  private int[] naturalWidths() {
    int[] natural = new int[table.columns().size()];
    for (int i = 0; i < natural.length; i++) {
      natural[i] = naturalWidth(i);
    }
    return natural;
  }

  private int naturalWidth(int index) {
    int width = Visible.width(glyphs.shown(table.columns().get(index).title()));
    for (List<Cell> row : table.rows()) {
      if (row.get(index) instanceof Cell.Text text) {
        int shift = pointAt[index] == 0 ? 0 : pointAt[index] - beforePoint(text);
        width = Math.max(width, shift + Visible.width(glyphs.shown(text.text())));
      }
    }
    return width;
  }
}
