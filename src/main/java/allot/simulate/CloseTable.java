package allot.simulate;

import allot.catalog.Asset;
import allot.price.PriceHistory;
import allot.problem.Warning;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Daily closes of several assets side by side, of the days on which every asset has one; nothing is
 * filled in.
 */
public final class CloseTable {
  private final List<Asset> assets;
  private final List<LocalDate> days;
  private final double[][] closes;
  private final Set<String> proxied;
  private final List<Warning> notes;

  /**
   * @param proxied ids of the assets that others stand in for
   */
  CloseTable(
      List<Asset> assets,
      List<LocalDate> days,
      double[][] closes,
      Set<String> proxied,
      List<Warning> notes) {
    this.assets = List.copyOf(assets);
    this.days = List.copyOf(days);
    this.closes = closes;
    this.proxied = Set.copyOf(proxied);
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

  /** Whether another asset's closes stand in for its own. */
  public boolean isProxied(Asset asset) {
    return proxied.contains(asset.id());
  }

  /** What had to be done to the history. */
  public List<Warning> notes() {
    return notes;
  }

  /** Whether a day comes right after the one before it in the table. */
  static boolean follows(List<LocalDate> days, int day) {
    return days.get(day).equals(days.get(day - 1).plusDays(1));
  }
}
