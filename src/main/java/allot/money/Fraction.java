package allot.money;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * An exact quotient of two decimals, compared without rounding.
 *
 * @param numerator any
 * @param denominator above zero
 */
public record Fraction(BigDecimal numerator, BigDecimal denominator)
    implements Comparable<Fraction> {
  public static final Fraction ZERO = new Fraction(BigDecimal.ZERO, BigDecimal.ONE);

  public Fraction {
    if (denominator.signum() <= 0) {
      throw new IllegalArgumentException("a fraction's denominator is above zero");
    }
  }

  public static Fraction of(BigDecimal numerator, BigDecimal denominator) {
    return new Fraction(numerator, denominator);
  }

  /** The whole number or decimal as a fraction. */
  public static Fraction of(BigDecimal value) {
    return new Fraction(value, BigDecimal.ONE);
  }

  @Override
  public int compareTo(Fraction other) {
    return numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator));
  }

  public int compareTo(BigDecimal value) {
    return numerator.compareTo(value.multiply(denominator));
  }

  public int signum() {
    return numerator.signum();
  }

  public Fraction times(BigDecimal factor) {
    return new Fraction(numerator.multiply(factor), denominator);
  }

  public Fraction minus(Fraction other) {
    if (denominator.compareTo(other.denominator) == 0) {
      return new Fraction(numerator.subtract(other.numerator), denominator);
    }
    return new Fraction(
        numerator.multiply(other.denominator).subtract(other.numerator.multiply(denominator)),
        denominator.multiply(other.denominator));
  }

  /** The quotient with at most {@code scale} decimals. */
  public BigDecimal rounded(int scale, RoundingMode mode) {
    return numerator.divide(denominator, scale, mode);
  }
}
