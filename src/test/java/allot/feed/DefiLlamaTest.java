package allot.feed;

import static allot.feed.StubService.AT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import allot.feed.PriceService.Closes;
import allot.feed.PriceService.Failure;
import allot.feed.PriceService.Quotes;
import allot.money.CurrencyUnit;
import allot.price.Gap;
import allot.price.Quote;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
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

class DefiLlamaTest {
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
    return stub.defiLlama().quotes(List.of(ids), CurrencyUnit.USD, AT);
  }

  @Test
  void the_documented_answer() {
    Quotes quotes =
        quotes(
            "{\"coins\":{\"coingecko:ethereum\":{\"price\":2701.406622981317,\"symbol\":\"ETH\","
                + "\"timestamp\":1791178960,\"confidence\":0.99}}}",
            "ethereum",
            "bittensor");
    assertThat(quotes.quotes())
        .isEqualTo(
            java.util.Map.of(
                "ethereum",
                new Quote(
                    new BigDecimal("2701.406622981317"),
                    Optional.of(Instant.ofEpochSecond(1791178960)),
                    "DeFi Llama")));
    assertThat(quotes.gaps()).isEqualTo(java.util.Map.of("bittensor", Gap.UNKNOWN_ID));
    assertThat(quotes.failure()).isEmpty();
    assertThat(stub.asked())
        .containsExactly(
            "/api/prices/current/coingecko:ethereum,coingecko:bittensor?searchWidth=4h");
  }

  @ParameterizedTest
  @CsvSource({
    "'\"price\":1.5,\"timestamp\":1791178960', 1.5",
    "'\"price\":1.5,\"timestamp\":1791178960,\"confidence\":0.2', 1.5",
    "'\"price\":1.5,\"timestamp\":1791178960,\"confidence\":0.19', no-quote",
    "'\"price\":null,\"timestamp\":1791178960', no-quote",
    "'\"symbol\":\"X\"', no-quote",
    "'\"price\":0,\"timestamp\":1791178960', rejected",
    "'\"price\":-2', rejected",
    "'\"price\":\"2\"', rejected",
    "'\"price\":1,\"timestamp\":1791178960000', rejected",
    "'\"price\":3e-7', 0.0000003"
  })
  void a_price_counts_if_it_can_be_right(String coin, String result) {
    Quotes quotes = quotes("{\"coins\":{\"coingecko:x\":{" + coin + "}}}", "x");
    assertThat(
            quotes.quotes().isEmpty()
                ? quotes.gaps().get("x").label()
                : quotes.quotes().get("x").value().toPlainString())
        .isEqualTo(result);
  }

  @Test
  void a_price_from_the_future_is_rejected() {
    assertThat(
            quotes(
                    "{\"coins\":{\"coingecko:x\":{\"price\":1,\"timestamp\":" + (NOW + 301) + "}}}",
                    "x")
                .gaps())
        .containsEntry("x", Gap.REJECTED);
  }

  @Test
  void long_lists_are_split() {
    List<String> ids = IntStream.range(0, 201).mapToObj(i -> "asset-" + i).toList();
    stub.json("{\"coins\":{}}");
    assertThat(stub.defiLlama().quotes(ids, CurrencyUnit.USD, AT).gaps()).hasSize(201);
    assertThat(stub.asked()).hasSize(3);
  }

  @Test
  void ids_are_encoded_for_a_path() {
    Quotes quotes = quotes("{\"coins\":{\"coingecko:a/b c\":{\"price\":1}}}", "a/b", "τao");
    assertThat(quotes.failure()).isEmpty();
    assertThat(stub.asked().get(0)).contains("/coingecko:a%2Fb,coingecko:%CF%84ao?");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "[]", "{\"coins\":[]}", "{\"message\":\"down\"}", "{\"coins\":{"})
  void what_is_no_answer_fails(String body) {
    Quotes quotes = quotes(body, "x");
    assertThat(quotes.gaps()).containsEntry("x", Gap.NETWORK);
    assertThat(quotes.failure()).isPresent();
  }

  @Test
  void a_limit_without_a_body_is_a_limit() {
    stub.then(429, "text/plain", "");
    assertThat(stub.defiLlama().quotes(List.of("x"), CurrencyUnit.USD, AT).failure())
        .contains(
            new Failure(Gap.RATE_LIMITED, "wants fewer requests (429)", "try again in a minute"));
  }

  @Test
  void it_speaks_dollars_alone() {
    CurrencyUnit euro = CurrencyUnit.of("EUR").orElseThrow();
    assertThat(stub.defiLlama().speaks(CurrencyUnit.USD)).isTrue();
    assertThat(stub.defiLlama().speaks(euro)).isFalse();
    assertThatThrownBy(() -> stub.defiLlama().quotes(List.of("x"), euro, AT))
        .isInstanceOf(IllegalArgumentException.class);
  }

  // closes

  private Closes closes(int days, String... instantAndPrice) {
    List<String> points = new ArrayList<>();
    for (int i = 0; i < instantAndPrice.length; i += 2) {
      long seconds = Instant.parse(instantAndPrice[i]).getEpochSecond();
      points.add("{\"timestamp\":" + seconds + ",\"price\":" + instantAndPrice[i + 1] + "}");
    }
    stub.json(
        "{\"coins\":{\"coingecko:x\":{\"symbol\":\"X\",\"confidence\":0.99,\"prices\":"
            + points
            + "}}}");
    return stub.defiLlama().closes("x", CurrencyUnit.USD, days, AT);
  }

  @Test
  void a_point_near_midnight_is_the_close_of_the_day_before() {
    Closes closes =
        closes(
            4,
            "2026-11-16T00:00:00Z",
            "0.5",
            "2026-11-17T00:00:04Z",
            "1e0",
            "2026-11-17T23:59:50Z",
            "2",
            "2026-11-19T00:59:59Z",
            "3",
            "2026-11-20T00:00:00Z",
            "4",
            "2026-11-20T15:00:00Z",
            "5");
    assertThat(closes.byDay())
        .hasToString("{2026-11-16=1, 2026-11-17=2, 2026-11-18=3, 2026-11-19=4}");
    long start = Instant.parse("2026-11-17T00:00:00Z").getEpochSecond();
    assertThat(stub.asked())
        .containsExactly(
            "/api/chart/coingecko:x?start=" + start + "&span=4&period=1d&searchWidth=600");
  }

  @Test
  void far_from_midnight_nothing_closes_and_of_two_points_the_nearer_counts() {
    assertThat(
            closes(
                    4,
                    "2026-11-17T12:00:00Z",
                    "9",
                    "2026-11-18T01:00:01Z",
                    "9",
                    "2026-11-18T23:40:00Z",
                    "8",
                    "2026-11-19T00:10:00Z",
                    "3",
                    "2026-11-19T00:30:00Z",
                    "8",
                    "2026-11-20T00:00:00Z",
                    "0")
                .byDay())
        .hasToString("{2026-11-18=3}");
  }

  @Test
  void an_asset_that_it_does_not_know_is_no_failure() {
    stub.json("{\"coins\":{}}");
    assertThat(stub.defiLlama().closes("x", CurrencyUnit.USD, 3, AT))
        .isEqualTo(DayWindow.none(Gap.UNKNOWN_ID));
  }

  @Test
  void an_asset_without_a_close_has_none() {
    assertThat(closes(3)).isEqualTo(DayWindow.none(Gap.NO_QUOTE));
  }

  @Test
  void an_error_is_a_failure() {
    stub.refuse(500, "{\"message\":\"Internal server error\"}");
    Closes closes = stub.defiLlama().closes("x", CurrencyUnit.USD, 3, AT);
    assertThat(closes.gap()).contains(Gap.NETWORK);
    assertThat(closes.failure().map(Failure::reason))
        .contains("answered with an error (500): Internal server error");
  }
}
