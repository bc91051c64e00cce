package allot.statement;

import java.util.List;
import java.util.Optional;

/** CoinTracker: its import template, in any order of columns, and both exports. */
final class CoinTracker implements StatementFormat {
  private static final List<String> HEADERS =
      List.of(
          "Date,Received Quantity,Received Currency,Sent Quantity,Sent Currency,Fee Amount,Fee"
              + " Currency,Tag",
          "Date,Sent Amount,Sent Currency,Received Amount,Received Currency,Fee Amount,Fee"
              + " Currency,Tag",
          "Date,Type,Transaction ID,Received Quantity,Received Currency,Received Cost Basis (USD),"
              + "Received Wallet,Received Address,Received Tag,Received Comment,Sent Quantity,Sent"
              + " Currency,Sent Cost Basis (USD),Sent Wallet,Sent Address,Sent Tag,Sent Comment,"
              + "Fee Amount,Fee Currency,Realized Return (USD),Ignored",
          "Date,Type,Transaction ID,Received Quantity,Received Currency,Received Cost Basis (USD),"
              + "Received Wallet,Received Address,Received Comment,Sent Quantity,Sent Currency,Sent"
              + " Cost Basis (USD),Sent Wallet,Sent Address,Sent Comment,Fee Amount,Fee Currency,"
              + "Fee Cost Basis (USD),Realized Return (USD),Fee Realized Return (USD),Transaction"
              + " Hash");

  @Override
  public String source() {
    return "cointracker";
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
    boolean quantities =
        header.has(
            "date", "received quantity", "received currency", "sent quantity", "sent currency");
    boolean amounts =
        header.has(
            "date", "sent amount", "sent currency", "received amount", "received currency", "tag");
    return quantities || amounts
        ? Optional.of(new CoinTrackerRows(header, terms))
        : Optional.empty();
  }
}
