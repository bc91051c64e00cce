package allot.statement;

import java.util.List;
import java.util.Optional;

/**
 * Coinbase's transaction history in seven generations, and its raw transactions of the tax centre.
 * All times are UTC.
 */
final class Coinbase implements StatementFormat {
  static final String ACCOUNT = "Coinbase";

  private static final String FIRST = "Timestamp,Transaction Type,Asset,Quantity Transacted,";

  @Override
  public String source() {
    return "coinbase";
  }

  @Override
  public boolean isTool() {
    return false;
  }

  @Override
  public List<String> headers() {
    String since2024 =
        FIRST
            + "Price Currency,Price at Transaction,Subtotal,"
            + "Total (inclusive of fees and/or spread),Fees and/or Spread,Notes";
    return List.of(
        FIRST
            + "USD Spot Price at Transaction,"
            + "USD Amount Transacted (Inclusive of Coinbase Fees),Address,Notes",
        FIRST
            + "USD Spot Price at Transaction,USD Subtotal,USD Total (inclusive of fees),"
            + "USD Fees,Notes",
        FIRST
            + "Spot Price Currency,Spot Price at Transaction,Subtotal,"
            + "Total (inclusive of fees),Fees,Notes",
        FIRST
            + "Spot Price Currency,Spot Price at Transaction,Subtotal,"
            + "Total (inclusive of fees and/or spread),Fees and/or Spread,Notes",
        since2024,
        "ID," + since2024,
        "ID," + since2024 + ",Sender Address,Recipient Address",
        "Transaction ID,Transaction Type,Date & time,Asset Acquired,"
            + "Quantity Acquired (Bought, Received, etc),"
            + "Cost Basis (incl. fees and/or spread) (USD),Data Source,"
            + "Asset Disposed (Sold, Sent, etc),Quantity Disposed,"
            + "Proceeds (excl. fees and/or spread) (USD)");
  }

  @Override
  public Optional<Rows> open(Header header, ReadingTerms terms) {
    if (header.has("Timestamp", "Transaction Type", "Asset", "Quantity Transacted")) {
      return Optional.of(new CoinbaseHistory(CoinbaseColumns.of(header), terms));
    }
    if (header.has("Transaction Type", "Date & time", "Asset Acquired", "Quantity Disposed")) {
      return Optional.of(new CoinbaseTaxReport(header, terms));
    }
    return Optional.empty();
  }
}
