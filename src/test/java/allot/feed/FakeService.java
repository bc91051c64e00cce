package allot.feed;

import allot.money.CurrencyUnit;
import allot.price.Gap;
import allot.price.Quote;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** A service that knows what a test tells it, fails when it is told to, and notes its questions. */
final class FakeService implements PriceService {
  static final Failure DOWN = new Failure(Gap.NETWORK, "no answer within 8 s", "");
  static final Failure BUSY =
      new Failure(Gap.RATE_LIMITED, "wants fewer requests (429)", "try again in a minute");

  private final String name;
  private final boolean onlyUsd;
  private final Map<String, Quote> quotes = new LinkedHashMap<>();
  private final Map<String, NavigableMap<LocalDate, BigDecimal>> closes = new LinkedHashMap<>();
  private final Map<String, Gap> gaps = new LinkedHashMap<>();
  private final List<String> asked = new ArrayList<>();
  private Optional<Failure> failure = Optional.empty();
  private int failsAfter;

  private FakeService(String name, boolean onlyUsd) {
    this.name = name;
    this.onlyUsd = onlyUsd;
  }

  static FakeService coinGecko() {
    return new FakeService("CoinGecko", false);
  }

  static FakeService defiLlama() {
    return new FakeService("DeFi Llama", true);
  }

  /** It has a quote, which is a minute old. */
  FakeService has(String id, String price, Instant at) {
    quotes.put(
        id, new Quote(new BigDecimal(price), Optional.of(at.minus(Duration.ofMinutes(1))), name));
    return this;
  }

  /** It has closes of 1, 2, 3 and so on from a day to another. */
  FakeService closed(String id, String from, String to) {
    NavigableMap<LocalDate, BigDecimal> byDay = new TreeMap<>();
    LocalDate end = LocalDate.parse(to);
    for (LocalDate day = LocalDate.parse(from); !day.isAfter(end); day = day.plusDays(1)) {
      byDay.put(day, BigDecimal.valueOf(byDay.size() + 1L));
    }
    closes.put(id, byDay);
    return this;
  }

  /** It has nothing of an asset, for that reason. */
  FakeService lacks(String id, Gap gap) {
    gaps.put(id, gap);
    return this;
  }

  FakeService fails(Failure why) {
    return fails(0, why);
  }

  /** It answers so many questions and fails from then on. */
  FakeService fails(int after, Failure why) {
    failsAfter = after;
    failure = Optional.of(why);
    return this;
  }

  FakeService recovers() {
    failure = Optional.empty();
    return this;
  }

  /** The questions so far: {@code bittensor,near} or {@code bittensor 365}. */
  List<String> asked() {
    return List.copyOf(asked);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public boolean speaks(CurrencyUnit currency) {
    return !onlyUsd || currency.equals(CurrencyUnit.USD);
  }

  private Optional<Failure> ask(String question) {
    asked.add(question);
    return failure.filter(why -> asked.size() > failsAfter);
  }

  @Override
  public Quotes quotes(List<String> ids, CurrencyUnit currency, Instant at) {
    Optional<Failure> now = ask(String.join(",", ids));
    Map<String, Quote> found = new LinkedHashMap<>();
    Map<String, Gap> without = new LinkedHashMap<>();
    for (String id : ids) {
      if (now.isPresent()) {
        without.put(id, now.get().gap());
      } else if (quotes.containsKey(id)) {
        found.put(id, quotes.get(id));
      } else {
        without.put(id, gaps.getOrDefault(id, Gap.UNKNOWN_ID));
      }
    }
    return new Quotes(found, without, now);
  }

  @Override
  public Closes closes(String id, CurrencyUnit currency, int days, Instant at) {
    Optional<Failure> now = ask(id + " " + days);
    NavigableMap<LocalDate, BigDecimal> known =
        now.isPresent() ? new TreeMap<>() : closes.getOrDefault(id, new TreeMap<>());
    Optional<Gap> gap =
        known.isEmpty()
            ? Optional.of(now.map(Failure::gap).orElse(gaps.getOrDefault(id, Gap.UNKNOWN_ID)))
            : Optional.empty();
    return new Closes(Collections.unmodifiableNavigableMap(known), gap, now);
  }
}
