package allot.render;

/**
 * Figures over time, with their data: every renderer that has room draws it. A chart shows; the
 * table beside it says. Its figures are doubles, for no one reckons with what is drawn.
 */
public sealed interface Chart extends Block permits LineChart, FanChart, StackedChart {
  /** What is drawn and in which unit, in a few words. */
  String title();

  Axis axis();

  /** Refuses curves that do not have a point for each of the axis. */
  static void check(Axis axis, Iterable<Series> curves) {
    for (Series curve : curves) {
      if (curve.values().size() != axis.size()) {
        throw new IllegalArgumentException(
            curve.name() + " has " + curve.values().size() + " points, its axis " + axis.size());
      }
    }
  }
}
