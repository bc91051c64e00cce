package allot.price;

import static org.assertj.core.api.Assertions.assertThat;

import allot.Law;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimestampTest {
  private static final long YEAR_1000 = -30_610_224_000L;
  private static final long YEAR_9000 = 221_845_392_000L;

  private static Instant someInstant(SplittableRandom random) {
    long second = random.nextLong(YEAR_1000, YEAR_9000);
    second -= random.nextInt(4) == 0 ? Math.floorMod(second, 60L) : 0;
    int nano =
        switch (random.nextInt(4)) {
          case 0 -> random.nextInt(1_000) * 1_000_000;
          case 1 -> random.nextInt(1_000_000) * 1_000;
          case 2 -> random.nextInt(1_000_000_000);
          default -> 0;
        };
    return Instant.ofEpochSecond(second, nano);
  }

  private static Optional<LocalDate> jdkDate(String text) {
    try {
      return Optional.of(LocalDate.parse(text, DateTimeFormatter.ISO_LOCAL_DATE));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  @Test
  void instants_are_written_as_the_jdk_does_and_read_back() {
    Law.holds(
        random -> {
          Instant instant = someInstant(random);
          String text = Timestamp.format(instant);
          assertThat(text).isEqualTo(DateTimeFormatter.ISO_INSTANT.format(instant));
          assertThat(Timestamp.parseInstant(text)).contains(instant);
        });
  }

  @Test
  void any_offset_is_read_as_the_jdk_does() {
    Law.holds(
        random -> {
          ZoneOffset offset = ZoneOffset.ofTotalSeconds(60 * random.nextInt(-1080, 1081));
          OffsetDateTime time = someInstant(random).atOffset(offset);
          String text = DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time);
          assertThat(Timestamp.parseInstant(text)).as(text).contains(time.toInstant());
          String terse = time.toString();
          assertThat(Timestamp.parseInstant(terse)).as(terse).contains(time.toInstant());
        });
  }

  @Test
  void a_damaged_instant_is_never_read_otherwise_than_by_the_jdk() {
    Law.holds(
        random -> {
          StringBuilder text = new StringBuilder(Timestamp.format(someInstant(random)));
          int at = random.nextInt(text.length());
          text.setCharAt(at, "0123456789-:.TZ+ ".charAt(random.nextInt(17)));
          Optional<Instant> read = Timestamp.parseInstant(text.toString());
          Optional<Instant> expected;
          try {
            expected = Optional.of(OffsetDateTime.parse(text).toInstant());
          } catch (DateTimeException e) {
            expected = Optional.empty();
          }
          if (read.isPresent()) {
            assertThat(read).as(text.toString()).isEqualTo(expected);
          }
        });
  }

  @Test
  void dates_are_those_of_the_calendar() {
    for (int year : new int[] {1900, 2000, 2023, 2024, 2026, 2100, 9999}) {
      for (int month = 0; month <= 13; month++) {
        for (int day = 0; day <= 32; day++) {
          String text = String.format(Locale.ROOT, "%04d-%02d-%02d", year, month, day);
          assertThat(Timestamp.parseDate(text)).as(text).isEqualTo(jdkDate(text));
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "2026",
        "2026-11",
        "2026-1-1",
        "26-11-20",
        "2026/11/20",
        "2026-11-20 ",
        " 2026-11-20",
        "2026-11-2x",
        "-026-11-20",
        "+2026-11-20",
        "2026-11-20T",
        "20261120",
        "2026-02-29",
        "2026-02-30",
        "\u0662\u0660\u0662\u0666-11-20",
        "2026-11-2\uff10"
      })
  void what_is_no_date_is_refused(String text) {
    assertThat(Timestamp.parseDate(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "2026-11-20",
        "2026-11-20T16:00",
        "2026-11-20T16:00:00",
        "2026-11-20 16:00:00Z",
        "2026-11-20T24:00:00Z",
        "2026-11-20T16:60:00Z",
        "2026-11-20T16:00:60Z",
        "2026-02-30T16:00:00Z",
        "2026-11-20T16Z",
        "2026-11-20T16:00:00z",
        "2026-11-20t16:00:00Z",
        "2026-11-20T16:00:00.Z",
        "2026-11-20T16:00:00.1234567890Z",
        "2026-11-20T16:00:00,5Z",
        "2026-11-20T16:00:00+0500",
        "2026-11-20T16:00:00+05",
        "2026-11-20T16:00:00+18:01",
        "2026-11-20T16:00:00+05:60",
        "2026-11-20T16:00:00+5:00",
        "2026-11-20T16:00:00ZZ",
        "2026-11-20T16:00:00 Z",
        "2026-11-20T16:00:0Z",
        "2026-11-20T1:00:00Z",
        "2026-11-20T16:00:00[UTC]",
        "2026-11-20T16:00:00*05:00",
        "2026-11-20T16:00:",
        "now"
      })
  void what_is_no_instant_is_refused(String text) {
    assertThat(Timestamp.parseInstant(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-20T16:00Z,2026-11-20T16:00:00Z",
    "2026-11-20T16:00:00.5Z,2026-11-20T16:00:00.500Z",
    "2026-11-20T16:00:00.123456789Z,2026-11-20T16:00:00.123456789Z",
    "2026-11-20T16:00-05:00,2026-11-20T21:00:00Z",
    "2026-11-20T16:00:30+05:45,2026-11-20T10:15:30Z",
    "2026-11-20T00:00:00+18:00,2026-11-19T06:00:00Z",
    "2026-11-20T16:00:00-00:00,2026-11-20T16:00:00Z"
  })
  void seconds_and_their_decimals_may_be_left_out(String text, String written) {
    assertThat(Timestamp.parseInstant(text).map(Timestamp::format)).contains(written);
  }

  @Test
  void a_bare_date_is_the_start_of_its_day_in_the_zone() {
    ZoneId newYork = ZoneId.of("America/New_York");
    assertThat(Timestamp.parseInstantOrDate("2026-11-20", newYork))
        .contains(Instant.parse("2026-11-20T05:00:00Z"));
    assertThat(Timestamp.parseInstantOrDate("2026-11-20T16:00:00Z", newYork))
        .contains(Instant.parse("2026-11-20T16:00:00Z"));
    assertThat(Timestamp.parseInstantOrDate("tomorrow", newYork)).isEmpty();
  }

  @Test
  void a_day_that_begins_late_begins_when_it_begins() {
    assertThat(Timestamp.parseInstantOrDate("2018-11-04", ZoneId.of("America/Sao_Paulo")))
        .contains(Instant.parse("2018-11-04T03:00:00Z"));
  }

  @Test
  void people_read_minutes_and_the_zone() {
    assertThat(Timestamp.words(Instant.parse("2026-11-20T16:00:59.5Z"), ZoneOffset.UTC))
        .isEqualTo("2026-11-20 16:00 UTC");
  }
}
