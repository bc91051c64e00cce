package allot.record;

import allot.catalog.Asset;
import allot.portfolio.Lot;
import allot.tax.LotSale;
import java.util.Locale;
import java.util.Optional;

/**
 * What happened to a lot, or to units without one.
 *
 * @param account where the units were, or, if added, are
 * @param units those concerned, with what they cost and when they were acquired
 * @param sale what they brought, if they were sold
 */
public record LotLine(
    Happened happened, Asset asset, String account, Lot units, Optional<LotSale> sale) {

  /** What happened to it. */
  public enum Happened {
    ADDED,
    SOLD,
    MOVED;

    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
