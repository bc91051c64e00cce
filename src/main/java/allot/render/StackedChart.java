package allot.render;

import java.util.List;

/**
 * Parts of a whole over time.
 *
 * @param parts from the bottom; percent, adding up to about 100 at every point, none below 0
 */
public record StackedChart(String title, Axis axis, List<Series> parts) implements Chart {
  public StackedChart {
    parts = List.copyOf(parts);
    Chart.check(axis, parts);
    if (parts.isEmpty()) {
      throw new IllegalArgumentException("a chart of nothing");
    }
  }
}
