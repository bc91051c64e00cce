package allot.statement;

import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.util.Optional;

/** Koinly's simple template: one amount, below zero if it was sent. */
final class KoinlySimple implements StatementFormat.Rows {
  private final ReadingTerms terms;
  private final KoinlyCoins coins;
  private final int date;
  private final int amount;
  private final int currency;
  private final int label;
  private final LegColumns fee;
  private final ValueColumn worth;
  private final int hash;

  KoinlySimple(Header header, ReadingTerms terms) {
    this.terms = terms;
    this.coins = new KoinlyCoins(terms.coins());
    date = header.column("koinly date");
    amount = header.column("amount");
    currency = header.column("currency");
    label = header.column("label", "tag");
    fee = LegColumns.of(header, "Fee Amount", "Fee Currency");
    worth = ValueColumn.of(header, "Net Worth Amount", "Net Worth Currency");
    hash = header.column("txhash");
  }

  @Override
  public void read(Row row, StatementFormat.Sink into) {
    BigDecimal signed = row.needAmount(amount, "Amount");
    Optional<Leg> leg = Optional.of(new Leg(coins.of(row.text(currency)), signed.abs()));
    String word = row.text(label);
    Movement movement =
        new Movement(
            terms,
            row.line(),
            Times.iso(row.need(date, "Koinly Date"), ZoneOffset.UTC),
            "",
            "",
            signed.signum() > 0 ? leg : Optional.empty(),
            signed.signum() < 0 ? leg : Optional.empty(),
            fee.read(row, coins::of),
            worth.read(row, terms.currency()).map(BigDecimal::abs),
            Optional.empty(),
            row.text(hash),
            "");
    if (signed.signum() == 0) {
      movement.put(Entry.Kind.INTERNAL, word, into);
    } else {
      KoinlyWords.put(movement, word, into);
    }
  }
}
