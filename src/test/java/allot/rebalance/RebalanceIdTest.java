package allot.rebalance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RebalanceIdTest {
  private static final List<String> HASHES = List.of("ab", "cd");

  private static PlanSample sample(String today, String cost) {
    PlanSample sample = PlanSample.on(today);
    sample.sell("bittensor", "Kraken", sample.lot(cost, "2", "100", "199.50"));
    return sample;
  }

  @Test
  void the_same_input_has_the_same_id() {
    String id = RebalanceId.of(HASHES, sample("2026-11-20", "2025-01-01").plan());
    assertThat(id).matches("rebalance-[0-9a-f]{12}");
    assertThat(RebalanceId.of(HASHES, sample("2026-11-20", "2025-01-01").plan())).isEqualTo(id);
  }

  @Test
  void another_file_instant_lot_trade_or_sum_has_another() {
    String id = RebalanceId.of(HASHES, sample("2026-11-20", "2025-01-01").plan());
    assertThat(
            List.of(
                RebalanceId.of(List.of("ab"), sample("2026-11-20", "2025-01-01").plan()),
                RebalanceId.of(HASHES, sample("2026-11-21", "2025-01-01").plan()),
                RebalanceId.of(HASHES, sample("2026-11-20", "2025-01-02").plan()),
                RebalanceId.of(
                    HASHES, sample("2026-11-20", "2025-01-01").buy("near", "", "1").plan()),
                RebalanceId.of(HASHES, sample("2026-11-20", "2025-01-01").cash(-1).plan())))
        .doesNotContain(id)
        .doesNotHaveDuplicates();
  }
}
