package allot.price;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The prices given beside the portfolio, in layers: the first layer that quotes an asset wins,
 * whatever the dates.
 *
 * @param layers quotes by asset id, the strongest source first
 */
public record PriceBook(List<Map<String, Quote>> layers) {
  public static final PriceBook EMPTY = new PriceBook(List.of());

  public PriceBook {
    layers = List.copyOf(layers);
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
    List<Map<String, Quote>> all = new java.util.ArrayList<>(layers);
    all.add(new HashMap<>(weaker));
    return new PriceBook(all);
  }
}
