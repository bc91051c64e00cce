package allot.render;

import java.util.List;

/**
 * How mixes of the same parts move, side by side.
 *
 * @param title what is drawn, in a few words
 * @param mixes each under its own title; the parts of the first are those of all
 */
public record MixPaths(String title, List<StackedChart> mixes) implements Picture {
  public MixPaths {
    mixes = List.copyOf(mixes);
    if (mixes.isEmpty()) {
      throw new IllegalArgumentException("a picture of nothing");
    }
  }
}
