package allot.render;

import java.util.List;

/**
 * How far outcomes spread over time. Each list has a figure for every point of the axis, none is
 * NaN, and at each point they ascend from {@code p5} to {@code p95}.
 */
public record FanChart(
    String title,
    Axis axis,
    List<Double> p5,
    List<Double> p25,
    List<Double> median,
    List<Double> p75,
    List<Double> p95,
    Measure measure)
    implements Chart {
  public FanChart {
    p5 = List.copyOf(p5);
    p25 = List.copyOf(p25);
    median = List.copyOf(median);
    p75 = List.copyOf(p75);
    p95 = List.copyOf(p95);
    Chart.check(axis, curves(p5, p25, median, p75, p95));
  }

  /** From the least to the most. */
  List<Series> curves() {
    return curves(p5, p25, median, p75, p95);
  }

  private static List<Series> curves(
      List<Double> p5, List<Double> p25, List<Double> median, List<Double> p75, List<Double> p95) {
    return List.of(
        new Series("5 %", p5),
        new Series("25 %", p25),
        new Series("median", median),
        new Series("75 %", p75),
        new Series("95 %", p95));
  }
}
