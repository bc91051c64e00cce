package allot.price;

import allot.catalog.Asset;
import allot.money.CurrencyUnit;
import java.time.Instant;
import java.util.List;

/** Where current prices come from when they are asked for. */
public interface PriceSource {

  /**
   * The prices of these assets.
   *
   * @param currency in which they are to be
   * @param at the instant that ages count from, now in most cases
   * @throws allot.problem.ProblemException of kind SERVICE if no service answers and nothing is
   *     cached
   */
  LiveQuotes quotes(List<Asset> assets, CurrencyUnit currency, Instant at);
}
