package allot.price;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The prices given beside the portfolio, in layers: the first layer that quotes an asset wins,
 * whatever the dates.
 *
 * @param layers quotes by asset id, the strongest source first
 * @param withheld ids of assets that have no price unless a stronger source has one, whatever
 *     weaker ones say, the portfolio file included
 */
public record PriceBook(List<Map<String, Quote>> layers, Set<String> withheld) {
  public static final PriceBook EMPTY = new PriceBook(List.of(), Set.of());

  public PriceBook {
    layers = List.copyOf(layers);
    withheld = Set.copyOf(withheld);
  }

  public Optional<Quote> find(String assetId) {
    for (Map<String, Quote> layer : layers) {
      Quote quote = layer.get(assetId);
      if (quote != null) {
        return Optional.of(quote);
      }
    }
    return Optional.empty();
  }

  /** This book with a weaker source below it. */
  public PriceBook over(Map<String, Quote> weaker) {
    Map<String, Quote> layer = new HashMap<>(weaker);
    layer.keySet().removeAll(withheld);
    List<Map<String, Quote>> all = new ArrayList<>(layers);
    all.add(layer);
    return new PriceBook(all, withheld);
  }

  /** This book, which takes no price of these assets from any weaker source. */
  public PriceBook withholding(Set<String> ids) {
    return new PriceBook(layers, ids);
  }
}
