package allot.problem;

import static org.assertj.core.api.Assertions.assertThat;

import allot.Law;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpellingTest {

  @ParameterizedTest
  @CsvSource({
    "Quantity,quantity",
    "QUANTITY,quantity",
    "price_as_of,priceAsOf",
    "price-as-of,priceAsOf",
    "avgPrice,avg_price",
    "quantitiy,quantity",
    "quanity,quantity",
    "quentity,quantity",
    "qauntity,quantity",
    "prices,price",
    "ROLE,role"
  })
  void names_resemble_but_for_case_hyphens_or_one_slip(String name, String known) {
    assertThat(Spelling.resembles(name, known)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"not,note", "rule,role", "lot,lots", "quntty,quantity", "exchange,asset"})
  void short_names_and_two_slips_do_not(String name, String known) {
    assertThat(Spelling.resembles(name, known)).isFalse();
  }

  @Test
  void the_nearest_word_is_meant() {
    List<String> known = List.of("holdings", "target", "band", "bands");
    assertThat(Spelling.nearest("holdngs", known)).contains("holdings");
    assertThat(Spelling.nearest("bandz", known)).contains("band");
    assertThat(Spelling.nearest("BANDS", known)).contains("bands");
    assertThat(Spelling.nearest("xyz", known)).isEmpty();
    assertThat(Spelling.nearest("", known)).isEmpty();
    assertThat(Spelling.nearest("band", List.of())).isEmpty();
  }

  @Test
  void a_short_word_is_not_taken_for_one_that_shares_no_letter() {
    assertThat(Spelling.nearest("x", List.of("a"))).isEmpty();
    assertThat(Spelling.nearest("AK", List.of("AKT"))).contains("AKT");
  }

  @Test
  void a_suggestion_is_a_question_or_nothing() {
    assertThat(Spelling.suggest("quantty", List.of("quantity")))
        .isEqualTo("did you mean `quantity`?");
    assertThat(Spelling.suggest("zzzzzz", List.of("quantity"))).isEmpty();
  }

  @Test
  void distance_is_symmetric_zero_for_equal_words_and_never_beyond_the_longer() {
    Law.holds(
        random -> {
          String a = word(random);
          String b = word(random);
          int distance = Spelling.distance(a, b);
          assertThat(distance).isEqualTo(Spelling.distance(b, a));
          assertThat(distance)
              .isBetween(Math.abs(a.length() - b.length()), Math.max(a.length(), b.length()));
          assertThat(distance == 0).isEqualTo(a.equals(b));
          assertThat(Spelling.distance(a + "x", b + "x")).isEqualTo(distance);
        });
  }

  @Test
  void two_neighbours_swapped_are_one_slip() {
    assertThat(Spelling.distance("abcd", "abdc")).isEqualTo(1);
    assertThat(Spelling.distance("abcd", "bacd")).isEqualTo(1);
    assertThat(Spelling.distance("abcd", "cbad")).isEqualTo(2);
  }

  private static String word(SplittableRandom random) {
    StringBuilder word = new StringBuilder();
    for (int i = random.nextInt(7); i > 0; i--) {
      word.append((char) ('a' + random.nextInt(3)));
    }
    return word.toString();
  }
}
