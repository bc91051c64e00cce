package allot.render;

import allot.problem.Visible;
import java.util.List;

/**
 * A document as plain text for a terminal or a file. No line is wider than the page, unless columns
 * that may not be cut (further) force it; none ends in a space; names from files cannot reach the
 * terminal as anything but visible characters.
 */
public final class TextRenderer {
  private static final int GAP = 2;
  private static final int HANGING = 2;

  private final Page page;
  private final Glyphs glyphs;
  private final Sheet sheet;

  private TextRenderer(Page page) {
    this.page = page;
    this.glyphs = Glyphs.of(page);
    this.sheet = new Sheet(page.colour());
  }

  /** The document's lines, each ended by a line feed. */
  public static String render(Document document, Page page) {
    TextRenderer renderer = new TextRenderer(page);
    for (Section section : document.sections()) {
      renderer.write(section);
    }
    return renderer.sheet.toString();
  }

  private void write(Section section) {
    if (section.blocks().stream().allMatch(block -> block instanceof Picture)) {
      return;
    }
    if (section.heading().isPresent()) {
      sheet.gap();
      String heading = glyphs.shown(section.heading().get());
      new Flow(sheet, 0, 0, page.width()).words(heading, Tone.STRONG);
      sheet.newLine();
    }
    boolean underHeading = section.heading().isPresent();
    for (Block block : section.blocks()) {
      if (block instanceof Picture) {
        continue;
      }
      // titles of columns right under a heading would read as a part of it
      if (!underHeading || block instanceof Table || block instanceof Chart) {
        sheet.gap();
      }
      underHeading = false;
      write(block);
    }
  }

  private void write(Block block) {
    if (block instanceof Facts facts) {
      writeFacts(facts.facts());
    } else if (block instanceof Table table) {
      new TableWriter(table, sheet, page).write();
    } else if (block instanceof Lines lines) {
      writeLines(lines);
    } else if (block instanceof Chart chart) {
      new ChartWriter(chart, sheet, page).write();
    }
  }

  private void writeFacts(List<Fact> facts) {
    int widest = 0;
    for (Fact fact : facts) {
      widest = Math.max(widest, Visible.width(glyphs.shown(fact.label())));
    }
    int labels = Math.min(widest, page.width() / 2 - GAP);
    for (Fact fact : facts) {
      String label = glyphs.cut(glyphs.shown(fact.label()), labels);
      sheet.write(label, Tone.MUTED);
      sheet.space(labels - Visible.width(label) + GAP);
      Flow flow = new Flow(sheet, labels + GAP, labels + GAP, page.width());
      for (Cell value : fact.values()) {
        if (value instanceof Cell.Text text) {
          flow.value(glyphs.shown(text.text()), text.tone(), glyphs.separator);
        }
      }
      sheet.newLine();
    }
  }

  private void writeLines(Lines lines) {
    for (Cell line : lines.lines()) {
      int column = 0;
      if (lines.marker() == Marker.BULLET) {
        sheet.write(glyphs.bullet, Tone.MUTED);
        sheet.space(1);
        column = HANGING;
      }
      if (line instanceof Cell.Text text) {
        int hanging = lines.marker() == Marker.PARAGRAPH ? 0 : HANGING;
        new Flow(sheet, column, hanging, page.width())
            .words(glyphs.shown(text.text()), text.tone());
      }
      sheet.newLine();
    }
  }
}
