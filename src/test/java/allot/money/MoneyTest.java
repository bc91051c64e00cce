package allot.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoneyTest {
  private static final CurrencyUnit YEN = new CurrencyUnit("JPY", 0);
  private static final CurrencyUnit DINAR = new CurrencyUnit("KWD", 3);

  private static Money usd(String amount) {
    return Money.of(new BigDecimal(amount), CurrencyUnit.USD);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0 | 0.00 USD",
        "1 | 1.00 USD",
        "999.999 | 1,000.00 USD",
        "-1234.5 | -1,234.50 USD",
        "123 | 123.00 USD",
        "-123 | -123.00 USD",
        "123456 | 123,456.00 USD",
        "1234567.891 | 1,234,567.89 USD",
        "1E+9 | 1,000,000,000.00 USD",
        "-0.001 | 0.00 USD",
        "-0.005 | 0.00 USD",
        "-0.0051 | -0.01 USD",
        "0.125 | 0.12 USD",
        "0.135 | 0.14 USD"
      })
  void amounts_are_shown_half_even_in_groups_of_three(String amount, String shown) {
    assertThat(usd(amount).format()).isEqualTo(shown);
  }

  @Test
  void decimals_are_the_currencys() {
    assertThat(Money.of(new BigDecimal("1234.5"), YEN).format()).isEqualTo("1,234 JPY");
    assertThat(Money.of(new BigDecimal("1234.5"), DINAR).format()).isEqualTo("1,234.500 KWD");
    assertThat(usd("1234.5").figures()).isEqualTo("1,234.50");
  }

  @Test
  void sums_are_exact() {
    assertThat(usd("0.1").plus(usd("0.2")).amount()).isEqualByComparingTo("0.3");
    assertThat(usd("1").minus(usd("0.9")).amount()).isEqualByComparingTo("0.1");
    assertThat(usd("0.1").times(new BigDecimal("0.1")).amount()).isEqualByComparingTo("0.01");
    assertThat(Money.zero(YEN).signum()).isZero();
  }

  @Test
  void rounding_is_the_callers() {
    assertThat(usd("2.675").rounded(2, RoundingMode.HALF_EVEN).amount())
        .isEqualByComparingTo("2.68");
    assertThat(usd("2.675").rounded(2, RoundingMode.DOWN).amount()).isEqualByComparingTo("2.67");
  }

  @Test
  void amounts_compare_by_value() {
    assertThat(usd("1.0")).isEqualByComparingTo(usd("1.00"));
    assertThat(usd("-1").signum()).isEqualTo(-1);
    assertThat(usd("2")).isGreaterThan(usd("1.99"));
  }

  @Test
  void currencies_that_meet_are_both_named() {
    Money yen = Money.zero(YEN);
    Money.CurrencyMismatch mismatch =
        catchThrowableOfType(Money.CurrencyMismatch.class, () -> usd("1").plus(yen));
    assertThat(mismatch.left()).isEqualTo(CurrencyUnit.USD);
    assertThat(mismatch.right()).isEqualTo(YEN);
    assertThat(mismatch).hasMessage("USD and JPY do not mix");
    assertThatThrownBy(() -> usd("1").minus(yen)).isInstanceOf(Money.CurrencyMismatch.class);
    assertThatThrownBy(() -> usd("1").compareTo(yen)).isInstanceOf(Money.CurrencyMismatch.class);
  }
}
