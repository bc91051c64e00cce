package allot.render;

/**
 * What text is laid out for.
 *
 * @param width columns of a line; a page narrower than {@link #NARROWEST} is laid out as that
 * @param colour whether tones may be written as ANSI colours
 * @param ascii whether our own glyphs keep to ASCII; names from files stay as they are
 */
public record Page(int width, boolean colour, boolean ascii) {
  public static final int NARROWEST = 20;

  public Page {
    width = Math.max(width, NARROWEST);
  }
}
