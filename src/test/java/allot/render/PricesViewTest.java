package allot.render;

import static org.assertj.core.api.Assertions.assertThat;

import allot.catalog.Asset;
import allot.money.CurrencyUnit;
import allot.price.Freshness;
import allot.price.Gap;
import allot.price.LiveQuotes;
import allot.problem.Warning;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PricesViewTest {
  private static final Freshness DAY =
      new Freshness(PriceSamples.AT, Optional.of(Freshness.DEFAULT_MAX_AGE));

  private static Document document(AskedPrices prices, Freshness freshness, Warning... warnings) {
    return PricesView.document(
        prices, CurrencyUnit.USD, freshness, ZoneOffset.UTC, List.of(warnings));
  }

  private static String text(Document document, int width) {
    return TextRenderer.render(document, new Page(width, false, false));
  }

  @Test
  void prices_in_words() {
    Warning warning = Warning.of(Warning.Code.CACHE, "the cache cannot be read");
    assertThat(text(document(PriceSamples.prices(), DAY, warning), 80))
        .isEqualTo(
            """
            As of     2026-11-20 18:00 UTC
            Currency  USD
            Priced    5 of 11

            Prices

            asset  price                quoted              source         id
            ────────────────────────────────────────────────────────────────────────────
            TAO      402.1534567890123  45 min ago          CoinGecko      bittensor
            BTC    96543.21             under a minute ago  CoinGecko      bitcoin
            AKT        0.000012         26 h ago, stale     DeFi Llama     akash-network
            -3         7                no date, stale      @home, cached  -3
            =cmd       0.1              later than as-of    CoinGecko      =cmd

            Not priced

            asset   why
            ─────────────────────────────────────────────────────────────────────
            FIL     no service knows the id `filecoin`; give it a price
            RENDER  known, but no service has a price of it now
            NEAR    not traded, so never asked for
            AI      the service wants fewer questions; ask again in a few minutes
            FET     no service that has it could be asked (see the warnings)
            FLUX    no service knows the id `zelcash`; give it a price

            Warnings
            • the cache cannot be read
            """);
  }

  @Test
  void a_wide_page_reads_the_same_and_a_narrow_one_leaves_out_the_ids() {
    Document document = document(PriceSamples.prices(), DAY);
    assertThat(text(document, 120)).isEqualTo(text(document, 80));
    assertThat(text(document, 70))
        .contains("  402.1534567890123  45 min ago          CoinGecko\n")
        .contains("asset  price                quoted              source\n");
  }

  @Test
  void whole_prices_stand_without_points() {
    LiveQuotes answer =
        new LiveQuotes(
            Map.of(
                "bittensor", PriceSamples.quote("402", Duration.ofDays(3), "CoinGecko"),
                "bitcoin", PriceSamples.quote("96543", Duration.ofHours(24), "CoinGecko")),
            Map.of(),
            List.of());
    List<Asset> assets = List.of(PriceSamples.TAO, PriceSamples.BTC);
    assertThat(text(document(AskedPrices.of(assets, answer), DAY), 80))
        .contains("Priced    2 of 2\n", "TAO      402  3 days ago, stale  CoinGecko  bittensor\n")
        .contains("BTC    96543  24 h ago           CoinGecko  bitcoin\n");
  }

  @Test
  void with_nothing_priced_there_is_no_table_of_prices() {
    AskedPrices none =
        AskedPrices.of(
            List.of(PriceSamples.TAO),
            new LiveQuotes(Map.of(), Map.of("bittensor", Gap.REJECTED), List.of()));
    assertThat(text(document(none, DAY), 80))
        .isEqualTo(
            """
            As of     2026-11-20 18:00 UTC
            Currency  USD
            Priced    0 of 1

            Not priced

            asset  why
            ─────────────────────────────────────────────────────────────────────────────
            TAO    the quote cannot be right: a jump, zero or less, or later than --as-of
            """);
  }

  @Test
  void any_age_may_be_accepted() {
    String text =
        text(document(PriceSamples.prices(), new Freshness(PriceSamples.AT, Optional.empty())), 80);
    assertThat(text).contains("26 h ago").doesNotContain("stale");
  }

  @Test
  void a_long_source_is_cut_before_a_price_is() {
    LiveQuotes answer =
        new LiveQuotes(
            Map.of(
                "bittensor",
                PriceSamples.quote("402.15345678901234567890123", Duration.ZERO, "x".repeat(99))),
            Map.of(),
            List.of());
    String text = text(document(AskedPrices.of(List.of(PriceSamples.TAO), answer), DAY), 80);
    assertThat(text).contains("402.15345678901234567890123  under a minute ago  xxx");
    assertThat(text.lines()).allMatch(line -> line.length() <= 80);
  }

  @Test
  void markdown_says_the_same() {
    assertThat(MarkdownRenderer.render(document(PriceSamples.prices(), DAY)))
        .contains("## Prices", "26 h ago, stale", "## Not priced");
  }
}
