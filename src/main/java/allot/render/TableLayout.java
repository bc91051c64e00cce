package allot.render;

/** Decides which columns of a table a page shows and how wide each is. */
final class TableLayout {
  static final int GAP = 2;

  /** For a column that the page does not show. */
  static final int HIDDEN = -1;

  private static final int SHRUNK = 8;
  private static final int SHORTEST_BAR = 16;
  private static final int NARROWEST_TEXT = 24;

  /** A longer bar says no more, and takes the eye too far from its figures. */
  private static final int LONGEST_BAR = 48;

  private final Table table;
  private final int[] widths;
  private final int page;
  private int gap = GAP;

  private TableLayout(Table table, int[] natural, int page) {
    this.table = table;
    this.widths = natural;
    this.page = page;
  }

  /**
   * Lays a table out.
   *
   * @param natural widths of the widest cells
   */
  static TableLayout of(Table table, int[] natural, int page) {
    TableLayout layout = new TableLayout(table, natural.clone(), page);
    layout.fit();
    return layout;
  }

  /** The width of a column, or {@link #HIDDEN}; hidden bars stand under the table. */
  int width(int index) {
    return widths[index];
  }

  /** The space between two columns. */
  int gap() {
    return gap;
  }

  /** Where a column begins. */
  int start(int index) {
    int start = 0;
    for (int i = 0; i < index; i++) {
      start += widths[i] == HIDDEN ? 0 : widths[i] + gap;
    }
    return start;
  }

  /** From the first column to the last. */
  int total() {
    int total = -gap;
    for (int width : widths) {
      total += width == HIDDEN ? 0 : width + gap;
    }
    return total;
  }

  /** How long bars are where this much is left for them. */
  static int barWidth(int left) {
    return Math.min(left, LONGEST_BAR);
  }

  private void fit() {
    int fill = table.fillIndex();
    if (fill >= 0) {
      widths[fill] = HIDDEN;
    }
    wrap();
    boolean gives = true;
    while (gives && total() > page) {
      gives = shrinkOne(true) || drop() || shrinkOne(false) || narrowGap();
    }
    int left = page - total() - gap;
    if (fill >= 0 && left >= SHORTEST_BAR) {
      widths[fill] = barWidth(left);
    }
  }

  /** Lets the texts flow that may, so far as a line stays long enough to read. */
  private void wrap() {
    int last = widths.length - 1;
    int excess = total() - page;
    if (excess > 0 && table.columns().get(last).fit().rule() == Fit.Rule.WRAP) {
      widths[last] = Math.max(widths[last] - excess, Math.min(widths[last], NARROWEST_TEXT));
    }
  }

  /** Leaves out the columns of the highest order that is still shown. */
  private boolean drop() {
    int highest = -1;
    for (int i = 0; i < widths.length; i++) {
      highest = isDroppable(i) ? Math.max(highest, orderOf(i)) : highest;
    }
    for (int i = 0; i < widths.length; i++) {
      if (isDroppable(i) && orderOf(i) == highest) {
        widths[i] = HIDDEN;
      }
    }
    return highest >= 0;
  }

  private boolean isDroppable(int index) {
    return widths[index] != HIDDEN && table.columns().get(index).drops();
  }

  private int orderOf(int index) {
    return table.columns().get(index).fit().order();
  }

  /** The last resort: one space between columns. */
  private boolean narrowGap() {
    boolean gives = gap > 1;
    gap = 1;
    return gives;
  }

  /**
   * Takes one column of width from the widest that may shrink.
   *
   * @param early whether other columns may be dropped still
   */
  private boolean shrinkOne(boolean early) {
    int widest = -1;
    for (int i = 0; i < widths.length; i++) {
      Fit fit = table.columns().get(i).fit();
      int least = !early ? SHRUNK : fit.order() == 0 ? widths[i] : fit.order();
      if (fit.rule() == Fit.Rule.SHRINK
          && widths[i] > least
          && (widest < 0 || widths[i] > widths[widest])) {
        widest = i;
      }
    }
    if (widest >= 0) {
      widths[widest]--;
    }
    return widest >= 0;
  }
}
