package allot.file;

import allot.problem.Source;
import allot.problem.Span;

/** Where the rows and cells of a CSV stand; asked in the order of the rows. */
final class CsvPlaces {
  private final String text;
  private final char delimiter;
  private long line = 1;
  private int lineStart;

  CsvPlaces(Source source, char delimiter) {
    this.text = source.text();
    this.delimiter = delimiter;
  }

  /**
   * The span of a cell of the row that begins on a line, with its quotes; empty and at the row's
   * end if the row is too short to have it.
   *
   * @param row 1-based line, no earlier than the one asked for before
   * @param column 0-based
   */
  Span cell(long row, int column) {
    goTo(row);
    int start = lineStart;
    for (int i = 0; i < column && !isEnd(start); i++) {
      int end = cellEnd(start);
      start = isEnd(end) ? end : end + 1;
    }
    return new Span(start, cellEnd(start));
  }

  private void goTo(long row) {
    while (line < row && lineStart < text.length()) {
      char c = text.charAt(lineStart++);
      boolean crlf = c == '\r' && lineStart < text.length() && text.charAt(lineStart) == '\n';
      if ((c == '\r' || c == '\n') && !crlf) {
        line++;
      }
    }
  }

  private int cellEnd(int start) {
    // a quote inside a cell that does not begin with one is a letter like any other
    boolean quotable = start < text.length() && text.charAt(start) == '"';
    boolean quoted = false;
    int i = start;
    while (i < text.length() && (quoted || !(text.charAt(i) == delimiter || isEnd(i)))) {
      quoted ^= quotable && text.charAt(i) == '"';
      i++;
    }
    return i;
  }

  private boolean isEnd(int at) {
    return at >= text.length() || text.charAt(at) == '\n' || text.charAt(at) == '\r';
  }
}
