package allot.statement;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** Lots by cost a unit, the dearest first, of equal ones the oldest; those without a cost last. */
final class ByCost implements TakingOrder {
  private static final int DECIMALS = 12;

  private static final Comparator<Priced> ORDER =
      Comparator.comparing(Priced::unit)
          .reversed()
          .thenComparing(ByCost::crosswise)
          .thenComparing(priced -> priced.batch.acquired().isEmpty())
          .thenComparing(priced -> priced.batch.sequence());

  private final PriorityQueue<Priced> queue = new PriorityQueue<>(ORDER);

  /**
   * A lot and its cost a unit, rounded down, which decides between any two of whom it differs; -1
   * if it is unknown.
   */
  private record Priced(BigDecimal unit, Batch batch) {
    static Priced of(Batch batch) {
      return new Priced(
          batch
              .cost()
              .map(cost -> cost.divide(batch.quantity(), DECIMALS, RoundingMode.FLOOR))
              .orElse(BigDecimal.ONE.negate()),
          batch);
    }
  }

  /** By cost a unit, exactly. */
  private static int crosswise(Priced a, Priced b) {
    if (a.batch.cost().isEmpty() || b.batch.cost().isEmpty()) {
      return 0;
    }
    return b.batch
        .cost()
        .orElseThrow()
        .multiply(a.batch.quantity())
        .compareTo(a.batch.cost().orElseThrow().multiply(b.batch.quantity()));
  }

  @Override
  public void add(Batch batch) {
    queue.add(Priced.of(batch));
  }

  @Override
  public boolean isEmpty() {
    return queue.isEmpty();
  }

  @Override
  public Batch next() {
    return queue.remove().batch;
  }

  @Override
  public void putBack(Batch rest) {
    add(rest);
  }

  @Override
  public List<Batch> all() {
    List<Batch> all = new ArrayList<>(queue.size());
    queue.forEach(priced -> all.add(priced.batch));
    return all;
  }
}
