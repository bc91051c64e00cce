package allot.rebalance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import allot.Law;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LevelTest {
  private static final BigDecimal HAIR = new BigDecimal("1e-40");

  @Test
  void parts_stay_between_their_bounds_and_add_up() {
    Law.holds(
        random -> {
          List<BigDecimal> weights = new ArrayList<>();
          List<BigDecimal> low = new ArrayList<>();
          List<BigDecimal> high = new ArrayList<>();
          for (int i = random.nextInt(1, 7); i > 0; i--) {
            weights.add(BigDecimal.valueOf(random.nextInt(1, 1000), 1));
            low.add(BigDecimal.valueOf(random.nextInt(4) * random.nextLong(1_000_000), 4));
            high.add(low.get(low.size() - 1).add(BigDecimal.valueOf(random.nextInt(3) * 7L, 2)));
          }
          BigDecimal room = Level.total(high).subtract(Level.total(low));
          BigDecimal sum =
              Level.total(low).add(room.multiply(BigDecimal.valueOf(random.nextInt(101), 2)));
          List<BigDecimal> parts = Level.fill(weights, low, high, sum);
          assertThat(Level.total(parts)).isCloseTo(sum, within(HAIR));
          for (int i = 0; i < parts.size(); i++) {
            assertThat(parts.get(i)).isBetween(low.get(i), high.get(i));
          }
        });
  }
}
