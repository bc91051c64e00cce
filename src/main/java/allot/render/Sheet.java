package allot.render;

/**
 * Lines of text under construction. Spaces are held back until something follows them, so none ends
 * a line; a colour never crosses the end of one.
 */
final class Sheet {
  private final StringBuilder out = new StringBuilder(2048);
  private final boolean colour;
  private int pending;
  private Tone tone = Tone.PLAIN;

  Sheet(boolean colour) {
    this.colour = colour;
  }

  void space(int columns) {
    pending += columns;
  }

  void write(String text, Tone wanted) {
    if (text.isEmpty()) {
      return;
    }
    if (wanted != tone) {
      closeTone();
    }
    out.append(" ".repeat(pending));
    pending = 0;
    if (wanted != tone) {
      openTone(wanted);
    }
    out.append(text);
  }

  void write(char glyph, Tone wanted) {
    write(String.valueOf(glyph), wanted);
  }

  void newLine() {
    pending = 0;
    closeTone();
    out.append('\n');
  }

  /** An empty line, unless the sheet is empty. */
  void gap() {
    if (out.length() > 0) {
      newLine();
    }
  }

  private void openTone(Tone wanted) {
    tone = wanted;
    if (colour) {
      out.append("\u001b[").append(sgr(wanted)).append('m');
    }
  }

  private void closeTone() {
    if (colour && tone != Tone.PLAIN) {
      out.append("\u001b[0m");
    }
    tone = Tone.PLAIN;
  }

  private static String sgr(Tone tone) {
    return switch (tone) {
      case PLAIN -> "0";
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
