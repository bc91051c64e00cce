package allot.portfolio;

import allot.catalog.Asset;
import java.math.BigDecimal;
import java.util.List;

/**
 * Units of one asset in one account and how they were acquired: all that statements know of a
 * holding.
 *
 * @param account without blanks around, may be empty
 * @param lots at least one, in the order in which they are written
 */
public record HeldLots(Asset asset, String account, List<Lot> lots) {
  public HeldLots {
    account = account.strip();
    lots = List.copyOf(lots);
    if (lots.isEmpty()) {
      throw new IllegalArgumentException("what is held has lots");
    }
  }

  /** The sum of the lots, above zero. */
  public BigDecimal quantity() {
    BigDecimal sum = BigDecimal.ZERO;
    for (Lot lot : lots) {
      sum = sum.add(lot.quantity());
    }
    return sum;
  }
}
