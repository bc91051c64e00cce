package allot.rebalance;

import allot.catalog.Asset;
import allot.catalog.Bucket;
import java.util.Locale;
import java.util.Optional;

/**
 * What was left undone.
 *
 * @param asset empty if the bucket has none to trade
 * @param account where it would be traded; may be empty
 * @param cents what it would be worth
 */
public record Untraded(
    Optional<Asset> asset, Bucket bucket, String account, long cents, Reason reason) {

  /** Why. */
  public enum Reason {
    BELOW_MINIMUM,
    FROZEN,
    UNCLASSIFIED,
    NO_ASSET_CHOSEN,
    NO_PRICE,
    NO_CASH_IN_ACCOUNT,
    /** Less than one step, or less than a cent. */
    ROUNDING;

    public String label() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
