package allot.tax;

import allot.portfolio.Lot;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Which lots a sale takes first. All orders are total: equal lots are taken in the file's order.
 */
public enum LotSelection {
  /** The oldest first; lots without a date last. */
  FIFO(
      Comparator.comparing(
          lot -> lot.lot().acquired(), LotSelection.emptyLast(Comparator.naturalOrder()))),
  /** The youngest first, of one day the last written; lots without a date last. */
  LIFO(
      Comparator.<Indexed, java.util.Optional<java.time.LocalDate>>comparing(
              lot -> lot.lot().acquired(), LotSelection.emptyLast(Comparator.reverseOrder()))
          .thenComparing(Indexed::index, Comparator.reverseOrder())),
  /** The highest cost a unit first, of equal ones the oldest; lots without a cost last. */
  HIFO(LotSelection.byCost().thenComparing(FIFO.order));

  private final Comparator<Indexed> order;

  LotSelection(Comparator<Indexed> order) {
    this.order = order.thenComparing(Indexed::index);
  }

  private record Indexed(int index, Lot lot) {}

  private static <T> Comparator<java.util.Optional<T>> emptyLast(Comparator<? super T> order) {
    return (a, b) ->
        a.isPresent() && b.isPresent()
            ? order.compare(a.get(), b.get())
            : Boolean.compare(a.isEmpty(), b.isEmpty());
  }

  private static Comparator<Indexed> byCost() {
    // cost / quantity compared crosswise: exact
    return (a, b) -> {
      Lot x = a.lot();
      Lot y = b.lot();
      if (x.cost().isEmpty() || y.cost().isEmpty()) {
        return Boolean.compare(x.cost().isEmpty(), y.cost().isEmpty());
      }
      return y.cost().get().multiply(x.quantity()).compareTo(x.cost().get().multiply(y.quantity()));
    };
  }

  /** The lots in the order in which they are sold. */
  public List<Lot> sorted(List<Lot> lots) {
    List<Indexed> indexed = new ArrayList<>();
    for (int i = 0; i < lots.size(); i++) {
      indexed.add(new Indexed(i, lots.get(i)));
    }
    indexed.sort(order);
    return indexed.stream().map(Indexed::lot).toList();
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
