package allot.price;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/**
 * A price of an asset at an instant.
 *
 * @param value per unit, in the portfolio's currency, zero or more
 * @param asOf when it was quoted; empty if nobody says
 * @param source who says so, in words
 */
public record Quote(BigDecimal value, Optional<Instant> asOf, String source) {
  public Quote {
    if (value.signum() < 0) {
      throw new IllegalArgumentException("a price is zero or more");
    }
  }
}
