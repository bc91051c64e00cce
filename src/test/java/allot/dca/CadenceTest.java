package allot.dca;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import allot.portfolio.Rhythm;
import allot.problem.Kind;
import allot.problem.ProblemException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class CadenceTest {
  private static final long SEED = 49;
  private static final int CASES = 2_000;

  private static Rhythm every(String every) {
    return Rhythm.parseEvery(every).orElseThrow();
  }

  private static Rhythm every(String every, String on) {
    return every(every).on(on).orElseThrow();
  }

  private static List<String> dates(Rhythm rhythm, String start, int times) {
    return Cadence.startingAt(rhythm, LocalDate.parse(start)).dates(times).stream()
        .map(LocalDate::toString)
        .toList();
  }

  /** V49. */
  @Test
  void a_day_that_a_month_lacks_clamps_and_recovers() {
    String[] dates = {
      "2027-01-31", "2027-02-28", "2027-03-31", "2027-04-30", "2027-05-31", "2027-06-30"
    };
    assertThat(dates(every("month"), "2027-01-31", 6)).containsExactly(dates);
    assertThat(dates(every("month", "31"), "2027-01-31", 6)).containsExactly(dates);
    assertThat(dates(every("month", "last"), "2027-01-31", 6)).containsExactly(dates);
  }

  @Test
  void day_31_fits_the_end_of_a_short_month_and_recovers_from_there() {
    assertThat(dates(every("month", "31"), "2027-04-30", 3))
        .containsExactly("2027-04-30", "2027-05-31", "2027-06-30");
    assertThat(dates(every("month", "last"), "2027-02-28", 2))
        .containsExactly("2027-02-28", "2027-03-31");
    assertThat(dates(every("month", "30"), "2027-02-28", 2))
        .containsExactly("2027-02-28", "2027-03-30");
  }

  @Test
  void without_a_day_the_start_is_the_anchor_and_its_day_stays() {
    assertThat(dates(every("month"), "2027-04-30", 2)).containsExactly("2027-04-30", "2027-05-30");
    assertThat(dates(every("week"), "2027-04-30", 2)).containsExactly("2027-04-30", "2027-05-07");
  }

  @Test
  void a_start_that_does_not_fit_moves_to_the_next_date_that_does() {
    assertThat(dates(every("week", "friday"), "2026-12-04", 1)).containsExactly("2026-12-04");
    assertThat(dates(every("week", "friday"), "2026-12-05", 1)).containsExactly("2026-12-11");
    assertThat(dates(every("month", "5"), "2026-12-06", 1)).containsExactly("2027-01-05");
    assertThat(dates(every("month", "31"), "2027-02-01", 1)).containsExactly("2027-02-28");
    assertThat(dates(every("quarter", "15"), "2027-01-16", 2))
        .containsExactly("2027-02-15", "2027-05-15");
  }

  @Test
  void the_29th_of_february_is_met_in_leap_years() {
    assertThat(dates(every("month", "29"), "2028-01-30", 2))
        .containsExactly("2028-02-29", "2028-03-29");
    assertThat(dates(every("quarter"), "2027-11-30", 3))
        .containsExactly("2027-11-30", "2028-02-29", "2028-05-30");
    assertThat(dates(every("day"), "2028-02-28", 3))
        .containsExactly("2028-02-28", "2028-02-29", "2028-03-01");
    assertThat(dates(every("day"), "2100-02-28", 2)).containsExactly("2100-02-28", "2100-03-01");
  }

  @Test
  void a_quarter_is_three_months_and_counts_multiply() {
    assertThat(dates(every("quarter", "last"), "2027-01-01", 3))
        .containsExactly("2027-01-31", "2027-04-30", "2027-07-31");
    assertThat(dates(every("2w", "monday"), "2026-12-28", 3))
        .containsExactly("2026-12-28", "2027-01-11", "2027-01-25");
    assertThat(dates(every("10d"), "2026-12-28", 3))
        .containsExactly("2026-12-28", "2027-01-07", "2027-01-17");
  }

  @Test
  void until_takes_the_last_date_in() {
    Cadence fridays = Cadence.startingAt(every("week", "friday"), LocalDate.parse("2026-12-04"));
    assertThat(fridays.until(LocalDate.parse("2026-12-18"), 10_000)).hasSize(3);
    assertThat(fridays.until(LocalDate.parse("2026-12-17"), 2)).hasSize(2);
    assertThat(fridays.until(LocalDate.parse("2026-12-03"), 10_000)).isEmpty();
  }

  @Test
  void more_dates_than_allowed_are_refused() {
    Cadence daily = Cadence.startingAt(every("day"), LocalDate.parse("2026-12-04"));
    LocalDate last = LocalDate.parse("2026-12-04").plusDays(9_999);
    assertThat(daily.until(last, 10_000)).hasSize(10_000);
    assertThatThrownBy(() -> daily.until(last.plusDays(1), 10_000))
        .isInstanceOfSatisfying(
            ProblemException.class, e -> assertThat(e.kind()).isEqualTo(Kind.USAGE))
        .hasMessage(
            "until 2054-04-21 there are more than 10000 instalments; choose an earlier date, or"
                + " buy less often");
  }

  @Test
  void no_date_is_beyond_the_year_9999() {
    Cadence monthly = Cadence.startingAt(every("month", "31"), LocalDate.parse("9999-10-31"));
    assertThat(monthly.dates(3)).endsWith(LocalDate.parse("9999-12-31"));
    assertThat(monthly.until(LocalDate.parse("9999-12-31"), 10_000)).hasSize(3);
    assertThatThrownBy(() -> monthly.dates(4)).hasMessageContaining("beyond the year 9999");
    assertThatThrownBy(() -> monthly.until(LocalDate.MAX, 10_000))
        .isInstanceOf(ProblemException.class);
    assertThatThrownBy(
            () -> Cadence.startingAt(every("week", "monday"), LocalDate.parse("9999-12-31")))
        .isInstanceOf(ProblemException.class);
    for (String every : List.of("day", "2w", "month", "quarter", "3660d")) {
      Cadence cadence = Cadence.startingAt(every(every), LocalDate.of(1, 1, 1));
      assertThatThrownBy(() -> cadence.date(Integer.MAX_VALUE))
          .isInstanceOf(ProblemException.class);
    }
  }

  @Test
  void an_anchor_off_its_day_cannot_be_made() {
    assertThatThrownBy(() -> new Cadence(every("week", "friday"), LocalDate.parse("2026-12-05")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void dates_ascend_fit_their_day_and_lie_a_period_apart() {
    SplittableRandom random = new SplittableRandom(SEED);
    for (int i = 0; i < CASES; i++) {
      Rhythm rhythm = rhythm(random);
      LocalDate start = LocalDate.of(2000, 1, 1).plusDays(random.nextInt(40_000));
      Cadence cadence = Cadence.startingAt(rhythm, start);
      String what = "seed " + SEED + ", case " + i + ": " + rhythm + " from " + start;
      List<LocalDate> dates = cadence.dates(random.nextInt(1, 40));
      assertThat(dates.get(0)).as(what).isAfterOrEqualTo(start);
      assertThat(ChronoUnit.DAYS.between(start, dates.get(0))).as(what).isLessThanOrEqualTo(31);
      for (int k = 1; k < dates.size(); k++) {
        assertThat(dates.get(k)).as(what).isAfter(dates.get(k - 1)).isEqualTo(cadence.date(k));
      }
      LocalDate last = dates.get(dates.size() - 1);
      assertThat(cadence.until(last, dates.size())).as(what).isEqualTo(dates);
      assertFits(rhythm, dates, what);
    }
  }

  private static void assertFits(Rhythm rhythm, List<LocalDate> dates, String what) {
    int months = rhythm.unit() == Rhythm.Unit.QUARTER ? 3 : 1;
    LocalDate firstMonth = dates.get(0).withDayOfMonth(1);
    for (int k = 0; k < dates.size(); k++) {
      LocalDate date = dates.get(k);
      rhythm.weekday().ifPresent(day -> assertThat(date.getDayOfWeek()).as(what).isEqualTo(day));
      if (rhythm.monthDay().isPresent()) {
        int day = Math.min(rhythm.monthDay().get(), date.lengthOfMonth());
        assertThat(date)
            .as(what)
            .isEqualTo(firstMonth.plusMonths((long) months * k).plusDays(day - 1));
      }
    }
  }

  private static Rhythm rhythm(SplittableRandom random) {
    String day = DayOfWeek.of(random.nextInt(1, 8)).name().toLowerCase(Locale.ROOT);
    int monthDay = random.nextInt(1, 33);
    String on = monthDay == Rhythm.LAST ? "last" : String.valueOf(monthDay);
    return switch (random.nextInt(8)) {
      case 0 -> every("day");
      case 1 -> every("week");
      case 2 -> every("week", day);
      case 3 -> every("2w", day);
      case 4 -> every("month");
      case 5 -> every("month", on);
      case 6 -> every("quarter", on);
      default -> every(random.nextInt(1, 3661) + "d");
    };
  }
}
