package allot.statement;

import java.util.List;
import java.util.Optional;

/** The Crypto.com app's export; negative amounts go, the second currency comes. */
final class CryptoCom implements StatementFormat {
  private static final String COLUMNS =
      "Timestamp (UTC),Transaction Description,Currency,Amount,To Currency,To Amount,"
          + "Native Currency,Native Amount,Native Amount (in USD),Transaction Kind";

  @Override
  public String source() {
    return "crypto-com";
  }

  @Override
  public boolean isTool() {
    return false;
  }

  @Override
  public List<String> headers() {
    return List.of(COLUMNS, COLUMNS + ",Transaction Hash");
  }

  @Override
  public Optional<Rows> open(Header header, ReadingTerms terms) {
    return header.has(
            "Timestamp (UTC)", "Currency", "Amount", "To Currency", "To Amount", "Transaction Kind")
        ? Optional.of(new CryptoComRows(header, terms))
        : Optional.empty();
  }
}
