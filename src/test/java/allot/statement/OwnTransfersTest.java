package allot.statement;

import static allot.statement.Story.disposals;
import static allot.statement.Story.positions;
import static allot.statement.Story.told;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Which withdrawals and deposits are one transfer, and what travels. */
class OwnTransfersTest {
  private static Story bought() {
    return told().on("2025-01-01").trade("1 TAO", "200 USD").trade("1 ETH", "3000 USD");
  }

  @Test
  void lots_and_dates_travel() {
    Ledger ledger =
        bought()
            .on("2026-02-01T10:00:00Z")
            .withdrawal("0.5 TAO")
            .on("2026-02-02T10:00:00Z")
            .in("Ledger")
            .deposit("0.50 TAO")
            .ledger();
    assertThat(positions(ledger))
        .containsExactly(
            "Kraken 0.5 TAO: 0.5 of 2025-01-01 for 100",
            "Kraken 1 ETH: 1 of 2025-01-01 for 3000",
            "Ledger 0.5 TAO: 0.5 of 2025-01-01 for 100");
  }

  @Test
  void a_fee_may_be_within_what_was_sent_or_on_top() {
    String within = "2026-02-01 fee 0.1 TAO of 2025-01-01 in Kraken: 25 - 20";
    Ledger ledger =
        bought()
            .on("2026-02-01T10:00:00Z")
            .fee("0.1 TAO", "25")
            .withdrawal("0.5 TAO")
            .on("2026-02-01T11:00:00Z")
            .in("Ledger")
            .deposit("0.4 TAO")
            .ledger();
    assertThat(disposals(ledger)).containsExactly(within);
    assertThat(positions(ledger))
        .contains(
            "Kraken 0.5 TAO: 0.5 of 2025-01-01 for 100",
            "Ledger 0.4 TAO: 0.4 of 2025-01-01 for 80");
    Ledger onTop =
        bought()
            .on("2026-02-01")
            .fee("0.1 TAO", "25")
            .transfer("0.5 TAO", "0.5 TAO", "Ledger")
            .ledger();
    assertThat(disposals(onTop)).containsExactly(within);
    assertThat(positions(onTop))
        .contains(
            "Kraken 0.4 TAO: 0.4 of 2025-01-01 for 80",
            "Ledger 0.5 TAO: 0.5 of 2025-01-01 for 100");
  }

  @Test
  void what_a_transfer_loses_without_a_word_is_a_fee_too() {
    Ledger ledger = bought().on("2026-02-01").transfer("0.5 TAO", "0.499 TAO", "Ledger").ledger();
    assertThat(disposals(ledger))
        .containsExactly("2026-02-01 fee 0.001 TAO of 2025-01-01 in Kraken: ? - 0.2");
    assertThat(positions(ledger)).contains("Ledger 0.499 TAO: 0.499 of 2025-01-01 for 99.8");
  }

  @Test
  void a_hash_decides_before_amount_and_time() {
    Ledger ledger =
        bought()
            .on("2026-02-01T10:00:00Z")
            .hash("0xAAA1")
            .withdrawal("0.5 TAO")
            .on("2026-02-01T10:01:00Z")
            .in("Other")
            .hash("0xbbb2")
            .deposit("0.5 TAO")
            .on("2026-02-04T10:00:00Z")
            .in("Ledger")
            .hash("aaa1")
            .deposit("0.49 TAO")
            .ledger();
    assertThat(positions(ledger))
        .contains("Other 0.5 TAO: 0.5 of ? for ?", "Ledger 0.49 TAO: 0.49 of 2025-01-01 for 98");
    assertThat(disposals(ledger))
        .containsExactly("2026-02-01 fee 0.01 TAO of 2025-01-01 in Kraken: ? - 2");
  }

  @Test
  void later_than_a_day_or_another_amount_or_asset_is_no_transfer() {
    Ledger ledger =
        bought()
            .on("2026-02-01T10:00:00Z")
            .withdrawal("0.5 TAO")
            .in("Ledger")
            .on("2026-02-01T10:05:00Z")
            .deposit("0.5 ETH")
            .deposit("0.51 TAO")
            .on("2026-02-02T10:00:01Z")
            .deposit("0.5 TAO")
            .ledger();
    assertThat(positions(ledger))
        .contains(
            "Ledger 0.5 ETH: 0.5 of ? for ?", "Ledger 1.01 TAO: 0.51 of ? for ?, 0.5 of ? for ?");
    assertThat(ledger.notes()).hasSize(3);
  }

  @Test
  void clocks_may_differ_a_little() {
    Ledger ledger =
        bought()
            .on("2026-02-01T09:30:00Z")
            .in("Ledger")
            .deposit("0.5 TAO")
            .on("2026-02-01T10:00:00Z")
            .in("Kraken")
            .withdrawal("0.5 TAO")
            .on("2026-02-01T09:45:00Z")
            .in("Ledger")
            .trade("150 USD", "0.5 TAO")
            .ledger();
    assertThat(disposals(ledger))
        .containsExactly("2026-02-01 sell 0.5 TAO of 2025-01-01 in Ledger: 150 - 100");
    assertThat(ledger.missing()).isEmpty();
  }

  @Test
  void another_account_comes_before_the_same_and_the_nearest_before_others() {
    Ledger ledger =
        bought()
            .on("2026-02-01T10:00:00Z")
            .withdrawal("0.5 TAO")
            .on("2026-02-01T10:01:00Z")
            .deposit("0.5 TAO")
            .on("2026-02-01T13:00:00Z")
            .in("Far")
            .deposit("0.5 TAO")
            .on("2026-02-01T12:00:00Z")
            .in("Near")
            .deposit("0.5 TAO")
            .ledger();
    assertThat(positions(ledger))
        .contains(
            "Kraken 1 TAO: 0.5 of 2025-01-01 for 100, 0.5 of ? for ?",
            "Near 0.5 TAO: 0.5 of 2025-01-01 for 100",
            "Far 0.5 TAO: 0.5 of ? for ?");
  }

  @Test
  void what_comes_back_to_its_account_is_what_left_it() {
    Ledger ledger =
        bought()
            .on("2026-02-01T10:00:00Z")
            .withdrawal("0.5 TAO")
            .on("2026-02-01T10:30:00Z")
            .deposit("0.5 TAO")
            .ledger();
    assertThat(positions(ledger))
        .contains("Kraken 1 TAO: 0.5 of 2025-01-01 for 100, 0.5 of 2025-01-01 for 100");
  }

  @Test
  void transfers_of_one_instant_find_their_order() {
    Ledger ledger =
        bought()
            .on("2026-02-01")
            .in("B")
            .transfer("1 TAO", "1 TAO", "A")
            .in("Kraken")
            .transfer("1 TAO", "1 TAO", "B")
            .in("A")
            .transfer("1 TAO", "1 TAO", "C")
            .ledger();
    assertThat(ledger.missing()).isEmpty();
    assertThat(positions(ledger)).contains("C 1 TAO: 1 of 2025-01-01 for 200");
  }

  @Test
  void money_travels_without_lots_and_what_is_left_is_told() {
    Ledger ledger =
        told()
            .withdrawal("100 USD")
            .in("Bank")
            .deposit("100 USD")
            .transfer("50 USD", "50 USD", "Kraken")
            .ledger();
    assertThat(ledger.positions()).isEmpty();
    assertThat(ledger.notes())
        .containsExactly(
            "Bank: by its rows 50 USD are left; money is not imported, so give it a holding of its own");
  }
}
