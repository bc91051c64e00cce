package allot.statement;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * Rows of CoinTracker: its import template, with tags, and what it exports, with types, wallets and
 * cost bases. Times are UTC, fees on top.
 */
final class CoinTrackerRows implements StatementFormat.Rows {
  private static final String MANY = "multi token trade";

  private final ReadingTerms terms;
  private final int date;
  private final int type;
  private final int tag;
  private final int tagIn;
  private final int tagOut;
  private final int from;
  private final int to;
  private final LegColumns in;
  private final LegColumns out;
  private final LegColumns fee;
  private final ValueColumn cameAt;
  private final ValueColumn wentAt;
  private final ValueColumn returned;
  private final ValueColumn feeAt;
  private final ValueColumn feeReturned;
  private final int hash;
  private final int id;
  private final int ignored;

  CoinTrackerRows(Header header, ReadingTerms terms) {
    this.terms = terms;
    date = header.column("date");
    type = header.column("type");
    tag = header.column("tag");
    tagIn = header.column("received tag");
    tagOut = header.column("sent tag");
    from = header.column("sent wallet");
    to = header.column("received wallet");
    in = legs(header, "Received");
    out = legs(header, "Sent");
    fee = LegColumns.of(header, "Fee Amount", "Fee Currency");
    cameAt = ValueColumn.inBrackets(header, "received cost basis", terms.currency());
    wentAt = ValueColumn.inBrackets(header, "sent cost basis", terms.currency());
    returned = ValueColumn.inBrackets(header, "realized return", terms.currency());
    feeAt = ValueColumn.inBrackets(header, "fee cost basis", terms.currency());
    feeReturned = ValueColumn.inBrackets(header, "fee realized return", terms.currency());
    hash = header.column("transaction hash");
    id = header.column("transaction id");
    ignored = header.column("ignored");
  }

  private static LegColumns legs(Header header, String side) {
    String amount = header.has(side + " Quantity") ? side + " Quantity" : side + " Amount";
    return LegColumns.of(header, amount, side + " Currency");
  }

  /** A last line of three dots. */
  @Override
  public boolean isFooter(Row row) {
    if (!row.text(0).startsWith("...") && !row.text(0).equals("\u2026")) {
      return false;
    }
    for (int i = 1; i < row.cells().size(); i++) {
      if (!row.cells().get(i).isBlank()) {
        return false;
      }
    }
    return true;
  }

  @Override
  public void read(Row row, StatementFormat.Sink into) {
    Movement movement = movement(row);
    String word = word(row, movement);
    if (row.text(ignored).equalsIgnoreCase("true")) {
      movement.put(Entry.Kind.INTERNAL, "ignored", into);
    } else if (movement.sides() == Movement.Sides.NONE && movement.fee().isEmpty()) {
      if (!in.isZero(row) && !out.isZero(row)) {
        throw new RowFault("the row lists no amount", "");
      }
      movement.put(Entry.Kind.INTERNAL, word, into);
    } else if (Words.folded(word).equals(MANY) && movement.sides() != Movement.Sides.BOTH) {
      part(movement, word, into);
    } else {
      CoinTrackerWords.put(movement, word, into);
    }
  }

  /** What says the meaning: the tag of a mere receipt or sending, else the type. */
  private String word(Row row, Movement movement) {
    String kind = row.text(type);
    String labelled =
        switch (movement.sides()) {
          case IN -> row.text(tagIn);
          case OUT -> row.text(tagOut);
          case BOTH, NONE -> "";
        };
    if (kind.isEmpty()) {
      return labelled.isEmpty() ? row.text(tag) : labelled;
    }
    boolean mere = kind.equalsIgnoreCase("receive") || kind.equalsIgnoreCase("send");
    return mere && !labelled.isEmpty() ? labelled : kind;
  }

  /**
   * One side of a trade of many coins, whose other sides stand in other rows: it is exchanged for
   * its value in money, which is a price and no holding. If that is unknown, so is the cost of what
   * comes and the gain of what goes.
   */
  private void part(Movement row, String word, StatementFormat.Sink into) {
    boolean came = row.sides() == Movement.Sides.IN;
    if (row.value().isEmpty()) {
      row.put(came ? Entry.Kind.DEPOSIT : Entry.Kind.SPENDING, word, into);
      return;
    }
    Coin money = terms.coins().money(terms.currency().code());
    Optional<Leg> worth = Optional.of(new Leg(money, row.value().get()));
    new Movement(
            terms,
            row.line(),
            row.at(),
            row.from(),
            row.to(),
            came ? row.in() : worth,
            came ? worth : row.out(),
            row.fee(),
            row.value(),
            row.feeValue(),
            row.hash(),
            row.id())
        .put(Entry.Kind.TRADE, word, into);
  }

  private Movement movement(Row row) {
    Optional<Leg> came = in.read(row, terms.coins()::of);
    Optional<Leg> went = out.read(row, terms.coins()::of);
    Optional<Leg> paid = fee.read(row, terms.coins()::of);
    return new Movement(
        terms,
        row.line(),
        time(row),
        row.text(from),
        row.text(to),
        came,
        went,
        paid,
        value(row, came, went, paid).filter(value -> value.signum() >= 0),
        proceeds(row, feeAt, feeReturned),
        row.text(hash),
        row.text(id));
  }

  private Instant time(Row row) {
    String text = row.need(date, "Date");
    return text.length() > 2 && text.charAt(2) == '/'
        ? Times.american(text, ZoneOffset.UTC)
        : Times.iso(text, ZoneOffset.UTC);
  }

  /**
   * What came was worth its cost basis without the fee; what went was worth its own and what was
   * gained by it.
   */
  private Optional<BigDecimal> value(
      Row row, Optional<Leg> came, Optional<Leg> went, Optional<Leg> paid) {
    if (went.filter(leg -> leg.coin().money()).isPresent()) {
      return wentAt.read(row, terms.currency());
    }
    Optional<BigDecimal> cost = cameAt.read(row, terms.currency());
    if (came.isEmpty() || cost.isEmpty()) {
      return went.isEmpty() ? Optional.empty() : proceeds(row, wentAt, returned);
    }
    boolean inMoney =
        paid.filter(leg -> leg.coin().is(terms.coins().money(terms.currency().code()))).isPresent();
    return inMoney ? cost.map(all -> all.subtract(paid.get().quantity())) : cost;
  }

  private Optional<BigDecimal> proceeds(Row row, ValueColumn basis, ValueColumn gain) {
    return basis
        .read(row, terms.currency())
        .flatMap(cost -> gain.read(row, terms.currency()).map(cost::add))
        .filter(value -> value.signum() >= 0);
  }
}
