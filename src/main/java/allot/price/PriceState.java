package allot.price;

import java.time.Duration;
import java.util.Optional;

/** What a price is worth at the instant of valuation. */
public sealed interface PriceState {

  /** Young enough to decide by; the age is empty if the quote has no instant. */
  record Fresh(Quote quote, Optional<Duration> age) implements PriceState {}

  /** Usable to report, too old to decide by; the age is empty if the quote has no instant. */
  record Stale(Quote quote, Optional<Duration> age) implements PriceState {}

  /** Nothing to value by. */
  record Missing(Reason reason) implements PriceState {}

  /** Why there is no price. */
  enum Reason {
    /** No source gives one. */
    NONE,
    /** The quote is later than the instant of valuation: a clock is wrong. */
    FUTURE,
    /** A service has one that cannot be right, and what it replaces may not be right any more. */
    REJECTED
  }

  /** The quote, unless there is none to use. */
  default Optional<Quote> usable() {
    if (this instanceof Fresh fresh) {
      return Optional.of(fresh.quote());
    }
    return this instanceof Stale stale ? Optional.of(stale.quote()) : Optional.empty();
  }

  /** The quote, if it is young enough to decide by. */
  default Optional<Quote> fresh() {
    return this instanceof Fresh fresh ? Optional.of(fresh.quote()) : Optional.empty();
  }

  /** How old the quote is; empty if it has no instant or there is none. */
  default Optional<Duration> ageOfQuote() {
    if (this instanceof Fresh fresh) {
      return fresh.age();
    }
    return this instanceof Stale stale ? stale.age() : Optional.empty();
  }
}
