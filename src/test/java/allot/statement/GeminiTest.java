package allot.statement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GeminiTest {
  private static final String HEADER =
      "Date,Time (UTC),Type,Symbol,Specification,USD Amount USD,Fee (USD) USD,USD Balance USD,"
          + "GUSD Amount GUSD,Fee (GUSD) GUSD,GUSD Balance GUSD,"
          + "ETH Amount ETH,Fee (ETH) ETH,ETH Balance ETH,Trade ID,Tx Hash";

  @Test
  void three_columns_of_each_asset_hold_amount_fee_and_balance() {
    Statement read = Exports.sample("gemini/gemini.csv");
    assertThat(read.faults()).isEmpty();
    assertThat(read.rows()).isEqualTo(4);
    assertThat(Exports.entries(read))
        .containsExactly(
            "2 TRADE +0.0101601 BTC -519.83 USD fee 1.82 USD =519.83 #1001",
            "3 DEPOSIT +500 USD =500",
            "4 TRADE +150 USD -100 FIL fee 0.3 USD =150 #1002",
            "5 WITHDRAWAL -0.005 BTC fee 0.0001 BTC");
    assertThat(Exports.balances(read))
        .containsExactly(
            "2 BTC 0.0101601 in ",
            "2 USD 4478.35 in ",
            "3 USD 4978.35 in ",
            "4 FIL 0 in ",
            "4 USD 5128.05 in ",
            "5 BTC 0.0050601 in ");
    assertThat(read.entries().get(0).at()).isEqualTo(Instant.parse("2026-02-19T04:26:23.644Z"));
    assertThat(read.entries().get(0).account()).isEqualTo("Gemini");
    assertThat(read.entries().get(3).hash()).isEqualTo("abc123");
  }

  @Test
  void a_market_is_split_where_both_sides_have_columns() {
    Statement read =
        Exports.text(
            HEADER,
            "2026-02-19,04:26:23,Buy,ETHGUSD,Limit,,,,(250.0 GUSD),(1.0 GUSD),,0.1 ETH,,,5,",
            "2026-02-20,04:26:23,Sell,ETHUSD,Limit,$250.00,,,,,,(0.1 ETH),(0.001 ETH),,6,");
    assertThat(Exports.entries(read))
        .containsExactly(
            "2 TRADE +0.1 ETH -250 GUSD fee 1 GUSD #5",
            "3 TRADE +250 USD -0.1 ETH fee 0.001 ETH =250 #6");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-02-19,04:26:23.5,2026-02-19T04:26:23.5Z",
    "2026-02-19 04:26:23.5,,2026-02-19T04:26:23.5Z",
    "2026-02-19 04:26:23.5,04:26:23.5,2026-02-19T04:26:23.5Z",
    "2026-02-19 00:00:00,04:26:23.5,2026-02-19T04:26:23.5Z"
  })
  void the_date_may_hold_the_time(String date, String time, String at) {
    Statement read =
        Exports.text(
            HEADER,
            date + "," + (time == null ? "" : time) + ",Credit,ETH,Deposit (ETH),,,,,,,1 ETH,,,,");
    assertThat(read.entries().get(0).at()).isEqualTo(Instant.parse(at));
  }

  @ParameterizedTest
  @CsvSource({
    "Interest Credit,interest",
    "Staking Reward,staking",
    "Credit Card Reward,reward",
    "Referral Bonus,referral",
    "Administrative Credit,other"
  })
  void what_is_credited_is_income_by_its_specification(String word, String kind) {
    Statement read =
        Exports.text(
            HEADER, "2026-02-19,04:26:23,Credit,ETH," + word + ",,,,,,,0.1 ETH,,0.1 ETH,,");
    assertThat(Exports.entries(read)).containsExactly("2 INCOME(" + kind + ") +0.1 ETH");
  }

  @Test
  void what_nobody_knows_is_named() {
    Statement read =
        Exports.text(
            HEADER,
            "2026-02-19,04:26:23,Lend,ETH,,,,,,,,0.1 ETH,,,,",
            "2026-02-19,04:26:23,Credit,ETH,Lottery,,,,,,,0.1 ETH,,,,",
            "2026-02-19,04:26:23,Debit,ETH,Lottery,,,,,,,(0.1 ETH),,,,",
            "2026-02-19,04:26:23,Credit,TAO,Deposit (TAO),,,,,,,0.1 ETH,,,,",
            "2026-02-19,04:26:23,Buy,BTCGUSDPERP,Limit,,,,,,,0.1 ETH,,,,",
            "2026-02-19,04:26:23,Buy,ETHTAO,Limit,,,,,,,0.1 ETH,,,,");
    assertThat(Exports.faults(read))
        .containsExactly(
            "2: Type `lend` is not known",
            "3: Specification `lottery` is not known",
            "4: Specification `lottery` is not known",
            "5: Symbol `TAO` is not known",
            "6: a perpetual future moves no coins",
            "7: Symbol `ETHTAO` is not known");
    assertThat(read.entries()).isEmpty();
  }
}
