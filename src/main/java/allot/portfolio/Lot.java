package allot.portfolio;

import java.math.BigDecimal;
import java.time.LocalDate;
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
}
