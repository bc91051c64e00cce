package allot.statement;

import allot.portfolio.Lot;
import allot.tax.LotPart;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Units that were acquired together, or a part of them, wherever they are now.
 *
 * @param acquired local date; empty if unknown
 * @param sequence rises with every acquisition, so that those of one day keep their order
 * @param quantity above zero
 * @param cost of all of them; empty if unknown
 */
record Batch(
    Optional<LocalDate> acquired, long sequence, BigDecimal quantity, Optional<BigDecimal> cost) {

  /** Units that came from nobody knows where. */
  static Batch unknown(long sequence, BigDecimal quantity) {
    return new Batch(Optional.empty(), sequence, quantity, Optional.empty());
  }

  /**
   * Some of the units with their share of the cost.
   *
   * @param units above zero, fewer than all
   */
  Batch part(BigDecimal units) {
    return new Batch(
        acquired,
        sequence,
        units,
        cost.isEmpty() ? cost : Optional.of(LotPart.share(cost.orElseThrow(), units, quantity)));
  }

  /** The other units, with the rest of the cost. */
  Batch without(Batch part) {
    return new Batch(
        acquired,
        sequence,
        quantity.subtract(part.quantity),
        cost.isEmpty() ? cost : Optional.of(cost.orElseThrow().subtract(part.cost.orElseThrow())));
  }

  /** The same acquisition, counted in other units, as after a migration. */
  Batch as(BigDecimal units) {
    return new Batch(acquired, sequence, units, cost);
  }

  Lot lot() {
    return new Lot(acquired, quantity, cost);
  }
}
