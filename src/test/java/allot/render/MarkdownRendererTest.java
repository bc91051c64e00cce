package allot.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MarkdownRendererTest {

  @Test
  void a_document_becomes_headings_lists_and_tables_without_bars() {
    assertThat(MarkdownRenderer.render(Samples.report()))
        .isEqualTo(
            """
            - **total:** 18,240\\.12 USD · 2 of 2 priced
            - **target:** layer\\-2 40 · layer\\-1 60

            ## Buckets

            | Bucket | Weight | Drift | Value | Status |
            | :--- | ---: | ---: | ---: | :--- |
            | layer\\-2 | 53.10 % | +13.10 | 9,685.50 | over |
            | layer\\-1 | 46.90 % | −13.10 | 8,554.62 | under |
            | unclassified | 0.00 % | 0.00 | 0.00 | in |

            ## Notes

            - AKT was priced 31 hours ago, longer ago than \\-\\-max\\-price\\-age allows; its weight may be off\\.

            Prices are those of the file — nothing was fetched…
            """);
  }

  @Test
  void names_cannot_be_markup() {
    assertThat(line("a|b `c` *d* _e_ [f](g) <h> #i !j ~k~ &amp; {l} \\"))
        .isEqualTo(
            "a\\|b \\`c\\` \\*d\\* \\_e\\_ \\[f\\]\\(g\\) \\<h\\> \\#i \\!j \\~k\\~ \\&amp;"
                + " \\{l\\} \\\\\n");
    assertThat(line("1. one")).isEqualTo("1\\. one\n");
    assertThat(line("- one")).isEqualTo("\\- one\n");
    assertThat(line("12")).isEqualTo("12\n");
    assertThat(line("- 12")).isEqualTo("\\- 12\n");
  }

  @Test
  void newlines_become_spaces_and_controls_visible() {
    assertThat(line("a\r\nb\nc\rd")).isEqualTo("a b c d\n");
    assertThat(line("\u001b[31m\t\u202e"))
        .isEqualTo("\\\\u\\{1b\\}\\[31m\\\\u\\{9\\}\\\\u\\{202e\\}\n");
  }

  @Test
  void sentences_are_paragraphs_of_their_own() {
    Section section = Section.untitled(Lines.of("one", "two"));
    assertThat(MarkdownRenderer.render(Document.of(section))).isEqualTo("one\n\ntwo\n");
  }

  @Test
  void a_row_keeps_its_columns_whatever_its_names_hold() {
    Table table =
        new Table(
            List.of(Column.left("Name", Fit.KEEP), Column.right("Value", Fit.KEEP)),
            List.of(List.of(Cell.of("a\\|b\n| c `|` |"), Cell.of("1"))));
    assertThat(MarkdownRenderer.render(Document.of(Section.untitled(table))))
        .endsWith("\n| a\\\\\\|b \\| c \\`\\|\\` \\| | 1 |\n");
  }

  private static String line(String text) {
    return MarkdownRenderer.render(Document.of(Section.untitled(Lines.of(text))));
  }
}
