package allot.render;

import java.util.Arrays;

/** A field of glyphs to draw on, each in the ink of the curve it belongs to. */
final class Canvas {
  private final char[][] glyphs;
  private final int[][] curves;

  Canvas(int rows, int columns) {
    this.glyphs = new char[rows][columns];
    this.curves = new int[rows][columns];
    for (char[] row : glyphs) {
      Arrays.fill(row, ' ');
    }
  }

  int rows() {
    return glyphs.length;
  }

  int columns() {
    return glyphs[0].length;
  }

  /** Puts a glyph of a curve, over what is there. */
  void put(int row, int column, char glyph, int curve) {
    glyphs[row][column] = glyph;
    curves[row][column] = curve;
  }

  /** Writes one row, what is of one curve together. */
  void write(int row, Sheet sheet) {
    int start = 0;
    while (start < columns()) {
      int end = start + 1;
      boolean empty = glyphs[row][start] == ' ';
      while (end < columns()
          && (glyphs[row][end] == ' ') == empty
          && (empty || curves[row][end] == curves[row][start])) {
        end++;
      }
      if (empty) {
        sheet.space(end - start);
      } else {
        sheet.draw(new String(glyphs[row], start, end - start), curves[row][start]);
      }
      start = end;
    }
  }
}
