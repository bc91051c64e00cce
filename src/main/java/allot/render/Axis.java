package allot.render;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * The points in time that a chart has figures for.
 *
 * @param labels one a point
 * @param positions where each point stands, ascending; the unit is the axis' own
 */
public record Axis(List<String> labels, List<Double> positions) {
  public Axis {
    labels = List.copyOf(labels);
    positions = List.copyOf(positions);
    if (labels.isEmpty() || labels.size() != positions.size()) {
      throw new IllegalArgumentException("an axis has a label for each of its points, and points");
    }
    for (int i = 1; i < positions.size(); i++) {
      if (!(positions.get(i) > positions.get(i - 1))) {
        throw new IllegalArgumentException("an axis ascends");
      }
    }
  }

  /** Days of the calendar, ascending; what is missing between them takes its room. */
  public static Axis ofDates(List<LocalDate> dates) {
    List<String> labels = new ArrayList<>(dates.size());
    List<Double> positions = new ArrayList<>(dates.size());
    for (LocalDate date : dates) {
      labels.add(date.toString());
      positions.add((double) date.toEpochDay());
    }
    return new Axis(labels, positions);
  }

  /** Numbers of days from today, ascending. */
  public static Axis ofDays(List<Integer> days) {
    List<String> labels = new ArrayList<>(days.size());
    List<Double> positions = new ArrayList<>(days.size());
    for (int day : days) {
      labels.add(day == 1 ? "1 day" : day + " days");
      positions.add((double) day);
    }
    return new Axis(labels, positions);
  }

  int size() {
    return labels.size();
  }

  /** Where a point stands between the first (0) and the last (1); a lone point stands at 0. */
  double share(int point) {
    double first = positions.get(0);
    double span = positions.get(positions.size() - 1) - first;
    return span > 0 ? (positions.get(point) - first) / span : 0;
  }

  /** The last point at or before a share of the axis. */
  int before(double share) {
    int low = 0;
    int high = size() - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (share(middle) <= share) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }

  /** What a curve is worth at a share of the axis, straight between its points. */
  double at(Series curve, double share) {
    int point = before(share);
    double here = curve.values().get(point);
    double past = share - share(point);
    if (point == size() - 1 || past <= 0) {
      return here;
    }
    double next = curve.values().get(point + 1);
    return here + (next - here) * past / (share(point + 1) - share(point));
  }

  /** Points worth a label, about evenly spread, the first and the last among them. */
  List<Integer> ticks(int most) {
    TreeSet<Integer> ticks = new TreeSet<>();
    for (int i = 0; i < most; i++) {
      double share = most == 1 ? 0 : (double) i / (most - 1);
      int point = before(share);
      boolean nextIsNearer = point < size() - 1 && share(point + 1) - share < share - share(point);
      ticks.add(nextIsNearer ? point + 1 : point);
    }
    return List.copyOf(ticks);
  }
}
