package allot.simulate;

/** Expected returns: simple ones a year of 365 days, as fractions, made daily. */
final class Means {
  private static final double DAYS_A_YEAR = 365;

  private Means() {}

  /** The logarithm of the growth a day that makes 1 + mean in a year. */
  static double logADay(double mean) {
    if (!(mean > -1) || mean == Double.POSITIVE_INFINITY) {
      throw new IllegalArgumentException("a mean return is above -100 %");
    }
    return StrictMath.log1p(mean) / DAYS_A_YEAR;
  }
}
