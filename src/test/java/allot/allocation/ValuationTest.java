package allot.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import allot.portfolio.Role;
import allot.price.PriceState;
import allot.price.Quote;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ValuationTest {

  private static Position first(Sample sample) {
    return sample.valuation().positions().get(0);
  }

  private static BigDecimal price(Position position) {
    return position.price().usable().map(Quote::value).orElseThrow();
  }

  @Test
  void a_given_price_beats_the_files_whatever_the_dates() {
    Sample sample =
        Sample.of(Row.of("bittensor", "2", "400").aged(Duration.ofHours(-100)))
            .quote("bittensor", "390")
            .quote("bittensor", "410");
    assertThat(price(first(sample))).isEqualByComparingTo("390");
    assertThat(first(sample).value().orElseThrow()).isEqualByComparingTo("780");
    assertThat(first(sample).price().usable().orElseThrow().source()).isEqualTo("--price");
  }

  @Test
  void each_holding_has_its_own_price_and_one_without_the_newest_of_the_asset() {
    Row old = Row.of("bittensor", "1", "300").aged(Duration.ofHours(2)).in("A");
    Row young = Row.of("bittensor", "1", "400").aged(Duration.ofHours(1)).in("B");
    Row undated = Row.of("bittensor", "1", "500").undated().in("C");
    Row bare = Row.of("bittensor", "1", "1").unpriced().in("D");
    Valuation valuation = Sample.of(old, young, undated, bare).valuation();
    assertThat(valuation.positions().stream().map(ValuationTest::price))
        .usingElementComparator(BigDecimal::compareTo)
        .containsExactly(
            new BigDecimal("300"),
            new BigDecimal("400"),
            new BigDecimal("500"),
            new BigDecimal("400"));
  }

  @Test
  void of_equally_new_prices_the_lower_fills_in_whatever_the_order() {
    Row low = Row.of("bittensor", "1", "300").in("A");
    Row high = Row.of("bittensor", "1", "400").in("B");
    Row bare = Row.of("bittensor", "1", "1").unpriced().in("C");
    assertThat(price(first(Sample.of(bare, low, high)))).isEqualByComparingTo("300");
    assertThat(price(first(Sample.of(bare, high, low)))).isEqualByComparingTo("300");
    assertThat(price(first(Sample.of(bare, high.undated(), low.undated()))))
        .isEqualByComparingTo("300");
  }

  @Test
  void cash_of_the_own_currency_is_worth_one_now() {
    Sample sample = Sample.of(Row.of("usd", "12.34", "7").undated()).quote("usd", "0.5");
    assertThat(first(sample).value().orElseThrow()).isEqualByComparingTo("12.34");
    assertThat(first(sample).price()).isInstanceOf(PriceState.Fresh.class);
    assertThat(first(sample).price().ageOfQuote()).contains(Duration.ZERO);
  }

  @Test
  void cash_of_another_currency_needs_a_price() {
    Sample sample = Sample.of(Row.of("usd", "12", "1").unpriced()).currency("EUR");
    assertThat(sample.valuation().total()).isEmpty();
    assertThat(sample.quote("usd", "0.9").valuation().total().orElseThrow())
        .isEqualByComparingTo("10.8");
  }

  @Test
  void what_is_excluded_or_none_counts_nothing_and_needs_no_price() {
    Valuation valuation =
        Sample.of(
                Row.of("ethereum", "1", "1000"),
                Row.of("bittensor", "5", "400").as(Role.EXCLUDED).unpriced(),
                Row.of("solana", "0", "1").unpriced())
            .valuation();
    assertThat(valuation.total().orElseThrow()).isEqualByComparingTo("1000");
    assertThat(valuation.held()).hasSize(1);
    assertThat(valuation.positions()).hasSize(3);
    assertThat(valuation.positions().get(1).value()).isEmpty();
    assertThat(valuation.positions().get(2).value().orElseThrow()).isZero();
  }

  @Test
  void what_is_frozen_counts() {
    assertThat(
            Sample.of(Row.of("ethereum", "2", "1000").as(Role.FROZEN))
                .valuation()
                .total()
                .orElseThrow())
        .isEqualByComparingTo("2000");
  }

  @Test
  void an_unpriced_asset_leaves_a_known_value_and_no_total() {
    Valuation valuation =
        Sample.of(Row.of("ethereum", "1", "1000"), Row.of("bittensor", "5", "1").unpriced())
            .valuation();
    assertThat(valuation.total()).isEmpty();
    assertThat(valuation.weighable()).isEmpty();
    assertThat(valuation.knownValue()).isEqualByComparingTo("1000");
  }

  @Test
  void a_price_of_the_future_is_none() {
    Sample sample = Sample.of(Row.of("ethereum", "1", "1000").aged(Duration.ofMinutes(-6)));
    assertThat(sample.valuation().total()).isEmpty();
    assertThat(first(sample).value()).isEmpty();
  }

  @Test
  void a_price_of_zero_is_a_price() {
    Valuation valuation = Sample.of(Row.of("ethereum", "1", "0")).valuation();
    assertThat(valuation.total().orElseThrow()).isZero();
    assertThat(valuation.weighable()).isEmpty();
  }

  @Test
  void the_oldest_age_is_of_what_counts() {
    Sample sample =
        Sample.of(
            Row.of("ethereum", "1", "1").aged(Duration.ofHours(3)),
            Row.of("solana", "1", "1").aged(Duration.ofHours(30)),
            Row.of("bittensor", "1", "1").aged(Duration.ofDays(9)).as(Role.EXCLUDED),
            Row.of("vana", "1", "1").undated());
    assertThat(sample.valuation().oldestAge()).contains(Duration.ofHours(30));
    assertThat(Sample.of(List.of()).valuation().oldestAge()).isEmpty();
  }

  @Test
  void a_gain_needs_a_value_and_a_cost() {
    assertThat(first(Sample.of(Row.of("ethereum", "2", "10").cost("25"))).unrealizedGain())
        .hasValueSatisfying(gain -> assertThat(gain).isEqualByComparingTo("-5"));
    assertThat(first(Sample.of(Row.of("ethereum", "2", "10"))).unrealizedGain()).isEmpty();
    assertThat(
            first(Sample.of(Row.of("ethereum", "2", "10").cost("25").unpriced())).unrealizedGain())
        .isEmpty();
  }
}
