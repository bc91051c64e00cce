package allot.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import allot.catalog.Asset;
import allot.price.PriceHistory;
import allot.problem.Kind;
import allot.problem.ProblemException;
import allot.problem.Warning;
import allot.problem.Warning.Code;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ReturnTableTest {
  private static final LocalDate START = LocalDate.of(2024, 1, 1);
  private static final Asset TAO = Mixes.asset("bittensor");
  private static final Asset AKT = Mixes.asset("akash-network");

  private final Map<String, TreeMap<LocalDate, BigDecimal>> closes = new HashMap<>();

  private TreeMap<LocalDate, BigDecimal> series(Asset asset, int from, int days) {
    TreeMap<LocalDate, BigDecimal> series = new TreeMap<>();
    for (int i = from; i < from + days; i++) {
      series.put(START.plusDays(i), BigDecimal.valueOf(100 + i % 7));
    }
    closes.put(asset.id(), series);
    return series;
  }

  private ReturnTable table(Asset... assets) {
    return table(Map.of(), assets);
  }

  private ReturnTable table(Map<String, Asset> proxies, Asset... assets) {
    PriceHistory history = PriceHistory.of(closes);
    return ReturnTable.of(
        CloseTable.of(history, List.of(assets), proxies, HistoryWindow.SIMULATION));
  }

  private static List<Code> codes(ReturnTable table) {
    return table.notes().stream().map(Warning::code).toList();
  }

  @Test
  void a_row_is_from_one_close_to_the_next() {
    series(TAO, 0, 800);
    series(AKT, 0, 800);
    ReturnTable table = table(TAO, AKT);
    assertThat(table.closes()).isEqualTo(800);
    assertThat(table.days()).hasSize(799).startsWith(START.plusDays(1));
    assertThat(table.growth()[0][0]).isEqualTo(1.01);
    assertThat(table.simpleReturns()[1][0]).isCloseTo(.01, within(1e-15));
    assertThat(table.logReturns()[1][6]).isEqualTo(StrictMath.log(100 / 106.0));
    assertThat(table.notes()).isEmpty();
    assertThat(table.assets()).containsExactly("bittensor", "akash-network");
  }

  @Test
  void late_listing_delisting_and_gaps_are_said() {
    series(TAO, 0, 900);
    series(AKT, 30, 850).remove(START.plusDays(100));
    ReturnTable table = table(TAO, AKT);
    assertThat(table.closes()).isEqualTo(849);
    assertThat(table.days()).hasSize(847).doesNotContain(START.plusDays(101));
    assertThat(table.days().get(0)).isEqualTo(START.plusDays(31));
    assertThat(codes(table)).containsExactly(Code.LATE_LISTING, Code.DELISTED, Code.MISSING_DAYS);
    assertThat(table.notes().get(0).message())
        .isEqualTo("AKT begins on 2024-01-31: 30 earlier days of others are left out");
    assertThat(table.notes().get(1).message())
        .isEqualTo("AKT ends on 2026-05-29: 20 later days of others are left out");
  }

  @Test
  void the_spike_of_a_first_day_is_left_out_and_other_outliers_are_kept() {
    TreeMap<LocalDate, BigDecimal> tao = series(TAO, 0, 800);
    tao.put(START, new BigDecimal("5000"));
    tao.put(START.plusDays(300), new BigDecimal("900"));
    ReturnTable table = table(TAO);
    assertThat(codes(table)).containsExactly(Code.FIRST_DAY_SPIKE, Code.OUTLIER);
    assertThat(table.closes()).isEqualTo(799);
    assertThat(table.notes().get(0).message())
        .isEqualTo(
            "TAO: the first close, of 2024-01-01, is left out: the next is 0.02 times as much");
    assertThat(table.notes().get(1).message()).contains("(and 1 more); kept as it is");
  }

  @Test
  void another_asset_may_stand_in() {
    series(TAO, 0, 100);
    ReturnTable table = table(Map.of(AKT.id(), TAO), TAO, AKT);
    assertThat(table.growth()[1]).containsExactly(table.growth()[0]);
    assertThat(codes(table)).containsExactly(Code.PROXY, Code.SHORT_HISTORY);
  }

  @Test
  void an_asset_without_closes_stops_it() {
    series(TAO, 0, 100);
    assertThatThrownBy(() -> table(TAO, AKT))
        .isInstanceOfSatisfying(
            ProblemException.class, e -> assertThat(e.kind()).isEqualTo(Kind.DATA))
        .hasMessageContaining("no closes of AKT")
        .hasMessageContaining("--proxy AKT=OTHER");
  }

  @Test
  void fewer_than_sixty_closes_in_common_are_refused() {
    series(TAO, 0, 100);
    series(AKT, 40, 100);
    assertThat(table(TAO, AKT).closes()).isEqualTo(60);
    series(AKT, 41, 100);
    assertThatThrownBy(() -> table(TAO, AKT))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("on 59 days");
    series(AKT, 200, 100);
    assertThatThrownBy(() -> table(TAO, AKT)).hasMessageContaining("on 0 days");
  }

  @Test
  void weekly_closes_are_refused() {
    TreeMap<LocalDate, BigDecimal> weekly = new TreeMap<>();
    for (int i = 0; i < 100; i++) {
      weekly.put(START.plusDays(7L * i), BigDecimal.TEN);
    }
    closes.put(TAO.id(), weekly);
    assertThatThrownBy(() -> table(TAO)).hasMessageContaining("daily closes");
  }

  @Test
  void cash_alone_needs_no_history() {
    assertThat(table().growth()).isEmpty();
  }

  @Test
  void a_back_test_takes_a_window_and_two_closes() {
    series(TAO, 0, 100);
    series(AKT, 40, 100);
    PriceHistory history = PriceHistory.of(closes);
    HistoryWindow window =
        HistoryWindow.ofBacktest(Optional.of(START.plusDays(98)), Optional.of(START.plusDays(120)));
    CloseTable table = CloseTable.of(history, List.of(TAO, AKT), Map.of(), window);
    assertThat(table.days()).containsExactly(START.plusDays(98), START.plusDays(99));
    assertThat(table.closes()[1]).containsExactly(100, 101);
    HistoryWindow later =
        HistoryWindow.ofBacktest(Optional.of(START.plusDays(99)), Optional.empty());
    assertThatThrownBy(() -> CloseTable.of(history, List.of(TAO, AKT), Map.of(), later))
        .hasMessageContaining("on 1 day from 2024-04-09; a back-test needs 2");
  }
}
