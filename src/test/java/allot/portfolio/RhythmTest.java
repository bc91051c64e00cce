package allot.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import allot.portfolio.Rhythm.Unit;
import java.time.DayOfWeek;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RhythmTest {

  private static Rhythm every(String text) {
    return Rhythm.parseEvery(text).orElseThrow();
  }

  @ParameterizedTest
  @CsvSource({
    "day,DAY,1",
    "week,WEEK,1",
    "2w,WEEK,2",
    "month,MONTH,1",
    "quarter,QUARTER,1",
    "1d,DAY,1",
    "10d,DAY,10",
    "3660d,DAY,3660"
  })
  void a_rhythm_is_a_number_of_periods(String text, Unit unit, int count) {
    assertThat(every(text)).isEqualTo(new Rhythm(unit, count, Optional.empty(), Optional.empty()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", "d", "0d", "01d", "3661d", "99999d", "1w", "3w", "2m", "-1d", "+1d", "1.5d", "Day",
        "weekly", "\u0661d", "1D"
      })
  void anything_else_is_none(String text) {
    assertThat(Rhythm.parseEvery(text)).isEmpty();
  }

  @Test
  void weeks_go_with_weekdays() {
    assertThat(every("week").on("friday").orElseThrow().weekday()).contains(DayOfWeek.FRIDAY);
    assertThat(every("2w").on("monday").orElseThrow().count()).isEqualTo(2);
    assertThat(every("week").on("Friday")).isEmpty();
    assertThat(every("week").on("15")).isEmpty();
    assertThat(every("week").on("last")).isEmpty();
  }

  @Test
  void months_and_quarters_go_with_days_of_the_month() {
    assertThat(every("month").on("31").orElseThrow().monthDay()).contains(31);
    assertThat(every("quarter").on("1").orElseThrow().monthDay()).contains(1);
    assertThat(every("month").on("last").orElseThrow().monthDay()).contains(Rhythm.LAST);
    for (String wrong : new String[] {"0", "32", "01", "", "friday", "1.0", "\u0661"}) {
      assertThat(every("month").on(wrong)).as(wrong).isEmpty();
    }
  }

  @Test
  void days_go_with_none() {
    assertThat(every("day").on("friday")).isEmpty();
    assertThat(every("3d").on("1")).isEmpty();
    assertThat(every("day").days()).isEqualTo("no day");
    assertThat(every("week").days()).isEqualTo("a weekday, `friday`");
    assertThat(every("quarter").days()).isEqualTo("1 to 31 or `last`");
  }
}
