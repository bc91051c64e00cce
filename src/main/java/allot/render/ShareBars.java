package allot.render;

import java.util.List;

/**
 * Shares that stand for themselves, as bars from the largest.
 *
 * @param title what they are shares of
 */
public record ShareBars(String title, List<Bar> bars) implements Picture {
  public ShareBars {
    bars = List.copyOf(bars);
  }

  /**
   * One share.
   *
   * @param percent at least 0
   * @param note what there is to say about it, on demand
   */
  public record Bar(String name, double percent, String note) {}
}
