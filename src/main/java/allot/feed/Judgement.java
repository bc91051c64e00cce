package allot.feed;

import allot.file.JsonValue;
import allot.money.ExactDecimal;
import allot.price.Gap;
import allot.price.Quote;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Whether what a service says of an asset is a quote. */
sealed interface Judgement {
  /** Before Bitcoin nothing of this kind had a price. */
  Instant EARLIEST = Instant.parse("2009-01-01T00:00:00Z");

  /** How far a service's clock may be ahead. */
  Duration AHEAD = Duration.ofMinutes(5);

  /** It is one. */
  record Taken(Quote quote) implements Judgement {}

  /** It is none. */
  record Not(Gap gap) implements Judgement {}

  /**
   * Judges a price and its time.
   *
   * @param price what stands for it; empty if nothing does
   * @param seconds since 1970; empty if the service does not say
   * @param at the instant of the run
   * @param source who says so
   */
  static Judgement of(
      Optional<JsonValue> price, Optional<JsonValue> seconds, Instant at, String source) {
    if (price.isEmpty()) {
      return new Not(Gap.NO_QUOTE);
    }
    Optional<BigDecimal> value = positive(price.get());
    Optional<Instant> asOf = seconds.flatMap(Judgement::instant);
    boolean dated = seconds.isEmpty() || asOf.filter(time -> isPlausible(time, at)).isPresent();
    return value.isPresent() && dated
        ? new Taken(new Quote(value.get(), asOf, source))
        : new Not(Gap.REJECTED);
  }

  private static boolean isPlausible(Instant time, Instant at) {
    return !time.isBefore(EARLIEST) && !time.isAfter(at.plus(AHEAD));
  }

  /** A number within our bounds, exactly as it is written; above zero. */
  static Optional<BigDecimal> positive(JsonValue json) {
    return number(json).filter(value -> value.signum() > 0);
  }

  /** A number within our bounds, exactly as it is written. */
  static Optional<BigDecimal> number(JsonValue json) {
    if (!(json instanceof JsonValue.Num number)) {
      return Optional.empty();
    }
    try {
      return Optional.of(ExactDecimal.parse(number.text()));
    } catch (ExactDecimal.NotExact e) {
      return Optional.empty();
    }
  }

  /** A time in seconds since 1970, whole or not. */
  static Optional<Instant> instant(JsonValue json) {
    BigDecimal most = BigDecimal.valueOf(Instant.parse("9999-12-31T00:00:00Z").getEpochSecond());
    return positive(json)
        .filter(seconds -> seconds.compareTo(most) < 0)
        .map(seconds -> Instant.ofEpochSecond(seconds.longValue()));
  }
}
