package allot.render;

/** How a text leans. It is colour at most: what matters is said by the words, too. */
public enum Tone {
  PLAIN,
  MUTED,
  GOOD,
  WARN,
  BAD,
  STRONG
}
