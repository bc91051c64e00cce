package allot.feed;

import static org.assertj.core.api.Assertions.assertThat;

import allot.catalog.Asset;
import allot.catalog.AssetCatalog;
import allot.price.Quote;
import allot.problem.Warning;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScrutinyTest {
  private static final Asset TAO = AssetCatalog.builtIn().byId("bittensor").orElseThrow();
  private static final Scrutiny STRICT = new Scrutiny(false);

  private static Quote quote(String price, String source) {
    return new Quote(new BigDecimal(price), Optional.empty(), source);
  }

  @ParameterizedTest
  @CsvSource({
    "100, 160, false",
    "100, 160.000000000000000001, true",
    "100, 40, false",
    "100, 39.999999999999999999, true",
    "0.00000001, 0.000000016, false",
    "0.00000001, 0.0000000161, true",
    "100, 100, false",
    "1e-30, 1e30, true"
  })
  void more_than_60_percent_of_what_it_was_is_a_jump(String before, String now, boolean jump) {
    assertThat(STRICT.jump(TAO, quote(before, "CoinGecko"), quote(now, "CoinGecko")).isPresent())
        .isEqualTo(jump);
  }

  @ParameterizedTest
  @CsvSource({
    "100, 103, false",
    "100, 103.000000000000000001, true",
    "100, 97, false",
    "100, 96.999999999999999999, true"
  })
  void more_than_3_percent_between_two_services_is_told(String a, String b, boolean told) {
    assertThat(STRICT.difference(TAO, quote(a, "CoinGecko"), quote(b, "DeFi Llama")).isPresent())
        .isEqualTo(told);
  }

  @Test
  void a_jump_says_from_when_to_what_by_whom_and_what_to_do() {
    Quote before =
        new Quote(
            new BigDecimal("402.150"),
            Optional.of(Instant.parse("2026-11-19T10:00:00Z")),
            "DeFi Llama");
    assertThat(STRICT.jump(TAO, before, quote("4021.5", "CoinGecko")))
        .contains(
            Warning.of(
                Warning.Code.PRICE_JUMP,
                "TAO",
                "TAO moved by +900 %, from 402.15 of 2026-11-19T10:00:00Z to 4021.5 (CoinGecko):"
                    + " not taken; `allot prices --accept-jump` takes it"));
    assertThat(new Scrutiny(true).jump(TAO, quote("100", "x"), quote("33.3333", "CoinGecko")))
        .contains(
            Warning.of(
                Warning.Code.PRICE_JUMP,
                "TAO",
                "TAO moved by -66.7 %, from 100 to 33.3333 (CoinGecko): taken, as asked"));
  }

  @Test
  void a_difference_names_both() {
    assertThat(STRICT.difference(TAO, quote("100", "CoinGecko"), quote("90.00", "DeFi Llama")))
        .contains(
            Warning.of(
                Warning.Code.PRICES_DIFFER,
                "TAO",
                "TAO is 100 by CoinGecko, 90 by DeFi Llama: -10 % apart"));
  }
}
