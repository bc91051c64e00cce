package allot.portfolio;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Units of an asset acquired together.
 *
 * @param acquired the local date; empty if unknown
 * @param quantity units, above zero
 * @param cost what all of them cost, in the portfolio's currency, zero or more; empty if unknown
 */
public record Lot(Optional<LocalDate> acquired, BigDecimal quantity, Optional<BigDecimal> cost) {
  public Lot {
    if (quantity.signum() <= 0 || cost.filter(c -> c.signum() < 0).isPresent()) {
      throw new IllegalArgumentException("a lot has units, and a cost of zero or more");
    }
  }

  /** What all lots cost; empty if the cost of one is unknown. */
  public static Optional<BigDecimal> cost(List<Lot> lots) {
    BigDecimal cost = BigDecimal.ZERO;
    for (Lot lot : lots) {
      if (lot.cost().isEmpty()) {
        return Optional.empty();
      }
      cost = cost.add(lot.cost().get());
    }
    return Optional.of(cost);
  }
}
