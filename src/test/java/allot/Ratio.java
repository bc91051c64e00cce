package allot;

import java.math.BigDecimal;
import java.math.BigInteger;

/** A fraction of two integers in lowest terms: the second way of computing. */
public record Ratio(BigInteger top, BigInteger bottom) implements Comparable<Ratio> {
  public static final Ratio ZERO = of(0);
  public static final Ratio HUNDRED = of(100);

  public Ratio {
    BigInteger divisor = top.gcd(bottom);
    if (bottom.signum() < 0) {
      divisor = divisor.negate();
    }
    top = top.divide(divisor);
    bottom = bottom.divide(divisor);
  }

  public static Ratio of(long value) {
    return new Ratio(BigInteger.valueOf(value), BigInteger.ONE);
  }

  public static Ratio of(BigDecimal value) {
    return value.scale() >= 0
        ? new Ratio(value.unscaledValue(), BigInteger.TEN.pow(value.scale()))
        : new Ratio(value.toBigIntegerExact(), BigInteger.ONE);
  }

  public static Ratio of(allot.money.Fraction fraction) {
    return of(fraction.numerator()).over(of(fraction.denominator()));
  }

  public Ratio plus(Ratio other) {
    return new Ratio(
        top.multiply(other.bottom).add(other.top.multiply(bottom)), bottom.multiply(other.bottom));
  }

  public Ratio minus(Ratio other) {
    return plus(other.times(of(-1)));
  }

  public Ratio times(Ratio other) {
    return new Ratio(top.multiply(other.top), bottom.multiply(other.bottom));
  }

  public Ratio over(Ratio other) {
    return new Ratio(top.multiply(other.bottom), bottom.multiply(other.top));
  }

  public Ratio abs() {
    return new Ratio(top.abs(), bottom);
  }

  public int signum() {
    return top.signum();
  }

  @Override
  public int compareTo(Ratio other) {
    return top.multiply(other.bottom).compareTo(other.top.multiply(bottom));
  }
}
