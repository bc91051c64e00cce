package allot.statement;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;
import java.util.List;

/**
 * A file with a last line of ours: it becomes a row of its own, unless a quote was left open, which
 * would take in all the rest of the file without a word.
 */
final class EndMark extends FilterReader {
  private static final String MARK = "\0end\0";

  private final String line = "\n" + MARK;
  private int given;

  EndMark(Reader file) {
    super(file);
  }

  @Override
  public int read() throws IOException {
    int next = super.read();
    return next < 0 && given < line.length() ? line.charAt(given++) : next;
  }

  @Override
  public int read(char[] into, int offset, int length) throws IOException {
    int read = super.read(into, offset, length);
    if (read >= 0 || given == line.length()) {
      return read;
    }
    int part = Math.min(length, line.length() - given);
    line.getChars(given, given + part, into, offset);
    given += part;
    return part;
  }

  /** Whether a row is the last, and may have taken in more than its line. */
  static boolean ends(List<String> cells) {
    return !cells.isEmpty() && cells.get(cells.size() - 1).endsWith(MARK);
  }

  /** Whether the last row is the mark alone: no quote is open. */
  static boolean isAlone(List<String> cells) {
    return cells.size() == 1 && cells.get(0).equals(MARK);
  }
}
