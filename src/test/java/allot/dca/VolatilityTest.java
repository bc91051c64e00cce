package allot.dca;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class VolatilityTest {
  private static final LocalDate START = LocalDate.of(2026, 1, 1);

  private static NavigableMap<LocalDate, BigDecimal> closes(int... prices) {
    NavigableMap<LocalDate, BigDecimal> closes = new TreeMap<>();
    for (int i = 0; i < prices.length; i++) {
      closes.put(START.plusDays(i), BigDecimal.valueOf(prices[i]));
    }
    return closes;
  }

  private static NavigableMap<LocalDate, BigDecimal> waves(int days) {
    int[] prices = new int[days];
    for (int i = 0; i < days; i++) {
      prices[i] = 10_000 + 37 * i + (i * i * 7919) % 1009;
    }
    return closes(prices);
  }

  @Test
  void V69_ten_closes() {
    double[] returns =
        Volatility.dailyReturns(closes(100, 105, 102, 110, 99, 95, 104, 108, 101, 112));
    assertThat(returns).hasSize(9);
    assertThat(Volatility.annual(returns)).isCloseTo(1.4414341995, within(1e-10));
  }

  /** The other way round: decimals, and the variance from sums and sums of squares. */
  @Test
  void a_second_computation_agrees() {
    NavigableMap<LocalDate, BigDecimal> closes = waves(200);
    MathContext digits = new MathContext(60);
    BigDecimal sum = BigDecimal.ZERO;
    BigDecimal squares = BigDecimal.ZERO;
    BigDecimal before = closes.firstEntry().getValue();
    for (BigDecimal price : closes.tailMap(START, false).values()) {
      BigDecimal daily = price.subtract(before).divide(before, digits);
      sum = sum.add(daily);
      squares = squares.add(daily.multiply(daily));
      before = price;
    }
    BigDecimal count = BigDecimal.valueOf(closes.size() - 1);
    BigDecimal variance =
        squares
            .subtract(sum.multiply(sum).divide(count, digits))
            .divide(count.subtract(BigDecimal.ONE), digits);
    double expected = variance.multiply(BigDecimal.valueOf(365)).sqrt(digits).doubleValue();
    assertThat(Volatility.annual(closes).orElseThrow()).isCloseTo(expected, within(1e-13));
  }

  @Test
  void twenty_returns_are_enough_and_nineteen_are_not() {
    assertThat(Volatility.annual(waves(21))).isPresent();
    assertThat(Volatility.annual(waves(20))).isEmpty();
    assertThat(Volatility.annual(new TreeMap<>())).isEmpty();
  }

  @Test
  void a_return_across_a_gap_does_not_count() {
    NavigableMap<LocalDate, BigDecimal> closes = waves(22);
    closes.remove(START.plusDays(10));
    assertThat(Volatility.dailyReturns(closes)).hasSize(19);
    assertThat(Volatility.annual(closes)).isEmpty();
  }

  @Test
  void a_price_that_stands_still_has_none() {
    int[] flat = new int[30];
    java.util.Arrays.fill(flat, 7);
    assertThat(Volatility.annual(closes(flat)).orElseThrow()).isZero();
  }
}
