package allot.feed;

import java.time.Duration;
import java.util.Optional;

/** What came of asking a service, with all retries. */
sealed interface Answer {

  /** A body of status 200 that is no page; whether it is JSON shows when it is read. */
  record Text(String body) implements Answer {}

  /**
   * Another status.
   *
   * @param body what the server said about it
   * @param retryAfter when it wants to be asked again, from now
   */
  record Refused(int status, String body, Optional<Duration> retryAfter) implements Answer {}

  /**
   * Nothing that can be read.
   *
   * @param reason a clause without the service's name: {@code no answer within 8 s}
   */
  record Failed(String reason) implements Answer {}
}
