package allot.money;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * The decimals that come in and go out: JSON number grammar, at most 60 digits, zero or a magnitude
 * from 1e-30 to 1e30.
 */
public final class ExactDecimal {
  public static final int MAX_DIGITS = 60;
  private static final int MAX_LENGTH = 128;
  private static final BigDecimal LARGEST = new BigDecimal("1e30");
  private static final BigDecimal SMALLEST = new BigDecimal("1e-30");

  private ExactDecimal() {}

  /** Says in words, fit to follow a field's name, why a text is no decimal of ours. */
  public static final class NotExact extends NumberFormatException {
    private static final long serialVersionUID = 1L;

    private final String reason;

    NotExact(String reason) {
      super(reason);
      this.reason = reason;
    }

    public String reason() {
      return reason;
    }
  }

  /**
   * Reads a decimal exactly.
   *
   * @throws NotExact if the text is not in JSON number grammar or out of bounds
   */
  public static BigDecimal parse(String text) {
    if (!isJsonNumber(text)) {
      throw new NotExact("is not a plain decimal number");
    }
    if (text.length() > MAX_LENGTH) {
      throw new NotExact("has more than " + MAX_DIGITS + " digits");
    }
    BigDecimal value;
    try {
      value = new BigDecimal(text);
    } catch (NumberFormatException e) {
      throw new NotExact("is out of range (1e-30 to 1e30)");
    }
    if (value.signum() == 0) {
      return BigDecimal.ZERO;
    }
    // compareTo and precision are cheap for any exponent; nothing else is before this check
    BigDecimal magnitude = value.abs();
    if (magnitude.compareTo(LARGEST) > 0 || magnitude.compareTo(SMALLEST) < 0) {
      throw new NotExact("is out of range (1e-30 to 1e30)");
    }
    if (value.precision() > MAX_DIGITS) {
      throw new NotExact("has more than " + MAX_DIGITS + " digits");
    }
    return value;
  }

  /**
   * Whether the text is a number as JSON writes it: {@code -?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?}.
   */
  public static boolean isJsonNumber(String text) {
    int i = text.startsWith("-") ? 1 : 0;
    int digits = digitsEnd(text, i);
    if (digits == i || (text.charAt(i) == '0' && digits > i + 1)) {
      return false;
    }
    i = digits;
    if (i < text.length() && text.charAt(i) == '.') {
      digits = digitsEnd(text, i + 1);
      if (digits == i + 1) {
        return false;
      }
      i = digits;
    }
    if (i < text.length() && (text.charAt(i) == 'e' || text.charAt(i) == 'E')) {
      i++;
      if (i < text.length() && (text.charAt(i) == '+' || text.charAt(i) == '-')) {
        i++;
      }
      digits = digitsEnd(text, i);
      if (digits == i) {
        return false;
      }
      i = digits;
    }
    return i == text.length();
  }

  private static int digitsEnd(String text, int start) {
    int i = start;
    while (i < text.length() && text.charAt(i) >= '0' && text.charAt(i) <= '9') {
      i++;
    }
    return i;
  }

  /** Plain notation in full, trailing zeros dropped. */
  public static String plain(BigDecimal value) {
    return normal(value).toPlainString();
  }

  /** The same number with no trailing zeros and no negative scale, so that it writes plainly. */
  public static BigDecimal normal(BigDecimal value) {
    if (value.signum() == 0) {
      return BigDecimal.ZERO;
    }
    BigDecimal stripped = value.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0, RoundingMode.UNNECESSARY) : stripped;
  }
}
