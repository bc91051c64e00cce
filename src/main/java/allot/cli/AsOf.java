package allot.cli;

import allot.price.Timestamp;
import allot.problem.Problem;
import allot.problem.ProblemException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/**
 * The instant of valuation, as the user gave it.
 *
 * @param instant given as such
 * @param date a bare date: the end of that day, or now if that is today
 */
record AsOf(Optional<Instant> instant, Optional<LocalDate> date) {
  static final AsOf NOW = new AsOf(Optional.empty(), Optional.empty());

  static AsOf parse(String text) {
    Optional<LocalDate> date = Timestamp.parseDate(text);
    Optional<Instant> instant = Timestamp.parseInstant(text);
    if (date.isEmpty() && instant.isEmpty()) {
      throw new ProblemException(
          Problem.usage(
              "--as-of " + text + " is no instant",
              "write it as 2026-11-20T16:00:00Z, or as a date"));
    }
    return new AsOf(instant, date);
  }

  Instant in(ZoneId zone, Instant now) {
    if (date.isPresent() && !date.get().equals(now.atZone(zone).toLocalDate())) {
      return date.get().plusDays(1).atStartOfDay(zone).toInstant().minusSeconds(1);
    }
    return instant.orElse(now);
  }
}
