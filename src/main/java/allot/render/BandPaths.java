package allot.render;

import java.util.List;

/**
 * How the weight of each bucket moves against its band: a small drawing a bucket.
 *
 * @param title what is drawn, in a few words
 */
public record BandPaths(String title, Axis axis, List<Path> paths) implements Picture {
  public BandPaths {
    paths = List.copyOf(paths);
    Chart.check(axis, paths.stream().map(Path::weights).toList());
  }

  /**
   * One bucket, all figures in percent.
   *
   * @param weights named after the bucket; none is NaN
   * @param low the lower edge of the band, not above the target
   * @param high the upper edge, not below it
   */
  public record Path(Series weights, double target, double low, double high) {}
}
