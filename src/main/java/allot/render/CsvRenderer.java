package allot.render;

import allot.money.ExactDecimal;
import java.util.List;

/**
 * A table as CSV (RFC 4180, but with line feeds). A text that a spreadsheet would take for a
 * formula gets a leading apostrophe and quotes; numbers never do.
 */
public final class CsvRenderer {
  /** What a formula begins with, in ASCII and fullwidth. */
  private static final String FORMULA = "=+-@\t\r\n＝＋－＠";

  private CsvRenderer() {}

  /** The header and the rows, each ended by a line feed. */
  public static String render(CsvTable table) {
    StringBuilder out = new StringBuilder(1024);
    String separator = "";
    for (String name : table.header()) {
      appendText(out.append(separator), name);
      separator = ",";
    }
    out.append('\n');
    for (List<CsvCell> row : table.rows()) {
      separator = "";
      for (CsvCell cell : row) {
        append(out.append(separator), cell);
        separator = ",";
      }
      out.append('\n');
    }
    return out.toString();
  }

  private static void append(StringBuilder out, CsvCell cell) {
    if (cell instanceof CsvCell.Number number) {
      out.append(ExactDecimal.plain(number.value()));
    } else if (cell instanceof CsvCell.Text text) {
      appendText(out, text.text());
    }
  }

  private static void appendText(StringBuilder out, String text) {
    boolean formula = !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0;
    if (formula) {
      out.append("\"'").append(text.replace("\"", "\"\"")).append('"');
    } else if (needsQuotes(text)) {
      out.append('"').append(text.replace("\"", "\"\"")).append('"');
    } else {
      out.append(text);
    }
  }

  private static boolean needsQuotes(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == ',' || c == '"' || c == '\n' || c == '\r') {
        return true;
      }
    }
    return false;
  }
}
