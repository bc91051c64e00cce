package allot.dca;

import allot.portfolio.Rhythm;
import allot.problem.Problem;
import allot.problem.ProblemException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;

/**
 * The dates of a plan: every one is reckoned from the anchor, so that a day that a month lacks
 * clamps to its end and recovers in the next. Local dates of the years 1 to 9999, without a zone.
 * Crypto trades every day: no date rolls for a holiday.
 *
 * @param rhythm how often, and on which day
 * @param anchor the first date; it fits the rhythm's day
 */
public record Cadence(Rhythm rhythm, LocalDate anchor) {
  private static final LocalDate FIRST_DATE = LocalDate.of(1, 1, 1);
  private static final LocalDate LAST_DATE = LocalDate.of(9999, 12, 31);

  public Cadence {
    if (anchor.isBefore(FIRST_DATE) || anchor.isAfter(LAST_DATE)) {
      throw outOfRange(anchor);
    }
    if (!firstFitting(rhythm, anchor).equals(anchor)) {
      throw new IllegalArgumentException(anchor + " does not fit the day of " + rhythm);
    }
  }

  /**
   * The cadence whose first date is the first on or after {@code start} that fits the rhythm's day;
   * without such a day it is {@code start} itself.
   *
   * @throws ProblemException if that is beyond the year 9999
   */
  public static Cadence startingAt(Rhythm rhythm, LocalDate start) {
    return new Cadence(rhythm, firstFitting(rhythm, start));
  }

  /**
   * The date of an instalment.
   *
   * @param k counted from 0, the anchor
   * @throws ProblemException if it is beyond the year 9999
   */
  public LocalDate date(int k) {
    if (k < 0) {
      throw new IllegalArgumentException("dates count from 0");
    }
    LocalDate date = reckoned(k);
    if (date.isAfter(LAST_DATE)) {
      throw outOfRange(date);
    }
    return date;
  }

  /**
   * The first {@code times} dates, ascending.
   *
   * @throws ProblemException if the last is beyond the year 9999
   */
  public List<LocalDate> dates(int times) {
    List<LocalDate> dates = new ArrayList<>();
    for (int k = 0; k < times; k++) {
      dates.add(date(k));
    }
    return List.copyOf(dates);
  }

  /**
   * All dates up to and including {@code last}, ascending; none if that is before the anchor.
   *
   * @param most how many there may be
   * @throws ProblemException of usage if there are more
   */
  public List<LocalDate> until(LocalDate last, int most) {
    List<LocalDate> dates = new ArrayList<>();
    for (int k = 0; !reckoned(k).isAfter(last); k++) {
      if (k == most) {
        throw new ProblemException(
            Problem.usage(
                "until " + last + " there are more than " + most + " instalments",
                "choose an earlier date, or buy less often"));
      }
      dates.add(date(k));
    }
    return List.copyOf(dates);
  }

  /** The date, be it beyond the last one that is allowed. */
  private LocalDate reckoned(int k) {
    long periods = (long) k * rhythm.count();
    return switch (rhythm.unit()) {
      case DAY -> daysLater(periods);
      case WEEK -> daysLater(7 * periods);
      case MONTH -> monthsLater(periods);
      case QUARTER -> monthsLater(3 * periods);
    };
  }

  private LocalDate daysLater(long days) {
    return anchor.plusDays(Math.min(days, LAST_DATE.toEpochDay() - FIRST_DATE.toEpochDay() + 1));
  }

  private LocalDate monthsLater(long months) {
    return clamped(
        YearMonth.from(anchor).plusMonths(months),
        rhythm.monthDay().orElse(anchor.getDayOfMonth()));
  }

  private static LocalDate firstFitting(Rhythm rhythm, LocalDate start) {
    if (rhythm.weekday().isPresent()) {
      return start.with(TemporalAdjusters.nextOrSame(rhythm.weekday().get()));
    }
    if (rhythm.monthDay().isEmpty()) {
      return start;
    }
    int day = rhythm.monthDay().get();
    YearMonth month = YearMonth.from(start);
    LocalDate fitting = clamped(month, day);
    return fitting.isBefore(start) ? clamped(month.plusMonths(1), day) : fitting;
  }

  /** {@link Rhythm#LAST} is longer than every month and needs no case of its own. */
  private static LocalDate clamped(YearMonth month, int day) {
    return month.atDay(Math.min(day, month.lengthOfMonth()));
  }

  private static ProblemException outOfRange(LocalDate date) {
    return date.isBefore(FIRST_DATE)
        ? new ProblemException(Problem.usage("the plan starts before the year 1", "start later"))
        : new ProblemException(
            Problem.usage(
                "the plan goes on beyond the year 9999",
                "take fewer instalments, or buy more often"));
  }
}
