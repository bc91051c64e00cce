package allot.render;

/**
 * Where in its column a cell stands. Figures with equal decimals stand {@link #RIGHT}, figures in
 * full at their {@link #POINT}.
 */
public enum Align {
  LEFT,
  RIGHT,
  /** With the decimal points under each other. */
  POINT
}
