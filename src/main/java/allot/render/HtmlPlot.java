package allot.render;

import java.util.ArrayList;
import java.util.List;

/**
 * The frame of a drawing over time on a web page. It takes the width there is: curves are stretched
 * to it, labels are not. One drawing is open at a time, between {@link #open} and {@link #close}.
 */
final class HtmlPlot {
  /** The width that curves are drawn for, before they are stretched. */
  static final int WIDTH = 1000;

  private static final int TOP = 8;
  private static final int BELOW = 24;

  /** Lines nearer to each other than this, in pixels, are labelled one in two. */
  private static final int LEAST_APART = 26;

  /** About how wide a character of a label is. */
  private static final int CHARACTER = 8;

  private static final int MOST_POINTS = 500;
  private static final int MOST_EDGES = 250;
  private static final int MOST_ZONES = 60;

  /** Labels nearer to each other than this share of the width would touch. */
  private static final double APART = 0.11;

  /** A small drawing has this part of the detail. */
  private static final int SMALL = 3;

  private final int detail;
  private final Markup out;
  private final Axis axis;
  private final Scale scale;
  private final int height;

  /**
   * @param height of the plot, in pixels
   */
  HtmlPlot(Markup out, Axis axis, Scale scale, int height) {
    this(1, out, axis, scale, height);
  }

  private HtmlPlot(int detail, Markup out, Axis axis, Scale scale, int height) {
    this.detail = detail;
    this.out = out;
    this.axis = axis;
    this.scale = scale;
    this.height = height;
  }

  /** A plot that is one of several side by side, and has less to show on its width. */
  static HtmlPlot small(Markup out, Axis axis, Scale scale, int height) {
    return new HtmlPlot(SMALL, out, axis, scale, height);
  }

  /** Begins: the frame, the labels beside it, and lines across at the ticks. */
  void open(String title) {
    int widest = 0;
    for (int tick = 0; tick <= scale.intervals(); tick++) {
      widest = Math.max(widest, scale.label(tick).length());
    }
    int margin = widest * CHARACTER + 10;
    String whole = String.valueOf(TOP + height + BELOW);
    out.open("div", "class", "plot").line();
    out.open(
        "svg",
        "width",
        String.valueOf(margin),
        "height",
        whole,
        "class",
        "axis",
        "aria-hidden",
        "true");
    int each = height / scale.intervals() < LEAST_APART ? 2 : 1;
    for (int tick = 0; tick <= scale.intervals(); tick += each) {
      String y = Markup.at(TOP + y(scale.tick(tick).doubleValue()) + 4);
      String x = String.valueOf(margin - 8);
      out.leaf("text", scale.label(tick), "x", x, "y", y, "text-anchor", "end");
    }
    out.close("svg").line();
    out.open("svg", "width", "100%", "height", whole, "class", "axis", "role", "img");
    out.leaf("title", title);
    for (int tick = 0; tick <= scale.intervals(); tick++) {
      String y = Markup.at(TOP + y(scale.tick(tick).doubleValue()));
      out.empty("line", "class", "grid", "x1", "0", "x2", "100%", "y1", y, "y2", y);
    }
    out.open(
        "svg",
        "y",
        String.valueOf(TOP),
        "width",
        "100%",
        "height",
        String.valueOf(height),
        "viewBox",
        "0 0 " + WIDTH + " " + height,
        "preserveAspectRatio",
        "none");
    out.line();
  }

  /** A curve; where it has no value it is interrupted. */
  void curve(Series curve, String style) {
    StringBuilder path = new StringBuilder();
    boolean pen = false;
    for (int point : points(curve)) {
      double value = curve.values().get(point);
      if (!Double.isNaN(value)) {
        path.append(pen ? 'L' : 'M').append(place(point, value));
      }
      pen = !Double.isNaN(value);
    }
    if (path.length() > 0) {
      out.empty("path", "class", style, "d", path.toString()).line();
    }
  }

  /** The area between two curves that have all their values. */
  void area(Series lower, Series upper, String style) {
    int points = Math.min(axis.size(), MOST_EDGES / detail);
    StringBuilder path = new StringBuilder();
    for (int i = 0; i < points; i++) {
      int point = point(i, points);
      path.append(i == 0 ? 'M' : 'L').append(place(point, upper.values().get(point)));
    }
    for (int i = points - 1; i >= 0; i--) {
      int point = point(i, points);
      path.append('L').append(place(point, lower.values().get(point)));
    }
    out.empty("path", "class", style, "d", path.append('Z').toString()).line();
  }

  /** Areas that touch have the same points, from the first of the axis to its last. */
  private int point(int i, int points) {
    return points == 1 ? 0 : (int) ((long) i * (axis.size() - 1) / (points - 1));
  }

  /** The area between a curve below zero, which has all its values, and zero. */
  void fall(Series curve, String style) {
    StringBuilder path = new StringBuilder("M0 ").append(tenth(y(0)));
    for (int point : points(curve)) {
      path.append('L').append(place(point, curve.values().get(point)));
    }
    path.append('V').append(tenth(y(0))).append('Z');
    out.empty("path", "class", style, "d", path.toString()).line();
  }

  /** A strip across, between two values. */
  void strip(double low, double high, String style) {
    String from = Markup.at(y(high));
    String tall = Markup.at(Math.max(1, y(low) - y(high)));
    String width = String.valueOf(WIDTH);
    out.empty("rect", "class", style, "y", from, "width", width, "height", tall).line();
  }

  /** Ends: labels under the frame, and what each stretch of it says on demand. */
  void close(int ticks, List<Series> told, Measure measure) {
    out.close("svg").line();
    writeTicks(ticks);
    int zones = Math.min(axis.size(), MOST_ZONES / detail);
    for (int zone = 0; zone < zones; zone++) {
      int point = axis.size() == zones ? zone : told(zone, zones);
      double from = axis.size() == zones ? edge(zone - 1, zone) : (double) zone / zones;
      double to = axis.size() == zones ? edge(zone, zone + 1) : (zone + 1.0) / zones;
      out.open(
          "rect",
          "class",
          "zone",
          "x",
          Markup.percent(from),
          "y",
          String.valueOf(TOP),
          "width",
          Markup.percent(to - from),
          "height",
          String.valueOf(height));
      out.leaf("title", words(point, told, measure)).close("rect").line();
    }
    out.close("svg").close("div").line();
  }

  /** Half way between two points; the ends of the axis beyond them. */
  private double edge(int left, int right) {
    return left < 0 ? 0 : right >= axis.size() ? 1 : (axis.share(left) + axis.share(right)) / 2;
  }

  /** The point that a zone tells of: the first and the last tell of the ends. */
  private int told(int zone, int zones) {
    return zone == 0 ? 0 : zone == zones - 1 ? axis.size() - 1 : nearest((zone + 0.5) / zones);
  }

  private int nearest(double share) {
    int point = axis.before(share);
    boolean next =
        point + 1 < axis.size() && axis.share(point + 1) - share < share - axis.share(point);
    return next ? point + 1 : point;
  }

  private String words(int point, List<Series> told, Measure measure) {
    StringBuilder words = new StringBuilder(axis.labels().get(point));
    for (Series curve : told) {
      double value = curve.values().get(point);
      if (!Double.isNaN(value)) {
        words.append("; ").append(curve.name()).append(' ').append(Scale.figure(value, measure));
      }
    }
    return words.toString();
  }

  /** Every second label gives way where the page is narrow. */
  private void writeTicks(int most) {
    double last = -1;
    List<Integer> ticks = axis.ticks(most);
    for (int i = 0; i < ticks.size(); i++) {
      double share = axis.share(ticks.get(i));
      boolean end = i == ticks.size() - 1;
      if (last >= 0 && !end && (share - last < APART || 1 - share < APART)) {
        continue;
      }
      last = share;
      out.leaf(
          "text",
          axis.labels().get(ticks.get(i)),
          "class",
          i % 2 == 1 && !end ? "wide" : "label",
          "x",
          Markup.percent(share),
          "y",
          String.valueOf(TOP + height + 18),
          "text-anchor",
          share < APART / 2 ? "start" : share > 1 - APART / 2 ? "end" : "middle");
    }
  }

  private String place(int point, double value) {
    return tenth(axis.share(point) * WIDTH) + " " + tenth(y(value));
  }

  private static String tenth(double coordinate) {
    return Markup.at(Math.round(coordinate * 10) / 10.0);
  }

  private double y(double value) {
    return (1 - Math.max(0, Math.min(1, scale.share(value)))) * height;
  }

  /** All points of a curve, or of each stretch of a long one the lowest and the highest. */
  private List<Integer> points(Series curve) {
    List<Integer> points = new ArrayList<>();
    int size = curve.values().size();
    int most = MOST_POINTS / detail;
    int stretch = size <= most ? 1 : (size * 2 + most - 1) / most;
    for (int from = 0; from < size; from += stretch) {
      int low = from;
      int high = from;
      for (int i = from; i < Math.min(from + stretch, size); i++) {
        low = curve.values().get(i) < curve.values().get(low) ? i : low;
        high = curve.values().get(i) > curve.values().get(high) ? i : high;
      }
      points.add(Math.min(low, high));
      if (low != high) {
        points.add(Math.max(low, high));
      }
    }
    if (points.get(points.size() - 1) < size - 1) {
      points.add(size - 1);
    }
    return points;
  }
}
