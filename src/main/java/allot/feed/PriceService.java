package allot.feed;

import allot.money.CurrencyUnit;
import allot.price.Gap;
import allot.price.Quote;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;

/** A service that answers by CoinGecko ids. It never throws for what a server or a network does. */
public interface PriceService {

  /** As messages and quotes name it: {@code CoinGecko}. */
  String name();

  /** Whether it answers in that currency. */
  boolean speaks(CurrencyUnit currency);

  /**
   * Current prices, all ids in as few requests as the service allows.
   *
   * @param at the instant of the run: a quote more than five minutes later is rejected
   */
  Quotes quotes(List<String> ids, CurrencyUnit currency, Instant at);

  /**
   * Daily closes of one asset, in one request.
   *
   * @param days how many days, counted back from the last whole UTC day before {@code at}
   */
  Closes closes(String id, CurrencyUnit currency, int days, Instant at);

  /**
   * An answer: every id asked for is a key of {@code quotes} or of {@code gaps}.
   *
   * @param quotes above zero, with their instants where the service gives them
   * @param failure why the service as a whole, or a part of the requests, failed; its gap is that
   *     of the ids concerned
   */
  record Quotes(Map<String, Quote> quotes, Map<String, Gap> gaps, Optional<Failure> failure) {}

  /**
   * Closes by UTC day, each above zero, only of days that are over; or why there are none.
   *
   * @param gap empty if there are closes
   * @param failure why the service failed, if it did; empty if it merely knows nothing of the asset
   */
  record Closes(
      NavigableMap<LocalDate, BigDecimal> byDay, Optional<Gap> gap, Optional<Failure> failure) {}

  /**
   * Why a service could not be asked.
   *
   * @param gap RATE_LIMITED or NETWORK
   * @param reason a clause without the service's name: {@code refused the key (10010)}
   * @param remedy what to do about it; empty if nothing
   */
  record Failure(Gap gap, String reason, String remedy) {}
}
