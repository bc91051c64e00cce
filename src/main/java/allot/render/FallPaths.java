package allot.render;

import java.util.List;

/**
 * How deep each of several values is below its highest so far: a small drawing each, all to the
 * same scale.
 *
 * @param title what is drawn, in a few words
 * @param falls percent, from -100 to 0; none is NaN
 */
public record FallPaths(String title, Axis axis, List<Series> falls) implements Picture {
  public FallPaths {
    falls = List.copyOf(falls);
    Chart.check(axis, falls);
  }
}
