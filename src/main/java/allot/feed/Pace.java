package allot.feed;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;

/**
 * At most so many requests in any minute. The first go at once, the others when a minute is over.
 */
public final class Pace {
  private static final Duration MINUTE = Duration.ofSeconds(60);
  private static final int KEYLESS = 5;
  private static final int DEMO = 25;
  private static final int PRO = 250;

  private final int most;
  private final Waiting waiting;
  private final Consumer<Duration> onWait;
  private final Deque<Long> starts = new ArrayDeque<>();

  private Pace(int most, Waiting waiting, Consumer<Duration> onWait) {
    this.most = most;
    this.waiting = waiting;
    this.onWait = onWait;
  }

  /** As fast as it goes. */
  public static Pace none() {
    return new Pace(Integer.MAX_VALUE, Waiting.real(), wait -> {});
  }

  /**
   * As fast as CoinGecko allows with that key, less a margin; a service of one's own as fast as it
   * goes.
   *
   * @param onWait is told before each wait how long it is
   */
  public static Pace ofCoinGecko(Access access, Waiting waiting, Consumer<Duration> onWait) {
    if (!access.root().isPublic()) {
      return none();
    }
    int most = access.key().map(key -> key.plan() == ApiKey.Plan.PRO ? PRO : DEMO).orElse(KEYLESS);
    return of(most, waiting, onWait);
  }

  /**
   * @param most requests in any 60 seconds, at least 1
   */
  static Pace of(int most, Waiting waiting, Consumer<Duration> onWait) {
    return new Pace(most, waiting, onWait);
  }

  /** Waits until one more request may go, and counts it; says how long that took. */
  Duration await() {
    if (most == Integer.MAX_VALUE) {
      return Duration.ZERO;
    }
    Duration wait = Duration.ZERO;
    if (starts.size() == most) {
      long passed = waiting.nanoTime() - starts.removeFirst();
      wait = MINUTE.minusNanos(passed);
      if (wait.isNegative() || wait.isZero()) {
        wait = Duration.ZERO;
      } else {
        onWait.accept(wait);
        waiting.sleep(wait);
      }
    }
    starts.addLast(waiting.nanoTime());
    return wait;
  }
}
