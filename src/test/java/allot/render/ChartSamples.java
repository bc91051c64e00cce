package allot.render;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Charts of invented figures that do not change. */
final class ChartSamples {
  private ChartSamples() {}

  static LineChart lines(int curves) {
    List<Series> series = new ArrayList<>();
    String[] names = {"band:5/25:edge", "hold", "quarter", "dca:fill", "lump"};
    for (int i = 0; i < curves; i++) {
      List<Double> values = new ArrayList<>();
      for (int day = 0; day < 400; day++) {
        double wave = StrictMath.sin(day / (30.0 + 9 * i)) * (1500 + 300 * i);
        values.add(10_000 + wave + day * (8.0 - 3 * i));
      }
      series.add(new Series(names[i % names.length], values));
    }
    return new LineChart("Value, USD", days(400), series, Measure.MONEY);
  }

  static FanChart fan() {
    List<List<Double>> curves = new ArrayList<>();
    for (double z : new double[] {-1.64, -0.67, 0, 0.67, 1.64}) {
      List<Double> values = new ArrayList<>();
      for (int day = 0; day <= 365; day++) {
        values.add(18_000 * StrictMath.exp(z * 0.6 * StrictMath.sqrt(day / 365.0)));
      }
      curves.add(values);
    }
    List<Integer> numbers = new ArrayList<>();
    for (int day = 0; day <= 365; day++) {
      numbers.add(day);
    }
    return new FanChart(
        "Outcomes, USD",
        Axis.ofDays(numbers),
        curves.get(0),
        curves.get(1),
        curves.get(2),
        curves.get(3),
        curves.get(4),
        Measure.MONEY);
  }

  static StackedChart stack() {
    List<Series> parts = new ArrayList<>();
    String[] names = {"layer-2", "layer-1", "hybrid", "stablecoin"};
    double[][] ends = {{40, 52}, {30, 22}, {20, 18}, {10, 8}};
    for (int i = 0; i < names.length; i++) {
      List<Double> values = new ArrayList<>();
      for (int day = 0; day < 200; day++) {
        values.add(ends[i][0] + (ends[i][1] - ends[i][0]) * day / 199);
      }
      parts.add(new Series(names[i], values));
    }
    return new StackedChart("Weights of the buckets", days(200), parts);
  }

  static LineChart odds() {
    return new LineChart(
        "Chance of having left the band",
        Axis.ofDays(List.of(7, 14, 30, 60, 90)),
        List.of(new Series("out of band by then", List.of(12.0, 25.5, 48.0, 71.2, 83.9))),
        Measure.PERCENT);
  }

  private static Axis days(int count) {
    List<LocalDate> dates = new ArrayList<>();
    for (int day = 0; day < count; day++) {
      dates.add(LocalDate.of(2025, 1, 1).plusDays(day));
    }
    return Axis.ofDates(dates);
  }
}
