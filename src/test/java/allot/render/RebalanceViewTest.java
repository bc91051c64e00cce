package allot.render;

import static org.assertj.core.api.Assertions.assertThat;

import allot.catalog.Bucket;
import allot.problem.Warning;
import allot.problem.Warning.Code;
import allot.rebalance.Alternative;
import allot.rebalance.Destination;
import allot.rebalance.PlanSample;
import allot.rebalance.Untraded;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RebalanceViewTest {

  private static PlanSample sample() {
    PlanSample sample = PlanSample.on("2026-11-20").rates("0", "0");
    sample.sell(
        "bittensor",
        "Kraken",
        sample.lot("2024-01-01", "6", "300.10", "599.70"),
        sample.lot("2026-01-01", "4", "500", "399.80"));
    return sample
        .buy("render-token", "", "9.5")
        .transfer("Kraken", "", 95050)
        .untraded("filecoin", Untraded.Reason.NO_PRICE, 1200)
        .after(Bucket.LAYER_1, "6000")
        .after(Bucket.LAYER_2, "2950")
        .after(Bucket.STABLECOIN, "1049");
  }

  private static Alternative way(Alternative.Name name, PlanSample other) {
    return new Alternative(name, Optional.of(other.plan()), Optional.empty());
  }

  private static String text(PlanSample sample, List<Alternative> ways, Warning... warnings) {
    return TextRenderer.render(
        RebalanceView.document(sample.plan(), ways, List.of(warnings)), new Page(80, false, false));
  }

  @Test
  void a_plan_in_words() {
    List<Alternative> ways =
        List.of(
            new Alternative(
                Alternative.Name.BUY_ONLY,
                Optional.of(
                    PlanSample.on("2026-11-20")
                        .cash(166_667)
                        .buy("render-token", "", "16.66")
                        .plan()),
                Optional.of(4)),
            new Alternative(Alternative.Name.EDGE, Optional.empty(), Optional.empty()),
            way(Alternative.Name.TARGET, sample()));
    assertThat(text(sample(), ways, Warning.of(Code.OFF_PEG, "USDC stands at 0.98")))
        .isEqualTo(
            """
            Portfolio  sample
            Plan       every bucket to its target · least turnover
            As of      2026-11-20 18:00 UTC
            Target     layer-1 60 / layer-2 30 / stablecoin 10
            Terms      oldest lots first (fifo) · fee 0.5 % an order · orders from 10.00 USD

            Trades

            n  do    asset   quantity  account  price     value   fee  why
            ───────────────────────────────────────────────────────────────────────
            1  sell  TAO           10  Kraken     100  1,000.00  0.50  over target
            2  buy   RENDER       9.5             100    950.00  0.50  under target

            Lots

            trade  acquired    quantity  proceeds    cost     gain  term   long from
            ─────────────────────────────────────────────────────────────────────────
            1 TAO  2024-01-01         6    599.70  300.10  +299.60  long
            1 TAO  2026-01-01         4    399.80  500.00  −100.20  short  2027-01-02

            Transfers, after the sells

            from    to            amount
            ────────────────────────────
            Kraken  (no account)  950.50

            Left undone

            asset  bucket  account  value  why
            ────────────────────────────────────────────────────
            FIL    hybrid           12.00  it has no fresh price

            Mix

            bucket          now    after  target      band  status   was
            ────────────────────────────────────────────────────────────────────────────────
            layer-1     70.00 %  60.01 %    60 %     55–65  in band  over   █████████████┃░
            layer-2     20.00 %  29.50 %    30 %     25–35  in band  under  ██████┃░
            stablecoin  10.00 %  10.49 %    10 %  7.5–12.5  in band         ██┃
                                                █ weight  ▓ weight in band  ░ band  ┃ target

            Costs and tax
            Turnover   1,000.00 USD · sells 1,000.00 · buys 950.00 · fees 1.00
            Gain       short-term −100.20, long-term +299.60 USD
            Tax        29.91 USD more for 2026
            Cash held  rises by 49.00 USD

            Other ways

            way          new money  turnover  fees     tax  drift  trades
            ────────────────────────────────────────────────────────────────────────────
            only buy      1,666.67  1,666.00  0.50       ?      ?       1  4 instalments
            to the edge          -         -     -       -      -       -  no such way
            to target            -  1,000.00  1.00  +29.91   0.50       2  this plan

            Warnings
            • USDC stands at 0.98
            """);
  }

  @Test
  void in_band_there_is_one_line_about_it() {
    PlanSample idle = PlanSample.on("2026-11-20").after(Bucket.LAYER_1, "1");
    assertThat(text(idle, List.of())).contains("\n\nnothing is to be traded\n\n");
    assertThat(text(idle.band("20/90"), List.of()))
        .contains("\n\nevery bucket is in band: no trades; --force trades anyway\n\nMix\n")
        .doesNotContain("Trades\n", "Costs and tax", "Other ways");
  }

  @Test
  void unknown_gains_are_said_to_be() {
    PlanSample sample = PlanSample.on("2026-11-20").rates("0", "0");
    sample.sell("bittensor", "", sample.lot(Optional.empty(), "1", Optional.empty(), "99.50"));
    assertThat(text(sample, List.of()))
        .contains("Gain       unknown: something sold has no cost or no date\n")
        .contains("Tax        unknown, as the gain is\n");
  }

  @Test
  void the_least_tax_says_what_it_fell_back_to() {
    String text =
        text(sample().leastTax("more than 200 lots").to(Destination.EDGE).cash(-50_000), List.of());
    assertThat(text)
        .contains("every bucket to the edge of its band · least tax and fees")
        .contains("Withdrawal  500.00 USD")
        .contains("dearest lots first (hifo) instead of fifo")
        .contains("Fallback    more than 200 lots");
  }

  @Test
  void dates_and_figures_are_never_summed_up_into_a_list_of_names() {
    Warning soon = Warning.of(Code.SOON_LONG_TERM, "TAO", "TAO: the lot of 2026-01-01");
    assertThat(text(sample(), List.of(), soon, soon, soon, soon))
        .contains("• TAO: the lot of 2026-01-01\n".repeat(4));
  }
}
