package allot.price;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * Instants and dates as files and options write them. Read and written by hand: the JDK's formatter
 * costs more at a start than all else that a check does with time.
 */
public final class Timestamp {
  private static final int DATE_LENGTH = 10;

  private Timestamp() {}

  /** Reads a date, {@code 2026-11-20}; empty if it is none, or is not in the calendar. */
  public static Optional<LocalDate> parseDate(String text) {
    if (text.length() != DATE_LENGTH || text.charAt(4) != '-' || text.charAt(7) != '-') {
      return Optional.empty();
    }
    int year = number(text, 0, 4);
    int month = number(text, 5, 7);
    int day = number(text, 8, DATE_LENGTH);
    if (year < 0 || month < 0 || day < 0) {
      return Optional.empty();
    }
    try {
      return Optional.of(LocalDate.of(year, month, day));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /**
   * Reads an instant with its offset, {@code 2026-11-20T16:00:00Z} or {@code
   * 2026-11-20T16:00-05:00}; seconds and one to nine decimals of them may follow the minutes.
   */
  public static Optional<Instant> parseInstant(String text) {
    if (text.length() < DATE_LENGTH + 7 || text.charAt(DATE_LENGTH) != 'T') {
      return Optional.empty();
    }
    Optional<LocalDate> date = parseDate(text.substring(0, DATE_LENGTH));
    int hour = number(text, 11, 13);
    int minute = number(text, 14, 16);
    if (date.isEmpty() || hour < 0 || minute < 0 || text.charAt(13) != ':') {
      return Optional.empty();
    }
    int second = 0;
    int nano = 0;
    int at = 16;
    if (text.charAt(at) == ':') {
      second = number(text, at + 1, at + 3);
      at += 3;
      if (second >= 0 && at < text.length() && text.charAt(at) == '.') {
        int end = at + 1;
        while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
          end++;
        }
        nano =
            end == at + 1 || end - at > 10
                ? -1
                : number(text.substring(at + 1, end) + "000000000", 0, 9);
        at = end;
      }
    }
    Optional<ZoneOffset> offset = offset(text, at);
    if (second < 0 || nano < 0 || offset.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(date.get().atTime(hour, minute, second, nano).toInstant(offset.get()));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Optional<ZoneOffset> offset(String text, int at) {
    if (text.length() == at + 1 && text.charAt(at) == 'Z') {
      return Optional.of(ZoneOffset.UTC);
    }
    if (text.length() != at + 6 || text.charAt(at + 3) != ':') {
      return Optional.empty();
    }
    int sign = text.charAt(at) == '-' ? -1 : text.charAt(at) == '+' ? 1 : 0;
    int hours = number(text, at + 1, at + 3);
    int minutes = number(text, at + 4, at + 6);
    if (sign == 0 || hours < 0 || hours > 18 || minutes < 0 || minutes > 59) {
      return Optional.empty();
    }
    int seconds = sign * (hours * 3600 + minutes * 60);
    return Math.abs(seconds) > 18 * 3600
        ? Optional.empty()
        : Optional.of(ZoneOffset.ofTotalSeconds(seconds));
  }

  /** The digits between two indexes as a number; -1 if there is anything else. */
  private static int number(String text, int start, int end) {
    if (end > text.length()) {
      return -1;
    }
    int value = 0;
    for (int i = start; i < end; i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      value = 10 * value + digit;
    }
    return value;
  }

  /** An instant or, as the start of its day in a zone, a bare date. */
  public static Optional<Instant> parseInstantOrDate(String text, ZoneId zone) {
    Optional<LocalDate> date = parseDate(text);
    return date.isPresent()
        ? Optional.of(date.get().atStartOfDay(zone).toInstant())
        : parseInstant(text);
  }

  /** {@code 2026-11-20T16:00:00Z}; decimals of the second only if there are any. */
  public static String format(Instant instant) {
    LocalDateTime utc =
        LocalDateTime.ofEpochSecond(instant.getEpochSecond(), instant.getNano(), ZoneOffset.UTC);
    String text = utc.toString();
    return (text.length() == DATE_LENGTH + 6 ? text + ":00" : text) + "Z";
  }

  /** {@code 2026-11-20 11:00 America/New_York}, for people. */
  public static String words(Instant instant, ZoneId zone) {
    ZoneOffset offset = zone.getRules().getOffset(instant);
    String text = LocalDateTime.ofEpochSecond(instant.getEpochSecond(), 0, offset).toString();
    String name = zone.equals(ZoneOffset.UTC) ? "UTC" : zone.getId();
    return text.substring(0, DATE_LENGTH) + " " + text.substring(11, 16) + " " + name;
  }
}
