package allot.statement;

import static allot.statement.ToolStatements.faults;
import static allot.statement.ToolStatements.lines;
import static allot.statement.ToolStatements.sample;
import static allot.statement.ToolStatements.text;
import static allot.statement.ToolStatements.times;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class KoinlyTest {
  private static final String UNIVERSAL =
      "Date,Sent Amount,Sent Currency,Received Amount,Received Currency,Fee Amount,Fee Currency,"
          + "Net Worth Amount,Net Worth Currency,Label";
  private static final String EXPORT =
      "Date,Type,Tag,Sending Wallet,Sent Amount,Sent Currency,Receiving Wallet,Received Amount,"
          + "Received Currency,Fee Amount,Fee Currency,Net Value (USD),Fee Value (USD)";

  @Test
  void the_universal_template_tells_trades_from_deposits_by_what_is_filled() {
    Statement read = sample("koinly/universal.csv");
    assertThat(read.source()).isEqualTo("koinly");
    assertThat(read.tool()).isTrue();
    assertThat(read.rows()).isEqualTo(6);
    assertThat(faults(read)).isEmpty();
    assertThat(lines(read))
        .containsExactly(
            "2 TRADE imported +1.25 TAO -500 USD fee 2.5 USD []",
            "3 DEPOSIT imported +100 AKT [] hash 0xaaa1",
            "4 INCOME imported +0.0125 TAO =3.1 [reward]",
            "5 TRADE imported +0.11 TAO -40 AKT fee 0.05 AKT [] hash 0xaaa2",
            "6 WITHDRAWAL imported -0.5 TAO fee 0.0001 TAO [] hash 0xaaa3",
            "7 INCOME imported +250 SAHARA =6.75 [airdrop]");
    assertThat(times(read))
        .startsWith("2026-01-05T14:25:00Z", "2026-01-09T09:10:00Z", "2026-01-20T00:00:00Z");
  }

  @Test
  void its_times_are_utc_wherever_the_reader_lives() {
    Statement read =
        sample(
            "koinly/universal.csv",
            java.util.Map.of(),
            ToolStatements.terms(ZoneId.of("Asia/Kolkata"), Optional.empty()));
    assertThat(times(read)).startsWith("2026-01-05T14:25:00Z");
  }

  @Test
  void trades_have_a_pair_and_what_was_exchanged_before_the_fee() {
    assertThat(lines(sample("koinly/trades.csv")))
        .containsExactly(
            "2 TRADE imported +1 TAO -250 USD fee 1.5 USD [Buy]",
            "3 TRADE imported +130 USD -0.5 TAO fee 0.78 USD [Sell] id t1");
  }

  @Test
  void in_the_simple_template_what_is_below_zero_was_sent() {
    assertThat(lines(sample("koinly/simple.csv")))
        .containsExactly(
            "2 INCOME imported +20 AKT [mining]", "3 WITHDRAWAL imported -5 AKT [] hash 0xbbb1");
  }

  @Test
  void the_export_has_wallets_and_a_transfer_has_its_fee_once() {
    Statement read = sample("koinly/transactions.csv");
    assertThat(faults(read)).isEmpty();
    assertThat(lines(read))
        .containsExactly(
            "2 TRADE Coinbase +1.25 TAO -500 USD fee 2.5 USD =500 []",
            "3 INCOME Kraken +0.0125 TAO =3.1 [reward]",
            "4 TRADE Wallet +0.11 TAO -40 AKT fee 0.05 AKT =25.8 fee=0.03 [] hash 0xaaa2",
            "5 TRANSFER Kraken>Ledger +0.4999 TAO -0.4999 TAO fee 0.0001 TAO fee=0.02 [transfer]"
                + " hash 0xaaa3",
            "6 REMOVAL Ledger -0.1 TAO =25 [gift] hash 0xaaa4");
  }

  @Test
  void in_the_export_for_bulk_edits_cells_carry_numbers() {
    Statement read = sample("koinly/bulk-edit.csv");
    assertThat(faults(read)).isEmpty();
    assertThat(lines(read))
        .containsExactly(
            "2 TRADE Coinbase +1.25 TAO -500 USD fee 2.5 USD =500 [] id A1",
            "3 INCOME Kraken +0.0125 TAO =3.1 [reward] id A2");
  }

  @Test
  void what_was_deleted_changes_nothing() {
    Statement read =
        text(
            "ID (read-only),Date (UTC),Type,Tag,From Amount,From Currency,To Amount,To Currency,"
                + "Deleted",
            "A9,2026-01-05 14:25:00,deposit,,,,5,TAO;28452,true");
    assertThat(lines(read)).containsExactly("2 INTERNAL imported [deleted] id A9");
  }

  @Test
  void lines_of_a_title_stand_before_the_header() {
    Statement read =
        text("Transactions report", "", EXPORT, "2026-01-05 14:25:00,buy,,A,5,USD,A,1,TAO,,,5,");
    assertThat(lines(read)).containsExactly("4 TRADE A +1 TAO -5 USD =5 []");
  }

  @Test
  void both_spellings_of_labels_are_known() {
    Statement read =
        text(
            UNIVERSAL,
            "2026-01-05 14:25,,,1,TAO,,,,,Lending interest",
            "2026-01-05 14:26,,,1,TAO,,,,,lending_interest",
            "2026-01-05 14:27,1,TAO,,,,,9,USD,loan_fee",
            "2026-01-05 14:28,1,TAO,,,,,9,USD,Loan fee",
            "2026-01-05 14:29,1,TAO,,,,,,,Lost",
            "2026-01-05 14:30,1,TAO,,,,,,,donation",
            "2026-01-05 14:31,1,RNDR,1,RENDER,,,,,swap");
    assertThat(faults(read)).isEmpty();
    assertThat(lines(read))
        .containsExactly(
            "2 INCOME imported +1 TAO [interest]",
            "3 INCOME imported +1 TAO [interest]",
            "4 SPENDING imported -1 TAO =9 [loan_fee]",
            "5 SPENDING imported -1 TAO =9 [Loan fee]",
            "6 REMOVAL imported -1 TAO [Lost]",
            "7 REMOVAL imported -1 TAO [donation]",
            "8 CONVERSION imported +1 RENDER -1 RENDER [swap]");
  }

  @Test
  void unknown_words_are_faults_that_name_them_and_unknown_tokens_are_kept() {
    Statement read =
        text(
            UNIVERSAL,
            "2026-01-05 14:25,,,1,TAO,,,,,wishful",
            "2026-01-05 14:26,,,1,NULL1,,,,,airdrop",
            "2026-01-05 14:27,,,-1,TAO,,,,,",
            "2026-01-05 14:28,,,,,,,,,",
            "2026-01-05 14:29,,,,,0.1,TAO,,,wishful",
            "2026-01-05 14:30,2,TAO,1,TAO,,,,,");
    assertThat(lines(read)).containsExactly("3 INCOME imported +1 NULL1 [airdrop]");
    assertThat(faults(read))
        .containsExactly(
            "f.csv:2 `wishful` is not known as a label of a deposit",
            "f.csv:4 `Received Amount` is below zero",
            "f.csv:5 the row lists no amount",
            "f.csv:6 `wishful` is not known as a label of a withdrawal",
            "f.csv:7 the row exchanges TAO for another amount of itself");
  }

  @Test
  void unknown_types_and_types_that_do_not_go_with_the_sides_are_faults() {
    Statement read =
        text(
            EXPORT,
            "2026-01-05 14:25:00,teleport,,A,,,A,1,TAO,,,,",
            "2026-01-05 14:25:00,buy,,A,,,A,1,TAO,,,,",
            "2026-01-05 14:25:00,crypto_deposit,,A,1,AKT,A,1,TAO,,,,",
            "2026-01-05 14:25:00,transfer,,A,1,TAO,B,2,TAO,,,,",
            "2026-01-05 14:25:00,transfer,,A,1,TAO,B,1,AKT,,,,");
    assertThat(read.entries()).isEmpty();
    assertThat(faults(read))
        .containsExactly(
            "f.csv:2 `teleport` is not known as a type of transaction",
            "f.csv:3 the type `buy` does not go with one amount",
            "f.csv:4 the type `crypto_deposit` does not go with two amounts",
            "f.csv:5 of a transfer more arrives than was sent",
            "f.csv:6 a transfer sends one coin and another arrives");
  }

  @Test
  void net_worth_in_another_currency_or_computed_as_zero_is_unknown() {
    assertThat(lines(text(UNIVERSAL, "2026-01-05 14:25,,,1,TAO,,,9,EUR,reward")))
        .containsExactly("2 INCOME imported +1 TAO [reward]");
    assertThat(lines(text(UNIVERSAL, "2026-01-05 14:25,,,1,TAO,,,0,USD,reward")))
        .containsExactly("2 INCOME imported +1 TAO =0 [reward]");
    assertThat(lines(text(EXPORT, "2026-01-05 14:25:00,crypto_deposit,reward,,,,A,1,TAO,,,0,")))
        .containsExactly("2 INCOME A +1 TAO [reward]");
    assertThat(
            lines(
                text(
                    EXPORT.replace("USD", "EUR"),
                    "2026-01-05 14:25:00,crypto_deposit,reward,,,,A,1,TAO,,,7,")))
        .containsExactly("2 INCOME A +1 TAO [reward]");
  }

  @Test
  void a_transfer_loses_nothing_whatever_its_fee_is_of() {
    Statement read =
        text(
            EXPORT,
            "2026-01-05 14:25:00,transfer,,A,100,USDC,B,99,USDC,0.01,ETH,99,30",
            "2026-01-05 14:26:00,transfer,,A,100,USDC,B,100,USDC,0.01,ETH,100,30",
            "2026-01-05 14:27:00,transfer,,A,1,TAO,B,1,TAO,0.01,TAO,400,4",
            "2026-01-05 14:28:00,transfer,,A,1,TAO,B,0.98,TAO,,,400,",
            "2026-01-05 14:29:00,transfer,,A,1,TAO,a,0.98,TAO,0.02,TAO,400,8");
    assertThat(faults(read)).isEmpty();
    assertThat(lines(read))
        .containsExactly(
            "2 TRANSFER A>B +99 USDC -99 USDC fee 1 USDC [transfer]",
            "2 FEE A fee 0.01 ETH fee=30 [transfer]",
            "3 TRANSFER A>B +100 USDC -100 USDC fee 0.01 ETH fee=30 [transfer]",
            "4 TRANSFER A>B +1 TAO -1 TAO fee 0.01 TAO fee=4 [transfer]",
            "5 TRANSFER A>B +0.98 TAO -0.98 TAO fee 0.02 TAO [transfer]",
            "6 INTERNAL A +0.98 TAO -0.98 TAO [transfer]",
            "6 FEE A fee 0.02 TAO fee=8 [transfer]");
  }

  @Test
  void a_swap_that_arrives_in_another_wallet_is_a_trade_and_a_transfer() {
    assertThat(
            lines(text(EXPORT, "2026-01-05 14:25:00,exchange,,A,40,AKT,B,0.1,TAO,0.5,AKT,26,0.3")))
        .containsExactly(
            "2 TRADE A +0.1 TAO -40 AKT fee 0.5 AKT =26 fee=0.3 []",
            "2 TRANSFER A>B +0.1 TAO -0.1 TAO []");
  }

  @Test
  void an_account_that_the_user_gives_holds_all_wallets() {
    Statement read =
        text(
            ToolStatements.terms(ZoneId.of("UTC"), Optional.of("Mine")),
            EXPORT,
            "2026-01-05 14:25:00,exchange,,A,40,AKT,B,0.1,TAO,0.5,AKT,26,0.3",
            "2026-01-05 14:29:00,transfer,,A,1,TAO,B,0.98,TAO,0.02,TAO,400,8");
    assertThat(lines(read))
        .containsExactly(
            "2 TRADE Mine +0.1 TAO -40 AKT fee 0.5 AKT =26 fee=0.3 []",
            "3 INTERNAL Mine +0.98 TAO -0.98 TAO [transfer]",
            "3 FEE Mine fee 0.02 TAO fee=8 [transfer]");
  }

  @Test
  void an_amount_of_zero_neither_comes_nor_goes() {
    assertThat(
            lines(
                text(
                    UNIVERSAL,
                    "2026-01-05 14:25,0,ETH,,,0.002,ETH,,,",
                    "2026-01-05 14:26,,,0,ETH,,,,,")))
        .containsExactly("2 FEE imported fee 0.002 ETH [fee]", "3 INTERNAL imported []");
  }
}
