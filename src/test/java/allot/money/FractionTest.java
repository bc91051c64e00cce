package allot.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import allot.Law;
import allot.Ratio;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class FractionTest {

  private static Fraction fraction(String numerator, String denominator) {
    return Fraction.of(new BigDecimal(numerator), new BigDecimal(denominator));
  }

  @Test
  void thirds_are_compared_without_rounding() {
    assertThat(fraction("1", "3")).isEqualByComparingTo(fraction("2", "6"));
    assertThat(fraction("1", "3")).isGreaterThan(Fraction.of(new BigDecimal("0.333333333333")));
    assertThat(fraction("1", "3").compareTo(new BigDecimal("0.333333333334"))).isNegative();
    assertThat(fraction("9", "20").compareTo(new BigDecimal("0.450"))).isZero();
  }

  @Test
  void a_denominator_is_above_zero() {
    assertThatThrownBy(() -> fraction("1", "0")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> fraction("1", "-2")).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void rounding_is_the_callers() {
    assertThat(fraction("1", "8").rounded(2, RoundingMode.HALF_EVEN)).isEqualByComparingTo("0.12");
    assertThat(fraction("1", "8").rounded(2, RoundingMode.UP)).isEqualByComparingTo("0.13");
    assertThat(fraction("-2", "3").rounded(2, RoundingMode.HALF_EVEN))
        .isEqualByComparingTo("-0.67");
  }

  @Test
  void the_sign_is_the_numerators() {
    assertThat(fraction("-1", "3").signum()).isEqualTo(-1);
    assertThat(Fraction.ZERO.signum()).isZero();
  }

  @Test
  void arithmetic_agrees_with_integer_fractions() {
    Law.holds(
        random -> {
          Fraction a = any(random);
          Fraction b = any(random);
          BigDecimal factor = decimal(random);
          assertThat(Ratio.of(a.minus(b))).isEqualTo(Ratio.of(a).minus(Ratio.of(b)));
          assertThat(Ratio.of(a.times(factor))).isEqualTo(Ratio.of(a).times(Ratio.of(factor)));
          assertThat(Integer.signum(a.compareTo(b)))
              .isEqualTo(Ratio.of(a).compareTo(Ratio.of(b)))
              .isEqualTo(-Integer.signum(b.compareTo(a)));
        });
  }

  private static Fraction any(SplittableRandom random) {
    BigDecimal denominator = decimal(random).abs().add(new BigDecimal("0.001"));
    return Fraction.of(decimal(random), random.nextBoolean() ? denominator : BigDecimal.TEN);
  }

  private static BigDecimal decimal(SplittableRandom random) {
    return BigDecimal.valueOf(random.nextLong(-1_000_000, 1_000_000), random.nextInt(6));
  }
}
