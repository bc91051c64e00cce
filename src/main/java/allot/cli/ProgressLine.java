package allot.cli;

import allot.catalog.Asset;
import allot.feed.HistoryFeed;
import java.time.Duration;

/** Says on a terminal how far the fetching of a history has come. */
final class ProgressLine implements HistoryFeed.Progress {
  private static final int USUAL_COLUMNS = 80;

  private final Session session;
  private final boolean shown;
  private String last = "";

  ProgressLine(Session session, boolean shown) {
    this.session = session;
    this.shown = shown;
  }

  @Override
  public void next(Asset asset, int number, int of) {
    last = "closes " + number + " of " + of + ": " + asset.symbol();
    show(last);
  }

  /** Before a pause that the service's limit makes necessary. */
  void waiting(Duration wait) {
    show(last + " in " + wait.plusMillis(999).toSeconds() + " s, as the service's limit asks");
  }

  void end() {
    show("");
  }

  /** One that is too long would wrap, and its first line stay for good. */
  private void show(String line) {
    if (shown) {
      int columns = session.terminal().columns();
      int most = (columns > 0 ? columns : USUAL_COLUMNS) - 1;
      boolean fits = line.codePointCount(0, line.length()) <= most;
      session.progress(fits ? line : line.substring(0, line.offsetByCodePoints(0, most)));
    }
  }
}
