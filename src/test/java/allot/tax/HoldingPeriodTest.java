package allot.tax;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;

class HoldingPeriodTest {

  private static LocalDate from(String acquired) {
    return HoldingPeriod.longTermFrom(LocalDate.parse(acquired));
  }

  private static Term term(String acquired, String sold) {
    return HoldingPeriod.term(LocalDate.parse(acquired), LocalDate.parse(sold));
  }

  @Test
  void v24_the_day_before_the_leap_day_is_long_term_from_march() {
    assertThat(from("2024-02-28")).isEqualTo("2025-03-01");
  }

  @Test
  void v25_the_leap_day_is_long_term_from_march() {
    assertThat(from("2024-02-29")).isEqualTo("2025-03-01");
  }

  @Test
  void v26_the_last_of_february_is_not_long_term_on_the_leap_day() {
    assertThat(from("2023-02-28")).isEqualTo("2024-03-01");
    assertThat(term("2023-02-28", "2024-02-29")).isEqualTo(Term.SHORT);
  }

  @Test
  void v27_a_day_before_the_last_of_february_is_long_term_on_the_day_after_it() {
    assertThat(from("2023-02-27")).isEqualTo("2024-02-28");
  }

  @Test
  void v28_exactly_one_year_is_short_term() {
    assertThat(from("2025-11-20")).isEqualTo("2026-11-21");
    assertThat(from("2025-12-31")).isEqualTo("2027-01-01");
    assertThat(from("2023-03-01")).isEqualTo("2024-03-02");
    assertThat(term("2023-03-01", "2024-03-01")).isEqualTo(Term.SHORT);
    assertThat(term("2023-03-01", "2024-03-02")).isEqualTo(Term.LONG);
  }

  @Test
  void the_day_of_sale_counts_and_the_day_of_acquisition_does_not() {
    assertThat(term("2025-06-15", "2025-06-15")).isEqualTo(Term.SHORT);
    assertThat(term("2025-06-15", "2026-06-15")).isEqualTo(Term.SHORT);
    assertThat(term("2025-06-15", "2026-06-16")).isEqualTo(Term.LONG);
    assertThat(term("2025-06-15", "2030-01-01")).isEqualTo(Term.LONG);
  }

  @Test
  void every_date_of_20_years_agrees_with_the_month_end_rule() {
    int dates = 0;
    LocalDate end = LocalDate.of(2035, 1, 1);
    for (LocalDate day = LocalDate.of(2015, 1, 1); day.isBefore(end); day = day.plusDays(1)) {
      LocalDate from = monthEndRule(day);
      assertThat(HoldingPeriod.longTermFrom(day)).as("acquired " + day).isEqualTo(from);
      assertThat(HoldingPeriod.term(day, from)).as("acquired " + day).isEqualTo(Term.LONG);
      assertThat(HoldingPeriod.term(day, from.minusDays(1)))
          .as("acquired " + day)
          .isEqualTo(Term.SHORT);
      dates++;
    }
    assertThat(dates).isEqualTo(7_305);
  }

  /**
   * Rev. Rul. 66-7: months of holding begin on the day of the month after that of acquisition; what
   * was acquired on the last day of a month is held for more than twelve of them from the first day
   * of the 13th month after it.
   */
  private static LocalDate monthEndRule(LocalDate acquired) {
    YearMonth month = YearMonth.from(acquired);
    int next = acquired.getDayOfMonth() + 1;
    YearMonth twelfth = month.plusMonths(12);
    return next > month.lengthOfMonth() || next > twelfth.lengthOfMonth()
        ? month.plusMonths(13).atDay(1)
        : twelfth.atDay(next);
  }
}
