package allot.render;

import allot.problem.Visible;
import java.util.List;

/**
 * A document as GitHub-flavoured Markdown. Texts are escaped, so that a name from a file can be
 * neither markup nor a column of its own; bars are left out, charts stand as text between fences.
 */
public final class MarkdownRenderer {
  private static final String MARKUP = "\\`*_{}[]<>()#+-.!|~&";

  private static final String FENCE = "```";
  private static final int CHART_WIDTH = 80;

  private final StringBuilder out = new StringBuilder(2048);

  private MarkdownRenderer() {}

  /** The document's lines, each ended by a line feed. */
  public static String render(Document document) {
    MarkdownRenderer renderer = new MarkdownRenderer();
    for (Section section : document.sections()) {
      renderer.write(section);
    }
    return renderer.out.toString();
  }

  private void write(Section section) {
    if (section.blocks().stream().allMatch(block -> block instanceof Picture)) {
      return;
    }
    if (section.heading().isPresent()) {
      gap();
      out.append("## ").append(escape(section.heading().get())).append('\n');
    }
    for (Block block : section.blocks()) {
      if (block instanceof Picture) {
        continue;
      }
      gap();
      if (block instanceof Facts facts) {
        write(facts);
      } else if (block instanceof Table table) {
        write(table);
      } else if (block instanceof Lines lines) {
        write(lines);
      } else if (block instanceof Chart chart) {
        write(chart);
      }
    }
  }

  private void write(Chart chart) {
    Page page = new Page(CHART_WIDTH, false, false);
    String drawn = TextRenderer.render(Document.of(Section.untitled(chart)), page);
    String fence = FENCE;
    while (drawn.contains(fence)) {
      fence += "`";
    }
    out.append(fence).append("text\n").append(drawn).append(fence).append('\n');
  }

  private void write(Facts facts) {
    for (Fact fact : facts.facts()) {
      out.append("- **").append(escape(fact.label())).append(":**");
      String separator = " ";
      for (Cell value : fact.values()) {
        out.append(separator).append(cell(value));
        separator = " · ";
      }
      out.append('\n');
    }
  }

  private void write(Table table) {
    for (Column column : table.columns()) {
      if (!column.fills()) {
        out.append("| ").append(escape(column.title())).append(' ');
      }
    }
    out.append("|\n");
    for (Column column : table.columns()) {
      if (!column.fills()) {
        out.append(column.align() == Align.LEFT ? "| :--- " : "| ---: ");
      }
    }
    out.append("|\n");
    for (List<Cell> row : table.rows()) {
      for (int i = 0; i < row.size(); i++) {
        if (!table.columns().get(i).fills()) {
          out.append("| ").append(cell(row.get(i))).append(' ');
        }
      }
      out.append("|\n");
    }
  }

  private void write(Lines lines) {
    boolean first = true;
    for (Cell line : lines.lines()) {
      if (line instanceof Cell.Text text) {
        if (lines.marker() == Marker.BULLET) {
          out.append("- ");
        } else if (!first) {
          out.append('\n');
        }
        out.append(escape(text.text())).append('\n');
        first = false;
      }
    }
  }

  private void gap() {
    if (out.length() > 0) {
      out.append('\n');
    }
  }

  /** A text that does not begin a line: there a bare figure cannot be markup and stays readable. */
  private static String cell(Cell cell) {
    if (cell instanceof Cell.Text text) {
      return isFigure(text.text()) ? text.text() : escape(text.text());
    }
    return "";
  }

  private static boolean isFigure(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if ((c < '0' || c > '9') && "+-−., %".indexOf(c) < 0) {
        return false;
      }
    }
    return true;
  }

  private static String escape(String text) {
    String visible = Visible.escape(onOneLine(text)).strip();
    StringBuilder escaped = new StringBuilder(visible.length() + 16);
    for (int i = 0; i < visible.length(); i++) {
      char c = visible.charAt(i);
      if (MARKUP.indexOf(c) >= 0) {
        escaped.append('\\');
      }
      escaped.append(c);
    }
    return escaped.toString();
  }

  private static String onOneLine(String text) {
    return text.replace("\r\n", " ").replace('\n', ' ').replace('\r', ' ');
  }
}
