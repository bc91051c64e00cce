package allot.statement;

import java.math.BigDecimal;
import java.util.Optional;

/** What only the notes of a Coinbase row tell: the other side of a trade. */
final class CoinbaseNotes {
  private CoinbaseNotes() {}

  /**
   * {@code Bought 5 TAO for 6275 USD on TAO-USD at 1250.00 USD/TAO}.
   *
   * @param paid with fees of a purchase, after fees of a sale
   * @param quote what it was paid in
   * @param rate of one unit; empty if the notes state none
   */
  record Traded(BigDecimal paid, String quote, Optional<BigDecimal> rate) {}

  /** The quote side of a purchase or sale; empty if the notes do not tell it. */
  static Optional<Traded> traded(String notes) {
    int start = notes.indexOf(" for ");
    if (start < 0 || !(notes.startsWith("Bought ") || notes.startsWith("Sold "))) {
      return Optional.empty();
    }
    start += " for ".length();
    int middle = notes.indexOf(' ', start);
    if (middle < 0) {
      return Optional.empty();
    }
    int end = wordEnd(notes, middle + 1);
    String quote = notes.substring(middle + 1, end);
    int at = notes.indexOf(" at ", end);
    Optional<BigDecimal> rate = Optional.empty();
    if (at >= 0) {
      int unit = wordEnd(notes, at + 4);
      rate = notes.indexOf('/', unit) > 0 ? Amounts.parse(notes.substring(at + 4, unit)) : rate;
    }
    Optional<BigDecimal> rated = rate;
    return Amounts.parse(notes.substring(start, middle))
        .map(paid -> new Traded(paid, quote, rated));
  }

  private static int wordEnd(String notes, int start) {
    int space = notes.indexOf(' ', start);
    return space < 0 ? notes.length() : space;
  }

  /** What a conversion gave: {@code Converted 2,500 GRT to 1,000.00 DAI}. */
  record Converted(BigDecimal quantity, String asset) {}

  /**
   * The other side of a conversion; empty if the notes do not tell it.
   *
   * @param given what the row itself says was given: it decides whether commas divide thousands
   * @throws RowFault if the numbers can be read in two ways, or in none
   */
  static Optional<Converted> converted(String notes, BigDecimal given, boolean inDollars) {
    String[] words = notes.split(" ");
    if (words.length < 6 || !words[0].equals("Converted") || !words[3].equals("to")) {
      return Optional.empty();
    }
    boolean points = reads(words[1], given, false);
    boolean commas = reads(words[1], given, true);
    if (!points && !commas) {
      throw new RowFault("`Notes` states another quantity than `Quantity Transacted`", "");
    }
    if (points && commas && !inDollars && isAmbiguous(words[4])) {
      throw new RowFault(
          "the quantity in `Notes` has a comma that may be a decimal mark",
          "write it with a decimal point, or without the comma");
    }
    Optional<BigDecimal> got = points ? Amounts.parse(words[4]) : Amounts.parseWithComma(words[4]);
    return got.map(quantity -> new Converted(quantity, words[5]));
  }

  private static boolean reads(String number, BigDecimal expected, boolean withComma) {
    try {
      Optional<BigDecimal> read =
          withComma ? Amounts.parseWithComma(number) : Amounts.parse(number);
      return read.filter(each -> each.compareTo(expected) == 0).isPresent();
    } catch (RowFault e) {
      return false;
    }
  }

  /** {@code 1,234} is one or a thousand. */
  private static boolean isAmbiguous(String number) {
    int comma = number.indexOf(',');
    return comma >= 0
        && comma == number.lastIndexOf(',')
        && number.indexOf('.') < 0
        && number.length() - comma == 4;
  }
}
