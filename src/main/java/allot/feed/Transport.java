package allot.feed;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** One exchange with a server: a GET and its answer, whatever that is. */
public interface Transport {

  /** Asks once, follows nothing and never throws for what a server or a network does. */
  Reply get(Request request);

  /**
   * What to ask for.
   *
   * @param key goes into its plan's header
   * @param limit of the whole exchange, from the connection to the last byte of the body
   */
  record Request(URI uri, Optional<ApiKey> key, Duration limit) {}

  /** What came of it. */
  sealed interface Reply {}

  /**
   * A whole answer, of any status.
   *
   * @param contentType and the others: headers as they came
   */
  record Answered(
      int status,
      Optional<String> contentType,
      Optional<String> retryAfter,
      Optional<String> date,
      String body)
      implements Reply {}

  /**
   * No answer, or not all of one.
   *
   * @param reason in words: {@code connection refused}
   * @param passing whether it may go better at once: a stalled server is not asked again
   */
  record Broken(String reason, boolean passing) implements Reply {}
}
