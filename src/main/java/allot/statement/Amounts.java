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
  private Amounts() {}

  /**
   * The number with its sign; empty if there is none.
   *
   * @param text stripped
   * @throws RowFault if it is something else
   */
  public static Optional<BigDecimal> parse(String text) {
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
      String whole = signed.startsWith(".") ? "0" + signed : signed;
      whole = whole.startsWith("-.") ? "-0" + whole.substring(1) : whole;
      return ExactDecimal.parse(unpadded(whole));
    } catch (ExactDecimal.NotExact e) {
      throw new RowFault("an amount " + e.reason(), "");
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
    // a unit has a letter: 1 234.56 is no amount of 1
    if (space > 0
        && rest.substring(space + 1).strip().matches("(?=.*[A-Za-z$])[A-Za-z0-9$.]{1,12}")) {
      rest = rest.substring(0, space);
    }
    if (rest.indexOf(',') >= 0) {
      if (!rest.matches("[0-9]{1,3}(,[0-9]{3})+(\\.[0-9]*)?")) {
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
}
