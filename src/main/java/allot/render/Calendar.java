package allot.render;

import allot.problem.Visible;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * Writes dates as a calendar that calendar programs take in: iCalendar, RFC 5545. Days are whole
 * and without a zone, so they stay where they are wherever the calendar is read; 9 in the morning
 * is the reader's. UTF-8, lines of at most 75 octets, CRLF.
 */
public final class Calendar {
  private static final int MAX_OCTETS = 75;
  private static final int LAST_YEAR = 9999;
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final StringBuilder out = new StringBuilder();

  private Calendar() {}

  /**
   * Something to do on a day. Texts are raw; whatever they hold cannot become a property of its
   * own.
   *
   * @param uid stable and unique in the world: with it a later calendar replaces the event
   * @param date the day, in the years 1 to 9999
   * @param title in one line
   * @param description further lines, may be empty
   * @param stamp when this was said
   */
  public record Event(String uid, LocalDate date, String title, String description, Instant stamp) {
    public Event {
      if (uid.isBlank()) {
        throw new IllegalArgumentException("an event needs a uid");
      }
      if (date.getYear() < 1 || date.getYear() > LAST_YEAR) {
        throw new IllegalArgumentException(date + " is not in the years 1 to 9999");
      }
    }
  }

  /**
   * A calendar of all-day events, each with an alarm at 9 in the morning of its day. They take no
   * time: the day stays free.
   *
   * @param productId who writes it, {@code -//allot//allot 0.1.0//EN}
   */
  public static String render(List<Event> events, String productId) {
    Calendar calendar = new Calendar();
    calendar.line("BEGIN:VCALENDAR");
    calendar.line("VERSION:2.0");
    calendar.line("PRODID:" + text(productId));
    calendar.line("CALSCALE:GREGORIAN");
    calendar.line("METHOD:PUBLISH");
    for (Event event : events) {
      calendar.event(event);
    }
    calendar.line("END:VCALENDAR");
    return calendar.out.toString();
  }

  private void event(Event event) {
    line("BEGIN:VEVENT");
    line("UID:" + text(event.uid));
    line("DTSTAMP:" + STAMP.format(event.stamp));
    line("DTSTART;VALUE=DATE:" + day(event.date));
    // the day after the last day has five digits; without an end, a day is a day long as well
    if (event.date.plusDays(1).getYear() <= LAST_YEAR) {
      line("DTEND;VALUE=DATE:" + day(event.date.plusDays(1)));
    }
    line("SUMMARY:" + text(event.title));
    line("DESCRIPTION:" + text(event.description));
    line("TRANSP:TRANSPARENT");
    line("BEGIN:VALARM");
    line("ACTION:DISPLAY");
    line("DESCRIPTION:" + text(event.title));
    line("TRIGGER;RELATED=START:PT9H");
    line("END:VALARM");
    line("END:VEVENT");
  }

  private static String day(LocalDate date) {
    return DateTimeFormatter.BASIC_ISO_DATE.format(date);
  }

  /** A value of type TEXT, RFC 5545 section 3.3.11. */
  private static String text(String raw) {
    StringBuilder escaped = new StringBuilder(raw.length() + 16);
    String separator = "";
    for (String line : raw.replace("\r\n", "\n").replace('\r', '\n').split("\n", -1)) {
      escaped.append(separator);
      separator = "\\n";
      appendEscaped(escaped, Visible.escape(line));
    }
    return escaped.toString();
  }

  private static void appendEscaped(StringBuilder out, String line) {
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '\\' || c == ';' || c == ',') {
        out.append('\\');
      }
      out.append(c);
    }
  }

  /** Writes a content line, folded between code points: a fold is CRLF and a space. */
  private void line(String content) {
    int octets = 0;
    for (int i = 0; i < content.length(); ) {
      String character = Character.toString(content.codePointAt(i));
      int length = character.getBytes(StandardCharsets.UTF_8).length;
      if (octets + length > MAX_OCTETS) {
        out.append("\r\n ");
        octets = 1;
      }
      out.append(character);
      octets += length;
      i += character.length();
    }
    out.append("\r\n");
  }
}
