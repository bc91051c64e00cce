package allot.statement;

import java.math.BigDecimal;

/**
 * An amount of something that comes, goes, or is paid as a fee.
 *
 * @param quantity zero or more; the direction is where it stands in an entry
 */
public record Leg(Coin coin, BigDecimal quantity) {

  boolean isSameCoin(Leg other) {
    return coin.is(other.coin);
  }

  public Leg {
    if (quantity.signum() < 0) {
      throw new IllegalArgumentException("a leg has no sign");
    }
  }
}
