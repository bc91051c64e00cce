package allot.portfolio;

import allot.catalog.Asset;
import allot.catalog.Bucket;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * Units of one asset in one account.
 *
 * @param quantity units, zero or more
 * @param price the price written beside it
 * @param account the account's name, may be empty
 * @param classification its bucket and who says so
 * @param lots how it was acquired; empty if unknown
 * @param cost what all of it cost, in the portfolio's currency; empty if not fully known
 * @param note the user's own words
 */
public record Holding(
    Asset asset,
    BigDecimal quantity,
    Optional<WrittenPrice> price,
    String account,
    Role role,
    Classification classification,
    List<Lot> lots,
    Optional<BigDecimal> cost,
    String note) {
  public Holding {
    if (quantity.signum() < 0) {
      throw new IllegalArgumentException("a quantity is zero or more");
    }
    lots = List.copyOf(lots);
  }

  public Bucket bucket() {
    return classification.bucket();
  }

  /** Whether it counts: not excluded, and more than nothing. */
  public boolean isHeld() {
    return role != Role.EXCLUDED && quantity.signum() > 0;
  }
}
