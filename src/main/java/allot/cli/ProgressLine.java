package allot.cli;

import allot.catalog.Asset;
import allot.feed.HistoryFeed;
import java.time.Duration;

/** Says on a terminal how far the fetching of a history has come. */
final class ProgressLine implements HistoryFeed.Progress {
  private final Session session;
  private final boolean shown;
  private String last = "";

  ProgressLine(Session session, boolean shown) {
    this.session = session;
    this.shown = shown;
  }

  @Override
  public void next(Asset asset, int number, int of) {
    show(number + " of " + of + ": " + asset.symbol());
    last = number + " of " + of + ": " + asset.symbol();
  }

  /** Before a pause that the service's limit makes necessary. */
  void waiting(Duration wait) {
    show(last + ", in " + wait.toSeconds() + " s, for the service wants no more a minute");
  }

  void end() {
    if (!last.isEmpty()) {
      show("");
    }
  }

  private void show(String line) {
    if (shown) {
      session.progress(line);
    }
  }
}
