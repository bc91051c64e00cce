package allot.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ScaleTest {

  @Test
  void ticks_are_round_figures_around_the_data() {
    assertThat(labels(9_740, 13_120, Measure.MONEY))
        .containsExactly("9,000", "10,000", "11,000", "12,000", "13,000", "14,000");
    assertThat(labels(-31.4, 0, Measure.PERCENT))
        .containsExactly("−40 %", "−30 %", "−20 %", "−10 %", "0 %");
    assertThat(labels(0.012, 0.031, Measure.PERCENT))
        .containsExactly("0.010 %", "0.015 %", "0.020 %", "0.025 %", "0.030 %", "0.035 %");
  }

  @Test
  void what_begins_far_below_its_end_is_seen_from_zero() {
    assertThat(labels(12, 84, Measure.PERCENT))
        .containsExactly("0 %", "20 %", "40 %", "60 %", "80 %", "100 %");
  }

  @Test
  void large_money_reads_in_millions() {
    assertThat(labels(21e6, 23e6, Measure.MONEY)).contains("21.5 m", "22.0 m");
    assertThat(labels(2.1e10, 2.3e10, Measure.MONEY)).contains("21.5 bn", "22.0 bn");
  }

  @Test
  void what_does_not_move_has_room_above_and_below() {
    Scale scale = Scale.of(500, 500, Measure.MONEY);
    assertThat(scale.low()).isLessThan(500);
    assertThat(scale.high()).isGreaterThan(500);
    assertThat(Scale.of(0, 0, Measure.MONEY).low()).isZero();
  }

  @Test
  void every_scale_holds_its_data_in_one_to_eight_intervals() {
    SplittableRandom random = new SplittableRandom(8);
    for (int i = 0; i < 2_000; i++) {
      double least = (random.nextDouble() - 0.5) * StrictMath.pow(10, random.nextInt(-6, 20));
      double most = least + random.nextDouble() * StrictMath.pow(10, random.nextInt(-6, 20));
      Scale scale = Scale.of(least, most, Measure.MONEY);
      double room = Math.max(Math.abs(least), Math.abs(most)) * 1e-8;
      assertThat(scale.low()).as("case %d: %s", i, scale).isLessThanOrEqualTo(least + room);
      assertThat(scale.high()).as("case %d: %s", i, scale).isGreaterThanOrEqualTo(most - room);
      assertThat(scale.intervals()).as("case %d: %s", i, scale).isBetween(1, 8);
    }
  }

  private static List<String> labels(double least, double most, Measure measure) {
    Scale scale = Scale.of(least, most, measure);
    List<String> labels = new ArrayList<>();
    for (int tick = 0; tick <= scale.intervals(); tick++) {
      labels.add(scale.label(tick));
    }
    return labels;
  }
}
