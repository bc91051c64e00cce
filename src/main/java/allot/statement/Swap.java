package allot.statement;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The rows of one exchange of things, leg by leg, until all are there: what came, what went and
 * what it cost.
 */
final class Swap {

  /**
   * An amount of one row, or several rows' of one coin.
   *
   * @param quantity zero or more
   * @param value in the currency that the statement states values in; empty if it states none
   */
  record Side(long line, Coin coin, BigDecimal quantity, Optional<BigDecimal> value) {
    Side plus(Side more) {
      return new Side(
          Math.min(line, more.line),
          coin,
          quantity.add(more.quantity),
          value.flatMap(mine -> more.value.map(mine::add)));
    }
  }

  private final ReadingTerms terms;
  private final String account;
  private final Instant at;
  private final String id;
  private final String label;
  private final String currency;
  private final List<Side> in = new ArrayList<>(1);
  private final List<Side> out = new ArrayList<>(1);
  private final List<Side> nothing = new ArrayList<>(0);
  private final List<Side> fees = new ArrayList<>(1);
  private long first = Long.MAX_VALUE;

  /**
   * @param id of the exchange for all its rows, else empty
   * @param label the statement's word for it
   * @param currency of the sides' values
   */
  Swap(ReadingTerms terms, String account, Instant at, String id, String label, String currency) {
    this.terms = terms;
    this.account = account;
    this.at = at;
    this.id = id;
    this.label = label;
    this.currency = currency;
  }

  /** The statement's word for it. */
  String label() {
    return label;
  }

  /** The line of the first of its rows. */
  long line() {
    return first;
  }

  /** Takes what came, if the amount is positive, or went. */
  void add(long line, Coin coin, BigDecimal amount, Optional<BigDecimal> value) {
    first = Math.min(first, line);
    Side side = new Side(line, coin, amount.abs(), value.map(BigDecimal::abs));
    List<Side> sides = amount.signum() > 0 ? in : amount.signum() < 0 ? out : nothing;
    for (int i = 0; i < sides.size(); i++) {
      if (sides.get(i).coin().is(coin)) {
        sides.set(i, sides.get(i).plus(side));
        return;
      }
    }
    sides.add(side);
  }

  /** Takes a fee that was paid beside; zero is none. */
  void addFee(long line, Coin coin, BigDecimal fee, Optional<BigDecimal> value) {
    first = Math.min(first, line);
    if (fee.signum() != 0) {
      fees.add(new Side(line, coin, fee.abs(), value.map(BigDecimal::abs)));
    }
  }

  /** Whether something came and something went. */
  boolean isComplete() {
    return !in.isEmpty() && !out.isEmpty();
  }

  /**
   * What all rows come to. Of several things given for one, each is a trade of its own, and the one
   * is divided among them by their values, or equally if a value is unknown; so is one thing that
   * was given for several.
   *
   * @throws RowFault if a side is missing, or on both sides are several things
   */
  List<Entry> entries() {
    addWhatRoundsToNothing();
    List<Entry> entries = new ArrayList<>(1);
    if (in.size() == 1 && out.size() == 1) {
      entries.add(one(in.get(0), out.get(0), !fees.isEmpty(), id));
    } else if (in.isEmpty() && out.isEmpty() && !fees.isEmpty()) {
      entries.add(feeAlone(fees.get(0)));
    } else if (in.isEmpty() || out.isEmpty()) {
      throw new RowFault(
          "a " + label + " without its other side", "export all assets and the whole history");
    } else if (in.size() > 1 && out.size() > 1) {
      throw new RowFault("a " + label + " of several things for several others", "");
    } else {
      divided(entries);
    }
    for (int i = 1; i < fees.size(); i++) {
      entries.add(feeAlone(fees.get(i)));
    }
    return entries;
  }

  /** Money of a few decimals is nothing beside a tiny quantity of a coin. */
  private void addWhatRoundsToNothing() {
    if (in.isEmpty() == out.isEmpty()) {
      return;
    }
    for (Side side : nothing) {
      if (!side.coin().is((in.isEmpty() ? out : in).get(0).coin())) {
        (in.isEmpty() ? in : out).add(side);
        return;
      }
    }
  }

  private Entry one(Side came, Side went, boolean withFee, String entryId) {
    boolean same = came.coin().is(went.coin());
    boolean nothing = same && came.quantity().compareTo(went.quantity()) == 0;
    Entry.Kind kind =
        nothing && !withFee ? Entry.Kind.INTERNAL : same ? Entry.Kind.CONVERSION : Entry.Kind.TRADE;
    EntryDraft draft =
        EntryDraft.of(terms, kind, at, account, first)
            .in(came.coin(), came.quantity())
            .out(went.coin(), went.quantity())
            .label(label)
            .id(entryId);
    if (kind == Entry.Kind.TRADE) {
      draft.value(came.value().or(went::value), currency);
    }
    if (withFee) {
      draft.fee(fees.get(0).coin(), fees.get(0).quantity()).feeValue(fees.get(0).value(), currency);
    }
    return draft.entry();
  }

  private Entry feeAlone(Side fee) {
    return EntryDraft.of(terms, Entry.Kind.FEE, at, account, fee.line())
        .fee(fee.coin(), fee.quantity())
        .feeValue(fee.value(), currency)
        .label(label)
        .id(id.isEmpty() ? "" : id + "/fee" + fee.line())
        .entry();
  }

  private void divided(List<Entry> entries) {
    boolean manyWent = out.size() > 1;
    List<Side> many = manyWent ? out : in;
    Side one = manyWent ? in.get(0) : out.get(0);
    List<BigDecimal> parts = Apportion.parts(one.quantity(), weights(many));
    for (int i = 0; i < many.size(); i++) {
      Side part = new Side(one.line(), one.coin(), parts.get(i), many.get(i).value());
      String partId = id.isEmpty() ? "" : id + "/" + (i + 1);
      boolean withFee = i == 0 && !fees.isEmpty();
      entries.add(
          manyWent
              ? one(part, many.get(i), withFee, partId)
              : one(many.get(i), part, withFee, partId));
    }
  }

  private static List<BigDecimal> weights(List<Side> sides) {
    boolean known = sides.stream().allMatch(side -> side.value().isPresent());
    return sides.stream()
        .map(side -> known ? side.value().orElse(BigDecimal.ZERO) : BigDecimal.ZERO)
        .toList();
  }
}
