package allot.feed;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** Reads when a server wants to be asked again: in so many seconds, or at a date. */
final class RetryAfter {
  private static final int MOST_DIGITS = 9;

  private RetryAfter() {}

  /**
   * How long from now.
   *
   * @param at the instant of the run, by which a date is read if the server does not say its own
   */
  static Optional<Duration> of(Transport.Answered answer, Instant at) {
    return answer.retryAfter().map(String::strip).flatMap(text -> of(text, answer, at));
  }

  private static Optional<Duration> of(String text, Transport.Answered answer, Instant at) {
    if (text.matches("[0-9]{1," + MOST_DIGITS + "}")) {
      return Optional.of(Duration.ofSeconds(Integer.parseInt(text)));
    }
    Instant now = answer.date().flatMap(RetryAfter::date).orElse(at);
    return date(text)
        .map(then -> Duration.between(now, then))
        .map(wait -> wait.isNegative() ? Duration.ZERO : wait);
  }

  private static Optional<Instant> date(String text) {
    try {
      return Optional.of(
          ZonedDateTime.parse(text.strip(), DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
