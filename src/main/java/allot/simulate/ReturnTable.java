package allot.simulate;

import allot.catalog.Asset;
import allot.problem.Kind;
import allot.problem.Problem;
import allot.problem.ProblemException;
import allot.problem.Warning;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Daily growth of several assets side by side. A row is the move from one day's closes to the next
 * day's, of days on which every asset has both; nothing is filled in.
 */
public final class ReturnTable {
  /** Half of the closes that a simulation needs: with fewer returns they are not daily ones. */
  private static final int LEAST_ROWS = HistoryWindow.SIMULATION.least() / 2;

  private final List<String> assets;
  private final List<LocalDate> days;
  private final int closes;
  private final double[][] growth;
  private final List<Warning> notes;

  ReturnTable(
      List<String> assets,
      List<LocalDate> days,
      int closes,
      double[][] growth,
      List<Warning> notes) {
    this.assets = List.copyOf(assets);
    this.days = List.copyOf(days);
    this.closes = closes;
    this.growth = growth;
    this.notes = List.copyOf(notes);
  }

  /**
   * The returns from one day to the next.
   *
   * @throws ProblemException of kind DATA if hardly any close follows one of the day before
   */
  public static ReturnTable of(CloseTable table) {
    List<LocalDate> days = table.days();
    List<Integer> ends = new ArrayList<>();
    for (int day = 1; day < days.size(); day++) {
      if (CloseTable.follows(days, day)) {
        ends.add(day);
      }
    }
    double[][] closes = table.closes();
    if (closes.length > 0 && ends.size() < LEAST_ROWS) {
      throw new ProblemException(
          Problem.of(
              Kind.DATA,
              "only " + ends.size() + " common closes follow a close of the day before",
              "simulate from daily closes"));
    }
    double[][] growth = new double[closes.length][ends.size()];
    for (int i = 0; i < growth.length; i++) {
      for (int row = 0; row < ends.size(); row++) {
        int day = ends.get(row);
        growth[i][row] = closes[i][day] / closes[i][day - 1];
      }
    }
    List<String> ids = table.assets().stream().map(Asset::id).toList();
    return new ReturnTable(
        ids, ends.stream().map(days::get).toList(), days.size(), growth, table.notes());
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

  public List<Warning> notes() {
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
