package allot.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import allot.render.Calendar.Event;
import biweekly.Biweekly;
import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.component.VAlarm;
import biweekly.component.VEvent;
import biweekly.util.Duration;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class CalendarTest {
  private static final long SEED = 5545;
  private static final int CASES = 2_000;
  private static final String PRODUCT = "-//allot//allot 0.1.0//EN";
  private static final Instant STAMP = Instant.parse("2026-11-20T16:00:00.123Z");
  private static final LocalDate DAY = LocalDate.parse("2026-12-31");
  private static final String HOSTILE = "é₿😀;,\\\n".repeat(30);

  private static Event event(String title, String description) {
    return new Event("plan-1@allot", DAY, title, description, STAMP);
  }

  private static String render(String title, String description) {
    return Calendar.render(List.of(event(title, description)), PRODUCT);
  }

  private static VEvent readBack(String text) {
    return Biweekly.parse(text).first().getEvents().get(0);
  }

  @Test
  void an_event_is_a_free_day_with_an_alarm_at_nine() {
    assertThat(render("Buy TAO; 200.00 USD", "at 402.15\nnot before"))
        .isEqualTo(
            String.join(
                "\r\n",
                "BEGIN:VCALENDAR",
                "VERSION:2.0",
                "PRODID:-//allot//allot 0.1.0//EN",
                "CALSCALE:GREGORIAN",
                "METHOD:PUBLISH",
                "BEGIN:VEVENT",
                "UID:plan-1@allot",
                "DTSTAMP:20261120T160000Z",
                "DTSTART;VALUE=DATE:20261231",
                "DTEND;VALUE=DATE:20270101",
                "SUMMARY:Buy TAO\\; 200.00 USD",
                "DESCRIPTION:at 402.15\\nnot before",
                "TRANSP:TRANSPARENT",
                "BEGIN:VALARM",
                "ACTION:DISPLAY",
                "DESCRIPTION:Buy TAO\\; 200.00 USD",
                "TRIGGER;RELATED=START:PT9H",
                "END:VALARM",
                "END:VEVENT",
                "END:VCALENDAR",
                ""));
  }

  @Test
  void another_reader_finds_the_same_and_nothing_to_complain_about() {
    List<Event> events =
        List.of(
            event(HOSTILE, HOSTILE),
            new Event("plan-2@allot", LocalDate.parse("2028-02-29"), "b", "", STAMP));
    ICalendar calendar = Biweekly.parse(Calendar.render(events, PRODUCT)).first();
    assertThat(calendar.validate(ICalVersion.V2_0).getWarnings()).isEmpty();
    assertThat(calendar.getProductId().getValue()).isEqualTo(PRODUCT);
    assertThat(calendar.getMethod().isPublish()).isTrue();
    assertThat(calendar.getEvents()).hasSize(2);
    VEvent first = calendar.getEvents().get(0);
    assertThat(first.getUid().getValue()).isEqualTo("plan-1@allot");
    assertThat(first.getSummary().getValue()).isEqualTo(HOSTILE);
    assertThat(first.getDescription().getValue()).isEqualTo(HOSTILE);
    assertThat(first.getDateTimeStamp().getValue())
        .hasTime(Instant.parse("2026-11-20T16:00:00Z").toEpochMilli());
    assertThat(first.getTransparency().isTransparent()).isTrue();
    VEvent leapDay = calendar.getEvents().get(1);
    assertThat(leapDay.getDateStart().getValue().getRawComponents().toString(false, false))
        .isEqualTo("20280229");
    assertThat(leapDay.getDateStart().getValue().hasTime()).isFalse();
    assertThat(leapDay.getDateEnd().getValue().getRawComponents().toString(false, false))
        .isEqualTo("20280301");
    VAlarm alarm = leapDay.getAlarms().get(0);
    assertThat(alarm.getAction().isDisplay()).isTrue();
    assertThat(alarm.getTrigger().getDuration()).isEqualTo(Duration.parse("PT9H"));
  }

  @Test
  void a_text_cannot_end_its_line() {
    String text = render("a\r\nEND:VEVENT\rBEGIN:VTODO\u0085\u2028x", "\n\tb\u0000\u001b[2J\u202e");
    assertLines(text);
    assertThat(text.lines().filter(line -> line.startsWith("END:VEVENT"))).hasSize(1);
    assertThat(text).doesNotContain("BEGIN:VTODO\r\n");
    VEvent event = readBack(text);
    assertThat(event.getSummary().getValue())
        .isEqualTo("a\nEND:VEVENT\nBEGIN:VTODO\\u{85}\\u{2028}x");
    assertThat(event.getDescription().getValue()).isEqualTo("\n\\u{9}b\\u{0}\\u{1b}[2J\\u{202e}");
  }

  @Test
  void uid_and_product_are_escaped_as_well() {
    Event event = new Event("a\r\nX-B:c", DAY, "t", "", STAMP);
    String text = Calendar.render(List.of(event), "p\r\nX-Q:r");
    assertThat(text).contains("UID:a\\nX-B:c\r\n", "PRODID:p\\nX-Q:r\r\n");
  }

  @Test
  void a_line_of_75_octets_is_whole_and_one_of_76_is_folded() {
    String head = "SUMMARY:";
    assertThat(render("x".repeat(75 - head.length()), "")).contains(head + "x".repeat(67) + "\r\n");
    assertThat(render("x".repeat(76 - head.length()), ""))
        .contains(head + "x".repeat(67) + "\r\n x\r\n");
    assertThat(render("x".repeat(66) + "é", "")).contains(head + "x".repeat(66) + "\r\n é\r\n");
  }

  @Test
  void unfolding_gives_the_text_back() {
    SplittableRandom random = new SplittableRandom(SEED);
    int[] alphabet = "aZ9 é₿😀;,\\:\"\n=-".codePoints().toArray();
    for (int i = 0; i < CASES; i++) {
      StringBuilder raw = new StringBuilder();
      for (int k = random.nextInt(1, 200); k > 0; k--) {
        raw.appendCodePoint(alphabet[random.nextInt(alphabet.length)]);
      }
      String what = "seed " + SEED + ", case " + i + ": " + raw;
      String text = render(raw.toString(), "");
      assertLines(text);
      String unfolded = text.replace("\r\n ", "");
      assertThat(unfolded)
          .as(what)
          .contains(
              "\r\nSUMMARY:"
                  + raw.toString()
                      .replace("\\", "\\\\")
                      .replace(";", "\\;")
                      .replace(",", "\\,")
                      .replace("\n", "\\n")
                  + "\r\n");
      assertThat(readBack(text).getSummary().getValue()).as(what).isEqualTo(raw.toString());
    }
  }

  private static void assertLines(String text) {
    assertThat(text).endsWith("\r\n");
    assertThat(text.replace("\r\n", "")).doesNotContain("\r", "\n");
    for (String line : text.split("\r\n", -1)) {
      byte[] octets = line.getBytes(StandardCharsets.UTF_8);
      assertThat(octets.length).as(line).isLessThanOrEqualTo(75);
      // a split code point would come back as a replacement character
      assertThat(new String(octets, StandardCharsets.UTF_8))
          .isEqualTo(line)
          .doesNotContain("\ufffd");
    }
  }

  @Test
  void the_last_day_of_all_has_no_end() {
    Event last = new Event("u", LocalDate.parse("9999-12-31"), "t", "", STAMP);
    assertThat(Calendar.render(List.of(last), PRODUCT))
        .contains("DTSTART;VALUE=DATE:99991231\r\nSUMMARY");
    assertThatThrownBy(() -> new Event("u", LocalDate.of(10_000, 1, 1), "t", "", STAMP))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_plan_without_dates_is_an_empty_calendar() {
    assertThat(Calendar.render(List.of(), PRODUCT)).endsWith("METHOD:PUBLISH\r\nEND:VCALENDAR\r\n");
  }
}
