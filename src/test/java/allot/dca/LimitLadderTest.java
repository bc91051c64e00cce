package allot.dca;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import allot.dca.LimitLadder.Rung;
import allot.problem.Kind;
import allot.problem.ProblemException;
import java.math.BigDecimal;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LimitLadderTest {
  private static final long SEED = 5510;
  private static final int CASES = 2_000;
  private static final BigDecimal PRICE = new BigDecimal("402.15");

  private static List<Long> cents(String ladder, long cents, long minimum) {
    return LimitLadder.parse(ladder).rungs(cents, PRICE, minimum).stream()
        .map(Rung::cents)
        .toList();
  }

  @Test
  void limits_are_exact_and_parts_are_equal_to_the_cent() {
    List<Rung> rungs = LimitLadder.parse("0,5,12.5").rungs(10_000, PRICE, 0);
    assertThat(rungs)
        .extracting(rung -> rung.offset() + " " + rung.price() + " " + rung.cents())
        .containsExactly("0 402.15 3333", "5 382.0425 3333", "12.5 351.88125 3334");
  }

  @Test
  void with_every_part_under_the_minimum_all_is_on_the_highest_price() {
    List<Rung> rungs = LimitLadder.parse("2,5,10,20").rungs(4_000, PRICE, 1_001);
    assertThat(rungs).hasSize(1);
    assertThat(rungs.get(0).offset()).isEqualByComparingTo("2");
    assertThat(rungs.get(0).cents()).isEqualTo(4_000);
    assertThat(cents("0,5,10", 999, 1_000)).containsExactly(999L);
  }

  @Test
  void a_part_of_just_the_minimum_stands() {
    assertThat(cents("2,5,10,20", 4_000, 1_000)).containsExactly(1_000L, 1_000L, 1_000L, 1_000L);
  }

  @Test
  void a_part_under_the_minimum_joins_the_next_higher_price() {
    // parts 3, 4, 3, 4: the third joins the second, the first is joined by both
    assertThat(cents("0,5,10,15", 14, 4)).containsExactly(10L, 4L);
    // parts 3, 3, 4: the second joins the first
    assertThat(cents("0,5,10", 10, 4)).containsExactly(6L, 4L);
  }

  @Test
  void no_order_is_of_nothing() {
    assertThat(cents("0,5,10", 0, 0)).isEmpty();
    assertThat(cents("0,5,10", 1, 0)).containsExactly(1L);
  }

  @Test
  void the_largest_budget_does_not_overflow() {
    assertThat(cents("0,5,10", Long.MAX_VALUE, 0).stream().mapToLong(Long::longValue).sum())
        .isEqualTo(Long.MAX_VALUE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''|`` is not a plain decimal number",
        "0,,5|`` is not a plain decimal number",
        "0,5 %|`5 %` is not a plain decimal number",
        "0,1e|`1e` is not a plain decimal number",
        "-5|-5 is not within 0 to 95",
        "0,95.1|95.1 is not within 0 to 95",
        "0,5,5.0|5 does not lie deeper than 5",
        "10,5|5 does not lie deeper than 10",
      })
  void what_is_no_ladder_is_refused(String text, String why) {
    assertThatThrownBy(() -> LimitLadder.parse(text))
        .isInstanceOfSatisfying(
            ProblemException.class, e -> assertThat(e.kind()).isEqualTo(Kind.USAGE))
        .hasMessage(
            "--ladder "
                + text
                + ": "
                + why
                + "; write percents below the price, the smallest first: 0,5,10");
  }

  @Test
  void the_bounds_are_taken_in() {
    assertThat(LimitLadder.parse("0,95").offsets()).hasSize(2);
    StringBuilder hundred = new StringBuilder("0");
    for (int k = 1; k < 100; k++) {
      hundred.append(',').append(new BigDecimal(k).movePointLeft(2).toPlainString());
    }
    assertThat(LimitLadder.parse(hundred.toString()).offsets()).hasSize(100);
    assertThatThrownBy(() -> LimitLadder.parse(hundred + ",2"))
        .hasMessageContaining("needs 1 to 100 offsets");
  }

  @Test
  void rungs_add_up_descend_and_none_is_under_a_minimum_that_the_budget_reaches() {
    SplittableRandom random = new SplittableRandom(SEED);
    for (int i = 0; i < CASES; i++) {
      LimitLadder ladder = ladder(random);
      long budget = random.nextInt(10) == 0 ? random.nextLong(1, 30) : random.nextLong(1, 1L << 40);
      long minimum = random.nextLong(0, 2 * budget / ladder.offsets().size() + 2);
      List<Rung> rungs = ladder.rungs(budget, PRICE, minimum);
      String what =
          "seed " + SEED + ", case " + i + ": " + ladder + ", " + budget + " by " + minimum;
      assertThat(rungs.stream().mapToLong(Rung::cents).sum()).as(what).isEqualTo(budget);
      for (int k = 0; k < rungs.size(); k++) {
        assertThat(rungs.get(k).cents())
            .as(what)
            .isPositive()
            .isGreaterThanOrEqualTo(Math.min(minimum, budget));
        assertThat(rungs.get(k).price()).as(what).isPositive();
        if (k > 0) {
          assertThat(rungs.get(k).price()).as(what).isLessThan(rungs.get(k - 1).price());
        }
      }
    }
  }

  private static LimitLadder ladder(SplittableRandom random) {
    int n = random.nextInt(1, 12);
    List<BigDecimal> offsets =
        random
            .ints(n, 0, 9_501)
            .distinct()
            .sorted()
            .mapToObj(hundredth -> BigDecimal.valueOf(hundredth, 2))
            .toList();
    return new LimitLadder(offsets);
  }
}
