package allot.simulate;

import allot.catalog.Asset;
import allot.price.PriceHistory;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * Daily closes of several assets side by side, of the days on which every asset has one; nothing is
 * filled in.
 */
public final class CloseTable {
  private final List<Asset> assets;
  private final List<LocalDate> days;
  private final double[][] closes;
  private final List<HistoryNote> notes;

  CloseTable(List<Asset> assets, List<LocalDate> days, double[][] closes, List<HistoryNote> notes) {
    this.assets = List.copyOf(assets);
    this.days = List.copyOf(days);
    this.closes = closes;
    this.notes = List.copyOf(notes);
  }

  /**
   * The closes of these assets.
   *
   * @param assets each once; cash of the portfolio's own currency, which does not move, is none
   * @param proxies by the id of an asset, the one whose closes stand in for its own
   * @throws allot.problem.ProblemException of kind DATA if an asset has no closes in the window and
   *     no proxy, or all have closes on fewer days than the window wants
   */
  public static CloseTable of(
      PriceHistory history, List<Asset> assets, Map<String, Asset> proxies, HistoryWindow window) {
    return new Alignment(history, assets, proxies, window).table();
  }

  /** The assets, in the order of the columns. */
  public List<Asset> assets() {
    return assets;
  }

  /** The days, the oldest first; none without assets. */
  public List<LocalDate> days() {
    return days;
  }

  /**
   * By asset and day, above zero. Of an asset with a stand-in they are the stand-in's: their
   * relations mean something, their level does not.
   */
  public double[][] closes() {
    double[][] copy = new double[closes.length][];
    for (int i = 0; i < copy.length; i++) {
      copy[i] = closes[i].clone();
    }
    return copy;
  }

  /** What had to be done to the history. */
  public List<HistoryNote> notes() {
    return notes;
  }

  /** Whether a day comes right after the one before it in the table. */
  static boolean follows(List<LocalDate> days, int day) {
    return days.get(day).equals(days.get(day - 1).plusDays(1));
  }
}
