package allot.render;

/** A column of a table: its title, where its cells stand, and what gives when space is short. */
public record Column(String title, Align align, Fit fit) {
  public Column {
    if (align == Align.POINT && fit.rule() != Fit.Rule.KEEP) {
      throw new IllegalArgumentException("what has a point is not cut");
    }
  }

  public static Column left(String title, Fit fit) {
    return new Column(title, Align.LEFT, fit);
  }

  public static Column right(String title, Fit fit) {
    return new Column(title, Align.RIGHT, fit);
  }

  /** A column of figures in full, which is never cut. */
  public static Column figures(String title) {
    return new Column(title, Align.POINT, Fit.KEEP);
  }

  /** The column of bars. */
  public static Column bars(String title) {
    return new Column(title, Align.LEFT, Fit.FILL);
  }

  boolean fills() {
    return fit.rule() == Fit.Rule.FILL;
  }

  boolean drops() {
    return fit.rule() == Fit.Rule.DROP;
  }
}
