package allot.feed;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Time that passes only when someone sleeps, and remembers how long. */
final class FakeTime implements Waiting {
  private final List<Duration> slept = new ArrayList<>();
  private long nanos = -5_000_000_000L;

  @Override
  public long nanoTime() {
    return nanos;
  }

  @Override
  public void sleep(Duration time) {
    slept.add(time);
    pass(time);
  }

  void pass(Duration time) {
    nanos += time.toNanos();
  }

  List<Duration> slept() {
    return slept;
  }
}
