package allot.statement;

import static allot.statement.ToolStatements.faults;
import static allot.statement.ToolStatements.lines;
import static allot.statement.ToolStatements.sample;
import static allot.statement.ToolStatements.text;
import static allot.statement.ToolStatements.times;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CoinTrackingTest {
  private static final String HEADER =
      "Type,Buy,Cur.,Sell,Cur.,Fee,Cur.,Exchange,Group,Comment,Date,Tx-ID";

  @Test
  void three_columns_of_one_name_belong_to_the_amounts_before_them() {
    Statement read = sample("cointracking/trades.csv");
    assertThat(read.source()).isEqualTo("cointracking");
    assertThat(read.tool()).isTrue();
    assertThat(faults(read)).isEmpty();
    assertThat(lines(read))
        .containsExactly(
            // 505 has the fee of 5 in it; of 1 TAO bought 0.01 was the fee
            "2 TRADE Kraken +1 TAO -500 USD fee 5 USD [Trade] id T1",
            "3 TRADE Kraken +1 TAO -500 USD fee 0.01 TAO [Trade] id T2",
            "4 TRADE Binance +2 AKT -6 USD [Trade] id T3",
            "5 FEE Binance fee 0.001 BNB [Other Fee] id T4",
            "6 WITHDRAWAL Kraken -1 TAO fee 0.001 TAO [Withdrawal] id T5",
            "7 INCOME Kraken +0.01 TAO [staking] id T6",
            "8 DEPOSIT imported +0.02 TAO [Gift / Tip]",
            "9 REMOVAL Kraken -0.03 TAO [Gift]");
  }

  @Test
  void times_are_local_and_of_either_form() {
    Statement read =
        sample(
            "cointracking/trades.csv",
            Map.of(),
            ToolStatements.terms(ZoneId.of("Europe/Berlin"), Optional.empty()));
    assertThat(times(read)).startsWith("2025-09-20T11:00:00Z");
    assertThat(times(read)).contains("2025-09-23T06:00:00Z");
  }

  @Test
  void an_export_without_ids_is_known_too() {
    Statement read =
        text(
            "Type,Buy,Cur.,Sell,Cur.,Fee,Cur.,Exchange,Group,Comment,Date",
            "Deposit,1,TAO,-,,-,,Kraken,,,20.09.2019 13:00:00");
    assertThat(lines(read)).containsExactly("2 DEPOSIT Kraken +1 TAO [Deposit]");
  }

  @Test
  void unknown_types_and_sides_that_do_not_fit_are_faults() {
    Statement read =
        text(
            HEADER,
            "Wish,1,TAO,-,,-,,Kraken,,,2025-09-20 13:00:00,",
            "Trade,1,TAO,-,,-,,Kraken,,,2025-09-20 13:00:00,",
            "Deposit,-,,1,TAO,-,,Kraken,,,2025-09-20 13:00:00,",
            "Spend,-,,1,TAO,2,TAO,Kraken,,,2025-09-20 13:00:00,");
    assertThat(read.entries()).isEmpty();
    assertThat(faults(read))
        .containsExactly(
            "f.csv:2 `Wish` is not known as a type of transaction",
            "f.csv:3 `Trade` goes with an amount that comes and one that goes, and the row lists"
                + " others",
            "f.csv:4 `Deposit` goes with one amount that comes, and the row lists others",
            "f.csv:5 `Fee` is above `Sell`, which has it in it");
  }
}
