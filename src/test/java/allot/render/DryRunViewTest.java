package allot.render;

import static org.assertj.core.api.Assertions.assertThat;

import allot.money.CurrencyUnit;
import allot.statement.Entry.Kind;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class DryRunViewTest {

  private static Imported imported() {
    return ImportSample.imported(
        ImportSample.ledger(List.of(), List.of()),
        ImportSample.statement(
            List.of(
                ImportSample.entry(4, Kind.TRADE, "0.5 TAO", "1201.05 USD", "1.2 USD", "", ""),
                ImportSample.entry(9, Kind.INCOME, "0.01 TAO", "", "", "4.02", "staking"),
                ImportSample.entry(7, Kind.TRANSFER, "0.9 TAO", "1 TAO", "", "", "")),
            ImportSample.fault(6, "unknown type `Foo`", "")));
  }

  private static String words(
      Kind kind, String in, String out, String fee, String value, String label) {
    return EntryWords.of(
        ImportSample.entry(1, kind, in, out, fee, value, label), CurrencyUnit.USD, false);
  }

  @Test
  void every_row_is_told_in_the_order_of_the_file_the_unreadable_among_them() {
    assertThat(TextRenderer.render(DryRunView.document(imported()), new Page(120, false, false)))
        .isEqualTo(
            """
            c.csv: coinbase, 9 rows, account Coinbase

            row      time                  what
            ────────────────────────────────────────────────────────────────────────────
            c.csv:4  2026-01-05T12:00:04Z  bought 0.5 TAO for 1,201.05 USD, fee 1.20 USD
            c.csv:6  not read              unknown type `Foo`
            c.csv:7  2026-01-05T12:00:07Z  moved 1 TAO to Ledger, where 0.9 TAO arrived
            c.csv:9  2026-01-05T12:00:09Z  earned 0.01 TAO (staking), worth 4.02 USD

            nothing is written (dry run); refused for 1 row that could not be read, unless with --skip-bad
            """);
  }

  @Test
  void what_does_not_fit_flows_under_its_column() {
    assertThat(TextRenderer.render(DryRunView.document(imported()), new Page(80, false, false)))
        .isEqualTo(
            """
            c.csv: coinbase, 9 rows, account Coinbase

            row      time                  what
            ────────────────────────────────────────────────────────────────────────────
            c.csv:4  2026-01-05T12:00:04Z  bought 0.5 TAO for 1,201.05 USD, fee 1.20 USD
            c.csv:6  not read              unknown type `Foo`
            c.csv:7  2026-01-05T12:00:07Z  moved 1 TAO to Ledger, where 0.9 TAO arrived
            c.csv:9  2026-01-05T12:00:09Z  earned 0.01 TAO (staking), worth 4.02 USD

            nothing is written (dry run); refused for 1 row that could not be read, unless
              with --skip-bad
            """);
  }

  @Test
  void each_kind_has_its_words() {
    assertThat(words(Kind.TRADE, "1 TAO", "400 USD", "", "400", ""))
        .isEqualTo("bought 1 TAO for 400.00 USD");
    assertThat(words(Kind.TRADE, "400 USD", "1 TAO", "0.001 TAO", "400", "Advanced Trade Sell"))
        .isEqualTo("sold 1 TAO for 400.00 USD (Advanced Trade Sell), fee 0.001 TAO");
    assertThat(words(Kind.TRADE, "2 X", "1 TAO", "", "400", ""))
        .isEqualTo("swapped 1 TAO for 2 X, worth 400.00 USD");
    assertThat(words(Kind.TRADE, "2 X", "1 TAO", "", "", ""))
        .isEqualTo("swapped 1 TAO for 2 X, value unknown");
    assertThat(words(Kind.TRADE, "100 EUR", "108.5 USD", "", "", ""))
        .isEqualTo("changed 108.50 USD for 100.00 EUR");
    assertThat(words(Kind.INCOME, "1 TAO", "", "", "", "airdrop"))
        .isEqualTo("earned 1 TAO (airdrop), value unknown");
    assertThat(words(Kind.DEPOSIT, "1 TAO", "", "", "", "")).isEqualTo("received 1 TAO");
    assertThat(words(Kind.DEPOSIT, "1 USD", "", "", "", "")).isEqualTo("deposited 1.00 USD");
    assertThat(words(Kind.WITHDRAWAL, "", "1 TAO", "0.1 TAO", "", ""))
        .isEqualTo("sent 1 TAO, fee 0.1 TAO");
    assertThat(words(Kind.WITHDRAWAL, "", "1 USD", "", "", "")).isEqualTo("withdrew 1.00 USD");
    assertThat(words(Kind.TRANSFER, "1 TAO", "1.0 TAO", "", "", ""))
        .isEqualTo("moved 1 TAO to Ledger");
    assertThat(words(Kind.TRANSFER, "0.9 TAO", "1 TAO", "", "", ""))
        .isEqualTo("moved 1 TAO to Ledger, where 0.9 TAO arrived");
    assertThat(words(Kind.SPENDING, "", "1 TAO", "", "400", "card"))
        .isEqualTo("spent 1 TAO (card), worth 400.00 USD");
    assertThat(words(Kind.REMOVAL, "", "1 TAO", "", "", "gift"))
        .isEqualTo("gave away or lost 1 TAO (gift)");
    assertThat(words(Kind.CONVERSION, "1 RENDER", "1 RNDR", "", "", ""))
        .isEqualTo("1 RNDR became 1 RENDER");
    assertThat(words(Kind.FEE, "", "", "0.1 TAO", "", "")).isEqualTo("paid a fee: 0.1 TAO");
    assertThat(words(Kind.INTERNAL, "", "1 TAO", "", "", "staking"))
        .isEqualTo("moved inside the account: 1 TAO (staking)");
    assertThat(words(Kind.INTERNAL, "", "", "", "", "")).isEqualTo("moved inside the account");
  }

  @Test
  void the_same_as_a_table_of_data() {
    assertThat(
            CsvRenderer.render(
                CsvTable.ofRecords(ImportJson.Row.class, ImportJson.rows(imported().statements()))))
        .isEqualTo(
            """
            source,at,kind,account,toAccount,received,receivedAsset,receivedId,sent,sentAsset,\
            sentId,fee,feeAsset,feeId,value,feeValue,label,hash,transaction,message
            c.csv:4,2026-01-05T12:00:04Z,trade,Coinbase,,0.5,TAO,bittensor,1201.05,USD,usd,1.2,\
            USD,usd,,,,,,
            c.csv:6,,fault,,,,,,,,,,,,,,,,,unknown type `Foo`
            c.csv:7,2026-01-05T12:00:07Z,transfer,Coinbase,Ledger,0.9,TAO,bittensor,1,TAO,\
            bittensor,,,,,,,,,
            c.csv:9,2026-01-05T12:00:09Z,income,Coinbase,,0.01,TAO,bittensor,,,,,,,4.02,,staking,\
            ,,
            """);
  }

  @Test
  void the_document_says_what_the_statements_come_to() {
    ImportJson json =
        ImportJson.of(imported(), Instant.parse("2026-11-20T18:00:00Z"), List.of(), List.of());
    assertThat(json.schema()).isEqualTo("allot.import/1");
    assertThat(json.statements())
        .containsExactly(new ImportJson.StatementRow("c.csv", "coinbase", false, 9, 3, 1));
    assertThat(json.accounts()).containsExactly("Coinbase");
    assertThat(json.rows())
        .extracting(ImportJson.Row::kind)
        .containsExactly("trade", "fault", "transfer", "income");
    assertThat(JsonRenderer.render(json)).contains("\"holdings\": [],", "\"missing\": [],");
  }
}
