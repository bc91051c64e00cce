package allot.file;

import java.util.Optional;

/** What was probably meant by something that looks like a number and is none. */
final class BadNumber {
  private static final int LONGEST = 64;

  private BadNumber() {}

  /** What to do about it; empty if it does not look like a number, so that it may be a secret. */
  static Optional<String> remedy(String text) {
    String bare = text.startsWith("-") || text.startsWith("+") ? text.substring(1) : text;
    if (bare.equals("Infinity") || bare.equals("NaN")) {
      return Optional.of("leave out what is unknown");
    }
    if (!isNumeric(bare)) {
      return Optional.empty();
    }
    if (bare.startsWith("0x") || bare.startsWith("0X")) {
      return Optional.of("write it in decimal");
    }
    if (bare.indexOf('_') >= 0) {
      return Optional.of("leave out the `_`");
    }
    if (isDate(bare)) {
      return Optional.of("put a date in double quotes");
    }
    return Optional.of(sign(text, bare));
  }

  private static String sign(String text, String bare) {
    if (text.startsWith("+")) {
      return "leave out the `+`";
    }
    if (bare.startsWith(".")) {
      return "put a 0 before the point";
    }
    if (bare.indexOf('.') != bare.lastIndexOf('.')) {
      return "keep one decimal point and no thousands separator";
    }
    if (bare.length() > 1 && bare.charAt(0) == '0' && isDigit(bare.charAt(1))) {
      return "leave out the leading zero";
    }
    int point = bare.indexOf('.');
    if (point >= 0 && (point + 1 == bare.length() || !isDigit(bare.charAt(point + 1)))) {
      return "put a digit after the point";
    }
    return bare.isEmpty() ? "put a digit after the `-`" : "write it like 1234.5 or 1.2345e3";
  }

  /** Short, of digits and signs, with at most an exponent's letter or the mark of hexadecimals. */
  private static boolean isNumeric(String bare) {
    int letters = 0;
    for (int i = 0; i < bare.length(); i++) {
      char c = bare.charAt(i);
      boolean hexadecimal = (c == 'x' || c == 'X') && i == 1 && bare.charAt(0) == '0';
      if (c == 'e' || c == 'E' || hexadecimal) {
        letters++;
      } else if (!isDigit(c) && "+-._".indexOf(c) < 0) {
        return false;
      }
    }
    return letters <= 2 && bare.length() <= LONGEST;
  }

  /** Digits, a hyphen, digits: what 2026-11-20 begins with. */
  private static boolean isDate(String bare) {
    return bare.length() >= 10 && bare.charAt(4) == '-' && bare.charAt(7) == '-';
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
