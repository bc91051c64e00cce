package allot.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class BarDrawingTest {
  private static final long SEED = 20261120;

  @Test
  void weight_band_and_target_are_told_apart_without_colour() {
    assertThat(unicode("50", "40", "30", "60")).isEqualTo("██████▓▓┃▓░░");
    assertThat(ascii("50", "40", "30", "60")).isEqualTo("######==|=..");
  }

  @Test
  void a_weight_is_drawn_to_an_eighth_of_a_column() {
    assertThat(unicode("12.5", "60", "50", "70")).isEqualTo("██▌       ░░┃░");
  }

  @Test
  void an_overweight_bar_shows_through_the_whole_band() {
    assertThat(unicode("90", "40", "30", "50")).isEqualTo("██████▓▓┃▓████████");
    assertThat(ascii("90", "40", "30", "50")).isEqualTo("######==|=########");
  }

  @Test
  void a_target_at_the_edge_of_its_band_stays_in_it() {
    assertThat(unicode("0", "30", "30", "50")).isEqualTo("      ┃░░░");
    assertThat(unicode("0", "50", "30", "50")).isEqualTo("      ░░░┃");
  }

  @Test
  void weights_of_nothing_and_of_everything_fill_nothing_and_everything() {
    assertThat(unicode("0", "40", "35", "45")).isEqualTo("       ░┃");
    assertThat(unicode("100", "0", "0", "0.1")).isEqualTo("┃███████████████████");
  }

  @Test
  void a_band_of_everything_is_a_track_from_end_to_end() {
    assertThat(unicode("0", "50", "0", "100")).isEqualTo("░░░░░░░░░░┃░░░░░░░░░");
    assertThat(unicode("100", "100", "0", "100")).isEqualTo("▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓┃");
  }

  @Test
  void a_target_of_zero_is_a_tick_and_what_exceeds_it_sticks_out() {
    assertThat(unicode("0", "0", "0", "0.1")).isEqualTo("┃");
    assertThat(unicode("0.1", "0", "0", "0.1")).isEqualTo("┃");
    assertThat(unicode("0.2", "0", "0", "0.1")).isEqualTo("┃▏");
    assertThat(ascii("0.2", "0", "0", "0.1")).isEqualTo("|#");
  }

  @Test
  void an_unknown_weight_leaves_target_and_band() {
    Cell.Bar bar = (Cell.Bar) Samples.bar("0", "40", "20", "60");
    Cell.Bar unknown =
        new Cell.Bar(Optional.empty(), bar.target(), bar.low(), bar.high(), bar.max(), Tone.PLAIN);
    assertThat(drawn(unknown, 8, Glyphs.UNICODE)).isEqualTo("  ░░┃░");
  }

  @Test
  void what_exceeds_the_scale_ends_with_it() {
    assertThat(drawn((Cell.Bar) Samples.bar("99", "90", "85", "95"), 8, Glyphs.UNICODE))
        .isEqualTo("███████┃");
  }

  @Test
  void a_bar_without_a_scale_is_refused() {
    BigDecimal zero = BigDecimal.ZERO;
    assertThatThrownBy(() -> Cell.bar(Optional.empty(), zero, zero, zero, zero, Tone.PLAIN))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void no_rounding_contradicts_the_status() {
    SplittableRandom random = new SplittableRandom(SEED);
    for (int i = 0; i < 2_000; i++) {
      int low = random.nextInt(1, 900);
      int high = low + random.nextInt(0, 1000 - low);
      int target = random.nextInt(low, high + 1);
      int weight = random.nextInt(0, 1001);
      int width = random.nextInt(4, 60);
      Glyphs glyphs = random.nextBoolean() ? Glyphs.UNICODE : Glyphs.ASCII;
      String bar = drawn(bar(weight, target, low, high), width, glyphs);
      String label = "seed " + SEED + ", case " + i + ": " + bar;
      assertThat(bar.chars().filter(c -> c == glyphs.target)).as(label).hasSize(1);
      assertThat(bar.length()).as(label).isLessThanOrEqualTo(width);
      char last = bar.charAt(bar.length() - 1);
      if (weight < low) {
        assertThat(bar).as(label).doesNotContain(String.valueOf(glyphs.covered));
      } else if (weight <= high) {
        assertThat(bar.trim().length())
            .as(label)
            .isLessThanOrEqualTo(drawn(bar(0, target, low, high), width, glyphs).length());
      } else if (Math.round(high * width / 1000.0) < width - 1) {
        assertThat(last).as(label).isNotIn(glyphs.track, glyphs.covered, glyphs.target);
      }
    }
  }

  private static Cell.Bar bar(int weight, int target, int low, int high) {
    return new Cell.Bar(
        Optional.of(BigDecimal.valueOf(weight, 1)),
        BigDecimal.valueOf(target, 1),
        BigDecimal.valueOf(low, 1),
        BigDecimal.valueOf(high, 1),
        BigDecimal.valueOf(100),
        Tone.PLAIN);
  }

  private static String unicode(String weight, String target, String low, String high) {
    return onHundred(weight, target, low, high, Glyphs.UNICODE);
  }

  private static String ascii(String weight, String target, String low, String high) {
    return onHundred(weight, target, low, high, Glyphs.ASCII);
  }

  private static String onHundred(
      String weight, String target, String low, String high, Glyphs glyphs) {
    Cell.Bar bar =
        new Cell.Bar(
            Optional.of(new BigDecimal(weight)),
            new BigDecimal(target),
            new BigDecimal(low),
            new BigDecimal(high),
            new BigDecimal("100"),
            Tone.PLAIN);
    return drawn(bar, 20, glyphs);
  }

  private static String drawn(Cell.Bar bar, int width, Glyphs glyphs) {
    Sheet sheet = new Sheet(false);
    new BarDrawing(bar, width, glyphs).write(sheet);
    return sheet.toString();
  }
}
