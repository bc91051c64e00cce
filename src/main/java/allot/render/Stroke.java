package allot.render;

/**
 * What a curve is drawn with, so that curves are told apart without colour.
 *
 * @param glyphs level, upright, from below to the right, from above to the right, from the left
 *     down, from the left up
 */
record Stroke(String glyphs) {
  private static final String[] LINES = {"━┃┏┗┓┛", "─│╭╰╮╯", "═║╔╚╗╝"};
  private static final String MARKS = "•×+◦·";
  private static final String ASCII_MARKS = "*o+x#%";

  /** The stroke of a curve by its number; beyond the last mark letters serve. */
  static Stroke of(int curve, boolean ascii) {
    if (!ascii && curve < LINES.length) {
      return new Stroke(LINES[curve]);
    }
    String marks = ascii ? ASCII_MARKS : MARKS;
    int mark = ascii ? curve : curve - LINES.length;
    char glyph = mark < marks.length() ? marks.charAt(mark) : (char) ('a' + (mark % 26));
    return new Stroke(String.valueOf(glyph).repeat(6));
  }

  char level() {
    return glyphs.charAt(0);
  }

  char upright() {
    return glyphs.charAt(1);
  }

  /** Where a curve that rises or falls arrives from above or below and goes on to the right. */
  char arrival(boolean rising) {
    return glyphs.charAt(rising ? 2 : 3);
  }

  /** Where a curve that came from the left turns up or down. */
  char departure(boolean rising) {
    return glyphs.charAt(rising ? 5 : 4);
  }
}
