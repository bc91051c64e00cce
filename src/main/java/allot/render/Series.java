package allot.render;

import java.util.List;

/**
 * A named curve.
 *
 * @param values one for each point of the axis; NaN where there is none
 */
public record Series(String name, List<Double> values) {
  public Series {
    values = List.copyOf(values);
    for (double value : values) {
      if (Double.isInfinite(value)) {
        throw new IllegalArgumentException(name + " has a value without bounds");
      }
    }
  }
}
