package allot.portfolio;

import java.time.DayOfWeek;
import java.util.Locale;
import java.util.Optional;

/**
 * How often a plan buys, and on which day.
 *
 * @param unit the period
 * @param count how many of them: above 1 for {@code 2w} and {@code Nd} alone
 * @param weekday the day of a weekly rhythm
 * @param monthDay the day of a monthly or quarterly rhythm: 1 to 31, or {@link #LAST}; days that a
 *     month lacks clamp to its end
 */
public record Rhythm(
    Unit unit, int count, Optional<DayOfWeek> weekday, Optional<Integer> monthDay) {
  /** The last day of the month. */
  public static final int LAST = 32;

  private static final int LONGEST_DAYS = 3660;

  /** The period of a rhythm. */
  public enum Unit {
    DAY,
    WEEK,
    MONTH,
    QUARTER
  }

  /** {@code day}, {@code week}, {@code 2w}, {@code month}, {@code quarter} or {@code Nd}. */
  public static Optional<Rhythm> parseEvery(String every) {
    return switch (every) {
      case "day" -> of(Unit.DAY, 1);
      case "week" -> of(Unit.WEEK, 1);
      case "2w" -> of(Unit.WEEK, 2);
      case "month" -> of(Unit.MONTH, 1);
      case "quarter" -> of(Unit.QUARTER, 1);
      default -> parseDays(every);
    };
  }

  private static Optional<Rhythm> of(Unit unit, int count) {
    return Optional.of(new Rhythm(unit, count, Optional.empty(), Optional.empty()));
  }

  private static Optional<Rhythm> parseDays(String every) {
    int length = every.length() - 1;
    if (length < 1 || length > 4 || every.charAt(length) != 'd' || every.charAt(0) == '0') {
      return Optional.empty();
    }
    int days = 0;
    for (int i = 0; i < length; i++) {
      int digit = every.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return Optional.empty();
      }
      days = 10 * days + digit;
    }
    return days > LONGEST_DAYS ? Optional.empty() : of(Unit.DAY, days);
  }

  /**
   * This rhythm on a certain day: {@code friday} with weeks; {@code 1} to {@code 31} or {@code
   * last} with months and quarters.
   *
   * @return empty if the day does not go with the period
   */
  public Optional<Rhythm> on(String day) {
    if (unit == Unit.WEEK) {
      return weekday(day).map(d -> new Rhythm(unit, count, Optional.of(d), Optional.empty()));
    }
    if (unit == Unit.MONTH || unit == Unit.QUARTER) {
      return monthDay(day).map(d -> new Rhythm(unit, count, Optional.empty(), Optional.of(d)));
    }
    return Optional.empty();
  }

  /** The period as it is written: {@code week}, {@code 2w}, {@code 10d}. */
  public String every() {
    if (unit == Unit.WEEK && count > 1) {
      return count + "w";
    }
    return unit == Unit.DAY && count > 1 ? count + "d" : unit.name().toLowerCase(Locale.ROOT);
  }

  /** The day as it is written, if one is. */
  public Optional<String> day() {
    return weekday
        .map(d -> d.name().toLowerCase(Locale.ROOT))
        .or(() -> monthDay.map(d -> d == LAST ? "last" : String.valueOf(d)));
  }

  /** The days that go with this period, for a message. */
  public String days() {
    return switch (unit) {
      case WEEK -> "a weekday, `friday`";
      case MONTH, QUARTER -> "1 to 31 or `last`";
      case DAY -> "no day";
    };
  }

  private static Optional<DayOfWeek> weekday(String day) {
    for (DayOfWeek weekday : DayOfWeek.values()) {
      if (weekday.name().toLowerCase(Locale.ROOT).equals(day)) {
        return Optional.of(weekday);
      }
    }
    return Optional.empty();
  }

  private static Optional<Integer> monthDay(String day) {
    if (day.equals("last")) {
      return Optional.of(LAST);
    }
    for (int d = 1; d < LAST; d++) {
      if (String.valueOf(d).equals(day)) {
        return Optional.of(d);
      }
    }
    return Optional.empty();
  }
}
