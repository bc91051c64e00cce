package allot.rebalance;

import allot.rebalance.Trade.Side;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * A trade in the making.
 *
 * @param pile what is sold; empty for a buy
 * @param wanted value before rounding
 * @param value cents
 * @param fee cents
 */
record Order(
    Line line,
    Optional<Pile> pile,
    String account,
    BigDecimal wanted,
    BigDecimal quantity,
    BigDecimal price,
    long value,
    long fee) {

  Side side() {
    return pile.isPresent() ? Side.SELL : Side.BUY;
  }

  /** The cents it brings, negative if it costs. */
  long cashFlow() {
    return pile.isPresent() ? value - fee : -value - fee;
  }

  /** What it changes the value of its asset by, exact. */
  BigDecimal change() {
    BigDecimal worth = quantity.multiply(price);
    return pile.isPresent() ? worth.negate() : worth;
  }
}
