package allot.statement;

import java.util.List;
import java.util.Optional;

/**
 * Koinly: the templates it imports (universal, trades, simple) and what it exports (transactions,
 * and those for bulk edits).
 */
final class Koinly implements StatementFormat {
  private static final List<String> HEADERS =
      List.of(
          "Date,Sent Amount,Sent Currency,Received Amount,Received Currency,Fee Amount,Fee"
              + " Currency,Net Worth Amount,Net Worth Currency,Label,Description,TxHash",
          "Koinly Date,Pair,Side,Amount,Total,Fee Amount,Fee Currency,Order ID,Trade ID",
          "Koinly Date,Amount,Currency,Label,TxHash",
          "Date,Type,Label,Sending Wallet,Sent Amount,Sent Currency,Sent Cost Basis,Receiving"
              + " Wallet,Received Amount,Received Currency,Received Cost Basis,Fee Amount,Fee"
              + " Currency,Gain (USD),Net Value (USD),Fee Value (USD),TxSrc,TxDest,TxHash,"
              + "Description",
          "ID (read-only),Parent ID (read-only),Date (UTC),Type,Tag,From Wallet (read-only),From"
              + " Wallet ID,From Amount,From Currency,To Wallet (read-only),To Wallet ID,To"
              + " Amount,To Currency,Fee Amount,Fee Currency,Net Worth Amount,Net Worth Currency,"
              + "TxHash,Description");

  @Override
  public String source() {
    return "koinly";
  }

  @Override
  public boolean isTool() {
    return true;
  }

  @Override
  public List<String> headers() {
    return HEADERS;
  }

  @Override
  public Optional<Rows> open(Header header, ReadingTerms terms) {
    if (header.has("from amount", "from currency", "to amount", "to currency")
        && header.find("date (utc)", "date").isPresent()) {
      return Optional.of(new KoinlyTransactions(header, terms, true));
    }
    if (header.has("sent amount", "sent currency", "received amount", "received currency")
        && header.find("date", "koinly date", "date (utc)").isPresent()
        && !isOfCoinTracker(header)) {
      return Optional.of(new KoinlyTransactions(header, terms, false));
    }
    if (header.has("koinly date", "pair", "side", "amount", "total")) {
      return Optional.of(new KoinlyTrades(header, terms));
    }
    if (header.has("koinly date", "amount", "currency")) {
      return Optional.of(new KoinlySimple(header, terms));
    }
    return Optional.empty();
  }

  /** Its import template in River's order differs from Koinly's by the name of the labels. */
  private static boolean isOfCoinTracker(Header header) {
    return header.has("tag") && !header.has("type") && !header.has("label");
  }
}
