package allot.render;

import static org.assertj.core.api.Assertions.assertThat;

import allot.money.CurrencyUnit;
import allot.statement.Entry;
import allot.statement.Entry.Kind;
import allot.statement.Ledger;
import allot.statement.Statement;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ImportViewTest {

  private static Ledger ledger() {
    return new Ledger(
        List.of(
            new Ledger.Position(
                "Coinbase",
                ImportSample.coin("TAO"),
                new BigDecimal("1.75"),
                List.of(
                    ImportSample.lot("2025-01-05", "1.25", "1500.5"),
                    ImportSample.lot("2025-02-05", "0.5", "300"))),
            new Ledger.Position(
                "Ledger",
                ImportSample.coin("NULL1"),
                new BigDecimal("77"),
                List.of(ImportSample.lot("2026-03-01", "70", "1"), ImportSample.lot("", "7", "")))),
        List.of(),
        List.of(),
        List.of(),
        List.of("NULL1 is in no catalogue"),
        List.of("Coinbase", "Ledger"),
        Set.of());
  }

  private static String text(Document document) {
    return TextRenderer.render(document, new Page(80, false, false));
  }

  @Test
  void what_was_read_and_what_it_comes_to() {
    Statement statement =
        ImportSample.statement(
            List.of(ImportSample.entry(4, Kind.TRADE, "1 TAO", "400 USD", "", "400", "")),
            ImportSample.fault(6, "unknown type `Foo`", "report it"));
    Imported imported =
        new Imported(
            List.of(statement),
            ledger(),
            CurrencyUnit.USD,
            Optional.of("p.json is written, p.json.bak keeps the old one"),
            List.of("FIL in Coinbase: 3, which these statements do not hold"));
    assertThat(text(ImportView.document(imported)))
        .isEqualTo(
            """
            Accounts  Coinbase · Ledger

            Statements

            file   source    rows  entries  not read
            ────────────────────────────────────────
            c.csv  coinbase     9        1         1

            Holdings

            asset  account   quantity  lots  since           cost
            ─────────────────────────────────────────────────────
            TAO    Coinbase      1.75     2  2025-01-05  1,800.50
            NULL1  Ledger          77     2  2026-03-01         ?

            Rows that could not be read
            • c.csv:6: unknown type `Foo`; report it

            Notes
            • NULL1 is in no catalogue

            No longer in the file
            • FIL in Coinbase: 3, which these statements do not hold

            p.json is written, p.json.bak keeps the old one
            """);
  }

  @Test
  void what_never_came_is_listed_and_long_lists_are_cut() {
    List<Ledger.Missing> missing =
        LongStream.range(0, 25)
            .mapToObj(
                line ->
                    new Ledger.Missing(
                        "TAO", "Coinbase", BigDecimal.ONE, new Entry.Origin("c.csv", line)))
            .toList();
    Ledger ledger =
        new Ledger(
            List.of(), List.of(), List.of(), missing, List.of(), List.of("Coinbase"), Set.of());
    assertThat(text(ImportView.document(ImportSample.imported(ledger))))
        .contains("nothing is held\n")
        .contains("Sold or moved, and never acquired\n• c.csv:0: 1 TAO in Coinbase\n")
        .contains("• c.csv:19: 1 TAO in Coinbase\n• and 5 more; --dry-run lists every row\n")
        .doesNotContain("c.csv:20");
  }
}
