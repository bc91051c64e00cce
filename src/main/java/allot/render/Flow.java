package allot.render;

import allot.problem.Visible;

/** Words that flow over the lines of a sheet, every line but the first hanging at an indent. */
final class Flow {
  private final Sheet sheet;
  private final int indent;
  private final int width;
  private int column;
  private boolean fresh = true;

  /**
   * @param column where the sheet stands now
   * @param indent where further lines begin
   * @param width of the page
   */
  Flow(Sheet sheet, int column, int indent, int width) {
    this.sheet = sheet;
    this.column = column;
    this.indent = indent;
    this.width = width;
  }

  /** Adds a value that stays on one line where a line can hold it; an empty one is nothing. */
  void value(String text, Tone tone, String separator) {
    if (text.isEmpty()) {
      return;
    }
    int columns = Visible.width(text);
    if (!fresh && column + separator.length() + columns <= width) {
      sheet.write(separator, Tone.MUTED);
      column += separator.length();
    } else if (!fresh) {
      breakLine();
    }
    words(text, tone);
  }

  /** Adds a text that may break at any space. */
  void words(String text, Tone tone) {
    int start = 0;
    while (start < text.length()) {
      int space = text.indexOf(' ', start);
      int end = space < 0 ? text.length() : space;
      if (text.startsWith(" %", end)) {
        // the sign, and whatever sticks to it, stays with its figure
        int after = text.indexOf(' ', end + 2);
        int whole = after < 0 ? text.length() : after;
        int room = width - (fresh ? column : indent);
        end = Visible.width(text.substring(start, whole)) <= room ? whole : end;
      }
      if (end > start) {
        word(text.substring(start, end), tone, start > 0);
      }
      start = end + 1;
    }
  }

  private void word(String word, Tone tone, boolean spaced) {
    int columns = Visible.width(word);
    int gap = spaced && !fresh ? 1 : 0;
    if (!fresh && column + gap + columns > width) {
      breakLine();
      gap = 0;
    }
    sheet.space(gap);
    column += gap;
    fresh = false;
    if (columns <= width - column) {
      sheet.write(word, tone);
      column += columns;
    } else {
      chopped(word, tone);
    }
  }

  /** A word longer than a line goes on in the next. */
  private void chopped(String word, Tone tone) {
    int start = 0;
    for (int i = 0; i < word.length(); ) {
      String character = Character.toString(word.codePointAt(i));
      int columns = Visible.width(character);
      if (column + columns > width) {
        sheet.write(word.substring(start, i), tone);
        breakLine();
        start = i;
      }
      column += columns;
      i += character.length();
    }
    sheet.write(word.substring(start), tone);
    fresh = false;
  }

  private void breakLine() {
    sheet.newLine();
    sheet.space(indent);
    column = indent;
    fresh = true;
  }
}
