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

            asset  quantity  acquired    sold        proceeds      cost     gain  term
            ───────────────────────────────────────────────────────────────────────────
            TAO         0.5  2025-01-05  2026-01-05    250.10    200.00   +50.10  short
            TAO        1.25  2025-01-05  2026-01-06  1,000.00  1,234.57  −234.57  long
            NULL1      1000  ?           2026-02-01     10.00         ?        ?  ?
            TAO       0.001  2025-03-01  2026-02-02         ?      0.40        ?  short

            Income

            asset  quantity  date        value  kind     account   source
            ──────────────────────────────────────────────────────────────
            TAO        0.01  2026-01-31   4.02  staking  Coinbase  c.csv:7
            NULL1        77  2026-03-01      ?  airdrop  Coinbase  c.csv:7

            Totals
            Short-term  +50.10 USD · 1 disposal
            Long-term   −234.57 USD · 1 disposal
            Income      4.02 USD · 1 receipt
            Unknown     2 disposals, 1 receipt

            Unknown, so in no total
            • NULL1: date or cost unknown of one disposal at c.csv:12
            • TAO: proceeds unknown of one disposal at c.csv:12
            • NULL1: value unknown of one receipt at c.csv:7
            """);
  }

  @Test
  void a_wide_page_tells_where_each_line_comes_from() {
    assertThat(text(ImportSample.year2026(), 120))
        .isEqualTo(
            """
            Realised  2026 · dates in America/New_York · money in USD
            Lots      oldest first (fifo)

            Disposals

            asset  quantity  acquired    sold        proceeds      cost     gain  term   why    account   source
            ──────────────────────────────────────────────────────────────────────────────────────────────────────
            TAO         0.5  2025-01-05  2026-01-05    250.10    200.00   +50.10  short  sell   Coinbase  c.csv:12
            TAO        1.25  2025-01-05  2026-01-06  1,000.00  1,234.57  −234.57  long   swap   Coinbase  c.csv:12
            NULL1      1000  ?           2026-02-01     10.00         ?        ?  ?      spend  Coinbase  c.csv:12
            TAO       0.001  2025-03-01  2026-02-02         ?      0.40        ?  short  fee    Coinbase  c.csv:12

            Income

            asset  quantity  date        value  kind     account   source
            ──────────────────────────────────────────────────────────────
            TAO        0.01  2026-01-31   4.02  staking  Coinbase  c.csv:7
            NULL1        77  2026-03-01      ?  airdrop  Coinbase  c.csv:7

            Totals
            Short-term  +50.10 USD · 1 disposal
            Long-term   −234.57 USD · 1 disposal
            Income      4.02 USD · 1 receipt
            Unknown     2 disposals, 1 receipt

            Unknown, so in no total
            • NULL1: date or cost unknown of one disposal at c.csv:12
            • TAO: proceeds unknown of one disposal at c.csv:12
            • NULL1: value unknown of one receipt at c.csv:7
            """);
  }

  @Test
  void a_year_of_nothing_is_said_to_be() {
    assertThat(text(ImportSample.ledger(List.of(), List.of()), 80))
        .isEqualTo(
            """
            Realised  2026 · dates in America/New_York · money in USD
            Lots      oldest first (fifo)

            nothing was sold, spent or earned in 2026

            Totals
            Short-term  0.00 USD · 0 disposals
            Long-term   0.00 USD · 0 disposals
            Income      0.00 USD · 0 receipts
            yearToDate  { "year": 2026, "shortTerm": 0.00, "longTerm": 0.00 }
            """);
  }

  @Test
  void markdown_has_the_same_tables() {
    String text =
        MarkdownRenderer.render(
            RealizedView.document(ImportSample.realized(ImportSample.year2026())));
    assertThat(text)
        .isEqualTo(
            """
            - **Realised:** 2026 · dates in America/New\\_York · money in USD
            - **Lots:** oldest first \\(fifo\\)

            ## Disposals

            | asset | quantity | acquired | sold | proceeds | cost | gain | term | why | account | source |
            | :--- | ---: | :--- | :--- | ---: | ---: | ---: | :--- | :--- | :--- | :--- |
            | TAO | 0.5 | 2025-01-05 | 2026-01-05 | 250.10 | 200.00 | +50.10 | short | sell | Coinbase | c\\.csv:12 |
            | TAO | 1.25 | 2025-01-05 | 2026-01-06 | 1,000.00 | 1,234.57 | −234.57 | long | swap | Coinbase | c\\.csv:12 |
            | NULL1 | 1000 | ? | 2026-02-01 | 10.00 | ? | ? | ? | spend | Coinbase | c\\.csv:12 |
            | TAO | 0.001 | 2025-03-01 | 2026-02-02 | ? | 0.40 | ? | short | fee | Coinbase | c\\.csv:12 |

            ## Income

            | asset | quantity | date | value | kind | account | source |
            | :--- | ---: | :--- | ---: | :--- | :--- | :--- |
            | TAO | 0.01 | 2026-01-31 | 4.02 | staking | Coinbase | c\\.csv:7 |
            | NULL1 | 77 | 2026-03-01 | ? | airdrop | Coinbase | c\\.csv:7 |

            ## Totals

            - **Short\\-term:** \\+50\\.10 USD · 1 disposal
            - **Long\\-term:** −234\\.57 USD · 1 disposal
            - **Income:** 4\\.02 USD · 1 receipt
            - **Unknown:** 2 disposals, 1 receipt

            ## Unknown, so in no total

            - NULL1: date or cost unknown of one disposal at c\\.csv:12
            - TAO: proceeds unknown of one disposal at c\\.csv:12
            - NULL1: value unknown of one receipt at c\\.csv:7
            """);
  }
}
