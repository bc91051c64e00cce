package allot.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import allot.Law;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExactDecimalTest {

  private static void refused(String text, String why) {
    assertThatThrownBy(() -> ExactDecimal.parse(text))
        .as(text)
        .isInstanceOf(ExactDecimal.NotExact.class)
        .hasMessage(why);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-0", "7", "-7", "10", "0.5", "-0.50", "1e5", "1E-5", "2.5e+3"})
  void json_numbers_are_read_exactly(String text) {
    assertThat(ExactDecimal.parse(text)).isEqualByComparingTo(new BigDecimal(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "-",
        "+5",
        ".5",
        "5.",
        "01",
        "-01",
        "00",
        "1e",
        "1e+",
        "e5",
        "1.e5",
        "1.2.3",
        "0x10",
        "1_000",
        "1,5",
        "1d",
        "1f",
        "NaN",
        "Infinity",
        " 1",
        "1 ",
        "1\n",
        "--1",
        "1-2",
        "\u0661\u0662",
        "\uff15",
        "1\uff15",
        "\u0967",
        "1\u0660",
        "\u22125",
        "1e\u0665",
        "½"
      })
  void whatever_else_looks_like_a_number_is_refused(String text) {
    assertThat(ExactDecimal.isJsonNumber(text)).isFalse();
    refused(text, "is not a plain decimal number");
  }

  @Test
  void magnitudes_go_from_1e_minus_30_to_1e30() {
    assertThat(ExactDecimal.parse("1e30")).isEqualByComparingTo("1e30");
    assertThat(ExactDecimal.parse("-1e30")).isEqualByComparingTo("-1e30");
    assertThat(ExactDecimal.parse("1e-30")).isEqualByComparingTo("1e-30");
    String why = "is out of range (1e-30 to 1e30)";
    refused("1000000000000000000000000000000.1", why);
    refused("-1.0000001e30", why);
    refused("9.9e-31", why);
    refused("-9.9e-31", why);
  }

  @Test
  void sixty_digits_are_read_and_sixty_one_are_not() {
    String sixty = "1." + "2".repeat(59);
    assertThat(ExactDecimal.parse(sixty).toPlainString()).isEqualTo(sixty);
    refused(sixty + "3", "has more than 60 digits");
    refused("0." + "1".repeat(200), "has more than 60 digits");
    refused("1" + "0".repeat(1_000_000), "has more than 60 digits");
  }

  @Test
  void zeros_before_the_first_digit_are_no_digits() {
    String small = "0." + "0".repeat(29) + "1".repeat(60);
    assertThat(ExactDecimal.parse(small).precision()).isEqualTo(60);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1e999999999",
        "-1e999999999",
        "1e-999999999",
        "9e2147483647",
        "1e-2147483648",
        "1e9999999999",
        "1.5e99999999999999999999"
      })
  void absurd_exponents_are_refused_at_once(String text) {
    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(2), () -> refused(text, "is out of range (1e-30 to 1e30)"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0e999999999", "0e-999999999", "-0.000", "0.0e5"})
  void zero_is_zero_however_it_is_written(String text) {
    assertThat(ExactDecimal.plain(ExactDecimal.parse(text))).isEqualTo("0");
  }

  @Test
  void plain_notation_has_no_exponent_and_no_trailing_zeros() {
    assertThat(ExactDecimal.plain(new BigDecimal("1E+5"))).isEqualTo("100000");
    assertThat(ExactDecimal.plain(new BigDecimal("3.9E-7"))).isEqualTo("0.00000039");
    assertThat(ExactDecimal.plain(new BigDecimal("-1.500"))).isEqualTo("-1.5");
    assertThat(ExactDecimal.plain(new BigDecimal("0.000"))).isEqualTo("0");
    assertThat(ExactDecimal.plain(new BigDecimal("100"))).isEqualTo("100");
  }

  @Test
  void the_normal_form_never_has_a_negative_scale() {
    assertThat(ExactDecimal.normal(new BigDecimal("1E+30")).scale()).isZero();
    assertThat(ExactDecimal.normal(new BigDecimal("1.50")).scale()).isEqualTo(1);
  }

  @Test
  void reading_what_was_written_gives_the_same_number() {
    Law.holds(
        random -> {
          BigDecimal value =
              new BigDecimal(
                  BigInteger.valueOf(random.nextLong()).multiply(BigInteger.valueOf(1L << 10)),
                  random.nextInt(40));
          String plain = ExactDecimal.plain(value);
          assertThat(ExactDecimal.parse(plain)).isEqualByComparingTo(value);
          assertThat(ExactDecimal.plain(ExactDecimal.parse(plain))).isEqualTo(plain);
        });
  }
}
