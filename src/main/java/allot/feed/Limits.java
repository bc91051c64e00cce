package allot.feed;

import java.time.Duration;

/**
 * How long asking may take.
 *
 * @param exchange one request and its whole answer
 * @param budget all exchanges and the waits between them
 * @param scope what the budget is for
 */
record Limits(Duration exchange, Duration budget, Scope scope) {
  /** Two services that both stall are given up within 20 s, the start of the program included. */
  static final Limits QUOTES =
      new Limits(Duration.ofSeconds(7), Duration.ofSeconds(16), Scope.ALL_REQUESTS);

  /** Long enough for a service's minute to pass. */
  static final Limits HISTORY =
      new Limits(Duration.ofSeconds(15), Duration.ofSeconds(120), Scope.EACH_REQUEST);

  /** What a budget is for. */
  enum Scope {
    ALL_REQUESTS,
    EACH_REQUEST
  }
}
