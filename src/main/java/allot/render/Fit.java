package allot.render;

/**
 * What becomes of a column when its table is wider than the page.
 *
 * @param order of dropping: higher goes first, and those of one order go together; of shrinking:
 *     the width down to which a column gives way before others are dropped, 0 if none are spared; 0
 *     for all other rules
 */
public record Fit(Rule rule, int order) {
  /** The ways to fit. */
  public enum Rule {
    /** Never cut. */
    KEEP,
    /** Cut with an ellipsis, down to 8 columns, once nothing is left to drop. */
    SHRINK,
    /** Left out. */
    DROP,
    /** Flows over several lines; for the last column of a table. */
    WRAP,
    /** Takes the width that is left; moves under the table when that is too little for bars. */
    FILL
  }

  public static final Fit KEEP = new Fit(Rule.KEEP, 0);
  public static final Fit SHRINK = new Fit(Rule.SHRINK, 0);
  public static final Fit WRAP = new Fit(Rule.WRAP, 0);
  public static final Fit FILL = new Fit(Rule.FILL, 0);

  /** Cut down to this width first, and further once nothing is left to drop. */
  public static Fit shrinkFirst(int width) {
    return new Fit(Rule.SHRINK, width);
  }

  /** A column that can be done without. */
  public static Fit drop(int order) {
    return new Fit(Rule.DROP, order);
  }
}
