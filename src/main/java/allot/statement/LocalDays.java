package allot.statement;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/** The local dates of instants that come in the order of time, so that a day is made once. */
final class LocalDays {
  private final ZoneId zone;
  private long start = Long.MAX_VALUE;
  private long end = Long.MIN_VALUE;
  private Optional<LocalDate> date = Optional.empty();

  LocalDays(ZoneId zone) {
    this.zone = zone;
  }

  /** The date, which is always there; it is shared by all that was acquired on it. */
  Optional<LocalDate> of(Instant at) {
    long second = at.getEpochSecond();
    if (second < start || second >= end) {
      LocalDate day = LocalDate.ofInstant(at, zone);
      start = day.atStartOfDay(zone).toEpochSecond();
      end = day.plusDays(1).atStartOfDay(zone).toEpochSecond();
      date = Optional.of(day);
    }
    return date;
  }
}
