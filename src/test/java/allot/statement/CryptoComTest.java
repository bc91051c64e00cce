package allot.statement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CryptoComTest {
  private static final String HEADER =
      "Timestamp (UTC),Transaction Description,Currency,Amount,To Currency,To Amount,"
          + "Native Currency,Native Amount,Native Amount (in USD),Transaction Kind";

  private static Statement read(String... rows) {
    List<String> lines = new ArrayList<>(List.of(HEADER));
    for (String row : rows) {
      lines.add("2026-01-01 00:00:00,words," + row);
    }
    return Exports.text(lines.toArray(new String[0]));
  }

  @Test
  void the_app_with_hashes_and_a_byte_order_mark() {
    Statement read = Exports.sample("crypto-com/cryptocom_app_bom.csv");
    assertThat(read.faults()).isEmpty();
    assertThat(Exports.entries(read))
        .containsExactly(
            "2 TRADE +1 TAO -250 USD =250",
            "3 TRADE +68.1 USDC -40 NEAR =68",
            "4 INCOME(staking) +9.9110424 CRO =1.06944518",
            "5 INTERNAL",
            "6 WITHDRAWAL -0.5 TAO",
            "7 TRADE +0.0035 CRO -0.0012 FET =0");
    assertThat(read.entries().get(4).hash()).isEqualTo("0xddd1");
    assertThat(read.entries().get(0).account()).isEqualTo("Crypto.com");
  }

  @Test
  void purchases_by_card_are_paid_with_the_native_amount() {
    Statement read =
        read(
            "TAO,2,,,USD,500.00,500.00,crypto_purchase",
            "TAO,2,,,EUR,450.00,500.00,crypto_purchase",
            "USD,-100,TAO,0.4,USD,100,100,recurring_buy_order",
            "TAO,-0.4,USD,99,USD,99,99,crypto_viban_exchange");
    assertThat(Exports.entries(read))
        .containsExactly(
            "2 TRADE +2 TAO -500 USD =500",
            "3 TRADE +2 TAO -450 EUR =500",
            "4 TRADE +0.4 TAO -100 USD =100",
            "5 TRADE +99 USD -0.4 TAO =99");
  }

  @Test
  void native_amounts_of_many_digits_and_of_any_sign_are_values() {
    Statement read =
        read(
            "CRO,-10,,,USD,1.0694451800000000000000000000000000001,1.07,crypto_payment",
            "CRO,-10,,,USD,-1.5,1.5,card_top_up");
    assertThat(Exports.entries(read))
        .containsExactly(
            "2 SPENDING -10 CRO =1.0694451800000000000000000000000000001",
            "3 SPENDING -10 CRO =1.5");
  }

  @Test
  void many_debits_of_dust_are_trades_that_share_the_credit_by_value() {
    Statement read =
        read(
            "CRO,0.4,,,USD,0.04,0.04,dust_conversion_credited",
            "FET,-0.1,,,USD,-0.03,0.03,dust_conversion_debited",
            "GRT,-0.2,,,USD,-0.01,0.01,dust_conversion_debited");
    assertThat(Exports.entries(read))
        .containsExactly("2 TRADE +0.3 CRO -0.1 FET =0.03", "2 TRADE +0.1 CRO -0.2 GRT =0.01");
  }

  @Test
  void dust_without_values_shares_the_credit_equally_to_the_last_unit() {
    Statement read =
        read(
            "CRO,0.1,,,USD,,,dust_conversion_credited",
            "FET,-0.1,,,USD,,,dust_conversion_debited",
            "GRT,-0.2,,,USD,,,dust_conversion_debited",
            "AKT,-0.2,,,USD,,,dust_conversion_debited");
    assertThat(Exports.entries(read))
        .containsExactly(
            "2 TRADE +0.033333333333333333 CRO -0.1 FET",
            "2 TRADE +0.033333333333333333 CRO -0.2 GRT",
            "2 TRADE +0.033333333333333334 CRO -0.2 AKT");
  }

  @Test
  void dust_without_its_credit_is_refused() {
    Statement read = read("FET,-0.1,,,USD,-0.03,0.03,dust_conversion_debited");
    assertThat(Exports.faults(read)).containsExactly("2: a dust_conversion without its other side");
  }

  @Test
  void a_balance_that_was_turned_into_another_keeps_its_lots() {
    Statement read =
        read(
            "USDT,-10,,,USD,10,10,crypto_wallet_swap_debited",
            "USDC,10,,,USD,10,10,crypto_wallet_swap_credited");
    assertThat(Exports.entries(read)).containsExactly("2 CONVERSION +10 USDC -10 USDT");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "lockup_lock",
        "lockup_unlock",
        "lockup_upgrade",
        "supercharger_deposit",
        "supercharger_withdrawal",
        "crypto_earn_program_created",
        "crypto_earn_program_withdrawn",
        "trading.limit_order.fiat_wallet.purchase_lock",
        "trading.limit_order.fiat_wallet.purchase_unlock",
        "dynamic_coin_swap_debited",
        "interest_swap_credited"
      })
  void what_is_locked_changes_nothing(String kind) {
    assertThat(Exports.entries(read("CRO,-10,,,USD,1,1," + kind))).containsExactly("2 INTERNAL");
  }

  @ParameterizedTest
  @CsvSource({
    "crypto_earn_interest_paid,interest",
    "mco_stake_reward,staking",
    "finance.lockup.dpos_compound_interest.crypto_wallet,staking",
    "referral_bonus,referral",
    "referral_gift,referral",
    "referral_card_cashback,cashback",
    "transfer_cashback,cashback",
    "reimbursement,cashback",
    "campaign_reward,reward"
  })
  void income_has_its_kind(String kind, String label) {
    assertThat(Exports.entries(read("CRO,10,,,USD,1,1," + kind)))
        .containsExactly("2 INCOME(" + label + ") +10 CRO =1");
  }

  @Test
  void what_comes_and_goes_and_what_is_taken_back() {
    Statement read =
        read(
            "CRO,10,,,USD,1,1,crypto_deposit",
            "CRO,10,,,USD,1,1,exchange_to_crypto_transfer",
            "CRO,-10,,,USD,1,1,crypto_to_exchange_transfer",
            "CRO,-10,,,USD,1,1,reimbursement_reverted");
    assertThat(Exports.entries(read))
        .containsExactly(
            "2 DEPOSIT +10 CRO", "3 DEPOSIT +10 CRO", "4 WITHDRAWAL -10 CRO", "5 REMOVAL -10 CRO");
  }

  @Test
  void a_kind_that_nobody_knows_is_named() {
    Statement read = read("CRO,10,,,USD,1,1,lottery_win", "CRO,10,,,USD,1,1,");
    assertThat(Exports.faults(read))
        .containsExactly(
            "2: Transaction Kind `lottery_win` is not known", "3: `Transaction Kind` is empty");
    assertThat(read.entries()).isEmpty();
  }
}
