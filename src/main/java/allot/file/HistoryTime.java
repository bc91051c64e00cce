package allot.file;

import allot.price.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * When a row of a history is, as services, exchanges and spreadsheets write it: a day; an instant,
 * {@code 2026-01-05T00:00:00Z} or {@code 2026-01-05 00:00:00 UTC}, in UTC if no offset is written;
 * Unix seconds or milliseconds.
 *
 * @param at the start of the day in UTC if only a day is written
 * @param day whether only a day is written
 */
record HistoryTime(Instant at, boolean day) {
  private static final int DATE_LENGTH = 10;
  private static final int SECONDS_DIGITS = 10;
  private static final int MILLIS_DIGITS = 13;

  static Optional<HistoryTime> parse(String text) {
    Optional<LocalDate> day = Timestamp.parseDate(text);
    if (day.isPresent()) {
      return Optional.of(new HistoryTime(day.get().atStartOfDay(ZoneOffset.UTC).toInstant(), true));
    }
    Optional<Instant> at = isDigits(text) ? unix(text) : Timestamp.parseInstant(iso(text));
    return at.map(instant -> new HistoryTime(instant, false));
  }

  /** Told apart by their digits: 9 or 10 are seconds from 1973 to 2286, 12 or 13 milliseconds. */
  private static Optional<Instant> unix(String digits) {
    int length = digits.length();
    if (length == SECONDS_DIGITS || length == SECONDS_DIGITS - 1) {
      return Optional.of(Instant.ofEpochSecond(Long.parseLong(digits)));
    }
    return length == MILLIS_DIGITS || length == MILLIS_DIGITS - 1
        ? Optional.of(Instant.ofEpochMilli(Long.parseLong(digits)))
        : Optional.empty();
  }

  private static String iso(String text) {
    if (text.length() <= DATE_LENGTH) {
      return text;
    }
    String time = text.substring(DATE_LENGTH + 1);
    boolean named = time.endsWith(" UTC");
    String bare = named ? time.substring(0, time.length() - " UTC".length()) : time;
    boolean offset = bare.endsWith("Z") || bare.indexOf('+') >= 0 || bare.indexOf('-') >= 0;
    char separator = text.charAt(DATE_LENGTH) == ' ' ? 'T' : text.charAt(DATE_LENGTH);
    return text.substring(0, DATE_LENGTH) + separator + bare + (offset ? "" : "Z");
  }

  private static boolean isDigits(String text) {
    return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  /** The UTC day it lies in. */
  LocalDate date() {
    return at.atOffset(ZoneOffset.UTC).toLocalDate();
  }
}
