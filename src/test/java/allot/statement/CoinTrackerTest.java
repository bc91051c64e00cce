package allot.statement;

import static allot.statement.ToolStatements.faults;
import static allot.statement.ToolStatements.lines;
import static allot.statement.ToolStatements.sample;
import static allot.statement.ToolStatements.text;
import static allot.statement.ToolStatements.times;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CoinTrackerTest {
  private static final String TEMPLATE =
      "Date,Received Quantity,Received Currency,Sent Quantity,Sent Currency,Fee Amount,"
          + "Fee Currency,Tag";

  @Test
  void the_import_template_has_american_dates_and_tags() {
    Statement read = sample("cointracker/import.csv");
    assertThat(read.source()).isEqualTo("cointracker");
    assertThat(read.tool()).isTrue();
    assertThat(faults(read)).isEmpty();
    assertThat(lines(read))
        .containsExactly(
            "2 TRADE imported +1.25 TAO -500 USD fee 2.5 USD []",
            "3 INCOME imported +0.0125 TAO [staking]",
            "4 TRADE imported +0.11 TAO -40 AKT fee 0.05 AKT []",
            "5 WITHDRAWAL imported -0.5 TAO fee 0.0001 TAO []",
            "6 INCOME imported +250 SAHARA [airdrop]");
    assertThat(times(read))
        .startsWith("2026-01-05T14:25:00Z", "2026-01-20T00:00:00Z", "2026-02-01T12:00:00Z");
  }

  @Test
  void the_export_has_wallets_and_cost_bases_and_ends_with_dots() {
    Statement read = sample("cointracker/export.csv");
    assertThat(faults(read)).isEmpty();
    assertThat(read.rows()).isEqualTo(3);
    assertThat(lines(read))
        .containsExactly(
            "2 TRADE Coinbase +1.25 TAO -500 USD fee 2.5 USD =500 [BUY] id tx-1",
            "3 INCOME Kraken +0.0125 TAO =3.1 [staking] id tx-2",
            "4 TRADE Wallet +0.11 TAO -40 AKT fee 0.05 AKT =25.8 [TRADE] id tx-3");
  }

  @Test
  void the_newer_export_tells_what_fees_were_worth() {
    Statement read = sample("cointracker/export-newer.csv");
    assertThat(faults(read)).isEmpty();
    assertThat(lines(read))
        .containsExactly(
            "2 TRADE Coinbase +1.25 TAO -500 USD fee 2.5 USD =500 [BUY] id n-1",
            "3 TRANSFER Coinbase>Ledger +0.4999 TAO -0.4999 TAO fee 0.0001 TAO fee=0.05 [TRANSFER]"
                + " hash 0xccc1 id n-2",
            "4 TRADE Wallet +25.5 USD -10 AKT fee 0.001 ETH =25.5 fee=2.75 [MULTI_TOKEN_TRADE]"
                + " hash 0xccc2 id n-3",
            "5 TRADE Wallet +3 LP-X -30 USD =30 [MULTI_TOKEN_TRADE] hash 0xccc2 id n-3",
            "6 INTERNAL Wallet +1000 SCAMCOIN [SPAM] hash 0xccc3 id n-4",
            "7 WITHDRAWAL Ledger -0.1 TAO fee 0.0001 TAO =42 fee=0.05 [SEND] hash 0xccc4 id n-5",
            "8 INCOME Coinbase +1.5 USDC =1.5 [interest] id n-6");
  }

  @Test
  void river_swaps_the_columns() {
    Statement read = sample("cointracker/river.csv");
    assertThat(read.source()).isEqualTo("cointracker");
    assertThat(faults(read)).isEmpty();
    assertThat(lines(read))
        .containsExactly(
            "2 TRADE imported +0.001 BTC -100 USD fee 1 USD []",
            "3 INCOME imported +0.00001 BTC [interest]",
            "4 SPENDING imported -0.0005 BTC [payment]");
  }

  @Test
  void tags_refine_mere_receipts_and_sendings() {
    Statement read =
        text(
            "Date,Type,Transaction ID,Received Quantity,Received Currency,Received Wallet,"
                + "Received Tag,Sent Quantity,Sent Currency,Sent Wallet,Sent Tag,Ignored",
            "2026-01-05 14:25:00,RECEIVE,a,1,TAO,W,Mining reward,,,,,false",
            "2026-01-05 14:26:00,SEND,b,,,,,1,TAO,W,Donation,false",
            "2026-01-05 14:27:00,SEND,c,,,,,1,TAO,W,,false",
            "2026-01-05 14:28:00,RECEIVE,d,1,TAO,W,,,,,,true",
            "2026-01-05 14:29:00,RECEIVE,e,1,TAO,W,dreamt,,,,,false");
    assertThat(lines(read))
        .containsExactly(
            "2 INCOME W +1 TAO [mining] id a",
            "3 REMOVAL W -1 TAO [Donation] id b",
            "4 WITHDRAWAL W -1 TAO [SEND] id c",
            "5 INTERNAL W +1 TAO [ignored] id d");
    assertThat(faults(read))
        .containsExactly("f.csv:6 `dreamt` is not known as a type or tag of what comes");
  }

  @Test
  void a_part_of_a_trade_of_many_coins_without_a_value_is_of_unknown_cost() {
    Statement read =
        text(
            "Date,Type,Received Quantity,Received Currency,Received Cost Basis (EUR),Sent Quantity,"
                + "Sent Currency,Sent Cost Basis (EUR),Realized Return (EUR)",
            "2026-01-05 14:25:00,MULTI_TOKEN_TRADE,3,LP-X,30,,,,",
            "2026-01-05 14:25:00,MULTI_TOKEN_TRADE,,,,1,TAO,20,10");
    assertThat(lines(read))
        .containsExactly(
            "2 DEPOSIT imported +3 LP-X [MULTI_TOKEN_TRADE]",
            "3 SPENDING imported -1 TAO [MULTI_TOKEN_TRADE]");
  }

  @Test
  void unknown_tags_types_and_rows_of_nothing_are_faults() {
    Statement read =
        text(
            TEMPLATE,
            "01/05/2026 14:25:00,1,TAO,,,,,dreamt",
            "01/05/2026 14:25:00,,,1,TAO,,,mined",
            "01/05/2026 14:25:00,,,,,,,",
            "2026.01.05,1,TAO,,,,,",
            "01/05/2026 14:25:00,1,TAO,2,USD,,,gift");
    assertThat(read.entries()).isEmpty();
    assertThat(faults(read))
        .containsExactly(
            "f.csv:2 `dreamt` is not known as a type or tag of what comes",
            "f.csv:3 `mined` is not known as a type or tag of what goes",
            "f.csv:4 the row lists no amount",
            "f.csv:5 the time cannot be read",
            "f.csv:6 `gift` is not known as a type or tag of a trade");
  }
}
