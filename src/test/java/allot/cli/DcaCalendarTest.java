package allot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The calendar of a plan, as another program reads it. */
class DcaCalendarTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-20T18:00:00Z"), ZoneOffset.UTC);

  private static String run(String format, String quantity) {
    String portfolio =
        String.format(
            Locale.ROOT,
            """
        {"name": "long; é₿😀, \\\\ name", "timezone": "UTC", "asOf": "2026-11-20T16:00:00Z",
         "target": {"layer-1": 50, "layer-2": 50},
         "holdings": [
           {"asset": "ETH", "quantity": %s, "price": 7, "account": "Bank; of, \\\\ é₿😀 and others"},
           {"asset": "ARB", "quantity": 90, "price": 3, "account": "Bank; of, \\\\ é₿😀"}],
         "dca": {"amount": 500, "every": "month", "on": "last", "start": "2027-01-31", "times": 3}}
        """,
            quantity);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int exit =
        Main.run(
            new String[] {"dca", "-", "--format", format, "--ladder", "0,5", "-q"},
            new ByteArrayInputStream(portfolio.getBytes(StandardCharsets.UTF_8)),
            out,
            new ByteArrayOutputStream(),
            Map.of(),
            CLOCK);
    assertThat(exit).isZero();
    return out.toString(StandardCharsets.UTF_8);
  }

  private static List<String> uids(String text) {
    return Biweekly.parse(text).first().getEvents().stream()
        .map(event -> event.getUid().getValue())
        .toList();
  }

  @Test
  void another_reader_finds_the_instalments() {
    ICalendar calendar = Biweekly.parse(run("ics", "30")).first();
    assertThat(calendar.validate(ICalVersion.V2_0).getWarnings()).isEmpty();
    assertThat(
            calendar.getEvents().stream()
                .map(event -> event.getDateStart().getValue().getRawComponents().toString()))
        .containsExactly("20270131T000000", "20270228T000000", "20270331T000000");
    VEvent first = calendar.getEvents().get(0);
    assertThat(first.getDateStart().getValue().hasTime()).isFalse();
    assertThat(first.getSummary().getValue()).isEqualTo("allot: buy for 500.00 USD");
    assertThat(first.getDescription().getValue())
        .contains("ETH: ", "at 7, Bank; of, \\ é₿😀 and others", "limit 6.65: ");
    assertThat(first.getAlarms()).hasSize(1);
  }

  @Test
  void other_holdings_update_the_same_events() {
    assertThat(run("ics", "31")).isNotEqualTo(run("ics", "30"));
    assertThat(uids(run("ics", "31"))).isEqualTo(uids(run("ics", "30"))).doesNotHaveDuplicates();
  }

  @Test
  void lines_end_in_crlf_and_are_75_octets_at_most() {
    String text = run("ics", "30");
    assertThat(text.replace("\r\n", "")).doesNotContain("\n", "\r");
    assertThat(text.split("\r\n"))
        .allMatch(line -> line.getBytes(StandardCharsets.UTF_8).length <= 75);
  }

  @Test
  void the_same_plan_has_the_same_bytes_and_promises_no_saving() {
    for (String format : List.of("text", "json", "csv", "markdown", "ics")) {
      assertThat(run(format, "30")).isEqualTo(run(format, "30")).doesNotContain("expected saving");
    }
    assertThat(run("text", "30")).contains("saves nothing on average");
  }
}
