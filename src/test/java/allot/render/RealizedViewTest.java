package allot.render;

import static org.assertj.core.api.Assertions.assertThat;

import allot.statement.Ledger;
import java.util.List;
import org.junit.jupiter.api.Test;

class RealizedViewTest {

  private static String text(Ledger ledger, int width) {
    return TextRenderer.render(
        RealizedView.document(ImportSample.realized(ledger)), new Page(width, false, false));
  }

  @Test
  void a_year_on_80_columns() {
    assertThat(text(ImportSample.year2026(), 80))
        .isEqualTo(
            """
            Realised  2026 · dates in America/New_York · money in USD
            Lots      oldest first (fifo)

            Disposals

            asset  quantity  acquired    sold        proceeds      cost     gain  term   why
            ────────────────────────────────────────────────────────────────────────────────
            TAO         0.5  2025-01-05  2026-01-05    250.10    200.00   +50.10  short  sell
            """);
  }

  @Test
  void a_wide_page_tells_where_each_line_comes_from() {
    assertThat(text(ImportSample.year2026(), 120)).isEqualTo("");
  }

  @Test
  void a_year_of_nothing_is_said_to_be() {
    assertThat(text(ImportSample.ledger(List.of(), List.of()), 80)).isEqualTo("");
  }

  @Test
  void markdown_has_the_same_tables() {
    String text =
        MarkdownRenderer.render(
            RealizedView.document(ImportSample.realized(ImportSample.year2026())));
    assertThat(text).isEqualTo("");
  }
}
