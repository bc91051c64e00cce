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
  private static final int COST_DECIMALS = 8;

  public LotPart {
    if (quantity.signum() <= 0 || quantity.compareTo(lot.quantity()) > 0) {
      throw new IllegalArgumentException("a part of a lot is above nothing and at most the lot");
    }
  }

  /** What the part cost: the lot's cost × part / quantity, half-even to 8 decimals. */
  public Optional<BigDecimal> cost() {
    return quantity.compareTo(lot.quantity()) == 0
        ? lot.cost()
        : lot.cost()
            .map(
                cost ->
                    cost.multiply(quantity)
                        .divide(lot.quantity(), COST_DECIMALS, RoundingMode.HALF_EVEN)
                        .min(cost));
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
