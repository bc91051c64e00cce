package allot.feed;

import allot.catalog.Asset;
import allot.file.CachedCloses;
import allot.money.CurrencyUnit;
import allot.price.FetchedHistory;
import allot.price.Gap;
import allot.problem.Kind;
import allot.problem.Problem;
import allot.problem.ProblemException;
import allot.problem.Warning;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;

/**
 * Daily closes, asked for asset by asset. What was fetched today is kept, so that a run that was
 * interrupted goes on where it was. A service that fails is not asked again. For one thread.
 */
public final class HistoryFeed {
  /** Services need a while to close a day, so a fetch before that is tried again after so long. */
  private static final Duration PATIENCE = Duration.ofMinutes(30);

  private final List<PriceService> services;
  private final ClosesCache cache;
  private final Progress progress;
  private final Map<PriceService, PriceService.Failure> failed = new LinkedHashMap<>();
  private final List<Warning> warnings = new ArrayList<>();

  /** Hears how far a long fetch has come. */
  public interface Progress {

    /** Before an asset is asked for, which is that one of so many. */
    void next(Asset asset, int number, int of);
  }

  /**
   * @param services in the order to ask them
   */
  public HistoryFeed(List<PriceService> services, ClosesCache cache, Progress progress) {
    this.services = List.copyOf(services);
    this.cache = cache;
    this.progress = progress;
  }

  /**
   * The closes of the days that end with the last whole UTC day before an instant.
   *
   * @param days at least 1
   * @throws ProblemException of kind SERVICE if services failed and there is not one close
   */
  public FetchedHistory closes(List<Asset> assets, CurrencyUnit currency, int days, Instant at) {
    LocalDate last = at.atOffset(ZoneOffset.UTC).toLocalDate().minusDays(1);
    Wanted wanted = new Wanted(currency, days, at, last);
    List<FetchedHistory.Series> series = new ArrayList<>();
    List<FetchedHistory.Missing> missing = new ArrayList<>();
    List<Asset> distinct = List.copyOf(new LinkedHashSet<>(assets));
    int steps = (int) distinct.stream().filter(a -> Askable.refusal(a).isEmpty()).count();
    int step = 0;
    for (Asset asset : distinct) {
      Optional<Gap> never = Askable.refusal(asset);
      if (never.isEmpty()) {
        progress.next(asset, ++step, steps);
      }
      Found found = never.map(Found::none).orElseGet(() -> find(asset, wanted));
      if (found.closes().isEmpty()) {
        missing.add(new FetchedHistory.Missing(asset, found.gap().orElse(Gap.NO_QUOTE)));
      } else {
        series.add(new FetchedHistory.Series(asset, found.source(), found.closes()));
      }
    }
    if (series.isEmpty() && !failed.isEmpty()) {
      throw new ProblemException(
          Problem.of(
              Kind.SERVICE,
              "no price can be had and nothing usable is cached: " + Outages.reasons(failed),
              Outages.remedy(failed)));
    }
    return new FetchedHistory(last.minusDays(days - 1L), last, series, missing);
  }

  /** What the user should know about where the closes come from. */
  public List<Warning> warnings() {
    List<Warning> all = new ArrayList<>();
    failed.forEach((service, failure) -> all.add(Outages.warning(service.name(), failure)));
    all.addAll(warnings);
    all.addAll(cache.warnings());
    return all;
  }

  /**
   * @param last the last day that is over
   */
  private record Wanted(CurrencyUnit currency, int days, Instant at, LocalDate last) {

    NavigableMap<LocalDate, BigDecimal> of(CachedCloses kept) {
      return kept.closes().subMap(last.minusDays(days - 1L), true, last, true);
    }

    /** Whether asking again would bring no more. */
    boolean isMetBy(CachedCloses kept) {
      Duration age = Duration.between(kept.fetched(), at);
      boolean today =
          !age.isNegative()
              && kept.fetched().atOffset(ZoneOffset.UTC).toLocalDate().equals(last.plusDays(1));
      boolean whole = kept.closes().containsKey(last) || age.compareTo(PATIENCE) < 0;
      return today && whole && kept.days() >= days;
    }
  }

  /** Closes and who gave them, or why there are none. */
  private record Found(
      String source, NavigableMap<LocalDate, BigDecimal> closes, Optional<Gap> gap) {

    static Found none(Gap gap) {
      return new Found("", new java.util.TreeMap<>(), Optional.of(gap));
    }
  }

  private Found find(Asset asset, Wanted wanted) {
    Optional<Gap> gap = Optional.empty();
    for (PriceService service : services) {
      if (!service.speaks(wanted.currency())) {
        continue;
      }
      Optional<CachedCloses> kept = cache.find(service.name(), wanted.currency(), asset.id());
      if (kept.filter(wanted::isMetBy).isPresent()) {
        return new Found(service.name(), wanted.of(kept.get()), Optional.empty());
      }
      if (failed.containsKey(service)) {
        gap = gap.or(() -> Optional.of(failed.get(service).gap()));
        continue;
      }
      PriceService.Closes answer =
          service.closes(asset.id(), wanted.currency(), wanted.days(), wanted.at());
      answer.failure().ifPresent(failure -> failed.put(service, failure));
      if (!answer.byDay().isEmpty()) {
        keep(service, asset, wanted, answer.byDay());
        return new Found(service.name(), answer.byDay(), Optional.empty());
      }
      gap = gap.or(answer::gap);
    }
    Gap why = gap.orElse(Gap.NO_QUOTE);
    return older(asset, wanted).orElseGet(() -> Found.none(why));
  }

  private void keep(
      PriceService service,
      Asset asset,
      Wanted wanted,
      NavigableMap<LocalDate, BigDecimal> closes) {
    cache.save(
        new CachedCloses(
            service.name(),
            wanted.currency().code(),
            asset.id(),
            wanted.days(),
            wanted.at(),
            closes));
  }

  /** What an earlier day's run has left, if nobody answers now. */
  private Optional<Found> older(Asset asset, Wanted wanted) {
    for (PriceService service : services) {
      Optional<CachedCloses> kept = cache.find(service.name(), wanted.currency(), asset.id());
      if (kept.isPresent() && !wanted.of(kept.get()).isEmpty()) {
        warnings.add(
            Warning.of(
                Warning.Code.CACHE,
                asset.symbol(),
                "no service answers for "
                    + asset.symbol()
                    + ": its closes are those fetched on "
                    + kept.get().fetched().atOffset(ZoneOffset.UTC).toLocalDate()));
        return Optional.of(new Found(service.name(), wanted.of(kept.get()), Optional.empty()));
      }
    }
    return Optional.empty();
  }
}
