package allot.render;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Doubles of statistics as documents write them: rounded well within what they are good for, so
 * that they read the same on every JDK.
 */
final class Statistic {
  private static final int MONEY_DECIMALS = 4;
  private static final int PERCENT_DECIMALS = 6;
  private static final int SHARE_DECIMALS = 8;

  private Statistic() {}

  static BigDecimal money(double amount) {
    return rounded(amount, MONEY_DECIMALS);
  }

  /** A fraction in percent. */
  static BigDecimal percent(double fraction) {
    return rounded(fraction * 100, PERCENT_DECIMALS);
  }

  /** A chance from 0 to 1, or a count. */
  static BigDecimal share(double share) {
    return rounded(share, SHARE_DECIMALS);
  }

  /** Half-even, trailing zeros dropped. */
  static BigDecimal rounded(double value, int decimals) {
    return allot.money.ExactDecimal.normal(
        BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_EVEN));
  }

  /** With so many decimals, for people; what shows as zero has no sign. */
  static String words(double value, int decimals) {
    BigDecimal shown = BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_EVEN);
    return (shown.signum() < 0 ? "−" : "") + shown.abs().toPlainString();
  }
}
