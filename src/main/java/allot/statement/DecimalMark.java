package allot.statement;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * The decimal mark of a file, decided once: by the first amount that can be read in one way only.
 * {@code 1,25} has a decimal comma and {@code 1,234.5} a decimal point, while {@code 1,250} may be
 * read either way.
 */
final class DecimalMark {
  /** What an amount tells of it. */
  private enum Sign {
    NOTHING,
    POINT,
    COMMA,
    MAYBE_POINT,
    MAYBE_COMMA
  }

  private Sign decided = Sign.NOTHING;
  private Sign likely = Sign.MAYBE_POINT;

  /** Lets an amount decide, if nothing has yet. */
  void look(String amount) {
    if (decided == Sign.NOTHING) {
      Sign sign = sign(amount);
      if (sign == Sign.POINT || sign == Sign.COMMA) {
        decided = sign;
      }
    }
  }

  /** Whether an amount cannot be read before another one has decided. */
  boolean isOpen(String amount) {
    if (decided != Sign.NOTHING) {
      return false;
    }
    Sign sign = sign(amount);
    return sign == Sign.MAYBE_POINT || sign == Sign.MAYBE_COMMA;
  }

  /**
   * No amount has decided: the only mark that is read is the one that goes with the form of the
   * dates.
   */
  void close(boolean comma) {
    likely = comma ? Sign.MAYBE_COMMA : Sign.MAYBE_POINT;
  }

  /**
   * Reads an amount.
   *
   * @throws RowFault if it is none, or has another mark than the rest of the file
   */
  Optional<BigDecimal> read(String amount) {
    Sign sign = sign(amount);
    boolean clear = sign == Sign.POINT || sign == Sign.COMMA;
    if (clear && decided != Sign.NOTHING && sign != decided) {
      throw new RowFault(
          "an amount has a decimal "
              + (sign == Sign.COMMA ? "comma" : "point")
              + " in a file of decimal "
              + (sign == Sign.COMMA ? "points" : "commas"),
          "write all its amounts with the same decimal mark");
    }
    if (decided == Sign.NOTHING && !clear && sign != Sign.NOTHING && sign != likely) {
      throw new RowFault(
          "an amount has a mark that may be decimal or divide thousands",
          "write one of the file's amounts with a decimal that shows it, as "
              + (sign == Sign.MAYBE_COMMA ? "1250,50" : "1250.50"));
    }
    boolean comma = decided == Sign.NOTHING ? sign == Sign.MAYBE_COMMA : decided == Sign.COMMA;
    return comma ? Amounts.parseWithComma(amount) : Amounts.parse(amount);
  }

  private static Sign sign(String text) {
    int point = text.lastIndexOf('.');
    int comma = text.lastIndexOf(',');
    if (point < 0 && comma < 0) {
      return Sign.NOTHING;
    }
    if (point >= 0 && comma >= 0) {
      return point > comma ? Sign.POINT : Sign.COMMA;
    }
    boolean isPoint = point >= 0;
    int at = Math.max(point, comma);
    if (text.indexOf(text.charAt(at)) < at) {
      // several of one kind divide thousands, so that the other one is decimal
      return isPoint ? Sign.COMMA : Sign.POINT;
    }
    if (mayDivideThousands(text, at)) {
      return isPoint ? Sign.MAYBE_POINT : Sign.MAYBE_COMMA;
    }
    return isPoint ? Sign.POINT : Sign.COMMA;
  }

  private static boolean mayDivideThousands(String text, int at) {
    int first = at;
    while (first > 0 && isDigit(text.charAt(first - 1))) {
      first--;
    }
    int end = at + 1;
    while (end < text.length() && isDigit(text.charAt(end))) {
      end++;
    }
    int before = at - first;
    boolean exponent = end < text.length() && (text.charAt(end) | ' ') == 'e';
    return before >= 1
        && before <= 3
        && text.charAt(first) != '0'
        && end - at - 1 == 3
        && !exponent;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
