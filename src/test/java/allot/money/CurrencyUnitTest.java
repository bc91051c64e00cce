package allot.money;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Currency;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CurrencyUnitTest {

  @Test
  void every_currency_of_the_jdk_has_its_decimals() {
    for (Currency currency : Currency.getAvailableCurrencies()) {
      int decimals = currency.getDefaultFractionDigits();
      Optional<Integer> expected = decimals < 0 ? Optional.empty() : Optional.of(decimals);
      assertThat(CurrencyUnit.of(currency.getCurrencyCode()).map(CurrencyUnit::decimals))
          .as(currency.getCurrencyCode())
          .isEqualTo(expected);
    }
  }

  @Test
  void the_usual_ones_are_what_the_jdk_says() {
    assertThat(CurrencyUnit.of("USD")).contains(CurrencyUnit.USD);
    assertThat(CurrencyUnit.of("EUR")).contains(new CurrencyUnit("EUR", 2));
    assertThat(CurrencyUnit.of("JPY")).contains(new CurrencyUnit("JPY", 0));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "usd", "US", "USDC", "BTC", "XAU", "XXX", "ÜSD"})
  void what_is_no_money_is_no_currency(String code) {
    assertThat(CurrencyUnit.of(code)).isEmpty();
  }
}
