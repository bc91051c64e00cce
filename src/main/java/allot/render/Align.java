package allot.render;

/** Where in its column a cell stands. Figures with equal decimals stand {@link #RIGHT}. */
public enum Align {
  LEFT,
  RIGHT
}
