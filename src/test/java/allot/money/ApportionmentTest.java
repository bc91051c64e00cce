package allot.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import allot.Law;
import allot.Ratio;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ApportionmentTest {

  private static List<BigDecimal> weights(String... texts) {
    return Stream.of(texts).map(BigDecimal::new).toList();
  }

  private static List<String> percentages(int decimals, String... texts) {
    return Apportionment.percentages(weights(texts), decimals).stream()
        .map(BigDecimal::toPlainString)
        .toList();
  }

  @Test
  void v4_three_thirds_add_up_to_100() {
    assertThat(percentages(0, "1", "1", "1")).containsExactly("34", "33", "33");
    assertThat(percentages(2, "1", "1", "1")).containsExactly("33.34", "33.33", "33.33");
  }

  @Test
  void v7_naive_rounding_would_give_101() {
    String[] texts = {".13626332", ".47989636", ".09596008", ".28788024"};
    assertThat(percentages(0, texts)).containsExactly("14", "48", "9", "29");
    assertThat(percentages(2, texts)).containsExactly("13.63", "47.99", "9.59", "28.79");
  }

  @Test
  void ties_go_to_the_larger_weight_then_to_the_earlier() {
    assertThat(Apportionment.split(BigInteger.valueOf(2), weights("1", "3")))
        .containsExactly(BigInteger.ZERO, BigInteger.TWO);
    assertThat(Apportionment.split(BigInteger.ONE, weights("1", "1")))
        .containsExactly(BigInteger.ONE, BigInteger.ZERO);
  }

  @Test
  void there_must_be_something_to_split_by() {
    assertThatThrownBy(() -> Apportionment.split(BigInteger.ONE, List.of()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Apportionment.split(BigInteger.ONE, weights("0", "0")))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Apportionment.split(BigInteger.ONE.negate(), weights("1")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void nothing_is_split_into_nothing() {
    assertThat(Apportionment.split(BigInteger.ZERO, weights("1", "2")))
        .containsExactly(BigInteger.ZERO, BigInteger.ZERO);
  }

  @Test
  void shares_add_up_and_are_within_one_unit_of_exact() {
    Law.holds(
        random -> {
          List<BigDecimal> weights = someWeights(random);
          BigInteger units = BigInteger.valueOf(random.nextLong(1L << random.nextInt(1, 50)));
          List<BigInteger> shares = Apportionment.split(units, weights);
          assertThat(shares.stream().reduce(BigInteger.ZERO, BigInteger::add)).isEqualTo(units);
          Ratio sum = Ratio.ZERO;
          for (BigDecimal weight : weights) {
            sum = sum.plus(Ratio.of(weight));
          }
          for (int i = 0; i < shares.size(); i++) {
            Ratio share = new Ratio(shares.get(i), BigInteger.ONE);
            Ratio exact =
                Ratio.of(weights.get(i)).times(new Ratio(units, BigInteger.ONE)).over(sum);
            assertThat(share.minus(exact).abs()).isLessThan(Ratio.of(1));
            if (weights.get(i).signum() == 0) {
              assertThat(shares.get(i)).isZero();
            }
          }
        });
  }

  @Test
  void scaling_all_weights_changes_nothing() {
    Law.holds(
        random -> {
          List<BigDecimal> weights = someWeights(random);
          BigInteger units = BigInteger.valueOf(random.nextLong(1_000_000));
          BigDecimal factor =
              BigDecimal.valueOf(random.nextLong(1, 1_000_000), random.nextInt(0, 9));
          List<BigDecimal> scaled = weights.stream().map(factor::multiply).toList();
          assertThat(Apportionment.split(units, scaled))
              .isEqualTo(Apportionment.split(units, weights));
        });
  }

  @Test
  void permuting_different_weights_permutes_their_shares() {
    Law.holds(
        random -> {
          List<BigDecimal> weights =
              new ArrayList<>(someWeights(random).stream().distinct().toList());
          BigInteger units = BigInteger.valueOf(random.nextLong(1_000_000));
          List<BigInteger> before = Apportionment.split(units, weights);
          List<Integer> order = new ArrayList<>();
          for (int i = 0; i < weights.size(); i++) {
            order.add(i);
          }
          Collections.shuffle(order, new Random(random.nextLong()));
          List<BigInteger> after =
              Apportionment.split(units, order.stream().map(weights::get).toList());
          assertThat(after).isEqualTo(order.stream().map(before::get).toList());
        });
  }

  @Test
  void percentages_add_up_to_exactly_100() {
    Law.holds(
        random -> {
          int decimals = random.nextInt(5);
          List<BigDecimal> shown = Apportionment.percentages(someWeights(random), decimals);
          assertThat(shown.stream().reduce(BigDecimal.ZERO, BigDecimal::add))
              .isEqualByComparingTo("100");
          assertThat(shown).allMatch(percent -> percent.scale() == decimals);
        });
  }

  private static List<BigDecimal> someWeights(SplittableRandom random) {
    List<BigDecimal> weights = new ArrayList<>();
    int count = random.nextInt(1, 9);
    long bound = 1L << random.nextInt(2, 40);
    for (int i = 0; i < count; i++) {
      boolean zero = random.nextInt(5) == 0;
      weights.add(zero ? BigDecimal.ZERO : BigDecimal.valueOf(random.nextLong(1, bound), 3));
    }
    weights.set(random.nextInt(count), BigDecimal.valueOf(random.nextLong(1, bound), 3));
    return weights;
  }
}
