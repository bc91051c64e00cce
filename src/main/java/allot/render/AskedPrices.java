package allot.render;

import allot.catalog.Asset;
import allot.price.Gap;
import allot.price.LiveQuotes;
import allot.price.Quote;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The assets that prices were asked of, and what came of it.
 *
 * @param quotes in the order of the assets
 * @param missing in the order of the assets
 */
public record AskedPrices(List<Priced> quotes, List<Unpriced> missing) {
  public AskedPrices {
    quotes = List.copyOf(quotes);
    missing = List.copyOf(missing);
  }

  /** An asset with its quote. */
  public record Priced(Asset asset, Quote quote) {}

  /** An asset without one, and why. */
  public record Unpriced(Asset asset, Gap reason) {}

  /**
   * @param assets those asked for, each of which has a quote or a gap; one named twice counts once
   */
  public static AskedPrices of(List<Asset> assets, LiveQuotes answer) {
    List<Priced> quotes = new ArrayList<>();
    List<Unpriced> missing = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (Asset asset : assets) {
      if (seen.add(asset.id())) {
        Optional<Quote> quote = Optional.ofNullable(answer.quotes().get(asset.id()));
        quote.ifPresent(found -> quotes.add(new Priced(asset, found)));
        Optional.ofNullable(answer.gaps().get(asset.id()))
            .filter(gap -> quote.isEmpty())
            .ifPresent(gap -> missing.add(new Unpriced(asset, gap)));
      }
    }
    return new AskedPrices(quotes, missing);
  }
}
