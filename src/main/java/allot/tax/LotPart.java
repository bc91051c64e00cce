package allot.tax;

import allot.portfolio.Lot;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * Units of one lot.
 *
 * @param quantity above zero, at most the lot's
 */
public record LotPart(Lot lot, BigDecimal quantity) {
  private static final int DECIMALS = 8;

  public LotPart {
    if (quantity.signum() <= 0 || quantity.compareTo(lot.quantity()) > 0) {
      throw new IllegalArgumentException("a part of a lot is above nothing and at most the lot");
    }
  }

  /** What the part cost: its share of the lot's cost. */
  public Optional<BigDecimal> cost() {
    return lot.cost().map(cost -> share(cost, quantity, lot.quantity()));
  }

  /** Amount × part / whole, half-even to 8 decimals, at most the amount; exact for the whole. */
  public static BigDecimal share(BigDecimal amount, BigDecimal part, BigDecimal whole) {
    return part.compareTo(whole) == 0
        ? amount
        : amount.multiply(part).divide(whole, DECIMALS, RoundingMode.HALF_EVEN).min(amount);
  }

  /** The lot without this part, which keeps the rest of its cost; empty if nothing is left. */
  public Optional<Lot> rest() {
    BigDecimal left = lot.quantity().subtract(quantity);
    return left.signum() == 0
        ? Optional.empty()
        : Optional.of(
            new Lot(
                lot.acquired(), left, lot.cost().map(cost -> cost.subtract(cost().orElseThrow()))));
  }
}
