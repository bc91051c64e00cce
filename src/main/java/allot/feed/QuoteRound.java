package allot.feed;

import allot.catalog.Asset;
import allot.money.CurrencyUnit;
import allot.price.Gap;
import allot.price.LiveQuotes;
import allot.price.Quote;
import allot.problem.Kind;
import allot.problem.Problem;
import allot.problem.ProblemException;
import allot.problem.Warning;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One time of asking: which assets, and what is known of them so far. */
final class QuoteRound {
  /** A quote fetched less than this ago is not asked for again. */
  private static final Duration YOUNG = Duration.ofMinutes(1);

  /** As everywhere, a clock may be so far behind. */
  private static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(5);

  private static final int LISTED = 6;

  private final CurrencyUnit currency;
  private final Instant at;
  private final Map<String, QuoteCache.Entry> cached;
  private final Scrutiny scrutiny;
  private final List<Asset> assets;
  private final Map<String, Asset> asked = new LinkedHashMap<>();
  private final Map<String, Quote> quotes = new LinkedHashMap<>();
  private final Map<String, QuoteCache.Entry> fetched = new LinkedHashMap<>();
  private final Map<String, Gap> gaps = new LinkedHashMap<>();
  private final Set<String> jumped = new HashSet<>();
  private final List<String> old = new ArrayList<>();
  private final List<Warning> warnings = new ArrayList<>();

  /**
   * @param cached quotes of earlier runs by asset id
   */
  QuoteRound(
      List<Asset> assets,
      CurrencyUnit currency,
      Instant at,
      Map<String, QuoteCache.Entry> cached,
      Scrutiny scrutiny) {
    this.assets = assets;
    this.currency = currency;
    this.at = at;
    this.cached = new LinkedHashMap<>(cached);
    this.scrutiny = scrutiny;
    this.cached.values().removeIf(entry -> isLater(entry.quote()));
    for (Asset asset : assets) {
      Optional<Gap> never = Askable.refusal(asset);
      if (never.isPresent()) {
        gaps.put(asset.id(), never.get());
      } else {
        asked.put(asset.id(), asset);
      }
    }
  }

  private boolean isLater(Quote quote) {
    return quote.asOf().filter(at.plus(CLOCK_TOLERANCE)::isBefore).isPresent();
  }

  /** Takes what one of these services gave within the last minute. */
  void takeYoung(List<PriceService> services) {
    for (String id : asked.keySet()) {
      QuoteCache.Entry entry = cached.get(id);
      if (entry != null && isYoung(entry) && isOf(services, entry.quote())) {
        quotes.put(id, entry.quote());
      }
    }
  }

  private boolean isYoung(QuoteCache.Entry entry) {
    Duration age = Duration.between(entry.fetched(), at);
    return !age.isNegative() && age.compareTo(YOUNG) < 0;
  }

  private static boolean isOf(List<PriceService> services, Quote quote) {
    return services.stream().anyMatch(service -> service.name().equals(quote.source()));
  }

  /** The ids that have no quote yet, or all of them. */
  List<String> toAsk(boolean all) {
    List<String> ids = new ArrayList<>(asked.keySet());
    ids.removeIf(id -> !all && (quotes.containsKey(id) || jumped.contains(id)));
    return ids;
  }

  /** Takes what a service says of what is not known yet, and compares the rest. */
  void take(PriceService.Quotes answer) {
    answer.gaps().forEach(gaps::putIfAbsent);
    answer
        .quotes()
        .forEach((id, quote) -> Optional.ofNullable(asked.get(id)).ifPresent(a -> take(a, quote)));
  }

  private void take(Asset asset, Quote quote) {
    String id = asset.id();
    Quote first = quotes.get(id);
    if (first != null) {
      scrutiny.difference(asset, first, quote).ifPresent(warnings::add);
      return;
    }
    Optional<Warning> jump =
        Optional.ofNullable(cached.get(id))
            .flatMap(entry -> scrutiny.jump(asset, entry.quote(), quote));
    jump.filter(warning -> !jumped.contains(id)).ifPresent(warnings::add);
    if (jump.isPresent() && !scrutiny.acceptsJumps()) {
      jumped.add(id);
      gaps.put(id, Gap.REJECTED);
    } else if (!jumped.contains(id)) {
      quotes.put(id, quote);
      fetched.put(id, new QuoteCache.Entry(quote, at));
    }
  }

  /** What the services gave, to be kept. */
  Map<String, QuoteCache.Entry> fetched() {
    return fetched;
  }

  /** Takes out of the cache what no service gave, but not what a jump has put in doubt. */
  void takeCached() {
    for (Map.Entry<String, Asset> entry : asked.entrySet()) {
      QuoteCache.Entry kept = cached.get(entry.getKey());
      if (kept != null && !quotes.containsKey(entry.getKey()) && !jumped.contains(entry.getKey())) {
        quotes.put(entry.getKey(), kept.quote());
        old.add(entry.getValue().symbol());
      }
    }
  }

  /**
   * The answer.
   *
   * @throws ProblemException of kind SERVICE if services failed and there is not one quote
   */
  LiveQuotes answer(
      Map<PriceService, PriceService.Failure> failed, List<Warning> troubleWithCache) {
    if (quotes.isEmpty() && !asked.isEmpty() && !failed.isEmpty() && nobodyAnswered()) {
      throw nothing(failed);
    }
    Gap notAsked = failed.isEmpty() ? Gap.NO_QUOTE : Gap.NETWORK;
    Map<String, Quote> byId = new LinkedHashMap<>();
    Map<String, Gap> without = new LinkedHashMap<>();
    for (Asset asset : assets) {
      Quote quote = quotes.get(asset.id());
      if (quote == null) {
        without.put(asset.id(), gaps.getOrDefault(asset.id(), notAsked));
      } else {
        byId.put(asset.id(), quote);
      }
    }
    List<Warning> all = new ArrayList<>();
    failed.forEach((service, failure) -> all.add(Outages.warning(service.name(), failure)));
    if (!old.isEmpty()) {
      all.add(Warning.of(Warning.Code.CACHE, inCache()));
    }
    all.addAll(warnings);
    all.addAll(troubleWithCache);
    return new LiveQuotes(byId, without, all);
  }

  /** Whether of no asset it is known that it has no price: only that it could not be asked for. */
  private boolean nobodyAnswered() {
    return asked.keySet().stream()
        .map(id -> gaps.getOrDefault(id, Gap.NETWORK))
        .allMatch(gap -> gap == Gap.NETWORK || gap == Gap.RATE_LIMITED);
  }

  private String inCache() {
    String more = old.size() > LISTED ? " and " + (old.size() - LISTED) + " more" : "";
    return "no service answers for "
        + String.join(", ", old.subList(0, Math.min(LISTED, old.size())))
        + more
        + ": last known prices taken from the cache";
  }

  private ProblemException nothing(Map<PriceService, PriceService.Failure> failed) {
    String reasons = Outages.reasons(failed);
    String alone =
        currency.equals(CurrencyUnit.USD) ? "" : "; other services have no " + currency.code();
    return new ProblemException(
        Problem.of(
            Kind.SERVICE,
            "no price can be had and nothing usable is cached: " + reasons + alone,
            Outages.remedy(failed)));
  }
}
