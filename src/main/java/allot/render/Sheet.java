package allot.render;

/**
 * Lines of text under construction. Spaces are held back until something follows them, so none ends
 * a line; a colour never crosses the end of one.
 */
final class Sheet {
  private static final String PLAIN = "0";

  /** One for each curve of a chart: calm, and told apart by those who see fewer colours. */
  private static final String[] INKS = {
    "38;5;32", "38;5;172", "38;5;36", "38;5;169", "38;5;104", "38;5;137", "38;5;245"
  };

  private final StringBuilder out = new StringBuilder(2048);
  private final boolean colour;
  private int pending;
  private String ink = PLAIN;

  Sheet(boolean colour) {
    this.colour = colour;
  }

  void space(int columns) {
    pending += columns;
  }

  void write(String text, Tone wanted) {
    ink(text, sgr(wanted));
  }

  /**
   * Writes what belongs to a curve.
   *
   * @param curve its number from 0; after the last ink the first is used again
   */
  void draw(String text, int curve) {
    ink(text, INKS[curve % INKS.length]);
  }

  private void ink(String text, String wanted) {
    if (text.isEmpty()) {
      return;
    }
    if (!wanted.equals(ink)) {
      closeInk();
    }
    out.append(" ".repeat(pending));
    pending = 0;
    if (!wanted.equals(ink)) {
      openInk(wanted);
    }
    out.append(text);
  }

  void write(char glyph, Tone wanted) {
    write(String.valueOf(glyph), wanted);
  }

  void newLine() {
    pending = 0;
    closeInk();
    out.append('\n');
  }

  /** An empty line, unless the sheet is empty. */
  void gap() {
    if (out.length() > 0) {
      newLine();
    }
  }

  private void openInk(String wanted) {
    ink = wanted;
    if (colour) {
      out.append("\u001b[").append(wanted).append('m');
    }
  }

  private void closeInk() {
    if (colour && !ink.equals(PLAIN)) {
      out.append("\u001b[0m");
    }
    ink = PLAIN;
  }

  private static String sgr(Tone tone) {
    return switch (tone) {
      case PLAIN -> PLAIN;
      case MUTED -> "2";
      case GOOD -> "32";
      case WARN -> "33";
      case BAD -> "31";
      case STRONG -> "1";
    };
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
