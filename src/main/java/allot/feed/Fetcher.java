package allot.feed;

import allot.feed.Transport.Answered;
import allot.feed.Transport.Broken;
import allot.feed.Transport.Reply;
import allot.problem.Visible;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;

/**
 * Asks services, and asks again what may go better: at most twice, after 429, 500, 502, 503, 504 or
 * a broken connection, never after a stall. It waits a random part of half a second, then of one,
 * or as long as the server says, and gives up at once when that does not fit into what is left of
 * its budget.
 */
public final class Fetcher {
  private static final int MOST_RETRIES = 2;
  private static final Duration FIRST_BACKOFF = Duration.ofMillis(500);
  private static final Duration MOST_BACKOFF = Duration.ofSeconds(8);

  /** With less time than this an answer is not to be expected. */
  private static final Duration LEAST = Duration.ofMillis(200);

  private static final Set<Integer> PASSING = Set.of(429, 500, 502, 503, 504);

  private final Transport transport;
  private final Waiting waiting;
  private final DoubleSupplier random;
  private final Consumer<String> log;
  private final Pace pace;
  private final Limits limits;
  private OptionalLong end = OptionalLong.empty();

  Fetcher(
      Transport transport,
      Waiting waiting,
      DoubleSupplier random,
      Consumer<String> log,
      Pace pace,
      Limits limits) {
    this.transport = transport;
    this.waiting = waiting;
    this.random = random;
    this.log = log;
    this.pace = pace;
    this.limits = limits;
  }

  /**
   * For current prices: 7 seconds an exchange, 16 seconds for all that is asked of it, from the
   * first request on. The services of a run share one.
   *
   * @param random from 0 to less than 1
   * @param log gets a line for each request; no line holds a key
   */
  public static Fetcher forQuotes(
      Transport transport, Waiting waiting, DoubleSupplier random, Consumer<String> log) {
    return new Fetcher(transport, waiting, random, log, Pace.none(), Limits.QUOTES);
  }

  /** For histories: 15 seconds an exchange, two minutes a request, no faster than the pace. */
  public static Fetcher forHistory(
      Transport transport,
      Waiting waiting,
      DoubleSupplier random,
      Consumer<String> log,
      Pace pace) {
    return new Fetcher(transport, waiting, random, log, pace, Limits.HISTORY);
  }

  /**
   * What a service answers.
   *
   * @param pathAndQuery under the service's root, encoded
   * @param at the instant of the run
   */
  Answer get(Access access, String pathAndQuery, Instant at) {
    URI uri = access.root().at(pathAndQuery);
    pace.await();
    long deadline = deadline();
    if (left(deadline).compareTo(LEAST) < 0) {
      return new Answer.Failed("was not asked: " + Words.of(limits.budget()) + " have passed");
    }
    for (int attempt = 0; ; attempt++) {
      Reply reply = exchange(access, uri, left(deadline));
      Optional<Duration> wait =
          attempt < MOST_RETRIES ? pause(reply, attempt, at) : Optional.empty();
      if (wait.isEmpty() || wait.get().plus(LEAST).compareTo(left(deadline)) > 0) {
        return judged(reply, at);
      }
      waiting.sleep(wait.get());
      // what the pace takes is nobody's delay
      deadline += pace.await().toNanos();
    }
  }

  private long deadline() {
    if (limits.scope() == Limits.Scope.EACH_REQUEST || end.isEmpty()) {
      end = OptionalLong.of(waiting.nanoTime() + limits.budget().toNanos());
    }
    return end.getAsLong();
  }

  private Duration left(long deadline) {
    return Duration.ofNanos(deadline - waiting.nanoTime());
  }

  private Reply exchange(Access access, URI uri, Duration left) {
    Duration limit = left.compareTo(limits.exchange()) < 0 ? left : limits.exchange();
    Reply reply = transport.get(new Transport.Request(uri, access.keyFor(uri), limit));
    String outcome =
        reply instanceof Answered answered
            ? Integer.toString(answered.status())
            : ((Broken) reply).reason();
    log.accept(Visible.escape(access.hidden("GET " + uri + ": " + outcome)));
    return reply;
  }

  /** How long to wait before it is asked again; empty if it is not. */
  private Optional<Duration> pause(Reply reply, int attempt, Instant at) {
    if (reply instanceof Broken broken) {
      return broken.passing() ? Optional.of(backoff(attempt)) : Optional.empty();
    }
    Answered answered = (Answered) reply;
    if (!PASSING.contains(answered.status())) {
      return Optional.empty();
    }
    Duration backoff = backoff(attempt);
    return Optional.of(
        RetryAfter.of(answered, at).filter(wait -> wait.compareTo(backoff) > 0).orElse(backoff));
  }

  private Duration backoff(int attempt) {
    Duration most = FIRST_BACKOFF.multipliedBy(1L << attempt);
    Duration capped = most.compareTo(MOST_BACKOFF) > 0 ? MOST_BACKOFF : most;
    return Duration.ofMillis((long) (capped.toMillis() * random.getAsDouble()));
  }

  private static Answer judged(Reply reply, Instant at) {
    if (reply instanceof Broken broken) {
      return new Answer.Failed(broken.reason());
    }
    Answered answered = (Answered) reply;
    int status = answered.status();
    if (status >= 300 && status < 400) {
      return new Answer.Failed("answered with a redirect, which is not followed");
    }
    if (status != 200) {
      return new Answer.Refused(status, answered.body(), RetryAfter.of(answered, at));
    }
    return isPage(answered)
        ? new Answer.Failed("sent a page instead of data")
        : new Answer.Text(answered.body());
  }

  private static boolean isPage(Answered answered) {
    String type = answered.contentType().orElse("").strip().toLowerCase(Locale.ROOT);
    return type.startsWith("text/html") || Json.isMarkup(answered.body());
  }
}
