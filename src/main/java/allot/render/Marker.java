package allot.render;

/** What a sentence begins with. */
public enum Marker {
  NONE,
  BULLET
}
