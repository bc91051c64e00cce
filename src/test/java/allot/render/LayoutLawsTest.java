package allot.render;

import static org.assertj.core.api.Assertions.assertThat;

import allot.problem.Visible;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** What holds for every document, whatever it says. */
class LayoutLawsTest {
  private static final long SEED = 1120;
  private static final int CASES = 2_000;
  private static final String[] WORDS = {
    "a",
    "TAO",
    "artificial-superintelligence",
    "日本のトークン",
    "🚀🚀",
    "cafe\u0301",
    "…",
    "1,234.56",
    "−3.1 %",
    "60 %, over",
    "\u001b[31m",
    "\u202e",
    "x\ny",
    " ",
    "",
    "  two  spaces ",
    "|",
    "`code`",
    "\u0301"
  };

  @Test
  void no_line_is_wider_than_the_page_and_none_ends_in_a_space() {
    SplittableRandom random = new SplittableRandom(SEED);
    for (int i = 0; i < CASES; i++) {
      Page page = new Page(random.nextInt(20, 160), random.nextBoolean(), random.nextBoolean());
      Document document = document(random, page.width() / 10);
      String text = TextRenderer.render(document, page);
      for (String line : text.replaceAll("\u001b\\[[0-9]+m", "").split("\n")) {
        assertThat(Visible.width(line))
            .as("seed %d, case %d, %s: %s", SEED, i, page, line)
            .isLessThanOrEqualTo(page.width());
        assertThat(line).as("seed %d, case %d, %s", SEED, i, page).doesNotEndWith(" ");
      }
    }
  }

  @Test
  void a_sentence_loses_nothing_but_spaces() {
    SplittableRandom random = new SplittableRandom(SEED);
    for (int i = 0; i < CASES; i++) {
      String sentence = text(random);
      Page page = new Page(random.nextInt(20, 160), false, false);
      String text =
          TextRenderer.render(Document.of(Section.untitled(Lines.of("begin " + sentence))), page);
      assertThat(text.replaceAll("\\s", ""))
          .as("seed %d, case %d, %s", SEED, i, page)
          .isEqualTo("begin" + Visible.escape(sentence).replaceAll("\\s", ""));
    }
  }

  @Test
  void every_row_of_a_markdown_table_has_the_same_columns() {
    SplittableRandom random = new SplittableRandom(SEED);
    for (int i = 0; i < CASES; i++) {
      Table table = table(random, 6);
      String text = MarkdownRenderer.render(Document.of(Section.untitled(table)));
      int shown = table.columns().size() - (table.fillIndex() < 0 ? 0 : 1);
      for (String line : text.split("\n")) {
        assertThat(bars(line)).as("seed %d, case %d: %s", SEED, i, line).isEqualTo(shown + 1);
      }
    }
  }

  @Test
  void no_code_point_reaches_text_or_markdown_as_a_control() {
    Page page = new Page(80, false, false);
    StringBuilder names = new StringBuilder();
    for (int codePoint = 0; codePoint <= Character.MAX_CODE_POINT; codePoint++) {
      names.appendCodePoint(codePoint);
      if (codePoint % 0x1000 == 0xFFF) {
        String name = names.toString();
        Document document = Document.of(Section.of(name, Facts.of(Fact.of("x", name))));
        assertHarmless(TextRenderer.render(document, page));
        assertHarmless(MarkdownRenderer.render(document));
        names.setLength(0);
      }
    }
  }

  private static void assertHarmless(String text) {
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      int codePoint = text.codePointAt(i);
      if (codePoint == '\n') {
        continue;
      }
      int type = Character.getType(codePoint);
      boolean harmful =
          type == Character.CONTROL
              || type == Character.FORMAT
              || type == Character.SURROGATE
              || type == Character.LINE_SEPARATOR
              || type == Character.PARAGRAPH_SEPARATOR;
      assertThat(harmful).as("U+%X", codePoint).isFalse();
    }
  }

  /** Pipes that are not escaped. */
  private static int bars(String line) {
    int bars = 0;
    for (int i = 0; i < line.length(); i++) {
      if (line.charAt(i) == '\\') {
        i++;
      } else if (line.charAt(i) == '|') {
        bars++;
      }
    }
    return bars;
  }

  /** At ten columns of the page for each column of a table, every table can be made to fit. */
  private static Document document(SplittableRandom random, int columns) {
    List<Fact> facts = new ArrayList<>();
    List<Cell> lines = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      facts.add(Fact.of(text(random), Cell.of(text(random)), Cell.of(text(random), Tone.BAD)));
      lines.add(Cell.of(text(random), Tone.values()[random.nextInt(Tone.values().length)]));
    }
    Marker marker = random.nextBoolean() ? Marker.NONE : Marker.BULLET;
    return Document.of(
        Section.untitled(new Facts(facts), new Lines(lines, marker)),
        Section.of(text(random), table(random, random.nextInt(1, columns + 1))));
  }

  private static Table table(SplittableRandom random, int count) {
    int fill = random.nextBoolean() && count > 1 ? count - 1 : -1;
    List<Column> columns = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Fit fit = i == 0 || random.nextBoolean() ? Fit.SHRINK : Fit.drop(random.nextInt(4));
      Align align = random.nextBoolean() ? Align.LEFT : Align.RIGHT;
      columns.add(i == fill ? Column.bars("") : new Column(text(random), align, fit));
    }
    List<List<Cell>> rows = new ArrayList<>();
    for (int r = random.nextInt(5); r > 0; r--) {
      List<Cell> row = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        boolean bar = i == fill && random.nextInt(4) > 0;
        row.add(bar ? Samples.bar("20", "40", "35", "45") : Cell.of(text(random)));
      }
      rows.add(row);
    }
    return new Table(columns, rows);
  }

  private static String text(SplittableRandom random) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(12); i > 0; i--) {
      text.append(WORDS[random.nextInt(WORDS.length)]).append(random.nextBoolean() ? " " : "");
    }
    return text.toString();
  }
}
