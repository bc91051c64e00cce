package allot.statement;

import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * Rows of Koinly that have columns for what is sent and what is received: the universal template,
 * the transactions export, and the export for bulk edits. Fees are on top; times are UTC.
 */
final class KoinlyTransactions implements StatementFormat.Rows {
  private final ReadingTerms terms;
  private final KoinlyCoins coins;
  private final boolean bulk;
  private final int date;
  private final int type;
  private final int label;
  private final int from;
  private final int to;
  private final LegColumns out;
  private final LegColumns in;
  private final LegColumns fee;
  private final ValueColumn worth;
  private final ValueColumn feeWorth;
  private final ValueColumn computed;
  private final ValueColumn computedFee;
  private final int hash;
  private final int id;
  private final int deleted;

  KoinlyTransactions(Header header, ReadingTerms terms, boolean bulk) {
    this.terms = terms;
    this.coins = new KoinlyCoins(terms.coins());
    this.bulk = bulk;
    date = header.column("koinly date", "date", "date (utc)");
    type = header.column("type");
    label = header.column("label", "tag");
    from = header.column("sending wallet", "from wallet (read-only)", "from wallet");
    to = header.column("receiving wallet", "to wallet (read-only)", "to wallet");
    String sent = bulk ? "From" : "Sent";
    String received = bulk ? "To" : "Received";
    out = LegColumns.of(header, sent + " Amount", sent + " Currency");
    in = LegColumns.of(header, received + " Amount", received + " Currency");
    fee = LegColumns.of(header, "Fee Amount", "Fee Currency");
    worth = ValueColumn.of(header, "Net Worth Amount", "Net Worth Currency");
    feeWorth = ValueColumn.of(header, "Fee Worth Amount", "Fee Worth Currency");
    computed = computed(header, "net value");
    computedFee = computed(header, "fee value");
    hash = header.column("txhash");
    id = header.column("id (read-only)", "id", "koinly id");
    deleted = header.column("deleted");
  }

  private ValueColumn computed(Header header, String name) {
    return bulk
        ? ValueColumn.of(header, name + " (read-only)", "value currency (read-only)")
        : ValueColumn.inBrackets(header, name, terms.currency());
  }

  @Override
  public void read(Row row, StatementFormat.Sink into) {
    if (row.text(deleted).equalsIgnoreCase("true")) {
      nothing(row).put(Entry.Kind.INTERNAL, "deleted", into);
      return;
    }
    Movement movement = movement(row);
    String word = row.text(label);
    String kind = row.text(type);
    if (movement.sides() == Movement.Sides.NONE && movement.fee().isEmpty()) {
      if (!in.isZero(row) && !out.isZero(row)) {
        throw new RowFault("the row lists no amount", "");
      }
      movement.put(Entry.Kind.INTERNAL, word.isEmpty() ? kind : word, into);
      return;
    }
    if (kind.isEmpty()) {
      KoinlyWords.put(movement, word, into);
    } else {
      KoinlyWords.put(movement, kind, word, into);
    }
  }

  private Movement movement(Row row) {
    return new Movement(
        terms,
        row.line(),
        Times.iso(row.need(date, "Date"), ZoneOffset.UTC),
        wallet(row, from),
        wallet(row, to),
        in.read(row, coins::of),
        out.read(row, coins::of),
        fee.read(row, coins::of),
        value(row, worth, computed),
        value(row, feeWorth, computedFee),
        row.text(hash),
        row.text(id));
  }

  private Movement nothing(Row row) {
    return new Movement(
        terms,
        row.line(),
        Times.iso(row.need(date, "Date"), ZoneOffset.UTC),
        wallet(row, from),
        wallet(row, to),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        row.text(hash),
        row.text(id));
  }

  private String wallet(Row row, int column) {
    String wallet = row.text(column);
    return bulk ? KoinlyCoins.named(wallet) : wallet;
  }

  /** What the user wrote, or what Koinly found: there a zero means that it knew no price. */
  private Optional<BigDecimal> value(Row row, ValueColumn written, ValueColumn found) {
    Optional<BigDecimal> value = written.read(row, terms.currency());
    return value.isPresent()
        ? value.filter(amount -> amount.signum() >= 0)
        : found.read(row, terms.currency()).filter(amount -> amount.signum() > 0);
  }
}
