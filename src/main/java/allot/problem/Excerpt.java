package allot.problem;

/**
 * One line of a source with a stretch of it underlined. Values other than the underlined one are
 * masked, so that a message never carries a key, a balance or a note out of the file.
 *
 * @param line 1-based
 * @param text the line, masked, safe for a terminal, and cut to at most 72 columns
 * @param indent columns before the caret
 * @param carets columns underlined, at least 1
 */
public record Excerpt(int line, String text, int indent, int carets) {
  private static final int WIDTH = 72;
  private static final int MOST_BEFORE = 36;
  private static final int MOST_UNDERLINED = 30;
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
    /** Room enough that what is cut off in time would have been cut off in the end. */
    private static final int KEPT = 4 * WIDTH;

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
      int start = 0;
      while (start < content.length() && after.length() < KEPT) {
        int end = tokenEnd(start);
        append(start, end);
        start = end;
        if (before.length() > 2 * KEPT) {
          before.delete(0, before.length() - KEPT);
        }
      }
      String left = lastColumns(before.toString(), MOST_BEFORE);
      String shown = Visible.fit(under.toString(), MOST_UNDERLINED, MASK);
      int indent = Visible.width(left);
      int carets = Visible.width(shown);
      String right = Visible.fit(after.toString(), WIDTH - indent - carets, MASK);
      return new Excerpt(line, left + shown + right, indent, Math.max(1, carets));
    }

    /** A token goes before, under and behind the caret, divided where the span begins and ends. */
    private void append(int start, int end) {
      int from = Math.max(start, Math.min(end, span.start()));
      int to = Math.max(from, Math.min(end, span.end()));
      mask(before, start, end, start, from);
      if (reveal) {
        under.append(Visible.escape(content.substring(from, to)));
      } else {
        mask(under, start, end, from, to);
      }
      mask(after, start, end, to, end);
    }

    /** Appends the part of a token between two offsets, masked unless it is a name or a sign. */
    private void mask(StringBuilder out, int start, int end, int from, int to) {
      if (from == to) {
        return;
      }
      char c = content.charAt(start);
      if (c == '\t') {
        out.append(' ');
      } else if (isPunctuation(c) || isName(start, end)) {
        out.append(Visible.escape(content.substring(from, to)));
      } else if (c != '"') {
        out.append(MASK);
      } else {
        boolean closed = end > start + 1 && content.charAt(end - 1) == '"';
        out.append(from == start ? "\"" : "");
        out.append(to > start + 1 && from < end - (closed ? 1 : 0) ? MASK : "");
        out.append(to == end && closed ? "\"" : "");
      }
    }

    /** The end of the token that begins here: a string, a bare word or number, or one character. */
    private int tokenEnd(int start) {
      char c = content.charAt(start);
      int i = start + 1;
      if (c == '"') {
        while (i < content.length() && content.charAt(i) != '"') {
          i += content.charAt(i) == '\\' ? 2 : 1;
        }
        return Math.min(i + 1, content.length());
      }
      if (isPunctuation(c)) {
        return i;
      }
      while (i < content.length()
          && !isPunctuation(content.charAt(i))
          && content.charAt(i) != '"') {
        i++;
      }
      return i;
    }

    /** Whether a string is one that a colon follows. */
    private boolean isName(int start, int end) {
      int i = end;
      while (i < content.length() && (content.charAt(i) == ' ' || content.charAt(i) == '\t')) {
        i++;
      }
      return content.charAt(start) == '"' && i < content.length() && content.charAt(i) == ':';
    }

    private static boolean isPunctuation(char c) {
      return "{}[],: \t".indexOf(c) >= 0;
    }

    /** The end of a text in at most so many columns, the cut marked. */
    private static String lastColumns(String text, int columns) {
      if (Visible.width(text) <= columns) {
        return text;
      }
      int start = text.length();
      int width = 1;
      while (start > 0) {
        int previous = text.offsetByCodePoints(start, -1);
        width += Visible.width(text.substring(previous, start));
        if (width > columns) {
          break;
        }
        start = previous;
      }
      return MASK + text.substring(start);
    }
  }
}
