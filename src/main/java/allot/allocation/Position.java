package allot.allocation;

import allot.portfolio.Holding;
import allot.price.PriceState;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * A holding with its price and value.
 *
 * @param value quantity times price, exact, in the portfolio's currency; zero if nothing is held,
 *     empty if there is no price
 */
public record Position(Holding holding, PriceState price, Optional<BigDecimal> value) {

  /** What the value is above its cost; empty if either is unknown. */
  public Optional<BigDecimal> unrealizedGain() {
    return value.flatMap(worth -> holding.cost().map(worth::subtract));
  }
}
