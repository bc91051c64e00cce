package allot.problem;

/**
 * One line of a source with a stretch of it underlined. Values other than the underlined one are
 * masked, so that a message never carries a key, a balance or a note out of the file.
 *
 * @param line 1-based
 * @param text the line, masked and safe for a terminal
 * @param indent columns before the caret
 * @param carets columns underlined, at least 1
 */
public record Excerpt(int line, String text, int indent, int carets) {
  private static final int BEFORE = 48;
  private static final int AFTER = 24;
  private static final String MASK = "…";

  /**
   * @param content the whole line
   * @param span what to underline, in offsets of the line
   * @param reveal whether the underlined text may be shown
   */
  public static Excerpt of(int line, String content, Span span, boolean reveal) {
    return new Masking(content, span, reveal).excerpt(line);
  }

  /** Copies a line token by token: names stay, values become an ellipsis. */
  private static final class Masking {
    private final String content;
    private final Span span;
    private final boolean reveal;
    private final StringBuilder before = new StringBuilder();
    private final StringBuilder under = new StringBuilder();
    private final StringBuilder after = new StringBuilder();

    Masking(String content, Span span, boolean reveal) {
      this.content = content;
      this.span = span;
      this.reveal = reveal;
    }

    Excerpt excerpt(int line) {
      int i = 0;
      while (i < content.length() && Visible.width(after.toString()) < AFTER) {
        int end = tokenEnd(i);
        if (i < span.start() && end > span.start()) {
          end = span.start();
        }
        append(i, end);
        i = end;
        trimBefore();
      }
      String left = before.toString();
      String shown = under.length() == 0 ? "" : under.toString();
      String tail = i < content.length() ? MASK : "";
      return new Excerpt(
          line,
          left + shown + after + tail,
          Visible.width(left),
          Math.max(1, Visible.width(shown)));
    }

    private void append(int start, int end) {
      if (start >= span.end()
          && start >= span.start()
          && !(start == span.start() && end == start)) {
        after.append(masked(start, end));
      } else if (start >= span.start()) {
        under.append(reveal ? Visible.escape(content.substring(start, end)) : masked(start, end));
      } else {
        before.append(masked(start, end));
      }
    }

    private void trimBefore() {
      if (before.length() > 2 * BEFORE) {
        int cut = before.length() - BEFORE;
        if (Character.isLowSurrogate(before.charAt(cut))) {
          cut++;
        }
        before.replace(0, cut, MASK);
      }
    }

    /** The end of the token that begins here: a string, a bare word or number, or one character. */
    private int tokenEnd(int start) {
      char c = content.charAt(start);
      if (c == '"') {
        int i = start + 1;
        while (i < content.length() && content.charAt(i) != '"') {
          i += content.charAt(i) == '\\' ? 2 : 1;
        }
        return Math.min(i + 1, content.length());
      }
      if (isPunctuation(c)) {
        return start + 1;
      }
      int i = start;
      while (i < content.length()
          && !isPunctuation(content.charAt(i))
          && content.charAt(i) != '"') {
        i++;
      }
      return i;
    }

    private String masked(int start, int end) {
      char c = content.charAt(start);
      if (isPunctuation(c)) {
        return c == '\t' ? " " : String.valueOf(c);
      }
      if (c == '"' && isName(end)) {
        return Visible.escape(content.substring(start, end));
      }
      return c == '"' ? "\"" + MASK + "\"" : MASK;
    }

    private boolean isName(int end) {
      int i = end;
      while (i < content.length() && (content.charAt(i) == ' ' || content.charAt(i) == '\t')) {
        i++;
      }
      return i < content.length() && content.charAt(i) == ':';
    }

    private static boolean isPunctuation(char c) {
      return c == '{' || c == '}' || c == '[' || c == ']' || c == ',' || c == ':' || c == ' '
          || c == '\t';
    }
  }
}
