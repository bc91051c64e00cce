package allot.price;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import allot.money.Fraction;
import allot.problem.Kind;
import allot.problem.ProblemException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class PriceHistoryTest {
  private static final LocalDate JAN_5 = LocalDate.of(2026, 1, 5);

  private static PriceHistory tao(Object... dayAndPrice) {
    Map<LocalDate, BigDecimal> series = new TreeMap<>();
    for (int i = 0; i < dayAndPrice.length; i += 2) {
      series.put(
          LocalDate.of(2026, 1, (Integer) dayAndPrice[i]),
          new BigDecimal(dayAndPrice[i + 1].toString()));
    }
    return PriceHistory.of(Map.of("bittensor", series));
  }

  @Test
  void closes_are_sorted_and_cannot_be_changed() {
    PriceHistory history = tao(7, 3, 5, 1, 6, 2);
    assertThat(history.assets()).containsExactly("bittensor");
    assertThat(history.closes("bittensor").values().toString()).isEqualTo("[1, 2, 3]");
    assertThat(history.closes("akash-network")).isEmpty();
    assertThatThrownBy(() -> history.closes("bittensor").clear())
        .isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> history.assets().clear())
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void what_is_given_is_copied() {
    Map<LocalDate, BigDecimal> series = new TreeMap<>(Map.of(JAN_5, BigDecimal.ONE));
    PriceHistory history = PriceHistory.of(Map.of("bittensor", series));
    series.clear();
    assertThat(history.closes("bittensor")).hasSize(1);
  }

  @Test
  void an_asset_without_closes_is_not_there() {
    assertThat(PriceHistory.of(Map.of("bittensor", Map.of())).assets()).isEmpty();
  }

  @Test
  void a_close_is_above_zero() {
    assertThatThrownBy(() -> tao(5, 0)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void the_last_close_may_be_of_a_day_before() {
    PriceHistory history = tao(5, "1.5", 8, 2);
    assertThat(history.lastCloseOnOrBefore("bittensor", JAN_5.minusDays(1))).isEmpty();
    assertThat(history.lastCloseOnOrBefore("bittensor", JAN_5.plusDays(2)))
        .contains(new PriceHistory.Close(JAN_5, new BigDecimal("1.5")));
    assertThat(history.lastCloseOnOrBefore("bittensor", JAN_5.plusDays(3)).orElseThrow().date())
        .isEqualTo("2026-01-08");
    assertThat(history.close("bittensor", JAN_5.plusDays(2))).isEmpty();
  }

  @Test
  void a_mean_is_exact_and_of_the_closes_present() {
    PriceHistory history = tao(1, 100, 3, 1, 5, 1, 6, 2);
    // days 3 to 6, of which 4 has no close: (1 + 1 + 2) / 3
    Fraction mean = history.mean("bittensor", LocalDate.of(2026, 1, 6), 4).orElseThrow();
    assertThat(mean.compareTo(Fraction.of(new BigDecimal(4), new BigDecimal(3)))).isZero();
    assertThat(history.mean("bittensor", LocalDate.of(2026, 1, 2), 1)).isEmpty();
    assertThat(history.mean("akash-network", JAN_5, 30)).isEmpty();
    assertThatThrownBy(() -> history.mean("bittensor", JAN_5, 0))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void histories_merge_by_day_and_equal_closes_agree_whatever_their_zeros() {
    PriceHistory merged = tao(5, "1.50", 6, 2).merge(tao(4, 1, 5, "1.5"));
    assertThat(merged.closes("bittensor").values().toString()).isEqualTo("[1, 1.50, 2]");
    PriceHistory other = PriceHistory.of(Map.of("akash-network", Map.of(JAN_5, BigDecimal.TEN)));
    assertThat(merged.merge(other).assets()).containsExactly("akash-network", "bittensor");
    assertThat(PriceHistory.EMPTY.merge(other)).isSameAs(other);
    assertThat(other.merge(PriceHistory.EMPTY)).isSameAs(other);
  }

  @Test
  void different_closes_of_one_day_do_not_merge() {
    ProblemException refusal =
        catchThrowableOfType(ProblemException.class, () -> tao(5, 1).merge(tao(5, 2)));
    assertThat(refusal.kind()).isEqualTo(Kind.DATA);
    assertThat(refusal)
        .hasMessage(
            "two histories give bittensor different closes on 2026-01-05; keep one of them");
  }
}
