package allot.statement;

import static allot.statement.Story.positions;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import allot.problem.ProblemException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Files that tell of the same accounts. */
class OverlapTest {
  private static Ledger ledger(Story... stories) {
    List<Statement> statements = Arrays.stream(stories).map(Story::statement).toList();
    return LotLedger.of(statements, Story.TERMS);
  }

  @Test
  void overlapping_files_count_an_entry_once_and_equal_fills_of_one_file_twice() {
    Story first =
        new Story("a.csv", "kraken")
            .on("2026-01-01")
            .trade("1 TAO", "300 USD")
            .on("2026-01-02")
            .trade("1 TAO", "310 USD")
            .trade("1 TAO", "310 USD");
    Story second =
        new Story("b.csv", "kraken")
            .on("2026-01-02")
            .in("KRAKEN")
            .trade("1.0 TAO", "310.00 USD")
            .trade("1.0 TAO", "310.00 USD")
            .on("2026-01-03")
            .trade("1 TAO", "320 USD");
    Ledger ledger = ledger(first, second);
    assertThat(positions(ledger))
        .containsExactly(
            "Kraken 4 TAO: 1 of 2026-01-01 for 300, 1 of 2026-01-02 for 310, 1 of 2026-01-02 for"
                + " 310, 1 of 2026-01-03 for 320");
    assertThat(ledger.notes())
        .containsExactly("2 entries stand in another file too and count once");
    assertThat(ledger.accounts()).containsExactly("Kraken");
  }

  @Test
  void an_id_tells_equal_fills_apart_across_files() {
    Story first =
        new Story("a.csv", "kraken")
            .id("1")
            .trade("1 TAO", "9 USD")
            .id("2")
            .trade("1 TAO", "9 USD");
    Story second =
        new Story("b.csv", "kraken")
            .id("2")
            .trade("1 TAO", "9 USD")
            .id("3")
            .trade("1 TAO", "9 USD");
    assertThat(positions(ledger(first, second)).get(0)).startsWith("Kraken 3 TAO");
  }

  @Test
  void an_export_without_ids_is_the_same_as_a_later_one_with_them() {
    Story old =
        new Story("a.csv", "coinbase")
            .trade("1 TAO", "9 USD")
            .trade("1 TAO", "9 USD")
            .trade("2 TAO", "9 USD");
    Story later =
        new Story("b.csv", "coinbase")
            .id("1")
            .trade("1 TAO", "9 USD")
            .id("2")
            .trade("1 TAO", "9 USD");
    assertThat(positions(ledger(old, later)).get(0)).startsWith("Kraken 4 TAO");
    assertThat(positions(ledger(later, old)).get(0)).startsWith("Kraken 4 TAO");
  }

  @Test
  void of_the_same_entry_the_one_that_knows_its_value_counts() {
    Story old = new Story("a.csv", "kraken").income("1 TAO", "staking");
    Story later = new Story("b.csv", "kraken").worth("300").income("1 TAO", "staking");
    assertThat(positions(ledger(old, later)))
        .containsExactly("Kraken 1 TAO: 1 of 2026-01-01 for 300");
  }

  @Test
  void an_account_that_two_sources_tell_of_is_refused() {
    Story exchange = new Story("cb.csv", "coinbase").in("Coinbase").trade("1 TAO", "9 USD");
    Story tool =
        new Story("koinly.csv", "koinly").in("Ledger").transfer("1 TAO", "1 TAO", "coinbase");
    assertThatThrownBy(() -> ledger(exchange, tool))
        .isInstanceOf(ProblemException.class)
        .hasMessage(
            "the account Coinbase is told by coinbase (cb.csv) and by koinly (koinly.csv): it would"
                + " count twice; leave one out, or import them one by one with --account");
  }

  @Test
  void a_balance_that_agrees_says_nothing_and_wallets_are_summed() {
    Ledger ledger =
        new Story("k.csv", "kraken")
            .on("2026-01-01")
            .trade("3 TAO", "9 USD")
            .balance("spot / main", "3 TAO")
            .on("2026-01-02")
            .balance("spot / main", "1 TAO")
            .balance("earn / bonded", "2 TAO")
            .on("2026-01-03")
            .worth("3")
            .income("1 TAO", "staking")
            .balance("earn / bonded", "3.0 TAO")
            .balance("spot / main", "100 USD")
            .ledger();
    assertThat(ledger.notes()).isEmpty();
  }

  @Test
  void of_several_balances_of_one_instant_any_may_be_the_last() {
    Ledger ledger =
        new Story("k.csv", "kraken")
            .trade("1 TAO", "9 USD")
            .balance("", "1 TAO")
            .trade("2 TAO", "9 USD")
            .balance("", "3 TAO")
            .trade("3 USD", "1.5 TAO")
            .balance("", "1.5 TAO")
            .ledger();
    assertThat(ledger.notes()).isEmpty();
  }

  @Test
  void balances_that_disagree_are_told_first_and_last() {
    Ledger ledger =
        new Story("k.csv", "kraken")
            .on("2026-01-01")
            .trade("1 TAO", "9 USD")
            .balance("", "6 TAO")
            .on("2026-01-02")
            .trade("1 TAO", "9 USD")
            .balance("", "7.0 TAO")
            .on("2026-01-03")
            .trade("5 USD", "1 TAO")
            .balance("", "6 TAO")
            .ledger();
    assertThat(ledger.notes())
        .containsExactly(
            "Kraken: of TAO there are 6 by the statement, 1 by its entries (k.csv:2); at last 6 by"
                + " the statement, 1 by its entries (k.csv:4)");
  }
}
