package allot.feed;

import static allot.feed.StubService.AT;
import static org.assertj.core.api.Assertions.assertThat;

import allot.feed.PriceService.Closes;
import allot.feed.PriceService.Failure;
import allot.feed.PriceService.Quotes;
import allot.money.CurrencyUnit;
import allot.price.Gap;
import allot.price.Quote;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CoinGeckoTest {
  private static final long NOW = AT.getEpochSecond();

  private StubService stub;

  @BeforeEach
  void start() throws IOException {
    stub = new StubService();
  }

  @AfterEach
  void stop() throws IOException {
    stub.close();
  }

  private Quotes quotes(String body, String... ids) {
    stub.json(body);
    return stub.coinGecko().quotes(List.of(ids), CurrencyUnit.USD, AT);
  }

  private String one(String coin) {
    Quotes quotes = quotes("{\"x\":" + coin + "}", "x");
    return quotes.quotes().isEmpty()
        ? quotes.gaps().get("x").label()
        : quotes.quotes().get("x").value().toPlainString();
  }

  @Test
  void the_documented_answer() {
    Quotes quotes =
        quotes(
            "{\"bitcoin\":{\"usd\":76975,\"usd_market_cap\":1542226908349.8406,"
                + "\"usd_24h_vol\":29096603418.89408,\"usd_24h_change\":null,"
                + "\"last_updated_at\":1779092258}}",
            "bitcoin");
    assertThat(quotes)
        .isEqualTo(
            new Quotes(
                java.util.Map.of(
                    "bitcoin",
                    new Quote(
                        new BigDecimal("76975"),
                        Optional.of(Instant.ofEpochSecond(1779092258)),
                        "CoinGecko")),
                java.util.Map.of(),
                Optional.empty()));
    assertThat(stub.asked())
        .containsExactly(
            "/api/simple/price?ids=bitcoin&vs_currencies=usd"
                + "&include_last_updated_at=true&precision=full");
  }

  @Test
  void every_id_is_answered_or_has_its_reason_in_the_order_asked() {
    Quotes quotes =
        quotes(
            "{\"no-price\":{},\"status\":{\"usd\":1.5,\"last_updated_at\":"
                + NOW
                + "},"
                + "\"null-price\":{\"usd\":null,\"last_updated_at\":"
                + NOW
                + "},"
                + "\"nothing\":null,\"odd\":7,\"stranger\":{\"usd\":1}}",
            "status",
            "unknown",
            "no-price",
            "null-price",
            "nothing",
            "odd",
            "status");
    assertThat(quotes.quotes()).containsOnlyKeys("status");
    assertThat(quotes.gaps())
        .hasToString(
            "{unknown=UNKNOWN_ID, no-price=NO_QUOTE, null-price=NO_QUOTE, nothing=NO_QUOTE,"
                + " odd=REJECTED}");
    assertThat(quotes.failure()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "1.2e-5, 0.000012",
    "76975, 76975",
    "7.6975E+4, 76975",
    "2701.4066229813170001234567890123, 2701.4066229813170001234567890123",
    "1e-30, 0.000000000000000000000000000001",
    "0, rejected",
    "-1.5, rejected",
    "1e31, rejected",
    "1e999999999, rejected",
    "'\"1.5\"', rejected",
    "true, rejected",
    "[1], rejected",
    "null, no-quote"
  })
  void numbers_are_read_exactly_and_others_are_rejected(String number, String result) {
    assertThat(one("{\"usd\":" + number + ",\"last_updated_at\":" + NOW + "}")).isEqualTo(result);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 1",
    "300, 1",
    "301, rejected",
    "-31536000, 1",
    "-560000000, 1",
    "-570000000, rejected"
  })
  void a_time_before_2009_or_ahead_is_rejected(long seconds, String result) {
    assertThat(one("{\"usd\":1,\"last_updated_at\":" + (NOW + seconds) + "}")).isEqualTo(result);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "1795190400000", "\"1795190400\"", "1e400", "{}"})
  void a_time_that_is_none_is_rejected(String time) {
    assertThat(one("{\"usd\":1,\"last_updated_at\":" + time + "}")).isEqualTo("rejected");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"usd\":1}", "{\"usd\":1,\"last_updated_at\":null}"})
  void without_a_time_the_quote_is_undated(String coin) {
    assertThat(quotes("{\"x\":" + coin + "}", "x").quotes().get("x"))
        .isEqualTo(new Quote(BigDecimal.ONE, Optional.empty(), "CoinGecko"));
  }

  @Test
  void another_currency_is_asked_for_by_its_code() {
    stub.json("{\"x\":{\"eur\":1.25}}");
    Quotes quotes = stub.coinGecko().quotes(List.of("x"), CurrencyUnit.of("EUR").orElseThrow(), AT);
    assertThat(quotes.quotes()).containsKey("x");
    assertThat(stub.asked().get(0)).contains("&vs_currencies=eur&");
  }

  @Test
  void two_hundred_ids_go_into_one_request_and_more_into_several() {
    stub.json("{}");
    List<String> ids = IntStream.range(0, 501).mapToObj(i -> "asset-" + i).toList();
    assertThat(stub.coinGecko().quotes(ids.subList(0, 200), CurrencyUnit.USD, AT).gaps())
        .hasSize(200);
    assertThat(stub.asked()).hasSize(1);
    assertThat(stub.coinGecko().quotes(ids, CurrencyUnit.USD, AT).gaps()).hasSize(501);
    assertThat(stub.asked()).hasSize(4);
  }

  @Test
  void nothing_is_asked_for_nothing() {
    stub.json("{}");
    Quotes quotes =
        stub.coinGecko().quotes(List.of("a,b", "", " ", "x".repeat(500)), CurrencyUnit.USD, AT);
    assertThat(quotes.gaps())
        .hasSize(4)
        .allSatisfy((id, gap) -> assertThat(gap).isEqualTo(Gap.UNKNOWN_ID));
    assertThat(stub.asked()).isEmpty();
  }

  @Test
  void ids_are_encoded() {
    quotes("{}", "τao&x=1", "a/b?c#d", "plain_id-2");
    assertThat(stub.asked().get(0))
        .contains("?ids=%CF%84ao%26x%3D1,a%2Fb%3Fc%23d,plain_id-2&vs_currencies=usd&");
  }

  @Test
  void a_part_that_fails_leaves_the_rest_its_quotes() {
    List<String> ids = IntStream.range(0, 600).mapToObj(i -> "asset-" + i).toList();
    stub.json("{\"asset-0\":{\"usd\":1}}").refuse(401, "{\"error\":\"no\"}");
    Quotes quotes = stub.coinGecko().quotes(ids, CurrencyUnit.USD, AT);
    assertThat(quotes.quotes()).containsOnlyKeys("asset-0");
    assertThat(quotes.gaps().get("asset-1")).isEqualTo(Gap.UNKNOWN_ID);
    assertThat(quotes.gaps().get("asset-250")).isEqualTo(Gap.NETWORK);
    assertThat(quotes.gaps().get("asset-599")).isEqualTo(Gap.NETWORK);
    assertThat(stub.asked()).as("the rest is not asked").hasSize(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      value = {
        "{\"status\":{\"error_code\":429,\"error_message\":\"slow\"}}|RATE_LIMITED",
        "{\"error\":\"down\"}|NETWORK",
        "[]|NETWORK",
        "null|NETWORK",
        "{\"x\":{\"usd\":1},\"x\":{\"usd\":2}}|NETWORK",
        "{\"x\":{\"usd\":NaN}}|NETWORK",
        "{} {}|NETWORK"
      })
  void what_is_no_answer_fails(String body, Gap gap) {
    Quotes quotes = quotes(body, "x");
    assertThat(quotes.gaps()).containsEntry("x", gap);
    assertThat(quotes.failure().map(Failure::gap)).contains(gap);
  }

  @Test
  void a_limit_is_a_gap_of_its_own() {
    stub.refuse(429, "{\"status\":{\"error_code\":429,\"error_message\":\"slow\"}}");
    Quotes quotes = stub.coinGecko().quotes(List.of("x"), CurrencyUnit.USD, AT);
    assertThat(quotes.gaps()).containsEntry("x", Gap.RATE_LIMITED);
    assertThat(stub.asked()).as("with two retries").hasSize(3);
  }

  // closes

  private static String chart(String... instantAndPrice) {
    List<String> prices = new ArrayList<>();
    for (int i = 0; i < instantAndPrice.length; i += 2) {
      long ms = Instant.parse(instantAndPrice[i]).toEpochMilli();
      prices.add("[" + ms + "," + instantAndPrice[i + 1] + "]");
    }
    return "{\"prices\":" + prices + ",\"market_caps\":[[1,null]],\"total_volumes\":[]}";
  }

  private Closes closes(int days, String body) {
    stub.json(body);
    return stub.coinGecko().closes("bittensor", CurrencyUnit.USD, days, AT);
  }

  @Test
  void a_point_of_midnight_is_the_close_of_the_day_before_and_the_running_day_has_none() {
    Closes closes =
        closes(
            3,
            chart(
                "2026-11-17T00:00:00Z", "1",
                "2026-11-18T00:00:00Z", "2e0",
                "2026-11-19T00:00:00Z", "null",
                "2026-11-20T00:00:00Z", "4.25",
                "2026-11-20T15:59:10Z", "5"));
    assertThat(closes.byDay()).hasToString("{2026-11-17=2, 2026-11-19=4.25}");
    assertThat(closes.gap()).isEmpty();
    assertThat(closes.failure()).isEmpty();
    assertThat(stub.asked())
        .containsExactly(
            "/api/coins/bittensor/market_chart?vs_currency=usd&days=3"
                + "&interval=daily&precision=full");
  }

  @Test
  void an_asset_that_no_catalogue_knows_has_closes_too() {
    stub.json(chart("2026-11-20T00:00:00Z", "7"));
    assertThat(stub.coinGecko().closes("my-token", CurrencyUnit.USD, 1, AT).byDay())
        .isEqualTo(java.util.Map.of(LocalDate.parse("2026-11-19"), new BigDecimal("7")));
  }

  @Test
  void at_midnight_itself_the_day_is_over() {
    stub.json(chart("2026-11-20T00:00:00Z", "7"));
    Instant midnight = Instant.parse("2026-11-20T00:00:00Z");
    assertThat(stub.coinGecko().closes("x", CurrencyUnit.USD, 365, midnight).byDay())
        .hasToString("{2026-11-19=7}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"prices\":[]}", "{\"prices\":[[1795185000000,5]]}"})
  void a_chart_without_a_close_is_no_failure(String body) {
    assertThat(closes(3, body)).isEqualTo(DayWindow.none(Gap.NO_QUOTE));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"prices\":[[1,2,3]]}",
        "{\"prices\":[[1795132800000,-1]]}",
        "[]",
        "{\"pri"
      })
  void a_chart_that_cannot_be_read_is_a_failure(String body) {
    Closes closes = closes(3, body);
    assertThat(closes.byDay()).isEmpty();
    assertThat(closes.gap()).contains(Gap.NETWORK);
    assertThat(closes.failure()).isPresent();
  }

  @Test
  void an_asset_that_it_does_not_know_is_no_failure() {
    stub.refuse(404, "{\"error\":\"coin not found\"}");
    assertThat(stub.coinGecko().closes("nope", CurrencyUnit.USD, 3, AT))
        .isEqualTo(DayWindow.none(Gap.UNKNOWN_ID));
    assertThat(stub.coinGecko().closes("a,b", CurrencyUnit.USD, 3, AT))
        .isEqualTo(DayWindow.none(Gap.UNKNOWN_ID));
    assertThat(stub.asked()).hasSize(1);
  }

  @Test
  void a_page_in_its_place_is_one() {
    stub.then(404, "text/html", "<html>nginx</html>");
    assertThat(stub.coinGecko().closes("bitcoin", CurrencyUnit.USD, 3, AT).failure())
        .contains(
            new Failure(Gap.NETWORK, "answered with an error (404): a page instead of data", ""));
  }

  @Test
  void days_beyond_the_free_ones_are_refused_with_the_remedy() {
    stub.refuse(
        401, "{\"error\":{\"status\":{\"error_code\":10012,\"error_message\":\"Your request\"}}}");
    Closes closes = stub.coinGecko().closes("bitcoin", CurrencyUnit.USD, 400, AT);
    assertThat(closes.failure().map(Failure::remedy))
        .contains("write --history 365, or --source defillama");
  }
}
