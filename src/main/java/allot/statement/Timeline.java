package allot.statement;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.RandomAccess;
import java.util.Set;
import java.util.TreeSet;

/** Entries of one statement or several in an order of their own; each is made when it is read. */
final class Timeline extends AbstractList<Entry> implements RandomAccess {
  private final List<EntryColumns> columns;

  /** At which number the rows of each begin. */
  private final int[] starts;

  private int[] order;

  private Timeline(List<EntryColumns> columns) {
    this.columns = columns;
    this.starts = new int[columns.size()];
    int rows = 0;
    for (int i = 0; i < starts.length; i++) {
      starts[i] = rows;
      rows += columns.get(i).size();
    }
    this.order = new int[rows];
    Arrays.setAll(order, row -> row);
  }

  /** The entries of a file by line, as its rows stand. */
  static Timeline byLine(EntryColumns columns) {
    Timeline timeline = new Timeline(List.of(columns));
    PlaceColumn places = columns.places();
    timeline.arrange((a, b) -> Integer.compare(places.line(a), places.line(b)));
    return timeline;
  }

  /** All entries of several lists in {@link EntryOrder}. */
  static Timeline byTime(List<List<Entry>> lists) {
    List<EntryColumns> columns = new ArrayList<>();
    for (List<Entry> list : lists) {
      columns.addAll(of(list).columns);
    }
    Timeline timeline = new Timeline(columns);
    timeline.arrange(timeline::compare);
    return timeline;
  }

  /** The same entries, in columns if they are not yet. */
  private static Timeline of(List<Entry> entries) {
    if (entries instanceof Timeline timeline) {
      return timeline;
    }
    EntryColumns columns = new EntryColumns();
    columns.addAll(entries);
    return new Timeline(List.of(columns));
  }

  /**
   * Drops what has an id and is told twice, as when two exports were joined in one file.
   *
   * @return how many were dropped
   */
  int dropRepeats() {
    int kept = 0;
    for (int i = 0; i < order.length; i++) {
      if (kept == 0 || !isRepeated(order[kept - 1], order[i])) {
        order[kept++] = order[i];
      }
    }
    int dropped = order.length - kept;
    order = Arrays.copyOf(order, kept);
    return dropped;
  }

  private boolean isRepeated(int a, int b) {
    EntryColumns one = columns.get(column(a));
    EntryColumns other = columns.get(column(b));
    int rowOfOne = a - starts[column(a)];
    int rowOfOther = b - starts[column(b)];
    return one.places().compareTimes(rowOfOne, other.places(), rowOfOther) == 0
        && EntryOrder.isRepeated(one.get(rowOfOne), other.get(rowOfOther));
  }

  private int compare(int a, int b) {
    EntryColumns one = columns.get(column(a));
    EntryColumns other = columns.get(column(b));
    int rowOfOne = a - starts[column(a)];
    int rowOfOther = b - starts[column(b)];
    int times = one.places().compareTimes(rowOfOne, other.places(), rowOfOther);
    return times == 0 ? EntryOrder.ORDER.compare(one.get(rowOfOne), other.get(rowOfOther)) : times;
  }

  private void arrange(Comparator<Integer> by) {
    boolean sorted = true;
    for (int i = 1; i < order.length && sorted; i++) {
      sorted = by.compare(order[i - 1], order[i]) <= 0;
    }
    if (sorted) {
      return;
    }
    Integer[] rows = new Integer[order.length];
    Arrays.setAll(rows, i -> order[i]);
    Arrays.sort(rows, by);
    Arrays.setAll(order, i -> rows[i]);
  }

  private int column(int row) {
    int column = starts.length - 1;
    while (starts[column] > row) {
      column--;
    }
    return column;
  }

  @Override
  public Entry get(int index) {
    int row = order[index];
    int column = column(row);
    return columns.get(column).get(row - starts[column]);
  }

  @Override
  public int size() {
    return order.length;
  }

  /** Deposits and withdrawals, in this order. */
  List<Entry> movements() {
    List<Entry> movements = new ArrayList<>();
    for (int row : order) {
      int column = column(row);
      columns.get(column).movement(row - starts[column]).ifPresent(movements::add);
    }
    return movements;
  }

  /** The accounts of some entries, as written. */
  static Set<String> accounts(List<Entry> entries) {
    Set<String> accounts = new TreeSet<>();
    of(entries).columns.forEach(each -> accounts.addAll(each.accounts()));
    return accounts;
  }
}
