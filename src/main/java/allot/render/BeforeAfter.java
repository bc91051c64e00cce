package allot.render;

import java.util.List;

/**
 * How weights move from one state to another against their targets and bands.
 *
 * @param before what the first state is called
 * @param after what the second is called
 */
public record BeforeAfter(String title, String before, String after, List<Move> moves)
    implements Picture {
  public BeforeAfter {
    moves = List.copyOf(moves);
  }

  /** The weights of one bucket, all in percent; the band contains its target. */
  public record Move(
      String name, double before, double after, double target, double low, double high) {}
}
