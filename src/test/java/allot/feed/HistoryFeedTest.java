package allot.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import allot.catalog.Asset;
import allot.catalog.AssetCatalog;
import allot.file.CachedCloses;
import allot.money.CurrencyUnit;
import allot.price.FetchedHistory;
import allot.price.Gap;
import allot.problem.Kind;
import allot.problem.ProblemException;
import allot.problem.Warning;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HistoryFeedTest {
  private static final Instant AT = Instant.parse("2026-11-20T18:00:00Z");
  private static final CurrencyUnit EUR = CurrencyUnit.of("EUR").orElseThrow();
  private static final Asset TAO = asset("bittensor");
  private static final Asset NEAR = asset("near");
  private static final Asset AKT = asset("akash-network");

  @TempDir Path directory;

  private final FakeService coinGecko = FakeService.coinGecko();
  private final FakeService defiLlama = FakeService.defiLlama();
  private final List<String> progress = new ArrayList<>();

  private static Asset asset(String id) {
    return AssetCatalog.builtIn().byId(id).orElseThrow();
  }

  private HistoryFeed feed() {
    return new HistoryFeed(
        List.of(coinGecko, defiLlama),
        ClosesCache.at(directory),
        (asset, number, of) -> progress.add(number + "/" + of + " " + asset.symbol()));
  }

  private FetchedHistory closes(int days, Asset... assets) {
    return feed().closes(List.of(assets), CurrencyUnit.USD, days, AT);
  }

  private void kept(String id, int days, String fetched, String from, String to) {
    TreeMap<LocalDate, BigDecimal> byDay = new TreeMap<>();
    LocalDate end = LocalDate.parse(to);
    for (LocalDate day = LocalDate.parse(from); !day.isAfter(end); day = day.plusDays(1)) {
      byDay.put(day, BigDecimal.TEN);
    }
    ClosesCache.at(directory)
        .save(new CachedCloses("CoinGecko", "USD", id, days, Instant.parse(fetched), byDay));
  }

  /** {@code bittensor CoinGecko 2026-11-17..2026-11-19}. */
  private static List<String> found(FetchedHistory history) {
    return history.series().stream()
        .map(
            series ->
                series.asset().id()
                    + " "
                    + series.source()
                    + " "
                    + series.closes().firstKey()
                    + ".."
                    + series.closes().lastKey())
        .toList();
  }

  private static List<String> missing(FetchedHistory history) {
    return history.missing().stream()
        .map(missing -> missing.asset().id() + " " + missing.reason().label())
        .toList();
  }

  private static List<String> said(HistoryFeed feed) {
    return feed.warnings().stream().map(Warning::message).toList();
  }

  @Test
  void the_window_ends_with_the_last_day_that_is_over_in_UTC() {
    coinGecko.closed("bittensor", "2026-11-15", "2026-11-19");
    FetchedHistory history = closes(5, TAO);
    assertThat(history.from()).isEqualTo("2026-11-15");
    assertThat(history.to()).isEqualTo("2026-11-19");
    Instant midnight = Instant.parse("2026-11-21T00:00:00Z");
    FetchedHistory next =
        feed().closes(List.of(TAO), CurrencyUnit.USD, 1, midnight.minusSeconds(1));
    assertThat(next.to()).isEqualTo("2026-11-19");
    assertThat(feed().closes(List.of(TAO), CurrencyUnit.USD, 1, midnight).to())
        .isEqualTo("2026-11-20");
  }

  @Test
  void each_asset_is_one_request_and_one_step() {
    coinGecko.closed("bittensor", "2026-11-15", "2026-11-19");
    coinGecko.closed("near", "2026-11-15", "2026-11-19");
    FetchedHistory history = closes(5, TAO, NEAR, TAO);
    assertThat(coinGecko.asked()).containsExactly("bittensor 5", "near 5");
    assertThat(progress).containsExactly("1/2 TAO", "2/2 NEAR");
    assertThat(history.series()).hasSize(2);
    assertThat(defiLlama.asked()).isEmpty();
  }

  @Test
  void the_second_service_is_asked_for_the_asset_that_the_first_has_not() {
    coinGecko.closed("bittensor", "2026-11-15", "2026-11-19");
    defiLlama.closed("near", "2026-11-17", "2026-11-19");
    HistoryFeed feed = feed();
    FetchedHistory history = feed.closes(List.of(TAO, NEAR, AKT), CurrencyUnit.USD, 5, AT);
    assertThat(found(history))
        .containsExactly(
            "bittensor CoinGecko 2026-11-15..2026-11-19", "near DeFi Llama 2026-11-17..2026-11-19");
    assertThat(missing(history)).containsExactly("akash-network unknown-id");
    assertThat(defiLlama.asked()).containsExactly("near 5", "akash-network 5");
    assertThat(feed.warnings()).isEmpty();
  }

  @Test
  void a_service_that_fails_is_not_asked_again_and_that_is_said_once() {
    coinGecko.fails(FakeService.BUSY);
    defiLlama.closed("bittensor", "2026-11-15", "2026-11-19");
    defiLlama.closed("near", "2026-11-15", "2026-11-19");
    HistoryFeed feed = feed();
    FetchedHistory history = feed.closes(List.of(TAO, NEAR, AKT), CurrencyUnit.USD, 5, AT);
    assertThat(coinGecko.asked()).containsExactly("bittensor 5");
    assertThat(history.series()).hasSize(2);
    assertThat(missing(history)).containsExactly("akash-network rate-limited");
    assertThat(said(feed))
        .containsExactly("CoinGecko: wants fewer requests (429); try again in a minute");
  }

  @Test
  void run_again_after_an_interruption_it_asks_only_for_what_is_missing() {
    coinGecko.closed("bittensor", "2026-11-15", "2026-11-19");
    coinGecko.closed("near", "2026-11-15", "2026-11-19");
    coinGecko.fails(1, FakeService.DOWN);
    defiLlama.fails(FakeService.DOWN);
    FetchedHistory first = closes(5, TAO, NEAR, AKT);
    assertThat(found(first)).hasSize(1);
    assertThat(missing(first)).containsExactly("near network", "akash-network network");
    coinGecko.recovers();
    FetchedHistory second = closes(5, TAO, NEAR, AKT);
    assertThat(coinGecko.asked())
        .containsExactly("bittensor 5", "near 5", "near 5", "akash-network 5");
    assertThat(found(second))
        .containsExactly(
            "bittensor CoinGecko 2026-11-15..2026-11-19", "near CoinGecko 2026-11-15..2026-11-19");
  }

  @ParameterizedTest
  @CsvSource({
    // days kept, when they were fetched, their last day, and whether that is asked for again
    "365, 2026-11-20T00:00:00Z, 2026-11-19, false",
    "365, 2026-11-20T17:59:00Z, 2026-11-19, false",
    "5, 2026-11-20T17:59:00Z, 2026-11-19, false",
    "4, 2026-11-20T17:59:00Z, 2026-11-19, true",
    "365, 2026-11-19T23:59:59Z, 2026-11-19, true",
    "365, 2026-11-20T17:31:00Z, 2026-11-18, false",
    "365, 2026-11-20T17:30:00Z, 2026-11-18, true",
    "365, 2026-11-20T18:00:01Z, 2026-11-19, true"
  })
  void closes_fetched_today_are_not_asked_for_again(
      int days, String fetched, String last, boolean asked) {
    kept("bittensor", days, fetched, "2026-11-01", last);
    coinGecko.closed("bittensor", "2026-11-15", "2026-11-19");
    assertThat(closes(5, TAO).series()).hasSize(1);
    assertThat(coinGecko.asked().size()).isEqualTo(asked ? 1 : 0);
  }

  @Test
  void of_kept_closes_only_the_window_counts_and_the_running_day_is_none() {
    kept("bittensor", 365, "2026-11-20T17:00:00Z", "2025-11-20", "2026-11-20");
    assertThat(found(closes(3, TAO))).containsExactly("bittensor CoinGecko 2026-11-17..2026-11-19");
    assertThat(coinGecko.asked()).isEmpty();
  }

  @Test
  void older_closes_stand_in_when_nobody_answers_and_that_is_said() {
    kept("bittensor", 365, "2026-11-18T12:00:00Z", "2025-11-18", "2026-11-17");
    coinGecko.fails(FakeService.DOWN);
    defiLlama.fails(FakeService.DOWN);
    HistoryFeed feed = feed();
    FetchedHistory history = feed.closes(List.of(TAO, NEAR), CurrencyUnit.USD, 5, AT);
    assertThat(found(history)).containsExactly("bittensor CoinGecko 2026-11-15..2026-11-17");
    assertThat(missing(history)).containsExactly("near network");
    assertThat(said(feed))
        .containsExactly(
            "CoinGecko: no answer within 8 s",
            "DeFi Llama: no answer within 8 s",
            "no service answers for TAO: its closes are those fetched on 2026-11-18");
  }

  @Test
  void closes_that_are_older_than_the_window_are_none() {
    kept("bittensor", 5, "2026-10-01T12:00:00Z", "2026-09-26", "2026-09-30");
    coinGecko.fails(FakeService.DOWN);
    defiLlama.fails(FakeService.BUSY);
    ProblemException refusal =
        catchThrowableOfType(ProblemException.class, () -> closes(5, TAO, NEAR));
    assertThat(refusal.kind()).isEqualTo(Kind.SERVICE);
    assertThat(refusal.problems().get(0).line())
        .isEqualTo(
            "no price can be had and nothing usable is cached: CoinGecko: no answer within"
                + " 8 s, DeFi Llama: wants fewer requests (429); try again in a minute");
  }

  @Test
  void neither_money_nor_what_is_not_traded_nor_a_bare_ticker_is_asked_for() {
    FetchedHistory history =
        closes(5, Asset.cash("EUR"), asset("grok-chain"), Asset.unknown("FOO"));
    assertThat(coinGecko.asked()).isEmpty();
    assertThat(progress).isEmpty();
    assertThat(missing(history))
        .containsExactly("eur no-market", "grok-chain no-market", "foo unknown-id");
  }

  @Test
  void what_is_never_asked_for_is_no_step_of_the_progress() {
    coinGecko.closed("bittensor", "2026-11-15", "2026-11-19");
    coinGecko.closed("near", "2026-11-15", "2026-11-19");
    closes(5, TAO, Asset.unknown("FOO"), NEAR);
    assertThat(progress).containsExactly("1/2 TAO", "2/2 NEAR");
  }

  @Test
  void a_service_without_the_currency_is_not_asked() {
    coinGecko.lacks("bittensor", Gap.NO_QUOTE);
    defiLlama.closed("bittensor", "2026-11-15", "2026-11-19");
    FetchedHistory history = feed().closes(List.of(TAO), EUR, 5, AT);
    assertThat(defiLlama.asked()).isEmpty();
    assertThat(missing(history)).containsExactly("bittensor no-quote");
  }

  @Test
  void a_later_fetch_does_not_hide_what_an_earlier_as_of_asks_for() {
    kept("bittensor", 5, "2026-11-20T17:00:00Z", "2026-11-15", "2026-11-19");
    defiLlama.closed("bittensor", "2026-06-01", "2026-06-05");
    Instant june = Instant.parse("2026-06-06T12:00:00Z");
    assertThat(found(feed().closes(List.of(TAO), CurrencyUnit.USD, 5, june)))
        .containsExactly("bittensor DeFi Llama 2026-06-01..2026-06-05");
  }

  @Test
  void closes_kept_at_another_as_of_are_no_reason_not_to_ask_now() {
    coinGecko.closed("bittensor", "2026-11-15", "2026-11-19");
    feed().closes(List.of(TAO), CurrencyUnit.USD, 5, AT.plus(Duration.ofDays(9)));
    closes(5, TAO);
    assertThat(coinGecko.asked()).hasSize(2);
  }
}
