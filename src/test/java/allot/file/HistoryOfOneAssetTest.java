package allot.file;

import static allot.file.HistoryFixture.file;
import static allot.file.HistoryFixture.read;
import static allot.file.HistoryFixture.refused;
import static allot.file.HistoryFixture.tao;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HistoryOfOneAssetTest {
  private static final String SNAPSHOTS = "snapped_at,price,market_cap,total_volume\n";

  private static long ms(String instant) {
    return Instant.parse(instant).toEpochMilli();
  }

  /** A chart of instants and prices by turns. */
  private static String chart(String... instantAndPrice) {
    List<String> prices = new ArrayList<>();
    for (int i = 0; i < instantAndPrice.length; i += 2) {
      prices.add("[" + ms(instantAndPrice[i]) + "," + instantAndPrice[i + 1] + "]");
    }
    return "{\"prices\":" + prices + ",\"market_caps\":[[1,null]],\"total_volumes\":[]}";
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "bittensor.csv",
        "tao.csv",
        "dir/TAO-usd-max.csv",
        "tao-usd.csv",
        "c:\\x\\bittensor_market_chart.json",
        "bittensor_daily.csv.txt"
      })
  void a_file_of_one_asset_may_be_named_after_it(String name) {
    assertThat(tao(file(name, "date,price", "2026-01-05,1"))).isEqualTo("{2026-01-05=1}");
  }

  @Test
  void an_asset_that_is_named_beats_the_name_of_the_file() {
    List<String> lines = List.of("date,close", "2026-01-05,1");
    assertThat(tao(file("akt.csv", "TAO", lines))).isEqualTo("{2026-01-05=1}");
    assertThat(read(file("closes.csv", "My-Token", lines)).assets()).containsExactly("my-token");
    assertThat(refused(file("akt.csv", "bittensro", lines)))
        .isEqualTo("akt.csv: bittensro names no known asset; did you mean `bittensor`?");
    assertThat(refused(file("x.csv", "AI", lines))).contains("AI stands for several assets");
  }

  @ParameterizedTest
  @ValueSource(strings = {"closes.csv", "tao-eur-max.csv", "tao-2.csv", "-"})
  void a_file_of_one_asset_that_does_not_say_which_is_refused(String name) {
    assertThat(refused(file(name, "date,close", "2026-01-05,1")))
        .isEqualTo(name + ": is of one asset and does not say which; name it: TAO=" + name);
  }

  // points of a service

  @Test
  void a_point_of_midnight_is_the_close_of_the_day_before() {
    assertThat(
            tao(
                file(
                    "bittensor.csv",
                    SNAPSHOTS + "2026-01-05 00:00:00 UTC,1,9,9",
                    "2026-01-06 00:00:00 UTC,2,,",
                    "2026-01-06 13:45:10 UTC,3,9,9")))
        .as("the last point is of a day that was still running")
        .isEqualTo("{2026-01-04=1, 2026-01-05=2}");
  }

  @Test
  void the_newest_point_may_come_first() {
    String rows = "2026-01-06 13:45:10 UTC,3,,\n2026-01-06 00:00:00 UTC,2,,\n";
    assertThat(tao(file("tao.csv", SNAPSHOTS + rows + "2026-01-05 00:00:00 UTC,1,,")))
        .isEqualTo("{2026-01-04=1, 2026-01-05=2}");
  }

  @Test
  void a_bare_date_is_no_point() {
    assertThat(refused(file("tao.csv", SNAPSHOTS + "2026-01-05,1,,")))
        .isEqualTo("tao.csv:2:1: is no instant; write 2026-01-05 00:00:00 UTC, or call it date");
  }

  @Test
  void different_points_of_one_instant_are_refused() {
    String row = "2026-01-05 00:00:00 UTC,";
    assertThat(refused(file("tao.csv", SNAPSHOTS + row + "1,,\n" + row + "2,,")))
        .isEqualTo("tao.csv:3:25: is a second, different close of 2026-01-04; keep one of them");
  }

  @Test
  void a_chart_of_days() {
    String chart =
        chart(
            "2026-01-05T00:00:00Z",
            "1",
            "2026-01-06T00:00:00Z",
            "2.5",
            "2026-01-06T08:01:02Z",
            "9");
    assertThat(tao(file("bittensor.json", chart))).isEqualTo("{2026-01-04=1, 2026-01-05=2.5}");
  }

  @Test
  void a_chart_of_hours_closes_with_the_last_of_each_day() {
    StringBuilder json = new StringBuilder("{\"prices\":[");
    for (int hour = 0; hour <= 60; hour++) {
      // a service's hours are some minutes late, and one is missing a price
      long at = ms("2026-01-05T00:03:07.123Z") + hour * 3_600_000L;
      json.append(hour == 0 ? "" : ",").append('[').append(at).append(',');
      json.append(hour == 47 ? "null" : "1" + hour).append(']');
    }
    assertThat(tao(file("bittensor.json", json + "]}")))
        .isEqualTo("{2026-01-05=123, 2026-01-06=146}");
  }

  @Test
  void seconds_after_midnight_are_still_midnight() {
    String chart = chart("2026-01-05T23:04:00Z", "1", "2026-01-06T00:00:41.5Z", "2");
    assertThat(tao(file("tao.json", chart))).isEqualTo("{2026-01-05=2}");
  }

  @Test
  void a_chart_that_holds_the_running_day_alone_has_no_close() {
    assertThat(refused(file("tao.json", chart("2026-01-06T08:01:02Z", "1"))))
        .isEqualTo("tao.json:1:1: holds no daily close");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[[1767571200000,0]]      | tao.json:1:27: prices[0][1]: must be above zero",
        "[[1767571200000,true]]   | tao.json:1:27: prices[0][1]: must be a number",
        "[[1767571200,1]]         | prices[0][0]: is no time in milliseconds since 1970",
        "[[1e29,1]]               | prices[0][0]: is no time in milliseconds since 1970",
        "[[1767571200000.5,1]]    | prices[0][0]: is no time in milliseconds since 1970",
        "[[1767571200000]]        | prices[0]: must be a time and a price, [ms, price]",
        "[7]                      | prices[0]: must be a list, [ ... ]",
        "{}                       | prices: must be a list, [ ... ]",
        "[]                       | holds no daily close"
      })
  void a_chart_that_is_none_is_refused(String prices, String why) {
    assertThat(refused(file("tao.json", "{\"prices\":" + prices + "}"))).endsWith(why);
  }

  @Test
  void json_that_is_no_chart_is_refused() {
    assertThat(refused(file("tao.json", "{\"error\":\"coin not found\"}")))
        .isEqualTo("tao.json:1:1: needs `prices`");
    assertThat(refused(file("tao.json", "[[1,2]]"))).endsWith("must be an object, { ... }");
    assertThat(refused(file("tao.json", "{\"prices\":[[1767571200000"))).startsWith("tao.json:1:");
  }

  // rows of an exchange

  @ParameterizedTest
  @CsvSource({
    "Date,2026-01-05,2026-01-06",
    "time,1767571200,1767657600",
    "timestamp,1767571200000,1767657600000",
    "unix,1767571200,1767657600",
    "datetime,2026-01-05T00:00:00Z,2026-01-06T00:00:00.000Z",
    "date,2026-01-05 00:00:00,2026-01-06 00:00:00",
    "date,2026-01-05 00:00:00+00:00,2026-01-06 00:00:00+00:00",
    "time,2026-01-05 16:00:00 UTC,2026-01-06 16:00:00 UTC"
  })
  void a_row_of_a_day_closes_that_day(String header, String first, String second) {
    String title = "https://example.org/download\n";
    assertThat(
            tao(
                file(
                    "tao.csv",
                    title + header + ",open,high,low,Close,Volume TAO",
                    second + ",9,9,9,2,9",
                    first + ",9,9,9,1,9")))
        .isEqualTo("{2026-01-05=1, 2026-01-06=2}");
  }

  @Test
  void rows_of_hours_close_with_the_row_that_ends_at_midnight() {
    StringBuilder rows = new StringBuilder("time,close\n");
    long start = ms("2026-01-05T00:00:00Z") / 1000;
    for (int hour = 0; hour < 40; hour++) {
      rows.append(start + 3600L * hour).append(",1").append(hour).append('\n');
    }
    assertThat(tao(file("tao.csv", rows.toString())))
        .as("the second day is not over")
        .isEqualTo("{2026-01-05=123}");
  }
}
