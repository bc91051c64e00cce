package allot.statement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CoinbaseTest {
  private static final String NEWEST =
      "ID,Timestamp,Transaction Type,Asset,Quantity Transacted,Price Currency,"
          + "Price at Transaction,Subtotal,Total (inclusive of fees and/or spread),"
          + "Fees and/or Spread,Notes,Sender Address,Recipient Address";

  private static Statement newest(String... rows) {
    List<String> lines = new ArrayList<>(List.of(NEWEST));
    lines.addAll(List.of(rows));
    return Exports.text(lines.toArray(new String[0]));
  }

  @Test
  void the_first_generation_has_american_dates_and_one_amount_with_fees() {
    Statement read =
        Exports.text(
            "Timestamp,Transaction Type,Asset,Quantity Transacted,USD Spot Price at Transaction,"
                + "USD Amount Transacted (Inclusive of Coinbase Fees),Address,Notes",
            "03/09/2019,Buy,BTC,0.01,3900.00,40.49,,Bought 0.01 BTC for $40.49 USD",
            "03/10/2019,Sell,BTC,0.005,3900.00,18.51,,Sold 0.005 BTC for $18.51 USD",
            "03/11/2019,Send,BTC,0.001,3900.00,3.90,1abc,");
    assertThat(Exports.entries(read))
        .containsExactly(
            "2 TRADE +0.01 BTC -40.49 USD =40.49",
            "3 TRADE +18.51 USD -0.005 BTC =18.51",
            "4 WITHDRAWAL -0.001 BTC");
    assertThat(read.entries().get(0).at()).isEqualTo(Instant.parse("2019-03-09T00:00:00Z"));
    assertThat(read.entries().get(0).account()).isEqualTo("Coinbase");
    assertThat(read.source()).isEqualTo("coinbase");
    assertThat(read.tool()).isFalse();
  }

  @Test
  void the_second_generation_has_the_currency_in_its_columns() {
    Statement read = Exports.sample("coinbase/coinbase_2020_usd_headers.csv");
    assertThat(Exports.entries(read)).containsExactly("2 TRADE +0.5 ETH -75 USD fee 1.99 USD =75");
    assertThat(read.entries().get(0).at()).isEqualTo(Instant.parse("2020-04-01T10:00:00Z"));
  }

  @Test
  void money_of_another_currency_is_a_leg_without_a_value() {
    Statement read =
        Exports.text(
            "Timestamp,Transaction Type,Asset,Quantity Transacted,EUR Spot Price at Transaction,"
                + "EUR Subtotal,EUR Total (inclusive of fees),EUR Fees,Notes",
            "2020-04-01T10:00:00Z,Buy,ETH,0.5,150.00,75.00,76.99,1.99,Bought 0.5 ETH for €76.99"
                + " EUR");
    assertThat(Exports.entries(read)).containsExactly("2 TRADE +0.5 ETH -75 EUR fee 1.99 EUR");
  }

  @Test
  void the_third_generation_names_the_currency_in_a_column() {
    Statement read =
        Exports.text(
            "Timestamp,Transaction Type,Asset,Quantity Transacted,Spot Price Currency,"
                + "Spot Price at Transaction,Subtotal,Total (inclusive of fees),Fees,Notes",
            "2021-05-01T00:00:00Z,Coinbase Earn,GRT,4,USD,0.75,3.00,3.00,0.00,Received 4 GRT",
            "2021-05-02T00:00:00Z,Sell,GRT,4,USD,0.80,3.20,2.21,0.99,Sold 4 GRT for $2.21 USD");
    assertThat(Exports.entries(read))
        .containsExactly("2 INCOME(reward) +4 GRT =3", "3 TRADE +3.2 USD -4 GRT fee 0.99 USD =3.2");
  }

  @Test
  void the_fourth_generation_stands_below_a_preamble_and_has_no_signs() {
    Statement read = Exports.sample("coinbase/coinbase_2022_preamble.csv");
    assertThat(read.faults()).isEmpty();
    assertThat(Exports.entries(read))
        .containsExactly(
            "9 TRADE +1000 DAI -2500 GRT =1000",
            "10 TRADE +100 FET -30 USD fee 1.49 USD =30",
            "11 TRADE +20 USD -50 FET fee 0.99 USD =20",
            "12 INCOME(reward) +0.01 ALGO =0.01");
  }

  @Test
  void the_fifth_and_sixth_generation_have_signs_and_the_sixth_an_id() {
    String row =
        "2024-12-05 06:33:40 UTC,Convert,BTC,-0.00363125,USD,$96847.40,-$338.92698,-$351.66322,,"
            + "Converted 0.00363125 BTC to 156.145683 XRP";
    String header = NEWEST.substring(3).replace(",Sender Address,Recipient Address", "");
    String expected = "2 TRADE +156.145683 XRP -0.00363125 BTC =338.92698";
    assertThat(Exports.entries(Exports.text(header, row))).containsExactly(expected);
    assertThat(Exports.entries(Exports.text("ID," + header, "6751," + row)))
        .containsExactly(expected + " #6751");
  }

  @Test
  void the_seventh_generation_has_conversions_in_two_rows_and_signs() {
    Statement read = Exports.sample("coinbase/coinbase_2026_preamble_crlf.csv");
    assertThat(read.faults()).isEmpty();
    assertThat(read.rows()).isEqualTo(8);
    assertThat(Exports.entries(read))
        .containsExactly(
            "5 TRADE +125 USD -0.5 TAO fee 1.86 USD =125 #c1",
            "6 TRADE +40 AKT -25 USDC =24.8 #c2",
            "8 TRADE +5 TAO -6250 USD fee 25 USD =6250 #c3",
            "9 INCOME(staking) +0.000037835729 ETH =0.12649 #c4",
            "10 WITHDRAWAL -100 USD =100 #c5",
            "11 WITHDRAWAL -0.25 TAO #c6",
            "12 INTERNAL #c7");
    assertThat(read.entries().get(0).at()).isEqualTo(Instant.parse("2026-05-04T12:08:48Z"));
  }

  @Test
  void the_raw_transactions_of_the_tax_centre_tell_cost_and_proceeds() {
    Statement read =
        Exports.text(
            "Transaction ID,Transaction Type,Date & time,Asset Acquired,"
                + "\"Quantity Acquired (Bought, Received, etc)\","
                + "Cost Basis (incl. fees and/or spread) (USD),Data Source,"
                + "\"Asset Disposed (Sold, Sent, etc)\",Quantity Disposed,"
                + "Proceeds (excl. fees and/or spread) (USD)",
            "t1,Buy,2024-01-02T03:04:05Z,BTC,0.01,425.50,Coinbase,,,",
            "t2,Sell,2024-02-02T03:04:05Z,,,,Coinbase,BTC,0.004,190.10",
            "t3,Send,2024-02-03T03:04:05Z,,,,Coinbase,BTC,0.001,",
            "t4,Reward,2024-02-04T03:04:05Z,ETH,0.002,4.60,Coinbase,,,",
            "t5,Convert,2024-02-05T03:04:05Z,DAI,50,50.00,Coinbase,BTC,0.001,50.00",
            "t6,Receive,2024-02-06T03:04:05Z,TAO,2,,Coinbase,,,",
            "t7,Converted from,2024-02-07T03:04:05Z,,,,Coinbase,BTC,0.001,51.25",
            "t8,Lottery,2024-02-08T03:04:05Z,TAO,2,,Coinbase,,,");
    assertThat(Exports.entries(read))
        .containsExactly(
            "2 TRADE +0.01 BTC -425.5 USD =425.5 #t1",
            "3 TRADE +190.1 USD -0.004 BTC =190.1 #t2",
            "4 WITHDRAWAL -0.001 BTC #t3",
            "5 INCOME(reward) +0.002 ETH =4.6 #t4",
            "6 TRADE +50 DAI -0.001 BTC =50 #t5",
            "7 DEPOSIT +2 TAO #t6",
            "8 TRADE +51.25 USD -0.001 BTC =51.25 #t7");
    assertThat(Exports.faults(read)).containsExactly("9: Transaction Type `lottery` is not known");
  }

  @Test
  void an_advanced_trade_in_a_coin_has_the_coin_of_its_notes() {
    Statement read =
        newest(
            "a1,2026-03-06 08:30:00 UTC,Advanced Trade Buy,TAO,5,USD,$1250.00,$6250.00,$6275.00,"
                + "$25.00,Bought 5 TAO for 6275 USDC on TAO-USDC at 1250.00 USDC/TAO,,",
            "a2,2026-03-07 08:30:00 UTC,Advance Trade Sell,TAO,-2,USD,$1250.00,-$2500.00,"
                + "-$2490.00,$10.00,Sold 2 TAO for 2490 USDC on TAO-USDC at 1250.00 USDC/TAO,,");
    assertThat(Exports.entries(read))
        .containsExactly(
            "2 TRADE +5 TAO -6250 USDC fee 25 USDC =6250 ~25 #a1",
            "3 TRADE +2500 USDC -2 TAO fee 10 USDC =2500 ~10 #a2");
  }

  @Test
  void a_purchase_with_a_coin_at_no_rate_costs_all_that_was_paid() {
    Statement read =
        newest(
            "a1,2026-03-06 08:30:00 UTC,Buy,TAO,5,USD,$250.00,$1250.00,$1270.00,$20.00,"
                + "Bought 5 TAO for 1270 USDC,,");
    assertThat(Exports.entries(read)).containsExactly("2 TRADE +5 TAO -1270 USDC =1270 #a1");
  }

  @Test
  void an_advanced_trade_without_its_pair_is_refused() {
    Statement read =
        newest("a1,2026-03-06 08:30:00 UTC,Advanced Trade Buy,TAO,5,USD,$1,$5.00,$5.00,$0.00,,,");
    assertThat(Exports.faults(read))
        .containsExactly("2: an Advanced Trade whose `Notes` do not tell its pair");
  }

  @Test
  void the_halves_of_a_conversion_may_stand_apart_and_have_notes() {
    Statement read =
        newest(
            "c2,2026-04-24 22:14:05 UTC,Convert,USDC,-25.00,USD,$1.00,-$25.00,-$25.00,$0.00,"
                + "Converted 25.00 USDC to 40 AKT,,",
            "c3,2026-04-24 22:14:05 UTC,Send,TAO,-0.25,USD,$240.00,-$60.00,-$60.00,$0.00,,,",
            "c2,2026-04-24 22:14:06 UTC,Convert,AKT,40,USD,$0.62,$24.80,$25.00,$0.20,"
                + "Converted 25.00 USDC to 40 AKT,,");
    assertThat(Exports.entries(read))
        .containsExactly("2 TRADE +40 AKT -25 USDC =24.8 #c2", "3 WITHDRAWAL -0.25 TAO #c3");
  }

  @Test
  void a_conversion_without_its_other_side_is_refused() {
    Statement read =
        newest("c2,2026-04-24 22:14:05 UTC,Convert,AKT,40,USD,$0.62,$24.80,$25.00,$0.20,,,");
    assertThat(Exports.faults(read)).containsExactly("2: a conversion without its other side");
    assertThat(read.entries()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "USD|0.05|Converted 0.05 BTC to 1,234 XRP|1234",
        "EUR|0.05|Converted 0.05 BTC to 1,234 XRP|1234",
        "EUR|0.05|'Converted 0,05 BTC to 1,234 XRP'|1.234",
        "EUR|2500.5|'Converted 2.500,5 GRT to 1.000,00 DAI'|1000",
        "USD|5|Converted 5 ETH to 1,234 XRP|1234",
      })
  void the_row_decides_how_the_numbers_of_its_notes_are_read(
      String currency, String quantity, String notes, String got) {
    Statement read =
        newest(
            "c,2024-04-24 22:14:05 UTC,Convert,BTC,-"
                + quantity
                + ","
                + currency
                + ",1,1,1,0,\""
                + notes
                + "\",,");
    assertThat(read.faults()).isEmpty();
    assertThat(Exports.entries(read).get(0)).startsWith("2 TRADE +" + got + " ");
  }

  @Test
  void a_number_that_can_be_read_in_two_ways_is_refused() {
    Statement read =
        newest(
            "c,2024-04-24 22:14:05 UTC,Convert,ETH,-5,EUR,1,1,1,0,"
                + "\"Converted 5 ETH to 1,234 XRP\",,",
            "d,2024-04-24 22:14:06 UTC,Convert,ETH,-5,EUR,1,1,1,0,Converted 6 ETH to 7 XRP,,");
    assertThat(Exports.faults(read))
        .containsExactly(
            "2: the quantity in `Notes` has a comma that may be a decimal mark",
            "3: `Notes` states another quantity than `Quantity Transacted`");
  }

  @Test
  void what_moves_inside_changes_nothing_and_what_goes_to_pro_goes() {
    Statement read =
        newest(
            "1,2026-01-01 00:00:00 UTC,Retail Unstaking Transfer,ETH,0.1,USD,1,1,1,0,,,",
            "2,2026-01-02 00:00:00 UTC,Vault Withdrawal,ETH,0.1,USD,1,1,1,0,,,",
            "3,2026-01-03 00:00:00 UTC,Cash to Savings,USD,10,USD,1,1,1,0,,,",
            "4,2026-01-04 00:00:00 UTC,Transfer,USD,10,USD,1,1,1,0,,,",
            "5,2026-01-05 00:00:00 UTC,Pro Deposit,ETH,-0.1,USD,1,1,1,0,,,",
            "6,2026-01-06 00:00:00 UTC,Exchange Withdrawal,ETH,0.1,USD,1,1,1,0,,,",
            "7,2026-01-07 00:00:00 UTC,Prime Deposit,ETH,0.1,USD,1,1,1,0,,,");
    assertThat(Exports.entries(read))
        .containsExactly(
            "2 INTERNAL #1",
            "3 INTERNAL #2",
            "4 INTERNAL #3",
            "5 INTERNAL #4",
            "6 WITHDRAWAL -0.1 ETH #5",
            "7 DEPOSIT +0.1 ETH #6",
            "8 WITHDRAWAL -0.1 ETH #7");
  }

  @ParameterizedTest
  @CsvSource({
    "Staking Income,staking",
    "Inflation Reward,staking",
    "Reward Income,reward",
    "Rewards Income,reward",
    "Learning Reward,reward",
    "Coinbase Earn,reward",
    "Interest Payout,interest",
    "Subscription Rebate,cashback",
    "Credit,other"
  })
  void income_is_worth_its_subtotal(String type, String label) {
    Statement read =
        newest("i,2026-01-01 00:00:00 UTC," + type + ",TAO,0.01,USD,$250,$2.50,$2.50,$0.00,,,");
    assertThat(Exports.entries(read)).containsExactly("2 INCOME(" + label + ") +0.01 TAO =2.5 #i");
  }

  @Test
  void a_receipt_of_a_reward_is_income_and_any_other_a_deposit() {
    Statement read =
        newest(
            "1,2026-01-01 00:00:00 UTC,Receive,TAO,1,USD,$2,$2,$2,$0,Received from Coinbase Earn,,",
            "2,2026-01-01 00:00:00 UTC,Receive,TAO,1,USD,$2,$2,$2,$0,Coinbase Referral,,",
            "3,2026-01-01 00:00:00 UTC,Receive,TAO,1,USD,$2,$2,$2,$0,Received 1 TAO,,",
            "4,2026-01-01 00:00:00 UTC,Deposit,USD,50,USD,$1,$50,$50,$0,,,");
    assertThat(Exports.entries(read))
        .containsExactly(
            "2 INCOME(reward) +1 TAO =2 #1",
            "3 INCOME(referral) +1 TAO =2 #2",
            "4 DEPOSIT +1 TAO #3",
            "5 DEPOSIT +50 USD =50 #4");
  }

  @Test
  void spending_is_worth_its_subtotal_and_a_donation_is_no_sale() {
    Statement read =
        newest(
            "1,2026-01-01 00:00:00 UTC,Card Spend,USDC,-5,USD,$1,-$5.00,-$5.00,$0,,,",
            "2,2026-01-01 00:00:00 UTC,Admin Debit,TAO,-1,USD,$2,-$2,-$2,$0,,,",
            "3,2026-01-01 00:00:00 UTC,Donation,TAO,-1,USD,$2,-$2,-$2,$0,,,");
    assertThat(Exports.entries(read))
        .containsExactly(
            "2 SPENDING -5 USDC =5 #1", "3 SPENDING -1 TAO =2 #2", "4 REMOVAL -1 TAO #3");
  }

  @Test
  void a_migration_becomes_what_its_other_row_of_the_second_says() {
    Statement read =
        newest(
            "1,2026-01-01 00:00:00 UTC,Asset Migration,AGIX,-100,USD,$1,-$10,-$10,$0,,,",
            "2,2026-01-01 00:00:00 UTC,Asset Migration,FET,43.335,USD,$1,$10,$10,$0,,,",
            "3,2026-01-02 00:00:00 UTC,Asset Migration,RENDER,7,USD,$1,$10,$10,$0,,,",
            "4,2026-01-02 00:00:00 UTC,Asset Migration,RNDR,-7,USD,$1,-$10,-$10,$0,,,",
            "5,2026-01-03 00:00:00 UTC,Asset Migration,TAO,-7,USD,$1,-$10,-$10,$0,,,");
    assertThat(Exports.entries(read))
        .containsExactly(
            "2 CONVERSION +43.335 FET -100 AGIX #1", "4 INTERNAL +7 RENDER -7 RENDER #4");
    assertThat(Exports.faults(read))
        .containsExactly("6: `asset migration` whose other row of the same second is missing");
  }

  @Test
  void staked_ether_is_ether_and_its_end_changes_nothing() {
    Statement read =
        newest(
            "1,2021-01-01 00:00:00 UTC,Convert,ETH,-1,USD,$1,-$1,-$1,$0,Converted 1 ETH to 1 ETH2,,",
            "2,2022-01-01 00:00:00 UTC,Staking Income,ETH2,0.01,USD,$2000,$20,$20,$0,,,",
            "3,2023-01-01 00:00:00 UTC,Retail Eth2 Deprecation,ETH2,-0.5,USD,$1,-$1,-$1,$0,,,",
            "4,2023-01-01 00:00:00 UTC,Retail Eth2 Deprecation,ETH,0.5,USD,$1,$1,$1,$0,,,",
            "5,2023-01-02 00:00:00 UTC,Send,ETH2,-0.51,USD,$1,-$1,-$1,$0,,,",
            "6,2023-01-02 00:00:00 UTC,Receive,ETH,0.51,USD,$1,$1,$1,$0,,,",
            "7,2023-01-03 00:00:00 UTC,Receive,ETH,2,USD,$1,$1,$1,$0,,,");
    assertThat(read.faults()).isEmpty();
    assertThat(Exports.entries(read))
        .containsExactly(
            "2 INTERNAL +1 ETH -1 ETH #1",
            "3 INCOME(staking) +0.01 ETH =20 #2",
            "4 INTERNAL +0.5 ETH -0.5 ETH #3",
            "6 INTERNAL +0.51 ETH -0.51 ETH #5",
            "8 DEPOSIT +2 ETH #7");
  }

  @Test
  void dust_is_sold_for_money_or_swapped_for_what_came_in_its_second() {
    Statement read =
        newest(
            "1,2026-01-01 00:00:00 UTC,Retail Simple Dust,FET,-0.1,USD,$1,-$0.03,-$0.03,$0,,,",
            "2,2026-01-02 00:00:00 UTC,Retail Simple Dust,FET,-0.1,USD,$1,-$0.03,-$0.03,$0,,,",
            "3,2026-01-02 00:00:00 UTC,Retail Simple Dust,GRT,-0.2,USD,$1,-$0.01,-$0.01,$0,,,",
            "4,2026-01-02 00:00:00 UTC,Retail Simple Dust,USDC,0.04,USD,$1,$0.04,$0.04,$0,,,");
    assertThat(Exports.entries(read))
        .containsExactly(
            "2 TRADE +0.03 USD -0.1 FET =0.03 #1",
            "3 TRADE +0.03 USDC -0.1 FET =0.03 #2/1",
            "3 TRADE +0.01 USDC -0.2 GRT =0.01 #2/2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Wrap Asset", "Sell Refund", "Gift"})
  void a_type_that_nobody_knows_is_named(String type) {
    Statement read = newest("1,2026-01-01 00:00:00 UTC," + type + ",TAO,1,USD,$1,$1,$1,$0,,,");
    assertThat(Exports.faults(read).get(0)).startsWith("2: Transaction Type `");
    assertThat(read.entries()).isEmpty();
  }

  @Test
  void the_account_statement_of_pro_joins_the_legs_of_a_trade() {
    Statement read =
        Exports.text(
            "portfolio,type,time,amount,balance,amount/balance unit,transfer id,trade id,order id",
            "default,deposit,2021-01-01T00:00:00.000Z,500,500,USD,x1,,",
            "default,match,2021-01-02T00:00:00.123Z,-300,200,USD,,77,o1",
            "default,match,2021-01-02T00:00:00.123Z,0.01,0.01,BTC,,77,o1",
            "default,fee,2021-01-02T00:00:00.123Z,-1.5,198.5,USD,,77,o1",
            "default,match,2021-01-03T00:00:00.123Z,-98,100.5,USD,,77,o2",
            "default,match,2021-01-03T00:00:00.123Z,0.1,0.1,ETH,,77,o2",
            "default,withdrawal,2021-01-04T00:00:00.000Z,-0.01,0,BTC,x2,,",
            "default,rebate,2021-01-04T00:00:00.000Z,1,1,USD,,,");
    assertThat(Exports.entries(read))
        .containsExactly(
            "2 DEPOSIT +500 USD =500 #x1",
            "3 TRADE +0.01 BTC -300 USD fee 1.5 USD =300 #o1/77",
            "6 TRADE +0.1 ETH -98 USD =98 #o2/77",
            "8 WITHDRAWAL -0.01 BTC #x2");
    assertThat(read.entries().get(1).account()).isEqualTo("Coinbase Pro");
    assertThat(Exports.balances(read))
        .contains("5 USD 198.5 in default", "8 BTC 0 in default")
        .hasSize(7);
    assertThat(Exports.faults(read)).containsExactly("9: type `rebate` is not known");
  }
}
