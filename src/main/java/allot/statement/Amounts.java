package allot.statement;

import allot.money.ExactDecimal;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;

/**
 * Amounts as exports write them: {@code 1,234.5}, {@code -$125.00}, {@code ($519.83)}, {@code
 * 0.0101601 BTC }. A point is the decimal mark and a comma divides thousands, and only in the right
 * places; a format with decimal commas says so.
 */
public final class Amounts {
  private static final int LONGEST_UNIT = 12;

  private Amounts() {}

  /**
   * The number with its sign; empty if there is none.
   *
   * @param text stripped
   * @throws RowFault if it is something else
   */
  public static Optional<BigDecimal> parse(String text) {
    if (text.isEmpty()) {
      return Optional.empty();
    }
    Optional<BigDecimal> amount = few(text);
    if (amount.isPresent() || isNone(text)) {
      return amount;
    }
    return Optional.of(number(isPlain(text) ? text : bare(text), text));
  }

  /** Up to 18 digits, maybe with a sign and a point: nearly all amounts; empty for all others. */
  private static Optional<BigDecimal> few(String text) {
    int length = text.length();
    int start = length > 0 && text.charAt(0) == '-' ? 1 : 0;
    if (length == start || length - start > 19) {
      return Optional.empty();
    }
    long digits = 0;
    int point = -1;
    for (int i = start; i < length; i++) {
      char c = text.charAt(i);
      if (c >= '0' && c <= '9') {
        digits = 10 * digits + c - '0';
      } else if (c == '.' && point < 0 && i + 1 < length) {
        point = i;
      } else {
        return Optional.empty();
      }
    }
    int scale = point < 0 ? 0 : length - 1 - point;
    if (length - start - (point < 0 ? 0 : 1) > 18) {
      return Optional.empty();
    }
    BigDecimal amount = BigDecimal.valueOf(start == 0 ? digits : -digits, scale);
    return Optional.of(digits == 0 ? BigDecimal.ZERO : amount);
  }

  /** The same with a comma as the decimal mark and points between thousands. */
  public static Optional<BigDecimal> parseWithComma(String text) {
    if (isNone(text)) {
      return Optional.empty();
    }
    String swapped = text.replace('.', '\0').replace(',', '.').replace('\0', ',');
    return parse(swapped);
  }

  private static boolean isNone(String text) {
    if (text.length() > 4) {
      return false;
    }
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "", "-", "--", "nan", "n/a", "na", "null", "none" -> true;
      default -> false;
    };
  }

  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if ((c < '0' || c > '9') && c != '.' && c != '-') {
        return false;
      }
    }
    return true;
  }

  private static BigDecimal number(String plain, String text) {
    try {
      String signed = plain.startsWith("+") ? plain.substring(1) : plain;
      String whole =
          signed.startsWith(".")
              ? "0" + signed
              : signed.startsWith("-.") ? "-0" + signed.substring(1) : signed;
      return ExactDecimal.parse(unpadded(whole));
    } catch (ExactDecimal.NotExact e) {
      boolean range = e.reason().startsWith("is out of range");
      throw new RowFault("an amount " + e.reason(), range ? "" : "write it as 1234.5");
    }
  }

  /** JSON's grammar, which the parser of exact decimals has, knows no zeros in front. */
  private static String unpadded(String number) {
    int start = number.startsWith("-") ? 1 : 0;
    int from = start;
    while (from + 1 < number.length()
        && number.charAt(from) == '0'
        && number.charAt(from + 1) >= '0'
        && number.charAt(from + 1) <= '9') {
      from++;
    }
    return from == start ? number : number.substring(0, start) + number.substring(from);
  }

  /** Without currency signs, units, brackets and thousands commas. */
  private static String bare(String text) {
    String rest = text;
    boolean negative = false;
    if (rest.startsWith("(") && rest.endsWith(")")) {
      negative = true;
      rest = rest.substring(1, rest.length() - 1).strip();
    }
    if (rest.startsWith("-")) {
      negative = !negative;
      rest = rest.substring(1).strip();
    }
    if (!rest.isEmpty() && "$€£¥".indexOf(rest.charAt(0)) >= 0) {
      rest = rest.substring(1).strip();
    }
    if (rest.startsWith("-")) {
      negative = !negative;
      rest = rest.substring(1).strip();
    }
    int space = rest.indexOf(' ');
    if (space > 0 && isUnit(rest.substring(space + 1).strip())) {
      rest = rest.substring(0, space);
    }
    if (rest.indexOf(',') >= 0) {
      if (!commasDivideThousands(rest)) {
        throw new RowFault(
            "an amount has a comma where none divides thousands",
            "write it with a decimal point: 1234.5");
      }
      rest = rest.replace(",", "");
    }
    if (rest.endsWith(".")) {
      rest = rest.substring(0, rest.length() - 1);
    }
    return negative ? "-" + rest : rest;
  }

  /** It has a letter: {@code 1 234.56} is no amount of 1. */
  private static boolean isUnit(String text) {
    boolean letter = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean here = (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '$';
      if (!here && (c < '0' || c > '9') && c != '.') {
        return false;
      }
      letter |= here;
    }
    return letter && text.length() <= LONGEST_UNIT;
  }

  /** One to three digits, and then three after each comma, up to the point. */
  private static boolean commasDivideThousands(String text) {
    int point = text.indexOf('.');
    int end = point < 0 ? text.length() : point;
    int comma = text.indexOf(',');
    if (comma < 1 || comma > 3 || text.lastIndexOf(',') > end) {
      return false;
    }
    for (int i = 0; i < end; i++) {
      boolean here = i >= comma && (i - comma) % 4 == 0;
      char c = text.charAt(i);
      if (here ? c != ',' : c < '0' || c > '9') {
        return false;
      }
    }
    return (end - comma) % 4 == 0;
  }
}
