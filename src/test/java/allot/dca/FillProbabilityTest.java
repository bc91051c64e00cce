package allot.dca;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import allot.dca.LimitLadder.Rung;
import java.math.BigDecimal;
import java.util.List;
import java.util.SplittableRandom;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class FillProbabilityTest {
  private static final long SEED = 5561;
  private static final int CASES = 2_000;
  private static final Offset<Double> TEN_DECIMALS = within(6e-11);
  private static final BigDecimal FIVE = BigDecimal.valueOf(5);

  private static String chance(String offset, long days, double volatility) {
    return FillProbability.of(new BigDecimal(offset), days, volatility).toPlainString();
  }

  /** V55, V56. */
  @Test
  void the_chance_is_that_of_first_passage() {
    assertThat(chance("5", 30, 0.6)).isEqualTo("0.7848402040");
    assertThat(chance("10", 30, 0.6)).isEqualTo("0.5686334050");
  }

  @Test
  void at_the_price_itself_the_order_fills() {
    assertThat(chance("0", 30, 0.6)).isEqualTo("1.0000000000");
    assertThat(chance("0.0", 0, 0)).isEqualTo("1.0000000000");
  }

  @Test
  void without_time_or_movement_nothing_deeper_fills() {
    assertThat(chance("5", 0, 0.6)).isEqualTo("0.0000000000");
    assertThat(chance("5", 30, 0)).isEqualTo("0.0000000000");
    assertThat(FillProbability.ofFirstPassage(FIVE, 365, 0, -0.1)).isEqualTo(1);
  }

  @Test
  void what_cannot_be_is_refused() {
    assertThatThrownBy(() -> chance("-1", 30, 0.6)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> chance("5", -1, 0.6)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> chance("5", 30, Double.NaN))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** V61: a limit order that falls back to the market at its end costs what buying now costs. */
  @Test
  void without_drift_the_discount_is_paid_back_by_chasing() {
    Economics flat = new Economics(5, 30, 0.6, 0);
    assertThat(flat.cost()).isCloseTo(1, TEN_DECIMALS);
    assertThat(flat.priceWithoutFill()).isCloseTo(1.1823854221, TEN_DECIMALS);
    assertThat(flat.unitsPerDollar()).isCloseTo(1.0104280987, TEN_DECIMALS);
  }

  /** V61. */
  @Test
  void with_drift_waiting_costs_more_than_buying_now() {
    Economics rising = new Economics(5, 30, 0.6, 0.2);
    assertThat(rising.fill()).isCloseTo(0.7633713580, TEN_DECIMALS);
    assertThat(rising.cost()).isCloseTo(1.0070702404, TEN_DECIMALS);
    assertThat(rising.priceWithoutFill()).isCloseTo(1.1911806105, TEN_DECIMALS);
    assertThat(rising.unitsPerDollar()).isCloseTo(1.0048248136, TEN_DECIMALS);
  }

  @Test
  void without_drift_every_limit_costs_one_on_average() {
    SplittableRandom random = new SplittableRandom(SEED);
    for (int i = 0; i < CASES; i++) {
      Economics economics =
          new Economics(
              random.nextDouble(0, 95), random.nextLong(1, 1_000), random.nextDouble(0.01, 2), 0);
      assertThat(economics.cost())
          .as("seed %d, case %d: %s", SEED, i, economics)
          .isCloseTo(1, within(1e-9));
    }
  }

  @Test
  void chances_are_chances_fall_with_depth_and_rise_with_time() {
    SplittableRandom random = new SplittableRandom(SEED);
    for (int i = 0; i < CASES; i++) {
      double volatility = StrictMath.pow(10, random.nextDouble(-8, 2));
      double drift = random.nextDouble(-20, 20);
      long days = random.nextLong(1, 4_000);
      double depth = random.nextDouble(0.001, 94);
      double chance = chance(depth, days, volatility, drift);
      String what = "seed " + SEED + ", case " + i + ": " + depth + " % in " + days + " days, ";
      what += "volatility " + volatility + ", drift " + drift;
      assertThat(chance).as(what).isBetween(0.0, 1.0);
      assertThat(chance(depth + 1, days, volatility, drift))
          .as(what)
          .isLessThanOrEqualTo(chance + 1e-9);
      assertThat(chance(depth, days + 1, volatility, drift))
          .as(what)
          .isGreaterThanOrEqualTo(chance - 1e-9);
    }
  }

  @Test
  void unfilled_money_is_reckoned_with_the_chances_shown() {
    List<Rung> rungs = LimitLadder.parse("0,5,10").rungs(30_000, BigDecimal.TEN, 0);
    // 10000 × 0.2151597960 + 10000 × 0.4313665950
    assertThat(FillProbability.expectedUnfilled(rungs, 30, 0.6)).isEqualTo(6_465);
    assertThat(FillProbability.expectedUnfilled(rungs, 30, 0)).isEqualTo(20_000);
    assertThat(FillProbability.expectedUnfilled(List.of(), 30, 0.6)).isZero();
  }

  @Test
  void half_a_cent_goes_to_the_even_one() {
    // by 0.2151597960: 26894974.5 and 80684923.5
    assertThat(unfilled(125_000_000)).isEqualTo(26_894_974);
    assertThat(unfilled(375_000_000)).isEqualTo(80_684_924);
  }

  private static long unfilled(long cents) {
    Rung rung = new Rung(FIVE, BigDecimal.TEN, cents);
    return FillProbability.expectedUnfilled(List.of(rung), 30, 0.6);
  }

  private static double chance(double offset, long days, double volatility, double drift) {
    return FillProbability.ofFirstPassage(BigDecimal.valueOf(offset), days, volatility, drift);
  }

  /** "Limit, else market at the end", per unit of a price of 1; ALGORITHMS section 5. */
  private record Economics(double offset, long days, double volatility, double drift) {
    double fill() {
      return chance(offset, days, volatility, drift);
    }

    /** E[S_T; no fill]: with the price as the unit of account the drift gains σ². */
    private double chased() {
      double none = 1 - chance(offset, days, volatility, drift + volatility * volatility);
      return Math.exp(drift * days / 365) * none;
    }

    double cost() {
      return (1 - offset / 100) * fill() + chased();
    }

    double priceWithoutFill() {
      return chased() / (1 - fill());
    }

    /** The same with 1/S_T, whose drift is σ² − μ and whose measure takes σ² away. */
    double unitsPerDollar() {
      double variance = volatility * volatility;
      double none = 1 - chance(offset, days, volatility, drift - variance);
      return fill() / (1 - offset / 100) + Math.exp((variance - drift) * days / 365) * none;
    }
  }
}
