package allot.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BucketTest {

  @ParameterizedTest
  @CsvSource({
    "L1,layer-1",
    "l2,layer-2",
    "Layer-1,layer-1",
    "HYBRID,hybrid",
    "stable,stablecoin",
    "layer-3,layer-3",
    "bitcoin,bitcoin",
    "a1-b2-c3,a1-b2-c3"
  })
  void any_name_in_kebab_case_is_a_bucket(String text, String name) {
    assertThat(Bucket.parse(text)).contains(new Bucket(name));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "-", "-a", "a-", "a--b", "a b", "a_b", "é", "unclassified", "Unclassified"})
  void anything_else_is_none(String text) {
    assertThat(Bucket.parse(text)).isEmpty();
  }

  @Test
  void a_name_has_at_most_forty_characters() {
    assertThat(Bucket.parse("a".repeat(40))).isPresent();
    assertThat(Bucket.parse("a".repeat(41))).isEmpty();
  }
}
