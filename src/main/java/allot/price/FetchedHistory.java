package allot.price;

import allot.catalog.Asset;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * What came of asking services for daily closes: for every asset either closes or the reason why
 * there are none.
 *
 * @param from the first day of the window, in UTC
 * @param to the last day of the window, inclusive, in UTC
 * @param series in the order asked
 * @param missing in the order asked
 */
public record FetchedHistory(
    LocalDate from, LocalDate to, List<Series> series, List<Missing> missing) {
  public FetchedHistory {
    if (to.isBefore(from)) {
      throw new IllegalArgumentException("a window ends before it begins");
    }
    series = List.copyOf(series);
    missing = List.copyOf(missing);
  }

  /**
   * The closes of one asset.
   *
   * @param source the service's name
   * @param closes by UTC day, each above zero; only those within the window count
   */
  public record Series(Asset asset, String source, NavigableMap<LocalDate, BigDecimal> closes) {
    public Series {
      closes = Collections.unmodifiableNavigableMap(new TreeMap<>(closes));
    }
  }

  /** An asset without closes. */
  public record Missing(Asset asset, Gap reason) {}

  /** How many days the window has. */
  public int days() {
    return Math.toIntExact(ChronoUnit.DAYS.between(from, to) + 1);
  }

  /** The closes of a series that lie within the window. */
  public NavigableMap<LocalDate, BigDecimal> within(Series one) {
    return one.closes().subMap(from, true, to, true);
  }

  /** All closes within the window. */
  public PriceHistory closes() {
    Map<String, NavigableMap<LocalDate, BigDecimal>> byId = new LinkedHashMap<>();
    series.forEach(one -> byId.put(one.asset().id(), within(one)));
    return PriceHistory.of(byId);
  }
}
