package allot.render;

/** What a sentence begins with; where text is folded, further lines hang but in a paragraph. */
public enum Marker {
  NONE,
  BULLET,
  PARAGRAPH
}
