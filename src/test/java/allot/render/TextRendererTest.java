package allot.render;

import static org.assertj.core.api.Assertions.assertThat;

import allot.problem.Visible;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextRendererTest {

  @Test
  void at_80_columns_the_bars_stand_beside_their_figures() {
    assertThat(plain(Samples.report(), 80))
        .isEqualTo(
            """
            total   18,240.12 USD · 2 of 2 priced
            target  layer-2 40 · layer-1 60

            Buckets

            Bucket         Weight   Drift     Value  Status
            ────────────────────────────────────────────────────────────────────────────────
            layer-2       53.10 %  +13.10  9,685.50  over    ██████████████▓┃▓███▋
            layer-1       46.90 %  −13.10  8,554.62  under   ██████████████████▏  ░░┃░
            unclassified   0.00 %    0.00      0.00  in      ┃
                                                █ weight  ▓ weight in band  ░ band  ┃ target

            Notes
            • AKT was priced 31 hours ago, longer ago than --max-price-age allows; its
              weight may be off.

            Prices are those of the file — nothing was fetched…
            """);
  }

  @Test
  void at_120_columns_bars_stop_growing_and_sentences_do_not_wrap() {
    assertThat(plain(Samples.report(), 120))
        .isEqualTo(
            """
            total   18,240.12 USD · 2 of 2 priced
            target  layer-2 40 · layer-1 60

            Buckets

            Bucket         Weight   Drift     Value  Status
            ─────────────────────────────────────────────────────────────────────────────────────────────────
            layer-2       53.10 %  +13.10  9,685.50  over    █████████████████████▓▓▓┃▓▓████▉
            layer-1       46.90 %  −13.10  8,554.62  under   ████████████████████████████▏    ░░░┃░░
            unclassified   0.00 %    0.00      0.00  in      ┃
                                                             █ weight  ▓ weight in band  ░ band  ┃ target

            Notes
            • AKT was priced 31 hours ago, longer ago than --max-price-age allows; its weight may be off.

            Prices are those of the file — nothing was fetched…
            """);
  }

  @Test
  void on_a_narrow_page_bars_move_under_the_table_and_no_line_of_theirs_begins_with_a_name() {
    assertThat(plain(Document.of(Section.untitled(Samples.buckets())), 60))
        .isEqualTo(
            """
            Bucket         Weight   Drift     Value  Status
            ───────────────────────────────────────────────
            layer-2       53.10 %  +13.10  9,685.50  over
            layer-1       46.90 %  −13.10  8,554.62  under
            unclassified   0.00 %    0.00      0.00  in

            █ weight  ▓ weight in band  ░ band  ┃ target
            ████████████████████▓▓▓┃▓▓████▌                 layer-2
            ███████████████████████████     ░░┃░░           layer-1
            ┃                                               unclassified
            """);
  }

  @Test
  void an_ascii_page_has_no_other_glyph() {
    String text = TextRenderer.render(Samples.report(), new Page(80, false, true));
    assertThat(text)
        .isEqualTo(
            """
            total   18,240.12 USD, 2 of 2 priced
            target  layer-2 40, layer-1 60

            Buckets

            Bucket         Weight   Drift     Value  Status
            --------------------------------------------------------------------------------
            layer-2       53.10 %  +13.10  9,685.50  over    ##############=|=####
            layer-1       46.90 %  -13.10  8,554.62  under   ##################   ..|.
            unclassified   0.00 %    0.00      0.00  in      |
                                                # weight  = weight in band  . band  | target

            Notes
            - AKT was priced 31 hours ago, longer ago than --max-price-age allows; its
              weight may be off.

            Prices are those of the file - nothing was fetched...
            """)
        .isASCII();
  }

  @Test
  void colour_is_added_to_the_same_text_and_never_crosses_a_line() {
    String coloured = TextRenderer.render(Samples.report(), new Page(80, true, false));
    assertThat(coloured)
        .contains("\u001b[1mBuckets\u001b[0m\n")
        .contains("\u001b[33m+13.10\u001b[0m")
        .contains("\u001b[2mtotal\u001b[0m   \u001b[1m18,240.12 USD\u001b[0m");
    assertThat(coloured.replaceAll("\u001b\\[[0-9]+m", "")).isEqualTo(plain(Samples.report(), 80));
    for (String line : coloured.split("\n")) {
      assertThat(line.lastIndexOf("\u001b[0m")).isEqualTo(line.lastIndexOf("\u001b["));
    }
  }

  @Test
  void a_column_may_give_way_before_others_are_dropped() {
    Table table =
        new Table(
            List.of(
                Column.left("Name", Fit.shrinkFirst(12)),
                Column.right("Value", Fit.KEEP),
                Column.right("More", Fit.drop(1))),
            List.of(List.of(Cell.of("artificial-intelligence"), Cell.of("123,456"), Cell.of("7"))));
    assertThat(rows(table, 38)).endsWith("artificial-intelligence  123,456     7\n");
    assertThat(rows(table, 27)).endsWith("artificial-…  123,456     7\n");
    assertThat(rows(table, 26)).endsWith("artificial-…  123,456\n");
    assertThat(rows(table, 20)).endsWith("artificial…  123,456\n");
  }

  @Test
  void columns_are_dropped_by_their_order_before_any_is_cut() {
    Table table =
        new Table(
            List.of(
                Column.left("Asset", Fit.SHRINK),
                Column.right("First", Fit.drop(2)),
                Column.right("Value", Fit.KEEP),
                Column.right("Second", Fit.drop(1))),
            List.of(
                List.of(
                    Cell.of("artificial-superintelligence"),
                    Cell.of("1"),
                    Cell.of("123,456.78"),
                    Cell.of("2"))));
    assertThat(rows(table, 55))
        .startsWith("Asset                         First       Value  Second");
    assertThat(rows(table, 54)).startsWith("Asset                              Value  Second");
    assertThat(rows(table, 47)).startsWith("Asset                              Value\n");
    assertThat(rows(table, 30)).endsWith("artificial-superi…  123,456.78\n");
    assertThat(rows(table, 20)).endsWith("artific…  123,456.78\n");
  }

  @Test
  void columns_of_one_order_are_dropped_together() {
    Table table =
        new Table(
            List.of(
                Column.left("Band", Fit.KEEP),
                Column.right("25 %", Fit.drop(1)),
                Column.right("median", Fit.KEEP),
                Column.right("75 %", Fit.drop(1))),
            List.of(List.of(Cell.of("5/25"), Cell.of("1"), Cell.of("2"), Cell.of("3"))));
    assertThat(rows(table, 24)).startsWith("Band  25 %  median  75 %\n");
    assertThat(rows(table, 23)).startsWith("Band  median\n");
  }

  @Test
  void wide_and_combining_characters_keep_the_columns_aligned() {
    Table table =
        new Table(
            List.of(Column.left("Name", Fit.KEEP), Column.right("Value", Fit.KEEP)),
            List.of(
                List.of(Cell.of("日本のトークン"), Cell.of("1.00")),
                List.of(Cell.of("rocket 🚀"), Cell.of("22.00")),
                List.of(Cell.of("cafe\u0301"), Cell.of("333.00")),
                List.of(Cell.of("family 👩\u200d👧"), Cell.of("4.00"))));
    for (String line : rows(table, 80).split("\n")) {
      assertThat(Visible.width(line)).isEqualTo(27);
    }
  }

  @Test
  void values_of_a_fact_wrap_whole_under_each_other() {
    Facts facts =
        Facts.of(
            Fact.of(
                "target", Cell.of("layer-2 40 %"), Cell.of("layer-1 30 %"), Cell.of("rest 30 %")),
            Fact.of("a", "one value that is too long for a single line"));
    assertThat(plain(Document.of(Section.untitled(facts)), 36))
        .isEqualTo(
            """
            target  layer-2 40 % · layer-1 30 %
                    rest 30 %
            a       one value that is too long
                    for a single line
            """);
  }

  @Test
  void a_word_longer_than_the_line_keeps_the_space_behind_it() {
    assertThat(plain(Document.of(Section.untitled(Lines.of("x".repeat(25) + " USD"))), 20))
        .isEqualTo("x".repeat(20) + "\n  xxxxx USD\n");
  }

  @Test
  void a_word_longer_than_the_line_is_continued() {
    assertThat(plain(Document.of(Section.untitled(Lines.of("see " + "x".repeat(40)))), 20))
        .isEqualTo("see\n  " + "x".repeat(18) + "\n  " + "x".repeat(18) + "\n  xxxx\n");
  }

  @Test
  void names_cannot_reach_the_terminal_as_commands() {
    Document hostile =
        Document.of(
            Section.of("\u001b[2J", Facts.of(Fact.of("a\nb", "\u202etxt")), Lines.of("\u009b31m")));
    assertThat(plain(hostile, 80)).isEqualTo("\\u{1b}[2J\na\\u{a}b  \\u{202e}txt\n\n\\u{9b}31m\n");
  }

  @Test
  void a_section_without_blocks_leaves_no_heading() {
    assertThat(plain(Document.of(Section.of("Nothing")), 80)).isEmpty();
  }

  private static String plain(Document document, int width) {
    return TextRenderer.render(document, new Page(width, false, false));
  }

  private static String rows(Table table, int width) {
    return plain(Document.of(Section.untitled(table)), width);
  }
}
