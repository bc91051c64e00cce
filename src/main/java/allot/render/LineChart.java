package allot.render;

import java.util.List;

/**
 * Curves over time, the first drawn over the others.
 *
 * @param title what is drawn and in which unit: {@code Value, USD}
 */
public record LineChart(String title, Axis axis, List<Series> series, Measure measure)
    implements Chart {
  public LineChart {
    series = List.copyOf(series);
    Chart.check(axis, series);
    if (series.isEmpty()) {
      throw new IllegalArgumentException("a chart of nothing");
    }
  }
}
