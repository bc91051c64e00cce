package allot.statement;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * Instants as exports write them, read by position, for a general parser would take longer than all
 * the rest: {@code 2026-01-05}, {@code 2026-01-05 14:25}, {@code 2026-01-05T14:25:00.123Z}, {@code
 * 2026-01-05 14:25:00 UTC}, {@code 2026-01-05 14:25:00+01:00}.
 */
public final class Times {
  private static final int DATE = 10;
  private static final int MINUTES = 16;
  private static final int SECONDS = 19;
  private static final long SECONDS_A_DAY = 86_400;

  private Times() {}

  /**
   * An instant in year, month, day order.
   *
   * @param zone of a text that states none
   * @throws RowFault if it is none
   */
  public static Instant iso(String text, ZoneId zone) {
    if (text.length() < DATE || text.charAt(4) != '-' || text.charAt(7) != '-') {
      throw fault();
    }
    return at(number(text, 0, 4), number(text, 5, 7), number(text, 8, DATE), text, zone);
  }

  /** The same in the American order, {@code 01/05/2026 14:25:00}. */
  public static Instant american(String text, ZoneId zone) {
    requireMarks(text, '/');
    return at(number(text, 6, DATE), number(text, 0, 2), number(text, 3, 5), text, zone);
  }

  /** The same with the day first, {@code 05.01.2026 14:25} or {@code 05/01/2026 14:25}. */
  public static Instant dayFirst(String text, ZoneId zone) {
    requireMarks(text, text.length() > 2 ? text.charAt(2) : ' ');
    return at(number(text, 6, DATE), number(text, 3, 5), number(text, 0, 2), text, zone);
  }

  private static void requireMarks(String text, char mark) {
    boolean known = mark == '/' || mark == '.' || mark == '-';
    if (text.length() < DATE || !known || text.charAt(2) != mark || text.charAt(5) != mark) {
      throw fault();
    }
  }

  private static Instant at(int year, int month, int day, String text, ZoneId zone) {
    try {
      if (text.length() == DATE) {
        return LocalDate.of(year, month, day).atStartOfDay(zone).toInstant();
      }
      char separator = text.charAt(DATE);
      if (text.length() < MINUTES
          || (separator != ' ' && separator != 'T')
          || text.charAt(13) != ':') {
        throw fault();
      }
      int end = MINUTES;
      int second = 0;
      if (text.length() >= SECONDS && text.charAt(MINUTES) == ':') {
        second = number(text, MINUTES + 1, SECONDS);
        end = SECONDS;
      }
      int fraction = end;
      if (end == SECONDS && end < text.length() && text.charAt(end) == '.') {
        end++;
        while (end < text.length() && isDigit(text.charAt(end))) {
          end++;
        }
      }
      int nanos = end > fraction + 1 ? nanos(text, fraction + 1, end) : 0;
      LocalDate date = LocalDate.of(year, month, day);
      LocalTime time = LocalTime.of(number(text, 11, 13), number(text, 14, MINUTES), second, nanos);
      String rest = end == text.length() ? "" : text.substring(end).strip();
      if (rest.isEmpty() && !zone.equals(ZoneOffset.UTC)) {
        return date.atTime(time).atZone(zone).toInstant();
      }
      ZoneOffset offset = rest.isEmpty() ? ZoneOffset.UTC : offset(rest);
      long midnight = date.toEpochDay() * SECONDS_A_DAY - offset.getTotalSeconds();
      return Instant.ofEpochSecond(midnight + time.toSecondOfDay(), nanos);
    } catch (DateTimeException e) {
      throw fault();
    }
  }

  private static ZoneOffset offset(String text) {
    if (text.equals("Z") || text.equals("UTC") || text.equals("+00") || text.equals("GMT")) {
      return ZoneOffset.UTC;
    }
    return ZoneOffset.of(text);
  }

  private static int nanos(String text, int from, int to) {
    int nanos = 0;
    for (int i = 0; i < 9; i++) {
      nanos = nanos * 10 + (from + i < to ? text.charAt(from + i) - '0' : 0);
    }
    return nanos;
  }

  private static int number(String text, int from, int to) {
    int number = 0;
    for (int i = from; i < to; i++) {
      if (!isDigit(text.charAt(i))) {
        throw fault();
      }
      number = 10 * number + text.charAt(i) - '0';
    }
    return number;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static RowFault fault() {
    return new RowFault("the time cannot be read", "it is to be as in the service's own export");
  }
}
