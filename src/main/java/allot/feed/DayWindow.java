package allot.feed;

import allot.feed.PriceService.Closes;
import allot.feed.PriceService.Failure;
import allot.price.Gap;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The UTC days whose closes are asked for.
 *
 * @param last a day that is over
 */
record DayWindow(LocalDate first, LocalDate last) {

  /** So many days, the last of them the day before that instant's. */
  static DayWindow before(Instant at, int days) {
    LocalDate last = at.atOffset(ZoneOffset.UTC).toLocalDate().minusDays(1);
    return new DayWindow(last.minusDays(days - 1L), last);
  }

  /** The instant at which a day closes and the next begins. */
  static Instant closeOf(LocalDate day) {
    return day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  /** Those closes that are of these days. */
  Closes of(NavigableMap<LocalDate, BigDecimal> closes) {
    NavigableMap<LocalDate, BigDecimal> within =
        new TreeMap<>(closes.subMap(first, true, last, true));
    return within.isEmpty()
        ? none(Gap.NO_QUOTE)
        : new Closes(
            Collections.unmodifiableNavigableMap(within), Optional.empty(), Optional.empty());
  }

  static Closes none(Gap gap) {
    return new Closes(Collections.emptyNavigableMap(), Optional.of(gap), Optional.empty());
  }

  static Closes failed(Failure failure) {
    return new Closes(
        Collections.emptyNavigableMap(), Optional.of(failure.gap()), Optional.of(failure));
  }
}
