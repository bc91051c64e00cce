package allot.price;

import allot.problem.Problem;
import allot.problem.ProblemException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Judges quotes at an instant.
 *
 * @param at the instant of valuation
 * @param maxAge the oldest quote to decide by; empty to accept any age, and undated quotes
 */
public record Freshness(Instant at, Optional<Duration> maxAge) {
  public static final Duration DEFAULT_MAX_AGE = Duration.ofHours(24);
  private static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(5);
  private static final int MOST_DIGITS = 6;

  /** Fresh, stale, or rejected because it is more than five minutes after the valuation. */
  public PriceState judge(Quote quote) {
    if (quote.asOf().isEmpty()) {
      return maxAge.isEmpty()
          ? new PriceState.Fresh(quote, Optional.empty())
          : new PriceState.Stale(quote, Optional.empty());
    }
    Duration age = Duration.between(quote.asOf().get(), at);
    if (age.negated().compareTo(CLOCK_TOLERANCE) > 0) {
      return new PriceState.Missing(PriceState.Reason.FUTURE);
    }
    Duration shown = age.isNegative() ? Duration.ZERO : age;
    boolean stale = maxAge.isPresent() && shown.compareTo(maxAge.get()) > 0;
    return stale
        ? new PriceState.Stale(quote, Optional.of(shown))
        : new PriceState.Fresh(quote, Optional.of(shown));
  }

  /**
   * Reads an option's value: {@code 90m}, {@code 24h}, {@code 3d}, {@code 2w}, or {@code any},
   * which is no limit.
   *
   * @throws ProblemException if it is none of these
   */
  public static Optional<Duration> parseMaxAge(String text) {
    if (text.equals("any")) {
      return Optional.empty();
    }
    int digits = text.length() - 1;
    if (digits < 1 || digits > MOST_DIGITS) {
      throw refused(text);
    }
    long count = 0;
    for (int i = 0; i < digits; i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        throw refused(text);
      }
      count = 10 * count + digit;
    }
    return Optional.of(
        switch (text.charAt(digits)) {
          case 's' -> Duration.ofSeconds(count);
          case 'm' -> Duration.ofMinutes(count);
          case 'h' -> Duration.ofHours(count);
          case 'd' -> Duration.ofDays(count);
          case 'w' -> Duration.ofDays(7 * count);
          default -> throw refused(text);
        });
  }

  private static ProblemException refused(String text) {
    return new ProblemException(
        Problem.usage(
            "--max-price-age " + text + " is no duration", "write 90m, 24h, 3d, 2w or any"));
  }
}
