package allot.price;

import static org.assertj.core.api.Assertions.assertThat;

import allot.catalog.Asset;
import allot.catalog.AssetCatalog;
import allot.problem.Warning;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class HistoryGapsTest {
  private static final Asset TAO = AssetCatalog.builtIn().byId("bittensor").orElseThrow();
  private static final Asset AKT = AssetCatalog.builtIn().byId("akash-network").orElseThrow();
  private static final LocalDate FROM = LocalDate.of(2025, 11, 20);
  private static final LocalDate TO = LocalDate.of(2026, 11, 19);

  /** A close of 1 on every day from the first to the last, but for some. */
  private static TreeMap<LocalDate, BigDecimal> closes(
      LocalDate first, LocalDate last, String... without) {
    TreeMap<LocalDate, BigDecimal> closes = new TreeMap<>();
    for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
      closes.put(day, BigDecimal.ONE);
    }
    for (String day : without) {
      closes.remove(LocalDate.parse(day));
    }
    return closes;
  }

  private static List<String> said(TreeMap<LocalDate, BigDecimal> tao) {
    List<Warning> warnings =
        HistoryGaps.warnings(List.of(TAO), PriceHistory.of(Map.of("bittensor", tao)), FROM, TO);
    assertThat(warnings)
        .allMatch(warning -> warning.code() == Warning.Code.MISSING_CLOSES)
        .allMatch(warning -> warning.asset().equals(Optional.of("TAO")));
    return warnings.stream().map(Warning::message).toList();
  }

  @Test
  void of_a_whole_series_there_is_nothing_to_say() {
    assertThat(said(closes(FROM, TO))).isEmpty();
    assertThat(said(closes(FROM.minusDays(9), TO.plusDays(9), "2025-11-19", "2026-11-20")))
        .isEmpty();
  }

  @Test
  void days_that_follow_each_other_are_one_range() {
    assertThat(said(closes(FROM, TO, "2026-03-01", "2026-03-02", "2026-03-03")))
        .containsExactly("TAO has no close on 3 of 365 days: 2026-03-01 to 2026-03-03");
    assertThat(said(closes(FROM, TO, "2026-03-01", "2026-05-01", "2026-04-30")))
        .containsExactly("TAO has no close on 3 of 365 days: 2026-03-01, 2026-04-30 to 2026-05-01");
    assertThat(said(closes(FROM, TO, "2026-03-01")))
        .containsExactly("TAO has no close on 1 of 365 days: 2026-03-01");
  }

  @Test
  void a_series_that_begins_late_says_when() {
    LocalDate begin = LocalDate.of(2026, 5, 1);
    assertThat(said(closes(begin, TO))).containsExactly("TAO's closes begin on 2026-05-01");
    assertThat(said(closes(begin, TO, "2026-05-03")))
        .containsExactly(
            "TAO's closes begin on 2026-05-01", "TAO has no close on 1 of 203 days: 2026-05-03");
  }

  @Test
  void days_at_the_end_are_missing_like_any_other() {
    assertThat(said(closes(FROM, TO.minusDays(2))))
        .containsExactly("TAO has no close on 2 of 365 days: 2026-11-18 to 2026-11-19");
    assertThat(said(closes(TO, TO))).containsExactly("TAO's closes begin on 2026-11-19");
  }

  @Test
  void a_long_list_is_cut_and_counted() {
    String[] four = {"2026-01-01", "2026-01-03", "2026-01-05", "2026-01-07"};
    assertThat(said(closes(FROM, TO, four)))
        .containsExactly(
            "TAO has no close on 4 of 365 days: 2026-01-01, 2026-01-03, 2026-01-05, 2026-01-07");
    String[] more = {
      "2026-01-01",
      "2026-01-03",
      "2026-01-05",
      "2026-01-07",
      "2026-01-09",
      "2026-01-11",
      "2026-01-12",
      "2026-01-14"
    };
    assertThat(said(closes(FROM, TO, more)))
        .containsExactly(
            "TAO has no close on 8 of 365 days: 2026-01-01, 2026-01-03, 2026-01-05 and 4 more");
  }

  @Test
  void assets_are_told_in_their_order_and_those_without_any_close_by_others() {
    PriceHistory history =
        PriceHistory.of(
            Map.of(
                "bittensor", closes(TO, TO),
                "akash-network", closes(FROM, TO, "2026-03-01")));
    Asset filecoin = AssetCatalog.builtIn().byId("filecoin").orElseThrow();
    assertThat(HistoryGaps.warnings(List.of(AKT, filecoin, TAO), history, FROM, TO))
        .extracting(Warning::asset)
        .containsExactly(Optional.of("AKT"), Optional.of("TAO"));
    assertThat(HistoryGaps.warnings(List.of(TAO), history, TO, FROM)).isEmpty();
  }

  @Test
  void a_fetched_history_counts_only_within_its_window() {
    FetchedHistory fetched =
        new FetchedHistory(
            FROM,
            TO,
            List.of(
                new FetchedHistory.Series(
                    TAO, "CoinGecko", closes(FROM.minusDays(3), TO.plusDays(1)))),
            List.of(new FetchedHistory.Missing(AKT, Gap.NO_QUOTE)));
    assertThat(fetched.days()).isEqualTo(365);
    assertThat(fetched.closes().assets()).containsExactly("bittensor");
    assertThat(fetched.closes().closes("bittensor")).isEqualTo(closes(FROM, TO));
  }
}
