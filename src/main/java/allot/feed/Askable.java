package allot.feed;

import allot.catalog.Asset;
import allot.price.Gap;
import java.util.Optional;

/** Which assets services are asked for. */
final class Askable {
  private Askable() {}

  /**
   * Why an asset is never asked for: it is money, or not traded, or known by a ticker alone, which
   * may be that of many coins.
   */
  static Optional<Gap> refusal(Asset asset) {
    if (asset.market() != Asset.Market.LISTED) {
      return Optional.of(Gap.NO_MARKET);
    }
    boolean writtenAsId = asset.symbol().equals(asset.id());
    return asset.isKnown() || writtenAsId ? Optional.empty() : Optional.of(Gap.UNKNOWN_ID);
  }
}
