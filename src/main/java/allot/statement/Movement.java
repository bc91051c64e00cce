package allot.statement;

import allot.statement.StatementFormat.Sink;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Optional;

/**
 * What a row of a tax tool lists, before a word has said what it means.
 *
 * @param from the wallet that it leaves, as written; empty if none is
 * @param to the wallet that it reaches
 * @param fee on top of both sides
 * @param value in the reader's currency; of what came, or of what went if nothing came
 */
record Movement(
    ReadingTerms terms,
    long line,
    Instant at,
    String from,
    String to,
    Optional<Leg> in,
    Optional<Leg> out,
    Optional<Leg> fee,
    Optional<BigDecimal> value,
    Optional<BigDecimal> feeValue,
    String hash,
    String id) {
  /** Where things are of which no wallet is told. */
  static final String NO_WALLET = "imported";

  private static final int VALUE_DECIMALS = 8;

  /** Which sides a row fills. */
  enum Sides {
    NONE,
    IN,
    OUT,
    BOTH
  }

  Sides sides() {
    if (in.isPresent()) {
      return out.isPresent() ? Sides.BOTH : Sides.IN;
    }
    return out.isPresent() ? Sides.OUT : Sides.NONE;
  }

  /**
   * Hands on what the row means.
   *
   * @throws RowFault if it does not list what such an entry needs
   */
  void put(Entry.Kind kind, String label, Sink into) {
    switch (kind) {
      case TRADE, CONVERSION -> exchange(kind, label, into);
      case TRANSFER -> transfer(label, into);
      case INCOME, DEPOSIT -> {
        requireSides(Sides.IN, label);
        into.add(entry(kind, account(to, from), label).value(value).fee(fee).make());
      }
      case WITHDRAWAL, SPENDING, REMOVAL -> {
        requireSides(Sides.OUT, label);
        into.add(entry(kind, account(from, to), label).value(value).fee(fee).make());
      }
      case FEE -> fees(label, into);
      case INTERNAL -> {
        into.add(entry(kind, account(from, to), label).fee(Optional.empty()).make());
        fee.ifPresent(paid -> into.add(fee(paid, feeValue, label)));
      }
    }
  }

  private void requireSides(Sides wanted, String label) {
    if (sides() != wanted) {
      String needs =
          switch (wanted) {
            case IN -> "one amount that comes";
            case OUT -> "one amount that goes";
            case BOTH -> "an amount that comes and one that goes";
            case NONE -> "a fee alone";
          };
      throw new RowFault("`" + label + "` goes with " + needs + ", and the row lists others", "");
    }
  }

  /** A fee stands in its own columns, or alone where amounts that go stand. */
  private void fees(String label, Sink into) {
    if (sides() == Sides.OUT) {
      into.add(fee(out.get(), value, label));
    } else {
      requireSides(Sides.NONE, label);
    }
    fee.ifPresent(paid -> into.add(fee(paid, feeValue, label)));
  }

  private Entry fee(Leg paid, Optional<BigDecimal> worth, String label) {
    return new Draft(Entry.Kind.FEE, account(from, to), label, this)
        .legs(Optional.empty(), Optional.empty())
        .fee(Optional.of(paid))
        .feeValue(worth)
        .make();
  }

  /** Coins that are given in one wallet and arrive in another are traded, then moved. */
  private void exchange(Entry.Kind kind, String label, Sink into) {
    requireSides(Sides.BOTH, label);
    Leg came = in.get();
    Leg went = out.get();
    boolean renamed = came.coin().is(went.coin());
    if (renamed && came.quantity().compareTo(went.quantity()) != 0) {
      throw new RowFault(
          "the row exchanges " + came.coin().code() + " for another amount of itself",
          "a transfer is to be marked as one");
    }
    boolean kept = renamed || kind == Entry.Kind.CONVERSION;
    String account = went.coin().money() ? account(to, from) : account(from, to);
    into.add(
        entry(kept ? Entry.Kind.CONVERSION : kind, account, label)
            .value(kept ? Optional.empty() : value)
            .fee(fee)
            .make());
    String reached = account(to, from);
    if (!came.coin().money() && !account.equalsIgnoreCase(reached)) {
      into.add(
          new Draft(Entry.Kind.TRANSFER, account, label, this)
              .legs(in, in)
              .to(reached)
              .id(id.isEmpty() ? "" : id + "#moved")
              .make());
    }
  }

  /** What leaves and does not arrive is the fee, and is not counted beside it. */
  private void transfer(String label, Sink into) {
    requireSides(Sides.BOTH, label);
    Leg came = in.get();
    Leg went = out.get();
    if (!came.coin().is(went.coin())) {
      throw new RowFault("a transfer sends one coin and another arrives", "mark it as a trade");
    }
    BigDecimal gone = went.quantity().subtract(came.quantity());
    if (gone.signum() < 0) {
      throw new RowFault("of a transfer more arrives than was sent", "");
    }
    if (gone.signum() == 0) {
      move(fee, feeValue, label, into);
      return;
    }
    Leg difference = new Leg(went.coin(), gone);
    boolean same = fee.filter(paid -> paid.coin().is(went.coin())).isPresent();
    Optional<BigDecimal> worth = same ? valueOf(gone, fee.get().quantity()) : Optional.empty();
    move(Optional.of(difference), worth, label, into);
    if (!same) {
      fee.ifPresent(paid -> into.add(fee(paid, feeValue, label)));
    }
  }

  /** What is lost on the way, by the value of a fee that is listed as nearly as much. */
  private Optional<BigDecimal> valueOf(BigDecimal gone, BigDecimal listed) {
    if (listed.compareTo(gone) == 0 || listed.signum() == 0) {
      return feeValue;
    }
    return feeValue.map(
        all -> all.multiply(gone).divide(listed, VALUE_DECIMALS, RoundingMode.HALF_EVEN));
  }

  private void move(Optional<Leg> paid, Optional<BigDecimal> worth, String label, Sink into) {
    String account = terms.account(named(from));
    String reached = terms.account(named(to));
    if (account.equalsIgnoreCase(reached)) {
      into.add(new Draft(Entry.Kind.INTERNAL, account, label, this).legs(in, in).make());
      paid.ifPresent(fee -> into.add(fee(fee, worth, label)));
      return;
    }
    into.add(
        new Draft(Entry.Kind.TRANSFER, account, label, this)
            .legs(in, in)
            .fee(paid)
            .feeValue(worth)
            .to(reached)
            .make());
  }

  private String account(String wallet, String other) {
    return terms.account(named(wallet.isEmpty() ? other : wallet));
  }

  private static String named(String wallet) {
    return wallet.isEmpty() ? NO_WALLET : wallet;
  }

  private Draft entry(Entry.Kind kind, String account, String label) {
    return new Draft(kind, account, label, this).legs(in, out).feeValue(feeValue);
  }

  /** An entry in the making. */
  private static final class Draft {
    private final Entry.Kind kind;
    private final String account;
    private final String label;
    private final Movement row;
    private Optional<Leg> in = Optional.empty();
    private Optional<Leg> out = Optional.empty();
    private Optional<Leg> fee = Optional.empty();
    private Optional<BigDecimal> value = Optional.empty();
    private Optional<BigDecimal> feeValue = Optional.empty();
    private String to = "";
    private String id;

    Draft(Entry.Kind kind, String account, String label, Movement row) {
      this.kind = kind;
      this.account = account;
      this.label = label;
      this.row = row;
      this.id = row.id;
    }

    Draft legs(Optional<Leg> came, Optional<Leg> went) {
      in = came;
      out = went;
      return this;
    }

    Draft fee(Optional<Leg> paid) {
      fee = paid;
      return this;
    }

    Draft value(Optional<BigDecimal> worth) {
      value = worth;
      return this;
    }

    Draft feeValue(Optional<BigDecimal> worth) {
      feeValue = worth;
      return this;
    }

    Draft to(String reached) {
      to = reached;
      return this;
    }

    Draft id(String other) {
      id = other;
      return this;
    }

    Entry make() {
      boolean isOther =
          fee.filter(paid -> !paid.coin().code().equals(row.terms.currency().code())).isPresent();
      return new Entry(
          kind,
          row.at,
          account,
          in,
          out,
          fee,
          value,
          isOther ? feeValue : Optional.empty(),
          to,
          label,
          row.hash,
          id,
          row.terms.at(row.line));
    }
  }
}
