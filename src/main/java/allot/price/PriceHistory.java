package allot.price;

import allot.money.Fraction;
import allot.problem.Kind;
import allot.problem.Problem;
import allot.problem.ProblemException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Daily closes by asset: what one unit was worth, in the portfolio's currency, at the end of a UTC
 * day. Days may be missing; nothing is filled in. Immutable.
 */
public final class PriceHistory {
  public static final PriceHistory EMPTY = new PriceHistory(Collections.emptyNavigableMap());

  private final NavigableMap<String, NavigableMap<LocalDate, BigDecimal>> byId;

  private PriceHistory(NavigableMap<String, NavigableMap<LocalDate, BigDecimal>> byId) {
    this.byId = byId;
  }

  /**
   * A close and its day.
   *
   * @param date the UTC day at whose end the price held
   * @param price above zero
   */
  public record Close(LocalDate date, BigDecimal price) {}

  /**
   * A history of these closes; an asset without any is left out.
   *
   * @param closes by asset id, then by UTC day; every price above zero
   */
  public static PriceHistory of(Map<String, ? extends Map<LocalDate, BigDecimal>> closes) {
    NavigableMap<String, NavigableMap<LocalDate, BigDecimal>> byId = new TreeMap<>();
    closes.forEach(
        (id, series) -> {
          if (series.values().stream().anyMatch(price -> price.signum() <= 0)) {
            throw new IllegalArgumentException("a close is above zero");
          }
          if (!series.isEmpty()) {
            byId.put(id, Collections.unmodifiableNavigableMap(new TreeMap<>(series)));
          }
        });
    return new PriceHistory(byId);
  }

  /** The ids of the assets that have a close, sorted. */
  public Set<String> assets() {
    return Collections.unmodifiableSet(byId.keySet());
  }

  /** An asset's closes by UTC day, the oldest first; empty if there are none. Unmodifiable. */
  public NavigableMap<LocalDate, BigDecimal> closes(String assetId) {
    return byId.getOrDefault(assetId, Collections.emptyNavigableMap());
  }

  /** The close of that very day. */
  public Optional<BigDecimal> close(String assetId, LocalDate date) {
    return Optional.ofNullable(closes(assetId).get(date));
  }

  /** The close of a day or, if it has none, of the nearest day before, however long before. */
  public Optional<Close> lastCloseOnOrBefore(String assetId, LocalDate date) {
    return Optional.ofNullable(closes(assetId).floorEntry(date))
        .map(entry -> new Close(entry.getKey(), entry.getValue()));
  }

  /**
   * The exact mean of an asset's closes of the {@code days} days that end with {@code until}. A day
   * without a close does not count, neither above nor below the line; empty if none has one.
   *
   * @param until the last day, inclusive
   * @param days at least 1
   */
  public Optional<Fraction> mean(String assetId, LocalDate until, int days) {
    if (days < 1) {
      throw new IllegalArgumentException("a mean is of at least one day");
    }
    Map<LocalDate, BigDecimal> window =
        closes(assetId).subMap(until.minusDays(days - 1L), true, until, true);
    BigDecimal sum = BigDecimal.ZERO;
    int count = 0;
    for (BigDecimal price : window.values()) {
      sum = sum.add(price);
      count++;
    }
    return count == 0 ? Optional.empty() : Optional.of(Fraction.of(sum, BigDecimal.valueOf(count)));
  }

  /**
   * The closes of both histories.
   *
   * @throws ProblemException of kind DATA if they give an asset different closes on one day; a
   *     reader that knows files and lines says so before, and better
   */
  public PriceHistory merge(PriceHistory other) {
    if (byId.isEmpty() || other.byId.isEmpty()) {
      return byId.isEmpty() ? other : this;
    }
    NavigableMap<String, NavigableMap<LocalDate, BigDecimal>> all = new TreeMap<>(byId);
    other.byId.forEach((id, series) -> all.merge(id, series, (a, b) -> merged(id, a, b)));
    return new PriceHistory(all);
  }

  private static NavigableMap<LocalDate, BigDecimal> merged(
      String id,
      NavigableMap<LocalDate, BigDecimal> first,
      NavigableMap<LocalDate, BigDecimal> second) {
    NavigableMap<LocalDate, BigDecimal> both = new TreeMap<>(first);
    second.forEach(
        (date, price) -> {
          BigDecimal known = both.putIfAbsent(date, price);
          if (known != null && known.compareTo(price) != 0) {
            throw new ProblemException(
                Problem.of(
                    Kind.DATA,
                    "two histories give " + id + " different closes on " + date,
                    "keep one of them"));
          }
        });
    return Collections.unmodifiableNavigableMap(both);
  }
}
