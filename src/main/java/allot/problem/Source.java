package allot.problem;

/**
 * The text of a file, able to say where an offset stands. Lines end with LF, CR or CRLF.
 *
 * @param name the file as the user named it
 * @param text its decoded content
 */
public record Source(String name, String text) {

  /** The place of an offset: columns count code points, as an editor's cursor does. */
  public Place place(int offset, String path) {
    int line = 1;
    int lineStart = 0;
    for (int i = 0; i < offset; i++) {
      char c = text.charAt(i);
      if (c == '\n' || (c == '\r' && !(i + 1 < text.length() && text.charAt(i + 1) == '\n'))) {
        line++;
        lineStart = i + 1;
      }
    }
    return new Place(name, line, text.codePointCount(lineStart, offset) + 1, path);
  }

  /** The line of a span with the span underlined; see {@link Excerpt#of}. */
  public Excerpt excerpt(Span span, boolean reveal) {
    int lineStart = span.start();
    while (lineStart > 0 && !isLineEnd(text.charAt(lineStart - 1))) {
      lineStart--;
    }
    int lineEnd = span.start();
    while (lineEnd < text.length() && !isLineEnd(text.charAt(lineEnd))) {
      lineEnd++;
    }
    int line = place(lineStart, "").line();
    Span within = new Span(span.start() - lineStart, Math.min(span.end(), lineEnd) - lineStart);
    return Excerpt.of(line, text.substring(lineStart, lineEnd), within, reveal);
  }

  private static boolean isLineEnd(char c) {
    return c == '\n' || c == '\r';
  }
}
