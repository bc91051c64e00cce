package allot.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import allot.catalog.Asset;
import allot.catalog.AssetCatalog;
import allot.money.CurrencyUnit;
import allot.price.Gap;
import allot.price.LiveQuotes;
import allot.price.Quote;
import allot.problem.Kind;
import allot.problem.ProblemException;
import allot.problem.Warning;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuoteFeedTest {
  private static final Instant AT = Instant.parse("2026-11-20T18:00:00Z");
  private static final CurrencyUnit EUR = CurrencyUnit.of("EUR").orElseThrow();
  private static final Asset TAO = asset("bittensor");
  private static final Asset NEAR = asset("near");
  private static final Asset AKT = asset("akash-network");

  @TempDir Path directory;

  private final FakeService coinGecko = FakeService.coinGecko();
  private final FakeService defiLlama = FakeService.defiLlama();

  private static Asset asset(String id) {
    return AssetCatalog.builtIn().byId(id).orElseThrow();
  }

  private QuoteFeed feed(boolean acceptJump, boolean crossCheck) {
    return new QuoteFeed(
        List.of(coinGecko, defiLlama), QuoteCache.at(directory), acceptJump, crossCheck);
  }

  private LiveQuotes ask(Asset... assets) {
    return feed(false, false).quotes(List.of(assets), CurrencyUnit.USD, AT);
  }

  /** What an earlier run has left. */
  private void cached(String id, String price, String source, Instant asOf, Instant fetched) {
    cached(
        CurrencyUnit.USD, id, new Quote(new BigDecimal(price), Optional.of(asOf), source), fetched);
  }

  private void cached(CurrencyUnit currency, String id, Quote quote, Instant fetched) {
    QuoteCache.at(directory).save(currency, Map.of(id, new QuoteCache.Entry(quote, fetched)));
  }

  private void cachedAnHourAgo(String id, String price) {
    Instant then = AT.minus(Duration.ofHours(1));
    cached(id, price, "CoinGecko", then, then);
  }

  /** {@code bittensor 402.15 CoinGecko}. */
  private static List<String> taken(LiveQuotes answer) {
    List<String> taken = new ArrayList<>();
    answer
        .quotes()
        .forEach(
            (id, quote) ->
                taken.add(id + " " + quote.value().toPlainString() + " " + quote.source()));
    return taken;
  }

  private static List<String> said(LiveQuotes answer) {
    return answer.warnings().stream().map(Warning::message).toList();
  }

  private ProblemException refusal(CurrencyUnit currency, Asset... assets) {
    ProblemException refusal =
        catchThrowableOfType(
            ProblemException.class, () -> feed(false, false).quotes(List.of(assets), currency, AT));
    assertThat(refusal).isNotNull();
    return refusal;
  }

  // the order of services

  @Test
  void the_second_service_is_asked_for_what_the_first_has_not() {
    coinGecko.has("bittensor", "402.15", AT).lacks("near", Gap.NO_QUOTE);
    defiLlama.has("near", "2.68", AT).has("bittensor", "1", AT);
    LiveQuotes answer = ask(TAO, NEAR, AKT);
    assertThat(taken(answer)).containsExactly("bittensor 402.15 CoinGecko", "near 2.68 DeFi Llama");
    assertThat(answer.gaps()).containsExactly(Map.entry("akash-network", Gap.UNKNOWN_ID));
    assertThat(answer.warnings()).isEmpty();
    assertThat(coinGecko.asked()).containsExactly("bittensor,near,akash-network");
    assertThat(defiLlama.asked()).containsExactly("near,akash-network");
  }

  @Test
  void a_service_that_nothing_is_left_for_is_not_asked() {
    coinGecko.has("bittensor", "402.15", AT);
    assertThat(taken(ask(TAO, TAO))).containsExactly("bittensor 402.15 CoinGecko");
    assertThat(coinGecko.asked()).containsExactly("bittensor");
    assertThat(defiLlama.asked()).isEmpty();
  }

  @Test
  void the_second_service_stands_in_for_one_that_fails_and_that_is_said() {
    coinGecko.fails(FakeService.BUSY);
    defiLlama.has("bittensor", "402.15", AT);
    LiveQuotes answer = ask(TAO);
    assertThat(taken(answer)).containsExactly("bittensor 402.15 DeFi Llama");
    assertThat(said(answer))
        .containsExactly("CoinGecko: wants fewer requests (429); try again in a minute");
    assertThat(answer.warnings()).allMatch(w -> w.code() == Warning.Code.SERVICE);
  }

  @Test
  void a_service_that_fails_is_not_asked_again_in_the_run() {
    coinGecko.fails(FakeService.DOWN);
    defiLlama.has("bittensor", "402.15", AT).has("near", "2.68", AT);
    QuoteFeed feed = feed(false, false);
    feed.quotes(List.of(TAO), CurrencyUnit.USD, AT);
    LiveQuotes second = feed.quotes(List.of(NEAR), CurrencyUnit.USD, AT);
    assertThat(coinGecko.asked()).containsExactly("bittensor");
    assertThat(taken(second)).containsExactly("near 2.68 DeFi Llama");
    assertThat(said(second)).containsExactly("CoinGecko: no answer within 8 s");
  }

  @Test
  void the_first_service_that_says_why_is_believed() {
    coinGecko.lacks("bittensor", Gap.NO_QUOTE).lacks("near", Gap.REJECTED);
    assertThat(ask(TAO, NEAR, AKT).gaps())
        .containsExactly(
            Map.entry("bittensor", Gap.NO_QUOTE),
            Map.entry("near", Gap.REJECTED),
            Map.entry("akash-network", Gap.UNKNOWN_ID));
  }

  @Test
  void an_asset_that_a_limit_kept_back_is_told_from_one_that_nobody_knows() {
    coinGecko.fails(FakeService.BUSY);
    defiLlama.has("near", "2.68", AT);
    assertThat(ask(TAO, NEAR).gaps()).containsExactly(Map.entry("bittensor", Gap.RATE_LIMITED));
  }

  // what is never asked

  @Test
  void neither_money_nor_what_is_not_traded_nor_a_bare_ticker_is_asked_for() {
    Asset untraded = asset("grok-chain");
    assertThat(untraded.market()).isEqualTo(Asset.Market.NONE);
    LiveQuotes answer =
        ask(Asset.cash("EUR"), untraded, Asset.unknown("FOO"), Asset.unknown("Foo"));
    assertThat(coinGecko.asked()).isEmpty();
    assertThat(defiLlama.asked()).isEmpty();
    assertThat(answer.quotes()).isEmpty();
    assertThat(answer.gaps())
        .containsExactly(
            Map.entry("eur", Gap.NO_MARKET),
            Map.entry("grok-chain", Gap.NO_MARKET),
            Map.entry("foo", Gap.UNKNOWN_ID));
  }

  @Test
  void what_is_written_as_an_id_is_asked_for_though_the_catalogue_does_not_have_it() {
    coinGecko.has("some-new-coin", "3", AT);
    assertThat(taken(ask(Asset.unknown("some-new-coin"))))
        .containsExactly("some-new-coin 3 CoinGecko");
  }

  @Test
  void an_outage_is_no_fault_if_nothing_had_to_be_asked() {
    coinGecko.fails(FakeService.DOWN);
    assertThat(ask(Asset.unknown("FOO")).gaps()).containsKey("foo");
    assertThat(ask().gaps()).isEmpty();
  }

  // the cache

  @Test
  void the_cache_comes_last_however_old_and_is_said() {
    Instant longAgo = AT.minus(Duration.ofDays(400));
    cached("bittensor", "300", "CoinGecko", longAgo, longAgo);
    cachedAnHourAgo("near", "2.60");
    coinGecko.fails(FakeService.DOWN);
    defiLlama.has("near", "2.68", AT);
    LiveQuotes answer = ask(TAO, NEAR, AKT);
    assertThat(taken(answer)).containsExactly("bittensor 300 CoinGecko", "near 2.68 DeFi Llama");
    assertThat(answer.quotes().get("bittensor").asOf()).contains(longAgo);
    assertThat(answer.gaps()).containsExactly(Map.entry("akash-network", Gap.NETWORK));
    assertThat(said(answer))
        .containsExactly(
            "CoinGecko: no answer within 8 s",
            "no service answers for TAO: last known prices taken from the cache");
  }

  @Test
  void what_was_fetched_is_there_in_the_next_run() {
    coinGecko.has("bittensor", "402.15", AT);
    ask(TAO);
    coinGecko.fails(FakeService.DOWN);
    defiLlama.fails(FakeService.DOWN);
    LiveQuotes later =
        feed(false, false).quotes(List.of(TAO), CurrencyUnit.USD, AT.plus(Duration.ofHours(5)));
    assertThat(taken(later)).containsExactly("bittensor 402.15 CoinGecko");
    assertThat(later.quotes().get("bittensor").asOf()).contains(AT.minusSeconds(60));
  }

  @ParameterizedTest
  @CsvSource({"0, false", "59, false", "60, true", "-1, true"})
  void a_quote_fetched_less_than_a_minute_ago_is_not_asked_for_again(int seconds, boolean asked) {
    Instant fetched = AT.minusSeconds(seconds);
    cached("bittensor", "400", "CoinGecko", fetched.minusSeconds(90), fetched);
    coinGecko.has("bittensor", "402.15", AT);
    LiveQuotes answer = ask(TAO);
    assertThat(coinGecko.asked().size()).isEqualTo(asked ? 1 : 0);
    assertThat(taken(answer))
        .containsExactly("bittensor " + (asked ? "402.15" : "400") + " CoinGecko");
    assertThat(answer.warnings()).isEmpty();
  }

  @Test
  void two_files_of_one_run_share_one_fetch() {
    coinGecko.has("bittensor", "402.15", AT).has("near", "2.68", AT);
    QuoteFeed feed = feed(false, false);
    feed.quotes(List.of(TAO), CurrencyUnit.USD, AT);
    assertThat(taken(feed.quotes(List.of(TAO, NEAR), CurrencyUnit.USD, AT))).hasSize(2);
    assertThat(coinGecko.asked()).containsExactly("bittensor", "near");
  }

  @Test
  void a_young_quote_of_a_service_that_was_not_chosen_is_asked_for_all_the_same() {
    cached("bittensor", "400", "DeFi Llama", AT.minusSeconds(20), AT.minusSeconds(10));
    coinGecko.has("bittensor", "402.15", AT);
    QuoteFeed alone = new QuoteFeed(List.of(coinGecko), QuoteCache.at(directory), false, false);
    assertThat(taken(alone.quotes(List.of(TAO), CurrencyUnit.USD, AT)))
        .containsExactly("bittensor 402.15 CoinGecko");
  }

  @Test
  void a_cached_quote_later_than_as_of_does_not_count() {
    Instant now = AT.plus(Duration.ofDays(30));
    cached("bittensor", "900", "CoinGecko", now, now);
    cached("near", "2.68", "CoinGecko", AT.plus(Duration.ofMinutes(5)), now);
    coinGecko.lacks("bittensor", Gap.REJECTED).lacks("near", Gap.REJECTED);
    LiveQuotes answer = ask(TAO, NEAR);
    assertThat(taken(answer)).containsExactly("near 2.68 CoinGecko");
    assertThat(answer.gaps()).containsExactly(Map.entry("bittensor", Gap.REJECTED));
  }

  @Test
  void a_later_quote_is_no_measure_of_a_jump_for_an_earlier_as_of() {
    Instant now = AT.plus(Duration.ofDays(30));
    cached("bittensor", "9000", "CoinGecko", now, now);
    coinGecko.has("bittensor", "402.15", AT);
    assertThat(taken(ask(TAO))).containsExactly("bittensor 402.15 CoinGecko");
  }

  @Test
  void an_as_of_in_the_future_does_not_keep_later_runs_from_being_remembered() {
    coinGecko.has("bittensor", "402.15", AT);
    feed(false, false).quotes(List.of(TAO), CurrencyUnit.USD, AT.plus(Duration.ofDays(3650)));
    Instant later = AT.plus(Duration.ofHours(2));
    coinGecko.has("bittensor", "410", later);
    feed(false, false).quotes(List.of(TAO), CurrencyUnit.USD, later);
    coinGecko.fails(FakeService.DOWN);
    defiLlama.fails(FakeService.DOWN);
    assertThat(
            taken(
                feed(false, false)
                    .quotes(List.of(TAO), CurrencyUnit.USD, later.plus(Duration.ofHours(1)))))
        .containsExactly("bittensor 410 CoinGecko");
  }

  @Test
  void without_an_answer_and_without_a_cache_there_is_nothing_to_go_on() {
    coinGecko.fails(FakeService.DOWN);
    defiLlama.fails(FakeService.BUSY);
    ProblemException refusal = refusal(CurrencyUnit.USD, TAO);
    assertThat(refusal.kind()).isEqualTo(Kind.SERVICE);
    assertThat(refusal.problems().get(0).line())
        .isEqualTo(
            "no price can be had and nothing usable is cached: CoinGecko: no answer within"
                + " 8 s, DeFi Llama: wants fewer requests (429); try again in a minute");
  }

  @Test
  void many_assets_out_of_the_cache_are_not_all_named() {
    List<Asset> assets = new ArrayList<>();
    for (int i = 0; i < 9; i++) {
      cachedAnHourAgo("coin-" + i, "1");
      assets.add(Asset.unknown("coin-" + i));
    }
    coinGecko.fails(FakeService.DOWN);
    defiLlama.fails(FakeService.DOWN);
    assertThat(said(feed(false, false).quotes(assets, CurrencyUnit.USD, AT)))
        .contains(
            "no service answers for coin-0, coin-1, coin-2, coin-3, coin-4, coin-5 and 3 more: last"
                + " known prices taken from the cache");
  }

  // other currencies

  @Test
  void a_service_without_the_currency_is_not_asked_and_no_other_currency_stands_in() {
    cachedAnHourAgo("near", "2.68");
    coinGecko.has("bittensor", "350", AT).lacks("near", Gap.NO_QUOTE);
    defiLlama.has("near", "2.68", AT);
    LiveQuotes answer = feed(false, false).quotes(List.of(TAO, NEAR), EUR, AT);
    assertThat(taken(answer)).containsExactly("bittensor 350 CoinGecko");
    assertThat(answer.gaps()).containsExactly(Map.entry("near", Gap.NO_QUOTE));
    assertThat(defiLlama.asked()).isEmpty();
    assertThat(QuoteCache.at(directory).read(EUR)).containsOnlyKeys("bittensor");
    assertThat(QuoteCache.at(directory).read(CurrencyUnit.USD)).containsOnlyKeys("near");
  }

  @Test
  void an_outage_in_another_currency_says_that_nobody_else_has_it() {
    coinGecko.fails(FakeService.DOWN);
    assertThat(refusal(EUR, TAO).problems().get(0).line())
        .isEqualTo(
            "no price can be had and nothing usable is cached: CoinGecko: no answer within"
                + " 8 s; other services have no EUR; try again later");
    assertThat(defiLlama.asked()).isEmpty();
  }

  // jumps

  @ParameterizedTest
  @ValueSource(strings = {"160.00000001", "1000", "39.99999999", "0.0001"})
  void a_jump_is_taken_neither_from_the_service_nor_from_another_nor_from_the_cache(String price) {
    cachedAnHourAgo("bittensor", "100");
    coinGecko.has("bittensor", price, AT).has("near", "2.68", AT);
    defiLlama.has("bittensor", "101", AT);
    LiveQuotes answer = ask(TAO, NEAR);
    assertThat(taken(answer)).containsExactly("near 2.68 CoinGecko");
    assertThat(answer.gaps()).containsExactly(Map.entry("bittensor", Gap.REJECTED));
    assertThat(defiLlama.asked()).isEmpty();
    assertThat(answer.warnings())
        .singleElement()
        .satisfies(
            warning -> {
              assertThat(warning.code()).isEqualTo(Warning.Code.PRICE_JUMP);
              assertThat(warning.asset()).contains("TAO");
            });
    assertThat(QuoteCache.at(directory).read(CurrencyUnit.USD).get("bittensor").quote().value())
        .as("the measure stays")
        .isEqualByComparingTo("100");
  }

  @ParameterizedTest
  @ValueSource(strings = {"160", "40"})
  void a_move_of_exactly_60_percent_is_no_jump(String price) {
    cachedAnHourAgo("bittensor", "100");
    coinGecko.has("bittensor", price, AT);
    LiveQuotes answer = ask(TAO);
    assertThat(taken(answer)).containsExactly("bittensor " + price + " CoinGecko");
    assertThat(answer.warnings()).isEmpty();
  }

  @Test
  void a_jump_that_is_accepted_is_taken_and_is_the_measure_from_then_on() {
    cachedAnHourAgo("bittensor", "100");
    coinGecko.has("bittensor", "1000", AT);
    LiveQuotes answer = feed(true, false).quotes(List.of(TAO), CurrencyUnit.USD, AT);
    assertThat(taken(answer)).containsExactly("bittensor 1000 CoinGecko");
    assertThat(said(answer)).singleElement().asString().endsWith(": taken, as asked");
    Instant later = AT.plus(Duration.ofHours(1));
    coinGecko.has("bittensor", "1100", later);
    LiveQuotes next = feed(false, false).quotes(List.of(TAO), CurrencyUnit.USD, later);
    assertThat(taken(next)).containsExactly("bittensor 1100 CoinGecko");
    assertThat(next.warnings()).isEmpty();
  }

  @Test
  void a_jump_of_all_that_is_asked_for_is_no_outage() {
    cachedAnHourAgo("bittensor", "100");
    coinGecko.fails(FakeService.DOWN);
    defiLlama.has("bittensor", "1000", AT);
    LiveQuotes answer = ask(TAO);
    assertThat(answer.gaps()).containsExactly(Map.entry("bittensor", Gap.REJECTED));
    assertThat(said(answer)).hasSize(2);
  }

  @Test
  void a_jump_stays_one_when_it_is_asked_for_again_in_the_run() {
    cachedAnHourAgo("bittensor", "100");
    coinGecko.has("bittensor", "1000", AT);
    QuoteFeed feed = feed(false, false);
    feed.quotes(List.of(TAO), CurrencyUnit.USD, AT);
    assertThat(feed.quotes(List.of(TAO), CurrencyUnit.USD, AT).gaps())
        .containsExactly(Map.entry("bittensor", Gap.REJECTED));
  }

  // comparing

  @Test
  void a_cross_check_asks_everyone_for_everything_and_tells_what_differs() {
    cached("bittensor", "400", "CoinGecko", AT.minusSeconds(20), AT.minusSeconds(10));
    coinGecko.has("bittensor", "400", AT).has("near", "100", AT).has("akash-network", "100", AT);
    defiLlama.has("bittensor", "412.01", AT).has("near", "103", AT).has("akash-network", "97", AT);
    LiveQuotes answer = feed(false, true).quotes(List.of(TAO, NEAR, AKT), CurrencyUnit.USD, AT);
    assertThat(coinGecko.asked()).containsExactly("bittensor,near,akash-network");
    assertThat(defiLlama.asked()).containsExactly("bittensor,near,akash-network");
    assertThat(taken(answer))
        .containsExactly(
            "bittensor 400 CoinGecko", "near 100 CoinGecko", "akash-network 100 CoinGecko");
    assertThat(answer.warnings())
        .containsExactly(
            Warning.of(
                Warning.Code.PRICES_DIFFER,
                "TAO",
                "TAO is 400 by CoinGecko, 412.01 by DeFi Llama: +3 % apart"));
  }

  @Test
  void a_jump_is_not_taken_from_the_service_that_a_cross_check_compares_with() {
    cachedAnHourAgo("bittensor", "100");
    coinGecko.has("bittensor", "1000", AT);
    defiLlama.has("bittensor", "101", AT);
    LiveQuotes answer = feed(false, true).quotes(List.of(TAO), CurrencyUnit.USD, AT);
    assertThat(answer.gaps()).containsExactly(Map.entry("bittensor", Gap.REJECTED));
    assertThat(said(answer)).hasSize(1);
  }
}
