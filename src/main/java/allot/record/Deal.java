package allot.record;

import allot.catalog.Asset;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What was agreed in a purchase or a sale. Money is in the portfolio's currency.
 *
 * @param quantity units, above zero
 * @param price of one unit
 * @param value quantity × price to the cent, without the fee
 * @param fee zero or more; on top of a purchase and out of a sale
 * @param date the local date
 */
public record Deal(
    Asset asset,
    String account,
    BigDecimal quantity,
    BigDecimal price,
    BigDecimal value,
    BigDecimal fee,
    LocalDate date) {
  public Deal {
    if (quantity.signum() <= 0 || fee.signum() < 0 || value.signum() < 0) {
      throw new IllegalArgumentException("a deal is about something");
    }
  }

  /** What a purchase costs. */
  public BigDecimal cost() {
    return value.add(fee);
  }

  /** What a sale brings; negative if the fee is more than the value. */
  public BigDecimal proceeds() {
    return value.subtract(fee);
  }
}
