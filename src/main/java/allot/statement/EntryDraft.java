package allot.statement;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/** An entry while a format gathers what a row says about it; signs of quantities are dropped. */
final class EntryDraft {
  private final ReadingTerms terms;
  private final Entry.Kind kind;
  private final Instant at;
  private final String account;
  private final long line;
  private Optional<Leg> in = Optional.empty();
  private Optional<Leg> out = Optional.empty();
  private Optional<Leg> fee = Optional.empty();
  private Optional<BigDecimal> value = Optional.empty();
  private Optional<BigDecimal> feeValue = Optional.empty();
  private String label = "";
  private String hash = "";
  private String id = "";

  private EntryDraft(ReadingTerms terms, Entry.Kind kind, Instant at, String account, long line) {
    this.terms = terms;
    this.kind = kind;
    this.at = at;
    this.account = account;
    this.line = line;
  }

  static EntryDraft of(ReadingTerms terms, Entry.Kind kind, Instant at, String account, long line) {
    return new EntryDraft(terms, kind, at, account, line);
  }

  EntryDraft in(Coin coin, BigDecimal quantity) {
    in = Optional.of(new Leg(coin, quantity.abs()));
    return this;
  }

  EntryDraft out(Coin coin, BigDecimal quantity) {
    out = Optional.of(new Leg(coin, quantity.abs()));
    return this;
  }

  /** A fee of zero is none. */
  EntryDraft fee(Coin coin, BigDecimal quantity) {
    fee = quantity.signum() == 0 ? Optional.empty() : Optional.of(new Leg(coin, quantity.abs()));
    return this;
  }

  /** What the legs were worth; unknown if it is in another currency than the reader's. */
  EntryDraft value(Optional<BigDecimal> amount, String currency) {
    value = known(amount, currency);
    return this;
  }

  /** What a fee was worth; of one in the reader's own money, or of none, it is not kept. */
  EntryDraft feeValue(Optional<BigDecimal> amount, String currency) {
    feeValue = known(amount, currency);
    return this;
  }

  private Optional<BigDecimal> known(Optional<BigDecimal> amount, String currency) {
    return terms.currency().code().equals(currency)
        ? amount.map(BigDecimal::abs)
        : Optional.empty();
  }

  EntryDraft label(String word) {
    label = word;
    return this;
  }

  EntryDraft hash(String written) {
    hash = written;
    return this;
  }

  EntryDraft id(String written) {
    id = written;
    return this;
  }

  Entry entry() {
    boolean isOther = fee.filter(leg -> !isOwnMoney(leg)).isPresent();
    return new Entry(
        kind,
        at,
        account,
        in,
        out,
        fee,
        worth(),
        isOther ? feeValue : Optional.empty(),
        "",
        label,
        hash,
        id,
        terms.at(line));
  }

  /** Money of the reader's currency is its own value, whatever a rounded column says. */
  private Optional<BigDecimal> worth() {
    if (kind == Entry.Kind.INTERNAL) {
      return Optional.empty();
    }
    return in.filter(this::isOwnMoney)
        .or(() -> out.filter(this::isOwnMoney))
        .map(Leg::quantity)
        .or(() -> value);
  }

  private boolean isOwnMoney(Leg leg) {
    return leg.coin().money() && leg.coin().code().equals(terms.currency().code());
  }
}
