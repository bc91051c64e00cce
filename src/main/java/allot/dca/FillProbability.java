package allot.dca;

import allot.dca.LimitLadder.Rung;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.apache.commons.math3.special.Erf;

/**
 * How likely a limit below the price is reached in time, if the price is a geometric Brownian
 * motion that is watched without a break. It is no saving: with no drift, a limit order that falls
 * back to the market price at its end costs on average exactly what buying now costs.
 *
 * <p>With a = −ln(1 − offset/100), ν = μ − σ²/2 and T in years of 365 days, the chance of first
 * passage is Φ((−a − νT)/(σ√T)) + exp(−2νa/σ²) Φ((−a + νT)/(σ√T)): Brownian motion with drift, by
 * the reflection principle and a change of measure. StrictMath, and decimals by whole numbers, so
 * that every JDK says the same.
 */
public final class FillProbability {
  /** Decimals of a probability as it is shown and reckoned with. */
  private static final int DECIMALS = 10;

  private static final double DAYS_A_YEAR = 365;

  /** From here on Φ is so small that its quotient with the density is taken instead. */
  private static final double FAR_TAIL = -30;

  private FillProbability() {}

  /**
   * The chance without drift (μ = 0), rounded half-even to 10 decimals.
   *
   * @param offset percent below the price, 0 to 95; at 0 the chance is 1
   * @param days until the order expires, zero or more
   * @param volatility a year, as a fraction: 0.6 is 60 %; zero or more
   */
  public static BigDecimal of(BigDecimal offset, long days, double volatility) {
    double chance = ofFirstPassage(offset, days, volatility, 0);
    return BigDecimal.valueOf((long) StrictMath.rint(chance * 1e10), DECIMALS);
  }

  /**
   * The chance with drift, not rounded.
   *
   * @param offset percent below the price, 0 to 95
   * @param days until the order expires, zero or more
   * @param volatility σ, a year, as a fraction; zero or more
   * @param drift μ, a year, as a fraction: the price is expected to grow by exp(μT)
   */
  static double ofFirstPassage(BigDecimal offset, long days, double volatility, double drift) {
    if (offset.signum() < 0 || days < 0 || !(volatility >= 0)) {
      throw new IllegalArgumentException("offset, days and volatility are zero or more");
    }
    if (offset.signum() == 0) {
      return 1;
    }
    double depth = -StrictMath.log(1 - offset.doubleValue() / 100);
    double years = days / DAYS_A_YEAR;
    double growth = (drift - volatility * volatility / 2) * years;
    double spread = volatility * StrictMath.sqrt(years);
    if (spread == 0) {
      return depth + growth <= 0 ? 1 : 0;
    }
    double below = (-depth - growth) / spread;
    double reflected = (-depth + growth) / spread;
    return StrictMath.min(
        1, normal(below) + reflected(below, reflected, -2 * growth * depth / (spread * spread)));
  }

  /**
   * exp(exponent) Φ(z): the paths that touched the limit and came back. Far out the factors are
   * infinite and zero, but exp(exponent − z²/2) is exp(−below²/2), and Φ(z) is the density times
   * Mills' ratio.
   */
  private static double reflected(double below, double z, double exponent) {
    if (z > FAR_TAIL) {
      return StrictMath.exp(exponent) * normal(z);
    }
    double mills = (1 - 1 / (z * z)) / -z;
    return StrictMath.exp(-below * below / 2) * mills / StrictMath.sqrt(2 * StrictMath.PI);
  }

  /** Φ, the distribution function of the standard normal distribution. */
  private static double normal(double z) {
    return Erf.erfc(-z / StrictMath.sqrt(2)) / 2;
  }

  /**
   * The cents that are expected to be left in a ladder when it expires: the sum of cents × (1 −
   * chance), with the rounded chances that are shown, half-even to the cent.
   *
   * @param rungs the orders
   * @param days as in {@link #of}
   * @param volatility as in {@link #of}
   */
  public static long expectedUnfilled(List<Rung> rungs, long days, double volatility) {
    BigDecimal unfilled = BigDecimal.ZERO;
    for (Rung rung : rungs) {
      BigDecimal chance = of(rung.offset(), days, volatility);
      unfilled =
          unfilled.add(BigDecimal.valueOf(rung.cents()).multiply(BigDecimal.ONE.subtract(chance)));
    }
    return unfilled.setScale(0, RoundingMode.HALF_EVEN).longValueExact();
  }
}
