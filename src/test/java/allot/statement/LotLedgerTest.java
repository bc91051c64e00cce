package allot.statement;

import static allot.statement.Story.disposals;
import static allot.statement.Story.income;
import static allot.statement.Story.positions;
import static allot.statement.Story.told;
import static org.assertj.core.api.Assertions.assertThat;

import allot.money.CurrencyUnit;
import allot.price.PriceHistory;
import allot.tax.LotSelection;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What each kind of entry does to lots, gains and income; all figures by hand. */
class LotLedgerTest {

  @Test
  void a_small_year_comes_to_these_lots_gains_and_income() {
    Ledger ledger =
        told()
            .on("2025-11-03")
            .fee("4 USD")
            .trade("2 TAO", "800 USD")
            .on("2026-01-05")
            .fee("0.01 TAO", "3")
            .trade("1 TAO", "300 USD")
            .on("2026-01-20")
            .worth("15")
            .income("0.05 TAO", "staking")
            .on("2026-02-01")
            .worth("160")
            .fee("1 AKT", "0.80")
            .trade("200 AKT", "0.5 TAO")
            .on("2026-03-01T10:00:00Z")
            .fee("0.001 TAO", "0.35")
            .withdrawal("1 TAO")
            .on("2026-03-01T10:40:00Z")
            .in("Ledger")
            .deposit("1.000 TAO")
            .on("2026-04-10")
            .in("Kraken")
            .fee("1 USD")
            .trade("210 USD", "0.6 TAO")
            .on("2026-05-01")
            .worth("75")
            .spending("99 AKT")
            .on("2026-06-01")
            .income("10 SAHARA", "airdrop")
            .on("2026-12-20")
            .in("Ledger")
            .trade("150 USD", "0.25 TAO")
            .ledger();
    assertThat(disposals(ledger))
        .containsExactly(
            "2026-01-05 fee 0.01 TAO of 2025-11-03 in Kraken: 3 - 4.02",
            "2026-02-01 swap 0.5 TAO of 2025-11-03 in Kraken: 159.2 - 201",
            "2026-02-01 fee 1 AKT of 2026-02-01 in Kraken: 0.8 - 0.8",
            "2026-03-01 fee 0.001 TAO of 2025-11-03 in Kraken: 0.35 - 0.402",
            "2026-04-10 sell 0.489 TAO of 2025-11-03 in Kraken: 170.335 - 196.578",
            "2026-04-10 sell 0.111 TAO of 2026-01-05 in Kraken: 38.665 - 33.633",
            "2026-05-01 spend 99 AKT of 2026-02-01 in Kraken: 75 - 79.2",
            "2026-12-20 sell 0.25 TAO of 2025-11-03 in Ledger: 150 - 100.5");
    assertThat(income(ledger))
        .containsExactly(
            "2026-01-20 0.05 TAO staking in Kraken: 15",
            "2026-06-01 10 SAHARA airdrop in Kraken: ?");
    assertThat(positions(ledger))
        .containsExactly(
            "Kraken 0.939 TAO: 0.889 of 2026-01-05 for 269.367, 0.05 of 2026-01-20 for 15",
            "Kraken 100 AKT: 100 of 2026-02-01 for 80",
            "Kraken 10 SAHARA: 10 of 2026-06-01 for ?",
            "Ledger 0.75 TAO: 0.75 of 2025-11-03 for 301.5");
    assertThat(ledger.missing()).isEmpty();
    assertThat(ledger.accounts()).containsExactly("Kraken", "Ledger");
    assertThat(ledger.notes())
        .containsExactly(
            "1 withdrawal and deposit are one transfer between own accounts; lots and dates travel",
            "Kraken: 10 SAHARA in 1 entry of income (k.csv:10): value and cost unknown",
            "Ledger: by its rows 150 USD are left; money is not imported, so give it a holding of its"
                + " own");
  }

  @Test
  void a_buy_costs_the_money_and_every_fee() {
    Ledger ledger =
        told()
            .trade("1 AKT", "1 USD")
            .fee("2.50 USD")
            .trade("1 TAO", "500 USD")
            .fee("0.5 AKT", "0.30")
            .trade("1 NEAR", "5 USD")
            .ledger();
    assertThat(positions(ledger))
        .containsExactly(
            "Kraken 0.5 AKT: 0.5 of 2026-01-01 for 0.5",
            "Kraken 1 TAO: 1 of 2026-01-01 for 502.5",
            "Kraken 1 NEAR: 1 of 2026-01-01 for 5.3");
  }

  @Test
  void a_cost_is_unknown_if_a_part_is_unknown_or_in_another_currency() {
    Ledger ledger =
        told()
            .on("2026-01-01")
            .trade("1 TAO", "400 EUR")
            .on("2026-01-02")
            .fee("1 EUR")
            .trade("1 TAO", "400 USD")
            .on("2026-01-03")
            .fee("0.001 TAO")
            .trade("1 TAO", "400 USD")
            .on("2026-01-04")
            .worth("430")
            .trade("1 TAO", "400 EUR")
            .on("2026-01-05")
            .trade("1 NEAR", "0.999 TAO")
            .ledger();
    assertThat(positions(ledger))
        .containsExactly(
            "Kraken 3 TAO: 1 of 2026-01-02 for ?, 1 of 2026-01-03 for 400.4, 1 of 2026-01-04 for"
                + " 430",
            "Kraken 1 NEAR: 1 of 2026-01-05 for ?");
    assertThat(ledger.notes())
        .containsExactly(
            "Kraken: 2 TAO in 2 acquisitions (the first k.csv:2): cost unknown",
            "Kraken: 1 NEAR in 1 acquisition (k.csv:6): cost unknown",
            "Kraken: 0.999 TAO in 1 disposal (k.csv:6): proceeds unknown");
  }

  @Test
  void a_fee_in_the_coin_that_is_traded_is_worth_what_the_trade_makes_it() {
    Ledger ledger =
        told()
            .on("2026-01-02")
            .trade("1 TAO", "400 USD")
            .on("2026-01-03")
            .fee("0.01 TAO")
            .trade("250 USD", "0.5 TAO")
            .ledger();
    assertThat(disposals(ledger))
        .containsExactly(
            "2026-01-03 sell 0.5 TAO of 2026-01-02 in Kraken: 245 - 200",
            "2026-01-03 fee 0.01 TAO of 2026-01-02 in Kraken: 5 - 4");
  }

  @Test
  void a_swap_brings_its_value_and_costs_it() {
    Ledger ledger =
        told()
            .on("2026-01-01")
            .trade("2 TAO", "600 USD")
            .on("2026-01-02")
            .worth("320")
            .fee("2 USD")
            .trade("500 AKT", "1 TAO")
            .ledger();
    assertThat(disposals(ledger))
        .containsExactly("2026-01-02 swap 1 TAO of 2026-01-01 in Kraken: 320 - 300");
    assertThat(positions(ledger)).contains("Kraken 500 AKT: 500 of 2026-01-02 for 322");
  }

  @Test
  void a_fee_may_be_more_than_a_sale_brings() {
    Ledger ledger =
        told()
            .on("2026-01-01")
            .trade("1 AKT", "3 USD")
            .trade("1 AKT", "3 USD")
            .on("2026-01-02")
            .fee("5 USD")
            .trade("2 USD", "2 AKT")
            .ledger();
    assertThat(disposals(ledger))
        .containsExactly(
            "2026-01-02 sell 1 AKT of 2026-01-01 in Kraken: -1.5 - 3",
            "2026-01-02 sell 1 AKT of 2026-01-01 in Kraken: -1.5 - 3");
  }

  @Test
  void proceeds_over_several_lots_add_up() {
    Ledger ledger =
        told()
            .on("2026-01-01")
            .trade("1 AKT", "1 USD")
            .on("2026-01-02")
            .trade("1 AKT", "1 USD")
            .on("2026-01-03")
            .trade("1 AKT", "1 USD")
            .on("2026-01-04")
            .trade("1 USD", "3 AKT")
            .ledger();
    assertThat(disposals(ledger))
        .containsExactly(
            "2026-01-04 sell 1 AKT of 2026-01-01 in Kraken: 0.33333334 - 1",
            "2026-01-04 sell 1 AKT of 2026-01-02 in Kraken: 0.33333333 - 1",
            "2026-01-04 sell 1 AKT of 2026-01-03 in Kraken: 0.33333333 - 1");
  }

  @Test
  void a_reward_net_of_its_fee_is_one_lot_of_the_net_amount() {
    Ledger ledger = told().worth("0.40").fee("0.05 NEAR").income("0.20 NEAR", "staking").ledger();
    assertThat(income(ledger)).containsExactly("2026-01-01 0.15 NEAR staking in Kraken: 0.3");
    assertThat(positions(ledger)).containsExactly("Kraken 0.15 NEAR: 0.15 of 2026-01-01 for 0.3");
    assertThat(ledger.disposals()).isEmpty();
  }

  @Test
  void income_in_money_is_income_and_no_holding() {
    Ledger ledger = told().income("10 USD", "referral").ledger();
    assertThat(income(ledger)).containsExactly("2026-01-01 10 USD referral in Kraken: 10");
    assertThat(ledger.positions()).isEmpty();
    assertThat(ledger.accounts()).containsExactly("Kraken");
  }

  @Test
  void a_deposit_from_elsewhere_has_no_date_and_no_cost() {
    Ledger ledger =
        told()
            .on("2026-01-01")
            .worth("70")
            .deposit("100 AKT")
            .on("2026-01-02")
            .trade("50 AKT", "30 USD")
            .on("2026-01-03")
            .trade("40 USD", "60 AKT")
            .ledger();
    assertThat(disposals(ledger))
        .containsExactly(
            "2026-01-03 sell 50 AKT of 2026-01-02 in Kraken: 33.33333333 - 30",
            "2026-01-03 sell 10 AKT of ? in Kraken: 6.66666667 - ?");
    assertThat(positions(ledger)).containsExactly("Kraken 90 AKT: 90 of ? for ?");
    assertThat(ledger.notes())
        .containsExactly(
            "Kraken: 100 AKT in 1 deposit from elsewhere (k.csv:2): date and cost unknown",
            "Kraken: by its rows 10 USD are left; money is not imported, so give it a holding of its"
                + " own");
  }

  @Test
  void a_withdrawal_to_elsewhere_takes_lots_and_sells_nothing() {
    Ledger ledger =
        told()
            .on("2026-01-01")
            .trade("1 TAO", "300 USD")
            .on("2026-01-02")
            .withdrawal("0.25 TAO")
            .withdrawal("100 USD")
            .on("2026-01-03")
            .withdrawal("0.50 TAO")
            .ledger();
    assertThat(ledger.disposals()).isEmpty();
    assertThat(positions(ledger)).containsExactly("Kraken 0.25 TAO: 0.25 of 2026-01-01 for 75");
    assertThat(ledger.notes())
        .containsExactly(
            "Kraken: 0.75 TAO in 2 withdrawals to elsewhere (the first k.csv:3): they left without"
                + " a sale");
  }

  @Test
  void what_is_given_away_or_lost_is_gone_without_a_word() {
    Ledger ledger =
        told()
            .on("2026-01-01")
            .trade("1 TAO", "300 USD")
            .on("2026-01-02")
            .removal("1 TAO")
            .ledger();
    assertThat(ledger.positions()).isEmpty();
    assertThat(ledger.disposals()).isEmpty();
    assertThat(ledger.notes()).isEmpty();
  }

  @Test
  void a_conversion_keeps_dates_and_divides_in_proportion() {
    Ledger ledger =
        told()
            .on("2025-01-01")
            .trade("100 AGIX", "30 USD")
            .on("2025-02-01")
            .trade("200 AGIX", "90 USD")
            .on("2026-01-01")
            .conversion("130.005 FET", "300 AGIX")
            .ledger();
    assertThat(positions(ledger))
        .containsExactly(
            "Kraken 130.005 FET: 43.335 of 2025-01-01 for 30, 86.67 of 2025-02-01 for 90");
    assertThat(ledger.disposals()).isEmpty();
  }

  @Test
  void what_is_traded_for_its_own_new_name_keeps_its_lots() {
    Ledger ledger =
        told()
            .on("2024-01-01")
            .trade("10 MATIC", "8 USD")
            .on("2026-01-01")
            .trade("10 POL", "10 MATIC")
            .ledger();
    assertThat(positions(ledger)).containsExactly("Kraken 10 POL: 10 of 2024-01-01 for 8");
    assertThat(ledger.disposals()).isEmpty();
  }

  @Test
  void a_fee_alone_is_a_disposal() {
    Ledger ledger =
        told()
            .on("2026-01-01")
            .trade("1 ETH", "3000 USD")
            .on("2026-01-02")
            .fee("0.01 ETH", "31")
            .feeAlone()
            .on("2026-01-03")
            .fee("5 USD")
            .feeAlone()
            .ledger();
    assertThat(disposals(ledger))
        .containsExactly("2026-01-02 fee 0.01 ETH of 2026-01-01 in Kraken: 31 - 30");
  }

  @Test
  void of_one_instant_what_comes_counts_before_what_goes() {
    Ledger ledger =
        told()
            .trade("100 USD", "2 TAO")
            .worth("90")
            .trade("5 AKT", "1 NEAR")
            .worth("95")
            .trade("1 NEAR", "1 TAO")
            .trade("3 TAO", "150 USD")
            .ledger();
    assertThat(ledger.missing()).isEmpty();
    assertThat(positions(ledger)).containsExactly("Kraken 5 AKT: 5 of 2026-01-01 for 90");
  }

  @Test
  void dates_are_local() {
    Ledger ledger =
        told()
            .on("2026-01-01T03:30:00Z")
            .trade("1 TAO", "300 USD")
            .ledger(Story.terms(ZoneId.of("America/New_York"), LotSelection.FIFO, false));
    assertThat(positions(ledger)).containsExactly("Kraken 1 TAO: 1 of 2025-12-31 for 300");
  }

  @Test
  void the_method_says_which_lots_go_first() {
    Story story =
        told()
            .on("2026-01-01")
            .trade("1 TAO", "300 USD")
            .on("2026-01-02")
            .trade("1 TAO", "500 USD")
            .on("2026-01-03")
            .trade("1 TAO", "400 USD")
            .on("2026-01-04")
            .trade("600 USD", "1.5 TAO");
    assertThat(positions(story.ledger()))
        .containsExactly("Kraken 1.5 TAO: 0.5 of 2026-01-02 for 250, 1 of 2026-01-03 for 400");
    assertThat(positions(story.ledger(Story.terms(ZoneOffset.UTC, LotSelection.LIFO, false))))
        .containsExactly("Kraken 1.5 TAO: 1 of 2026-01-01 for 300, 0.5 of 2026-01-02 for 250");
    assertThat(positions(story.ledger(Story.terms(ZoneOffset.UTC, LotSelection.HIFO, false))))
        .containsExactly("Kraken 1.5 TAO: 1 of 2026-01-01 for 300, 0.5 of 2026-01-03 for 200");
  }

  @Test
  void all_that_was_never_bought_is_missing() {
    Story story =
        told()
            .on("2026-01-01")
            .trade("1 TAO", "300 USD")
            .on("2026-01-02")
            .trade("900 USD", "3 TAO")
            .on("2026-01-03")
            .transfer("5 AKT", "5 AKT", "Ledger")
            .on("2026-01-04")
            .in("Ledger")
            .trade("3 USD", "6 AKT");
    Ledger refused = story.ledger();
    assertThat(refused.missing())
        .extracting(
            lack ->
                lack.account()
                    + " "
                    + Story.plain(lack.quantity())
                    + " "
                    + lack.symbol()
                    + " "
                    + lack.origin())
        .containsExactly("Kraken 2 TAO k.csv:3", "Kraken 5 AKT k.csv:4", "Ledger 1 AKT k.csv:5");
    Ledger filled = story.ledger(Story.terms(ZoneOffset.UTC, LotSelection.FIFO, true));
    assertThat(filled.missing()).isEmpty();
    assertThat(filled.positions()).isEmpty();
    assertThat(disposals(filled))
        .containsExactly(
            "2026-01-02 sell 1 TAO of 2026-01-01 in Kraken: 300 - 300",
            "2026-01-02 sell 2 TAO of ? in Kraken: 600 - ?",
            "2026-01-04 sell 5 AKT of ? in Ledger: 2.5 - ?",
            "2026-01-04 sell 1 AKT of ? in Ledger: 0.5 - ?");
    assertThat(filled.notes())
        .containsExactly(
            "Kraken: 2 TAO in 1 entry that took more than was held (k.csv:3): counted as held"
                + " before, date and cost unknown",
            "Kraken: 5 AKT in 1 entry that took more than was held (k.csv:4): counted as held"
                + " before, date and cost unknown",
            "Ledger: 1 AKT in 1 entry that took more than was held (k.csv:5): counted as held"
                + " before, date and cost unknown",
            "Kraken: by its rows 600 USD are left; money is not imported, so give it a holding of its"
                + " own",
            "Ledger: by its rows 3 USD are left; money is not imported, so give it a holding of its"
                + " own");
  }

  @Test
  void a_missing_value_is_the_close_of_that_very_day() {
    PriceHistory history =
        PriceHistory.of(
            Map.of(
                Story.coin("TAO").asset().id(),
                Map.of(LocalDate.of(2026, 1, 2), new BigDecimal("310.123456789")),
                Story.coin("AKT").asset().id(),
                Map.of(LocalDate.of(2026, 1, 3), new BigDecimal("0.5"))));
    Ledger ledger =
        told()
            .on("2026-01-02T23:59:59Z")
            .income("0.5 TAO", "staking")
            .on("2026-01-03T00:00:00Z")
            .trade("300 AKT", "0.25 TAO")
            .on("2026-01-04")
            .income("0.5 TAO", "staking")
            .ledger(
                new LedgerTerms(
                    CurrencyUnit.USD,
                    ZoneOffset.UTC,
                    LotSelection.FIFO,
                    false,
                    history,
                    date -> true,
                    Instant.MAX));
    assertThat(income(ledger))
        .containsExactly(
            "2026-01-02 0.5 TAO staking in Kraken: 155.06172839",
            "2026-01-04 0.5 TAO staking in Kraken: ?");
    assertThat(disposals(ledger))
        .containsExactly("2026-01-03 swap 0.25 TAO of 2026-01-02 in Kraken: 150 - 77.5308642");
    assertThat(ledger.notes())
        .containsExactly(
            "Kraken: 0.5 TAO in 1 entry of income (k.csv:4): value and cost unknown",
            "value by the close of the day, of 2 entries: k.csv:2, k.csv:3");
  }
}
