package allot.simulate;

import allot.catalog.Asset;
import allot.price.PriceHistory;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * Daily growth of several assets side by side. A row is the move from one day's closes to the next
 * day's, of days on which every asset has both; nothing is filled in.
 */
public final class ReturnTable {
  /** Closes of all assets on one day, as many as a simulation needs at least. */
  public static final int LEAST_CLOSES = 60;

  private final List<String> assets;
  private final List<LocalDate> days;
  private final int closes;
  private final double[][] growth;
  private final List<HistoryNote> notes;

  ReturnTable(
      List<String> assets,
      List<LocalDate> days,
      int closes,
      double[][] growth,
      List<HistoryNote> notes) {
    this.assets = List.copyOf(assets);
    this.days = List.copyOf(days);
    this.closes = closes;
    this.growth = growth;
    this.notes = List.copyOf(notes);
  }

  /**
   * The returns of these assets.
   *
   * @param assets each once; cash of the portfolio's own currency, which does not move, is none
   * @param proxies by the id of an asset, the one whose closes stand in for its own
   * @throws allot.problem.ProblemException of kind DATA if an asset has no closes and no proxy, or
   *     all have closes on fewer than {@value #LEAST_CLOSES} days
   */
  public static ReturnTable of(
      PriceHistory history, List<Asset> assets, Map<String, Asset> proxies) {
    return new Alignment(history, assets, proxies).table();
  }

  /** Asset ids, in the order of the columns. */
  public List<String> assets() {
    return assets;
  }

  /** The day at whose end each row ends, the oldest first. */
  public List<LocalDate> days() {
    return days;
  }

  /** On how many days all assets have a close. */
  public int closes() {
    return closes;
  }

  public List<HistoryNote> notes() {
    return notes;
  }

  /** By asset and row: a close as a multiple of the one before. */
  public double[][] growth() {
    double[][] copy = new double[growth.length][];
    for (int i = 0; i < copy.length; i++) {
      copy[i] = growth[i].clone();
    }
    return copy;
  }

  /** By asset and row: simple returns as fractions. */
  public double[][] simpleReturns() {
    double[][] simple = growth();
    for (double[] column : simple) {
      for (int row = 0; row < column.length; row++) {
        column[row] -= 1;
      }
    }
    return simple;
  }

  /** By asset and row: logarithms of growth. */
  public double[][] logReturns() {
    double[][] logs = growth();
    for (double[] column : logs) {
      for (int row = 0; row < column.length; row++) {
        column[row] = StrictMath.log(column[row]);
      }
    }
    return logs;
  }
}
