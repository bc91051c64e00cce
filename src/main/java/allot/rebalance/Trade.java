package allot.rebalance;

import allot.catalog.Asset;
import allot.catalog.Bucket;
import allot.tax.LotSale;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;

/**
 * An order to place.
 *
 * @param account where; may be empty
 * @param quantity whole steps, above zero
 * @param price of one unit
 * @param value cents: quantity × price, half-even
 * @param fee cents, on top of a buy and out of a sale
 * @param lots what a sale takes, its proceeds adding up to value less fee; empty for a buy and
 *     where neither lots nor cost are known
 */
public record Trade(
    Side side,
    Asset asset,
    Bucket bucket,
    String account,
    BigDecimal quantity,
    BigDecimal price,
    long value,
    long fee,
    Reason reason,
    List<LotSale> lots) {

  /** Which way. */
  public enum Side {
    SELL,
    BUY;

    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Why. */
  public enum Reason {
    OVER_TARGET,
    UNDER_TARGET,
    WITHDRAWAL,
    NEW_MONEY,
    /** Sold at a loss beyond what the mix needs, because that lowers the tax. */
    TAX;

    public String label() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  public boolean isSale() {
    return side == Side.SELL;
  }

  /** The cents it brings, negative if it costs, fees included. */
  public long cashFlow() {
    return isSale() ? value - fee : -value - fee;
  }
}
