package allot.statement;

import allot.statement.Entry.Kind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * Goes through entries in the order of time. Of one instant first all that comes is taken in, then
 * all that moves between own accounts, then all that goes.
 */
final class LedgerRun {
  private final Books books;
  private final Values values;
  private final Postings postings;
  private final IdentityHashMap<Entry, Passage> passages;
  private final LedgerNotes notes;
  private final CashSeen cash = new CashSeen();

  LedgerRun(
      Books books,
      Values values,
      Postings postings,
      IdentityHashMap<Entry, Passage> passages,
      LedgerNotes notes) {
    this.books = books;
    this.values = values;
    this.postings = postings;
    this.passages = passages;
    this.notes = notes;
  }

  /**
   * @param entries in their order
   */
  void run(List<Entry> entries, Balances balances) {
    List<Entry> instant = new ArrayList<>();
    for (Entry entry : entries) {
      if (!instant.isEmpty() && !instant.get(0).at().equals(entry.at())) {
        instant(instant, balances);
        instant.clear();
      }
      instant.add(entry);
    }
    if (!instant.isEmpty()) {
      instant(instant, balances);
    }
    balances.checkAll();
    cash.tell(notes);
  }

  private void instant(List<Entry> entries, Balances balances) {
    balances.checkBefore(entries.get(0).at());
    postings.turnTo(entries.get(0).at());
    for (int i = 0; i < entries.size(); i++) {
      Entry entry = entries.get(i);
      String account = books.name(entry.account());
      boolean leaves = entry.kind() == Kind.TRANSFER;
      cash.count(entry, account, leaves ? books.name(entry.toAccount()) : account);
      come(entry);
    }
    List<Entry> moves = List.of();
    for (int i = 0; i < entries.size(); i++) {
      if (isMove(entries.get(i))) {
        moves = moves.isEmpty() ? new ArrayList<>() : moves;
        moves.add(entries.get(i));
      }
    }
    move(moves);
    for (int i = 0; i < entries.size(); i++) {
      go(entries.get(i));
    }
  }

  private boolean isMove(Entry entry) {
    return switch (entry.kind()) {
      case TRANSFER, CONVERSION -> true;
      case DEPOSIT, WITHDRAWAL -> passages.containsKey(entry);
      case TRADE -> isRename(entry);
      default -> false;
    };
  }

  /** An asset that is traded for itself has only got another name. */
  private static boolean isRename(Entry trade) {
    return trade.out().orElseThrow().coin().is(trade.in().orElseThrow().coin());
  }

  private static boolean isCoin(Leg leg) {
    return !leg.coin().money() && leg.quantity().signum() > 0;
  }

  private void come(Entry entry) {
    switch (entry.kind()) {
      case TRADE -> {
        Leg in = entry.in().orElseThrow();
        if (isCoin(in) && !isRename(entry)) {
          Optional<BigDecimal> cost = values.cost(entry);
          if (cost.isEmpty()) {
            notes.count(LedgerNotes.Topic.COST, books.name(entry.account()), in, entry.origin());
          }
          postings.acquire(entry, in, cost);
        }
      }
      case INCOME -> income(entry);
      case DEPOSIT -> {
        Leg in = entry.in().orElseThrow();
        if (isCoin(in) && !passages.containsKey(entry)) {
          fromElsewhere(entry, entry.account(), in);
        }
      }
      default -> {}
    }
  }

  private void fromElsewhere(Entry entry, String account, Leg leg) {
    Lots lots = books.lots(account, leg.coin());
    lots.add(postings.unknown(leg.quantity()));
    notes.count(LedgerNotes.Topic.DEPOSIT, lots.account(), leg, entry.origin());
  }

  private void income(Entry entry) {
    Leg net = net(entry);
    if (net.quantity().signum() > 0) {
      postings.income(entry, net, values.income(entry, net));
    }
  }

  /** What came less a fee that was taken of it at once. */
  private static Leg net(Entry income) {
    Leg in = income.in().orElseThrow();
    return isFeeOfIncome(income)
        ? new Leg(in.coin(), in.quantity().subtract(income.fee().orElseThrow().quantity()))
        : in;
  }

  private static boolean isFeeOfIncome(Entry entry) {
    if (entry.kind() != Kind.INCOME || entry.fee().isEmpty()) {
      return false;
    }
    Leg in = entry.in().orElseThrow();
    Leg fee = entry.fee().orElseThrow();
    return fee.coin().is(in.coin()) && fee.quantity().compareTo(in.quantity()) <= 0;
  }

  /** Moves first what is there, so that chains of transfers in one instant find their order. */
  private void move(List<Entry> moves) {
    while (!moves.isEmpty()) {
      boolean moved = false;
      for (Iterator<Entry> rest = moves.iterator(); rest.hasNext(); ) {
        Entry entry = rest.next();
        if (isCovered(entry)) {
          moveOne(entry);
          rest.remove();
          moved = true;
        }
      }
      if (!moved) {
        moveOne(moves.remove(0));
      }
    }
  }

  private boolean isCovered(Entry entry) {
    Passage passage = passages.get(entry);
    if (passage != null && passage.hasLeft()) {
      return true;
    }
    Entry sent = passage == null ? entry : passage.sent();
    Leg out = sent.out().orElseThrow();
    return !isCoin(out)
        || books.lots(sent.account(), out.coin()).held().compareTo(out.quantity()) >= 0;
  }

  private void moveOne(Entry entry) {
    Passage passage = passages.get(entry);
    if (passage == null) {
      String to = entry.kind() == Kind.TRANSFER ? entry.toAccount() : entry.account();
      books.name(to);
      passage = new Passage(entry, entry);
    }
    if (!passage.hasLeft()) {
      leave(passage);
    }
    if (entry.kind() != Kind.WITHDRAWAL) {
      arrive(passage, entry);
    }
  }

  private void leave(Passage passage) {
    Entry sent = passage.sent();
    Leg leaving = passage.leaving();
    passage.leave(isCoin(leaving) ? postings.take(sent, leaving) : List.of());
    Leg lost = passage.lost();
    if (isCoin(lost)) {
      postings.dispose(sent, lost, values.worth(lost, sent), Ledger.Reason.FEE);
    }
    fee(sent);
  }

  private void arrive(Passage passage, Entry entry) {
    Leg in = passage.in();
    if (!isCoin(in)) {
      return;
    }
    List<Batch> parts = passage.arriving();
    BigDecimal arrived = parts.isEmpty() ? BigDecimal.ZERO : passage.arrived();
    if (!parts.isEmpty()) {
      Lots lots = books.lots(passage.to(), in.coin());
      (passage.isConversion() ? Shares.converted(parts, arrived) : parts).forEach(lots::add);
    }
    BigDecimal more = in.quantity().subtract(arrived);
    if (more.signum() > 0) {
      fromElsewhere(entry, passage.to(), new Leg(in.coin(), more));
    }
  }

  private void go(Entry entry) {
    Optional<Leg> out = entry.out().filter(LedgerRun::isCoin);
    boolean moved = isMove(entry);
    if (out.isPresent() && !moved) {
      goes(entry, out.orElseThrow());
    }
    boolean feePaid = moved && entry.kind() != Kind.DEPOSIT;
    if (!feePaid && !isFeeOfIncome(entry)) {
      fee(entry);
    }
  }

  private void goes(Entry entry, Leg out) {
    switch (entry.kind()) {
      case TRADE -> {
        boolean sold = entry.in().orElseThrow().coin().money();
        Ledger.Reason reason = sold ? Ledger.Reason.SELL : Ledger.Reason.SWAP;
        postings.dispose(entry, out, values.proceeds(entry), reason);
      }
      case SPENDING -> postings.dispose(entry, out, values.spent(entry), Ledger.Reason.SPEND);
      case REMOVAL -> postings.take(entry, out);
      case WITHDRAWAL -> {
        postings.take(entry, out);
        notes.count(LedgerNotes.Topic.WITHDRAWAL, books.name(entry.account()), out, entry.origin());
      }
      default -> {}
    }
  }

  /** A fee in coin is sold for what it was worth. */
  private void fee(Entry entry) {
    Optional<Leg> fee = entry.fee().filter(LedgerRun::isCoin);
    if (fee.isPresent()) {
      postings.dispose(entry, fee.orElseThrow(), values.coinFee(entry), Ledger.Reason.FEE);
    }
  }
}
