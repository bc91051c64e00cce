package allot.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import allot.catalog.Bucket;
import allot.problem.Kind;
import allot.problem.ProblemException;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TargetMixTest {

  @Test
  void four_numbers_are_in_the_articles_order() {
    TargetMix mix = TargetMix.parse("10/20/30/40");
    assertThat(mix.percents().keySet())
        .containsExactly(Bucket.LAYER_2, Bucket.LAYER_1, Bucket.HYBRID, Bucket.STABLECOIN);
    assertThat(mix.of(Bucket.LAYER_2)).isEqualByComparingTo("10");
    assertThat(mix.of(Bucket.STABLECOIN)).isEqualByComparingTo("40");
  }

  @Test
  void the_articles_ask_for_40_layer_2_30_layer_1_20_hybrid_10_stablecoin() {
    assertThat(TargetMix.ARTICLES).isEqualTo(TargetMix.parse("l2=40,l1=30,hybrid=20,stable=10"));
  }

  @Test
  void names_keep_the_users_order_and_may_be_new() {
    TargetMix mix = TargetMix.parse("stable=12.5,Layer-3=87.5,l1=0");
    assertThat(mix.percents().keySet())
        .containsExactly(Bucket.STABLECOIN, new Bucket("layer-3"), Bucket.LAYER_1);
    assertThat(mix.of(Bucket.LAYER_1)).isEqualByComparingTo("0");
    assertThat(mix.of(Bucket.HYBRID)).isEqualByComparingTo("0");
  }

  @Test
  void thirds_that_miss_100_by_a_hair_are_refused() {
    assertThatThrownBy(() -> TargetMix.parse("a=33.33,b=33.33,c=33.33"))
        .hasMessageContaining("adds up to 99.99, not to exactly 100");
    assertThatThrownBy(() -> TargetMix.parse("40/30/20/10.000000000000000000001"))
        .hasMessageContaining("adds up to 100.000000000000000000001");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | needs exactly four numbers, or names",
        "40/30/30 | needs exactly four numbers, or names",
        "40/30/20/5/5 | needs exactly four numbers, or names",
        "100 | needs exactly four numbers, or names",
        "40/30/20/x | `x` is not a plain decimal number",
        "40/30/20/ | `` is not a plain decimal number",
        "40/30/20/1e99 | `1e99` is out of range",
        "50/30/30/-10 | a target is zero or more",
        "l1=50,layer-1=50 | names layer-1 twice",
        "a b=100 | `a b` is no bucket",
        "=100 | `` is no bucket",
        "unclassified=100 | `unclassified` is no bucket",
        "l1=100, | `` is no bucket",
        "l1=50;l2=50 | `50;l2=50` is not a plain decimal number",
        "l1=90,l2 | `l2` is not a plain decimal number"
      })
  void the_impossible_is_wrong_usage(String text, String why) {
    assertThatThrownBy(() -> TargetMix.parse(text))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> {
              assertThat(e.kind()).isEqualTo(Kind.USAGE);
              assertThat(e.problems().get(0).remedy()).isPresent();
            })
        .hasMessageStartingWith("--target " + text + ": ")
        .hasMessageContaining(why);
  }

  @Test
  void a_mix_cannot_be_changed_from_outside() {
    Map<Bucket, BigDecimal> percents = new LinkedHashMap<>();
    percents.put(Bucket.HYBRID, new BigDecimal("100"));
    TargetMix mix = new TargetMix(percents);
    percents.clear();
    assertThat(mix.of(Bucket.HYBRID)).isEqualByComparingTo("100");
    assertThatThrownBy(() -> mix.percents().clear())
        .isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> new TargetMix(Map.of())).isInstanceOf(IllegalArgumentException.class);
  }
}
