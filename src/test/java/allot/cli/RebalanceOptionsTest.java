package allot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import allot.allocation.Allocation;
import allot.allocation.Valuation;
import allot.catalog.AssetCatalog;
import allot.file.InputFile;
import allot.file.PortfolioFile;
import allot.portfolio.Portfolio;
import allot.portfolio.TaxProfile.Method;
import allot.portfolio.TaxProfile.WashSale;
import allot.price.Freshness;
import allot.price.PriceBook;
import allot.rebalance.Destination;
import allot.rebalance.RebalanceSettings;
import allot.rebalance.RebalanceSettings.Objective;
import allot.rebalance.RebalanceSettings.Sides;
import allot.tax.Gains;
import allot.tax.TaxYear;
import allot.tax.WashSales.Purchase;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** What options and file make of a plan of trades; what they refuse is in {@code cases}. */
class RebalanceOptionsTest {
  private static final LocalDate TODAY = LocalDate.parse("2026-11-20");

  private static Portfolio file(String blocks) {
    String text =
        """
        { "timezone": "UTC", "asOf": "2026-11-20T16:00:00Z",
          "target": { "layer-1": 50, "layer-2": 50 },
          "holdings": [
            { "asset": "ETH", "quantity": 1, "price": 100 },
            { "asset": "ARB", "quantity": 10, "price": 1 } ]%s }
        """
            .formatted(blocks);
    return PortfolioFile.read(
        InputFile.of("p.json", text.getBytes(StandardCharsets.UTF_8)), AssetCatalog.builtIn());
  }

  private static RebalanceSettings settings(String blocks, String... options) {
    return CommandLine.populateCommand(new RebalanceOptions(), options)
        .resolve(file(blocks), TODAY, Map.of(), Map.of());
  }

  @Test
  void silence_means_the_target_with_the_least_turnover_and_the_oldest_lots_for_nothing() {
    assertThat(settings(""))
        .isEqualTo(
            new RebalanceSettings(
                TODAY,
                0,
                Sides.BOTH,
                Destination.TARGET,
                Objective.TURNOVER,
                Method.FIFO,
                BigDecimal.ZERO,
                0,
                0,
                true,
                false,
                Map.of(),
                Optional.empty(),
                WashSale.WARN,
                Map.of()));
  }

  @Test
  void options_beat_the_file() {
    String blocks =
        """
        , "costs": { "fee": 0.6, "fixed": 1.255, "minOrder": 10 },
          "tax": { "method": "hifo", "washSale": "disallow" }
        """;
    RebalanceSettings ofFile = settings(blocks);
    assertThat(ofFile.fee()).isEqualTo("0.6");
    assertThat(ofFile.fixed()).isEqualTo(126);
    assertThat(ofFile.minOrder()).isEqualTo(1000);
    assertThat(ofFile.lots()).isEqualTo(Method.HIFO);
    assertThat(ofFile.washSale()).isEqualTo(WashSale.DISALLOW);
    RebalanceSettings typed =
        settings(
            blocks,
            "--fee=0",
            "--min-order=0.01",
            "--lots=lifo",
            "--cash=-12.34",
            "--no-buy",
            "--to=0.25",
            "--no-transfer",
            "--force");
    assertThat(typed.fee()).isZero();
    assertThat(typed.minOrder()).isEqualTo(1);
    assertThat(typed.lots()).isEqualTo(Method.LIFO);
    assertThat(typed.cash()).isEqualTo(-1234);
    assertThat(typed.sides()).isEqualTo(Sides.ONLY_SELL);
    assertThat(typed.to().fraction()).isEqualTo("0.25");
    assertThat(typed.transfers()).isFalse();
    assertThat(typed.force()).isTrue();
  }

  @Test
  void the_year_has_a_tax_with_both_rates_and_with_its_own_gains_alone() {
    String rates = ", \"tax\": { \"shortTerm\": 35, \"longTerm\": 15%s }";
    String gains = ", \"yearToDate\": { \"year\": %d, \"shortTerm\": -5, \"longTerm\": 7 }";
    TaxYear year =
        new TaxYear(
            new BigDecimal("35"),
            new BigDecimal("15"),
            new BigDecimal("35"),
            new BigDecimal("3000"),
            Gains.NONE);
    assertThat(settings(rates.formatted("")).tax()).contains(year);
    assertThat(settings(rates.formatted(gains.formatted(2025))).tax()).contains(year);
    assertThat(settings(rates.formatted(gains.formatted(2026))).tax().orElseThrow().before())
        .isEqualTo(new Gains(new BigDecimal("-5"), new BigDecimal("7")));
    assertThat(settings(rates.formatted(", \"ordinary\": 20")).tax().orElseThrow().ordinary())
        .isEqualTo("20");
    assertThat(settings(", \"tax\": { \"longTerm\": 15 }").tax()).isEmpty();
  }

  @Test
  void the_tax_can_be_minimised_where_it_is_known() {
    String rates = ", \"tax\": { \"shortTerm\": 35, \"longTerm\": 15 }";
    RebalanceSettings settings = settings(rates, "--minimize=tax", "--lots=min-tax");
    assertThat(settings.minimize()).isEqualTo(Objective.TAX);
    assertThat(settings.lots()).isEqualTo(Method.MIN_TAX);
  }

  private static Map<String, List<Purchase>> planned(String dca) {
    Freshness freshness = new Freshness(Instant.parse("2026-11-20T18:00:00Z"), Optional.empty());
    Valuation valuation = Valuation.of(file(dca), PriceBook.EMPTY, freshness);
    return PlannedBuys.of(Allocation.of(valuation), TODAY, Map.of());
  }

  @Test
  void the_buys_of_the_files_plan_count_for_thirty_days() {
    String every = ", \"dca\": { \"amount\": 20, \"every\": \"30d\", \"start\": \"%s\"%s }";
    assertThat(planned(every.formatted("2026-11-20", ", \"times\": 9")))
        .isEqualTo(
            Map.of(
                "arbitrum",
                List.of(
                    new Purchase(TODAY, new BigDecimal("20.00000000")),
                    new Purchase(TODAY.plusDays(30), new BigDecimal("20.00000000")))));
    assertThat(planned(every.formatted("2026-12-21", ", \"times\": 9"))).isEmpty();
    assertThat(planned(every.formatted("2026-11-20", ""))).isEmpty();
    assertThat(
            planned(
                every.formatted("2026-11-20", ", \"times\": 9")
                    + ", \"tax\": { \"washSale\": \"off\" }"))
        .isEmpty();
    assertThat(planned("")).isEmpty();
  }
}
