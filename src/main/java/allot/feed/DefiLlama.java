package allot.feed;

import allot.file.JsonValue;
import allot.money.CurrencyUnit;
import allot.price.Gap;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** DeFi Llama's prices of coins by their CoinGecko ids, in USD alone. It takes no key. */
public final class DefiLlama implements PriceService {
  private static final String NAME = "DeFi Llama";
  private static final String PREFIX = "coingecko:";
  private static final int MOST_IDS = 100;

  /** Less than this is hardly more than a guess. */
  private static final BigDecimal LEAST_CONFIDENCE = new BigDecimal("0.2");

  /** A point further than this from midnight is no close. */
  private static final Duration AROUND_MIDNIGHT = Duration.ofHours(1);

  private final Fetcher fetcher;
  private final Access access;

  public DefiLlama(Fetcher fetcher, ServiceRoot root) {
    this.fetcher = fetcher;
    this.access = Access.keyless(root);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public boolean speaks(CurrencyUnit currency) {
    return currency.equals(CurrencyUnit.USD);
  }

  @Override
  public Quotes quotes(List<String> ids, CurrencyUnit currency, Instant at) {
    requireUsd(currency);
    return Batches.ask(ids, MOST_IDS, (batch, answer) -> ask(batch, at, answer));
  }

  private void requireUsd(CurrencyUnit currency) {
    if (!speaks(currency)) {
      throw new IllegalArgumentException(NAME + " has no prices in " + currency.code());
    }
  }

  private Optional<Failure> ask(List<String> ids, Instant at, Map<String, Judgement> answer) {
    String coins =
        ids.stream().map(id -> PREFIX + Batches.encoded(id)).collect(Collectors.joining(","));
    String path = "/prices/current/" + coins + "?searchWidth=4h";
    Content content = Content.of(fetcher.get(access, path, at), access);
    if (content instanceof Content.Missing missing) {
      return Optional.of(missing.failure());
    }
    Optional<JsonValue.Obj> byKey = coins(content);
    if (byKey.isEmpty()) {
      return Optional.of(ServiceError.unreadable("sent what is no JSON of prices"));
    }
    for (String id : ids) {
      byKey.get().member(PREFIX + id).ifPresent(found -> answer.put(id, judge(found.value(), at)));
    }
    return Optional.empty();
  }

  private static Optional<JsonValue.Obj> coins(Content content) {
    return Json.object(((Content.Present) content).json(), "coins");
  }

  private static Judgement judge(JsonValue coin, Instant at) {
    if (!(coin instanceof JsonValue.Obj || coin instanceof JsonValue.Nul)) {
      return new Judgement.Not(Gap.REJECTED);
    }
    return isGuess(coin)
        ? new Judgement.Not(Gap.NO_QUOTE)
        : Judgement.of(Json.member(coin, "price"), Json.member(coin, "timestamp"), at, NAME);
  }

  private static boolean isGuess(JsonValue coin) {
    return Json.member(coin, "confidence")
        .flatMap(Judgement::number)
        .filter(confidence -> confidence.compareTo(LEAST_CONFIDENCE) < 0)
        .isPresent();
  }

  @Override
  public Closes closes(String id, CurrencyUnit currency, int days, Instant at) {
    requireUsd(currency);
    if (!Batches.isAskable(id)) {
      return DayWindow.none(Gap.UNKNOWN_ID);
    }
    DayWindow window = DayWindow.before(at, days);
    String path =
        "/chart/"
            + PREFIX
            + Batches.encoded(id)
            + "?start="
            + DayWindow.closeOf(window.first()).getEpochSecond()
            + "&span="
            + days
            + "&period=1d&searchWidth=600";
    Content content = Content.of(fetcher.get(access, path, at), access);
    if (content instanceof Content.Missing missing) {
      return DayWindow.failed(missing.failure());
    }
    Optional<JsonValue.Obj> byKey = coins(content);
    if (byKey.isEmpty()) {
      return DayWindow.failed(ServiceError.unreadable("sent what is no JSON of prices"));
    }
    Optional<JsonValue.Obj> coin = Json.object(byKey.get(), PREFIX + id);
    return coin.isEmpty()
        ? DayWindow.none(Gap.UNKNOWN_ID)
        : window.of(closes(Json.member(coin.get(), "prices")));
  }

  /** Of several points around one midnight the nearest is its close. */
  private static NavigableMap<LocalDate, BigDecimal> closes(Optional<JsonValue> points) {
    NavigableMap<LocalDate, BigDecimal> closes = new TreeMap<>();
    Map<LocalDate, Duration> distances = new HashMap<>();
    List<JsonValue> items =
        points.orElse(null) instanceof JsonValue.Arr array ? array.items() : List.of();
    for (JsonValue point : items) {
      Optional<Instant> time = Json.member(point, "timestamp").flatMap(Judgement::instant);
      Optional<BigDecimal> price = Json.member(point, "price").flatMap(Judgement::positive);
      if (time.isPresent() && price.isPresent()) {
        LocalDate day = dayOfClose(time.get());
        Duration distance = Duration.between(DayWindow.closeOf(day), time.get()).abs();
        Duration known = distances.getOrDefault(day, AROUND_MIDNIGHT.plusNanos(1));
        if (distance.compareTo(known) < 0) {
          distances.put(day, distance);
          closes.put(day, price.get());
        }
      }
    }
    return closes;
  }

  /** The day that ends at the midnight nearest to a time. */
  private static LocalDate dayOfClose(Instant time) {
    return time.plus(Duration.ofHours(12)).atOffset(ZoneOffset.UTC).toLocalDate().minusDays(1);
  }
}
