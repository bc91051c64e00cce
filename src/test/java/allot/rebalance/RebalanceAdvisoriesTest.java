package allot.rebalance;

import static org.assertj.core.api.Assertions.assertThat;

import allot.portfolio.TaxProfile.WashSale;
import allot.problem.Warning;
import allot.problem.Warning.Code;
import allot.tax.LotSale;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RebalanceAdvisoriesTest {
  private static final String ID = "bittensor";

  private static List<String> said(PlanSample sample) {
    return RebalanceAdvisories.of(sample.plan()).stream().map(Warning::message).toList();
  }

  /** One unit of one lot, sold for 1,500 on a date, at a gain of 1,000. */
  private static PlanSample gain(String acquired, String today) {
    PlanSample sample = PlanSample.on(today);
    return sample.sell(ID, "", sample.lot(acquired, "15", "500", "1500"));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "2024-02-28, 2025-03-01",
    "2024-02-29, 2025-03-01",
    "2023-02-28, 2024-03-01",
    "2023-02-27, 2024-02-28",
    "2025-11-20, 2026-11-21",
    "2025-12-31, 2027-01-01",
    "2023-03-01, 2024-03-02"
  })
  void v24_to_v28_a_lot_is_told_of_until_the_day_it_is_long_term(String acquired, LocalDate from) {
    String dayBefore = from.minusDays(1).toString();
    assertThat(said(gain(acquired, dayBefore)))
        .singleElement()
        .asString()
        .startsWith(
            "TAO: the lot of "
                + acquired
                + ", sold at a gain of 1,000.00 USD, is long-term from "
                + from
                + ", tomorrow");
    assertThat(RebalanceAdvisories.of(gain(acquired, from.toString()).plan()))
        .noneMatch(warning -> warning.code() == Code.SOON_LONG_TERM);
  }

  @Test
  void soon_is_sixty_days() {
    assertThat(said(gain("2026-03-01", "2027-01-01"))).hasSize(2);
    assertThat(said(gain("2026-02-28", "2026-12-31")).get(0)).contains("2027-03-01, in 60 days");
    assertThat(said(gain("2026-02-28", "2026-12-30"))).isEmpty();
  }

  @Test
  void what_waiting_saves_is_the_difference_of_the_rates() {
    PlanSample plan = gain("2025-12-01", "2026-11-20").rates("0", "0");
    assertThat(RebalanceAdvisories.of(plan.plan()))
        .containsExactly(
            Warning.of(
                Code.SOON_LONG_TERM,
                "TAO",
                "TAO: the lot of 2025-12-01, sold at a gain of 1,000.00 USD, is long-term from"
                    + " 2026-12-02, in 12 days; as long-term it costs 200.00 USD less tax"));
  }

  /** 600 short at 35 % is 210; 400 of short loss against 1,000 long leaves 600 at 15 %: 90. */
  @Test
  void what_waiting_saves_follows_the_netting_of_the_year() {
    assertThat(said(gain("2025-12-01", "2026-11-20").rates("-400", "0")).get(0))
        .endsWith("; as long-term it costs 120.00 USD less tax");
  }

  @Test
  void a_gain_that_only_eats_a_loss_beyond_the_limit_saves_nothing_by_waiting() {
    assertThat(said(gain("2025-12-01", "2026-11-20").rates("-5000", "0"))).isEmpty();
  }

  @Test
  void a_gain_of_the_next_year_is_called_one() {
    assertThat(said(gain("2025-12-31", "2026-12-20").rates("0", "0")).get(0))
        .contains(
            "is long-term from 2027-01-01, in 12 days, when the gain is of the tax year 2027;");
  }

  @Test
  void with_the_tax_unknown_the_date_alone_is_told() {
    PlanSample sample = gain("2025-12-01", "2026-11-20").rates("0", "0");
    sample.sell("near", "", sample.lot("2026-01-01", "1", "500", "90"));
    sample.sell("filecoin", "Kraken", sample.lot(Optional.empty(), "1", Optional.of("5"), "90"));
    assertThat(said(sample))
        .containsExactly(
            "FIL in Kraken: the file has no date for what is sold: gain and tax are unknown",
            "TAO: the lot of 2025-12-01, sold at a gain of 1,000.00 USD, is long-term from"
                + " 2026-12-02, in 12 days");
  }

  @Test
  void losses_and_long_term_lots_wait_for_nothing() {
    PlanSample sample = PlanSample.on("2026-11-20").rates("0", "0");
    sample.sell(
        ID,
        "",
        sample.lot("2025-12-01", "1", "500", "100"),
        sample.lot("2025-12-01", "1", "100", "100"),
        sample.lot("2025-11-19", "1", "10", "100"));
    assertThat(said(sample)).isEmpty();
  }

  @Test
  void what_is_unknown_of_a_sale_is_named() {
    PlanSample sample = PlanSample.on("2026-11-20");
    sample.sell(ID, "Kraken");
    sample.sell("near", "", sample.lot(Optional.empty(), "1", Optional.empty(), "100"));
    LocalDate then = LocalDate.parse("2024-01-01");
    sample.sell("filecoin", "", sample.lot(Optional.of(then), "1", Optional.empty(), "100"));
    sample.buy("render-token", "", "1");
    assertThat(said(sample))
        .containsExactly(
            "TAO in Kraken: the file has no cost and no date for what is sold: gain and tax are"
                + " unknown",
            "NEAR: the file has no cost and no date for what is sold: gain and tax are unknown",
            "FIL: the file has no cost for what is sold: gain and tax are unknown");
    assertThat(RebalanceAdvisories.of(sample.plan()))
        .allMatch(warning -> warning.code() == Code.COST_UNKNOWN && warning.asset().isPresent());
  }

  @Test
  void washed_losses_are_added_up_by_asset() {
    assertThat(said(washed(WashSale.WARN)))
        .containsExactly(
            "TAO: 400.50 USD of loss is on units bought within 30 days of the sale; whether the"
                + " wash-sale rule covers crypto is unsettled; it is counted here",
            "NEAR: 7.00 USD of loss is on units bought within 30 days of the sale; whether the"
                + " wash-sale rule covers crypto is unsettled; it is counted here");
    assertThat(said(washed(WashSale.DISALLOW)))
        .hasSize(2)
        .allMatch(text -> text.endsWith("; it is not counted here"));
    assertThat(said(washed(WashSale.OFF))).isEmpty();
  }

  private static PlanSample washed(WashSale rule) {
    PlanSample sample = PlanSample.on("2026-11-20").washSale(rule);
    LotSale first = sample.lot("2026-01-01", "1", "400", "100");
    LotSale second = sample.lot("2026-02-01", "2", "300.50", "200");
    LotSale same = sample.lot("2026-01-01", "1", "107", "100");
    sample.sell(ID, "", first, second).sell("near", "", same);
    return sample.washed(first, "300").washed(second, "100.50").washed(same, "7");
  }

  @Test
  void gains_of_another_year_are_not_used() {
    assertThat(RebalanceAdvisories.of(PlanSample.on("2026-11-20", 2025).plan()))
        .containsExactly(
            Warning.of(
                Code.OTHER_TAX_YEAR,
                "`yearToDate` is of 2025, the trades are of 2026: its gains are not used"));
    assertThat(said(PlanSample.on("2026-11-20", 2026))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"2027-01-01", "2027-06-30", "2030-01-01"})
  void from_2027_on_lots_have_to_be_identified_with_the_broker(String today) {
    PlanSample sample = PlanSample.on(today);
    assertThat(said(sample.buy(ID, "", "1"))).isEmpty();
    sample.sell("near", "", sample.lot("2024-01-01", "1", "500", "100"));
    assertThat(RebalanceAdvisories.of(sample.plan()))
        .extracting(Warning::code)
        .containsExactly(Code.LOT_IDENTIFICATION);
    PlanSample before = PlanSample.on("2026-12-31");
    before.sell("near", "", before.lot("2024-01-01", "1", "500", "100"));
    assertThat(said(before)).isEmpty();
  }
}
