package allot.cli;

import java.util.function.LongConsumer;

/** Says on a terminal how far a simulation is, once it has taken a second. */
final class SimulationProgress implements LongConsumer, AutoCloseable {
  private static final long PATIENCE = 1_000_000_000L;
  private static final long PAUSE = 100_000_000L;

  private final Session session;
  private final boolean shown;
  private final long paths;
  private final long begin = System.nanoTime();
  private final Thread lastWords;
  private long next = PATIENCE;

  /**
   * @param shown whether there is a terminal to say it on
   * @param paths how many there are in all
   */
  SimulationProgress(Session session, boolean shown, long paths) {
    this.session = session;
    this.shown = shown;
    this.paths = paths;
    // whoever interrupts it gets a clean line back
    this.lastWords = new Thread(() -> session.progress(""), "progress");
    if (shown) {
      Runtime.getRuntime().addShutdownHook(lastWords);
    }
  }

  @Override
  public void accept(long done) {
    long passed = System.nanoTime() - begin;
    if (shown && passed >= next && done < paths) {
      next = passed + PAUSE;
      session.progress("simulated " + done * 100 / paths + " % of " + paths + " futures");
    }
  }

  @Override
  public void close() {
    if (shown) {
      session.progress("");
      Runtime.getRuntime().removeShutdownHook(lastWords);
    }
  }
}
