package allot.feed;

import allot.catalog.Asset;
import allot.money.CurrencyUnit;
import allot.price.LiveQuotes;
import allot.price.PriceSource;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Current prices: of the first service that has one, else out of the cache. A service that fails is
 * not asked again in the same run. For one thread.
 */
public final class QuoteFeed implements PriceSource {
  private final List<PriceService> services;
  private final QuoteCache cache;
  private final Scrutiny scrutiny;
  private final boolean crossCheck;
  private final Map<PriceService, PriceService.Failure> failed = new LinkedHashMap<>();

  /**
   * @param services in the order to ask them
   * @param acceptJump whether to take prices that are far from the cached ones
   * @param crossCheck whether to ask every service for everything, and to tell what differs
   */
  public QuoteFeed(
      List<PriceService> services, QuoteCache cache, boolean acceptJump, boolean crossCheck) {
    this.services = List.copyOf(services);
    this.cache = cache;
    this.scrutiny = new Scrutiny(acceptJump);
    this.crossCheck = crossCheck;
  }

  @Override
  public LiveQuotes quotes(List<Asset> assets, CurrencyUnit currency, Instant at) {
    QuoteRound round = new QuoteRound(assets, currency, at, cache.read(currency), scrutiny);
    if (!crossCheck) {
      round.takeYoung(services);
    }
    for (PriceService service : services) {
      List<String> ids = round.toAsk(crossCheck);
      if (!ids.isEmpty() && !failed.containsKey(service) && service.speaks(currency)) {
        PriceService.Quotes answer = service.quotes(ids, currency, at);
        answer.failure().ifPresent(failure -> failed.put(service, failure));
        round.take(answer);
      }
    }
    cache.save(currency, round.fetched());
    round.takeCached();
    return round.answer(failed, cache.warnings());
  }
}
