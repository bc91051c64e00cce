package allot.simulate;

import java.util.List;

/** What a strategy holds, in doubles: its lines, and what they are worth at a close. */
final class Basket {
  private final List<BasketLine> lines;
  private final int buckets;
  private final double[] values;

  /**
   * @param buckets how many there are
   */
  Basket(List<BasketLine> lines, int buckets) {
    this.lines = List.copyOf(lines);
    this.buckets = buckets;
    this.values = new double[lines.size()];
  }

  List<BasketLine> lines() {
    return lines;
  }

  int buckets() {
    return buckets;
  }

  /** Values all lines at a close. */
  void value(ClosePrices prices, int day) {
    for (int i = 0; i < values.length; i++) {
      BasketLine line = lines.get(i);
      values[i] = line.quantity() * prices.close(line.column, day);
    }
  }

  /** What a line was worth when last valued. */
  double worth(int line) {
    return values[line];
  }

  double total() {
    return LevelFill.sum(values);
  }

  /** What each bucket was worth when last valued. */
  void addByBucket(double[] sums) {
    for (int i = 0; i < values.length; i++) {
      sums[lines.get(i).bucket] += values[i];
    }
  }

  /** The line of money, of the stablecoins; there is one. */
  BasketLine cash() {
    return lines.stream().filter(line -> line.cash).findFirst().orElseThrow();
  }
}
