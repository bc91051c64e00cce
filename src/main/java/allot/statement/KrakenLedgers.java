package allot.statement;

import java.util.List;
import java.util.Optional;

/** Kraken's {@code ledgers.csv} in four generations: a row for each change of a balance. */
final class KrakenLedgers implements StatementFormat {
  static final String SOURCE = "kraken";
  static final String ACCOUNT = "Kraken";

  private static final String BEGINNING = "txid,refid,time,type,subtype,aclass,";

  @Override
  public String source() {
    return SOURCE;
  }

  @Override
  public boolean isTool() {
    return false;
  }

  @Override
  public List<String> headers() {
    return List.of(
        BEGINNING + "asset,amount,fee,balance",
        BEGINNING + "asset,wallet,amount,fee,balance",
        BEGINNING + "subclass,asset,wallet,amount,fee,balance",
        BEGINNING
            + "subclass,asset,wallet,amount,fee,balance,amountusd,feeusd,balanceusd,feecurrency");
  }

  @Override
  public Optional<Rows> open(Header header, ReadingTerms terms) {
    return header.has("refid", "time", "type", "asset", "amount", "fee")
        ? Optional.of(new KrakenLedgerRows(header, terms))
        : Optional.empty();
  }
}
