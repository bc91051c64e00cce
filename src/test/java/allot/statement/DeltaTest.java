package allot.statement;

import static allot.statement.ToolStatements.faults;
import static allot.statement.ToolStatements.lines;
import static allot.statement.ToolStatements.sample;
import static allot.statement.ToolStatements.text;
import static allot.statement.ToolStatements.times;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DeltaTest {
  private static final String HEADER =
      "Date,Way,Base amount,Base currency (name),Base type,Quote amount,Quote currency,Exchange";

  @Test
  void currencies_carry_names_and_times_offsets() {
    Statement read = sample("delta/portfolio.csv");
    assertThat(read.source()).isEqualTo("delta");
    assertThat(read.tool()).isTrue();
    assertThat(faults(read)).isEmpty();
    assertThat(lines(read))
        .containsExactly(
            "2 TRADE Kraken +5 SOL -100 USD fee 0.26 USD [BUY]",
            "3 TRADE Kraken +0.0015 BTC -2 SOL fee 0.01 SOL [SELL]",
            "4 INCOME Kraken +1 SOL [airdrop]",
            "5 DEPOSIT Kraken +3 SOL [DEPOSIT]",
            "6 WITHDRAWAL Kraken -1.5 SOL fee 0.01 SOL [WITHDRAW]",
            "7 TRANSFER Kraken>Ledger +1 SOL -1 SOL fee 0.02 SOL [TRANSFER]");
    assertThat(times(read))
        .startsWith("2023-05-08T19:00:00Z", "2023-05-09T10:00:00Z", "2023-05-10T08:00:00Z");
  }

  @Test
  void stocks_unknown_ways_and_missing_totals_are_faults() {
    Statement read =
        text(
            HEADER,
            "2023-05-08 15:00:00-04:00,BUY,5,TSLA,STOCK,1250,USD,Nasdaq",
            "2023-05-08 15:00:00-04:00,STARE,5,SOL,CRYPTO,1250,USD,Kraken",
            "2023-05-08 15:00:00-04:00,BUY,5,SOL,CRYPTO,,USD,Kraken",
            "2023-05-08 15:00:00-04:00,BUY,,SOL,CRYPTO,5,USD,Kraken");
    assertThat(read.entries()).isEmpty();
    assertThat(faults(read))
        .containsExactly(
            "f.csv:2 `STOCK` is not known as a base type that is kept here",
            "f.csv:3 `STARE` is not known as a way of a transaction",
            "f.csv:4 `Quote amount` is empty or zero",
            "f.csv:5 `Base amount` is empty or zero");
  }
}
