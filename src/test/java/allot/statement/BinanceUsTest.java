package allot.statement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BinanceUsTest {
  private static final String HEADER =
      "User ID,Time,Category,Operation,Order ID,Transaction ID,Primary Asset,"
          + "Realized Amount For Primary Asset,Realized Amount for Primary Asset in USD,"
          + "Base Asset,Realized Amount For Base Asset,Realized Amount For Base Asset In USD,"
          + "Quote Asset,Realized Amount for Quote Asset,Realized Amount for Quote Asset in USD,"
          + "Fee Asset,Realized Amount for Fee Asset,Realized Amount for Fee Asset in USD,"
          + "Payment Method,Withdraw Method,Additional Note";

  private static Statement read(String... rows) {
    List<String> lines = new ArrayList<>(List.of(HEADER));
    for (String row : rows) {
      lines.add("1,2026-01-01 00:00:00," + row + ",Wallet,,");
    }
    return Exports.text(lines.toArray(new String[0]));
  }

  @Test
  void the_new_columns() {
    Statement read = Exports.sample("binance-us/binance_us_new.csv");
    assertThat(read.faults()).isEmpty();
    assertThat(Exports.entries(read))
        .containsExactly(
            "2 DEPOSIT +39.27 FET #11",
            "3 TRADE +3.6324 USDT -15 FET fee 0.0188 USDT =3.6321 ~0.0188 #12",
            "4 TRADE +10 NEAR -17.01 USDT fee 0.00001 BNB =17.01 ~0.006 #13",
            "5 TRADE +8.5 USDT -5 NEAR fee 0.0085 USDT =8.5 ~0.0085 #14",
            "6 INCOME(staking) +0.01 ATOM =0.05 #15",
            "7 TRADE +0.0011 BTC -99.5 USD fee 0.5 USD =99.5 #16",
            "8 WITHDRAWAL -2 NEAR fee 0.01 NEAR ~0.02 #17");
    assertThat(read.entries().get(0).account()).isEqualTo("Binance.US");
    assertThat(read.entries().get(0).at()).isEqualTo(Instant.parse("2026-02-17T23:22:01Z"));
  }

  @Test
  void the_legacy_columns() {
    Statement read = Exports.sample("binance-us/binance_us_legacy.csv");
    assertThat(Exports.entries(read))
        .containsExactly("2 TRADE +10 NEAR -47.01 USD fee 0.00001 BNB =47.01 ~0.006 #13");
    assertThat(read.entries().get(0).at()).isEqualTo(Instant.parse("2021-02-20T07:33:34.123Z"));
  }

  @Test
  void every_known_header_is_its_own() {
    for (String header : new BinanceUs().headers()) {
      assertThat(new BinanceUs().open(new Header(List.of(header.split(","))), Exports.terms()))
          .isPresent();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"Buy,Buy", "Sell,Sell", "Quick Buy,Buy", "Convert,Sell", "Convert,Buy"})
  void outside_spot_trading_the_base_is_given_whatever_the_word(String words) {
    Statement read = read(words + ",1,2,,,,TAO,1,250,NEAR,100,249,,,");
    assertThat(Exports.entries(read)).containsExactly("2 TRADE +100 NEAR -1 TAO =249 #2");
  }

  @Test
  void a_sale_for_money_has_its_fee_beside_it() {
    Statement read = read("Sell,Sell,1,2,,,,TAO,1,250,USD,250,250,USD,1.25,1.25");
    assertThat(Exports.entries(read))
        .containsExactly("2 TRADE +250 USD -1 TAO fee 1.25 USD =250 #2");
  }

  @Test
  void in_spot_trading_the_word_counts() {
    Statement read =
        read(
            "Spot Trading,Buy,1,2,,,,TAO,1,250,USDT,,250,,,",
            "Spot Trading,Sell,1,3,,,,TAO,1,250,BTC,0.003,249,,,",
            "Spot Trading,Buy,1,4,,,,TAO,1,250,BTC,,249,,,");
    assertThat(Exports.entries(read))
        .containsExactly("2 TRADE +1 TAO -250 USDT =250 #2", "3 TRADE +0.003 BTC -1 TAO =249 #3");
    assertThat(Exports.faults(read)).containsExactly("4: no amount of the Quote Asset");
  }

  @ParameterizedTest
  @CsvSource({
    "Staking Rewards,INCOME(staking) +0.5 TAO =125 #2",
    "Referral Commission,INCOME(referral) +0.5 TAO =125 #2",
    "Others,INCOME(airdrop) +0.5 TAO =125 #2"
  })
  void what_is_distributed_is_income(String operation, String expected) {
    Statement read = read("Distribution," + operation + ",1,2,TAO,0.5,125,,,,,,,,,");
    assertThat(Exports.entries(read)).containsExactly("2 " + expected);
  }

  @Test
  void a_negative_distribution_is_a_fee() {
    Statement read = read("Distribution,Staking Rewards,1,2,TAO,-0.5,-125,,,,,,,,,");
    assertThat(Exports.entries(read)).containsExactly("2 FEE fee 0.5 TAO ~125 #2");
  }

  @ParameterizedTest
  @CsvSource({
    "Gift,Gift,Category `gift` is not known",
    "Spot Trading,Lend,Operation `lend` is not known",
    "Distribution,Lottery,Operation `lottery` is not known"
  })
  void what_nobody_knows_is_named(String category, String operation, String message) {
    Statement read = read(category + "," + operation + ",1,2,TAO,1,1,TAO,1,1,USD,1,1,,,");
    assertThat(Exports.faults(read)).containsExactly("2: " + message);
    assertThat(read.entries()).isEmpty();
  }
}
