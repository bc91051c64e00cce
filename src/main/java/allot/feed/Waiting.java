package allot.feed;

import java.time.Duration;

/** How time passes. Injected, so that tests need not wait. */
public interface Waiting {

  /** As {@link System#nanoTime()}: only differences mean something. */
  long nanoTime();

  /** Lets so much time pass; less if the thread is interrupted, which it then still is. */
  void sleep(Duration time);

  /** Time as it is. */
  static Waiting real() {
    return new RealTime();
  }

  /** Time as it is. */
  final class RealTime implements Waiting {
    private RealTime() {}

    @Override
    public long nanoTime() {
      return System.nanoTime();
    }

    @Override
    public void sleep(Duration time) {
      try {
        Thread.sleep(time.toMillis());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
