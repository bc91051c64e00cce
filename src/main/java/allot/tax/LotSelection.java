package allot.tax;

import allot.portfolio.Lot;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/**
 * Which lots a sale takes first. All orders are total: lots that tie stand as in the file, in LIFO
 * the other way round.
 */
public enum LotSelection {
  /** The oldest first; lots without a date last. */
  FIFO,
  /** The youngest first; lots without a date last. */
  LIFO,
  /** The highest cost a unit first, of equal ones the oldest; lots without a cost last. */
  HIFO;

  /** The lots in the order in which they are sold. */
  public List<Lot> sorted(List<Lot> lots) {
    List<Lot> sorted = new ArrayList<>(lots);
    switch (this) {
      case FIFO -> sorted.sort(oldestFirst());
      case LIFO -> {
        Collections.reverse(sorted);
        sorted.sort(
            Comparator.<Lot>comparingInt(lot -> lot.acquired().isEmpty() ? 1 : 0)
                .thenComparing(oldestFirst().reversed()));
      }
      case HIFO -> sorted.sort(dearestFirst().thenComparing(oldestFirst()));
    }
    return sorted;
  }

  private static Comparator<Lot> oldestFirst() {
    return Comparator.comparing(lot -> lot.acquired().orElse(LocalDate.MAX));
  }

  /** By cost a unit, compared crosswise, so exactly. */
  private static Comparator<Lot> dearestFirst() {
    return (a, b) ->
        a.cost().isEmpty() || b.cost().isEmpty()
            ? Boolean.compare(a.cost().isEmpty(), b.cost().isEmpty())
            : b.cost()
                .get()
                .multiply(a.quantity())
                .compareTo(a.cost().get().multiply(b.quantity()));
  }

  /**
   * Takes units out of lots.
   *
   * @param quantity above zero, at most what the lots hold
   */
  public List<LotPart> take(List<Lot> lots, BigDecimal quantity) {
    return inOrder(sorted(lots), quantity);
  }

  /** Takes units out of lots in the order in which they stand. */
  public static List<LotPart> inOrder(List<Lot> lots, BigDecimal quantity) {
    List<LotPart> parts = new ArrayList<>();
    BigDecimal left = quantity;
    for (Lot lot : lots) {
      if (left.signum() == 0) {
        break;
      }
      BigDecimal part = left.min(lot.quantity());
      parts.add(new LotPart(lot, part));
      left = left.subtract(part);
    }
    if (left.signum() != 0) {
      throw new IllegalArgumentException("more than the lots hold");
    }
    return parts;
  }
}
