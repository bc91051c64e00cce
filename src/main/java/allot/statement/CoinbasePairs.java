package allot.statement;

import allot.statement.CoinbaseColumns.Transaction;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Rows of a Coinbase history whose other half is another row of the same second. */
final class CoinbasePairs {
  private final ReadingTerms terms;
  private final String account;
  private final List<Transaction> migrated = new ArrayList<>();
  private final Map<Instant, List<Transaction>> dust = new LinkedHashMap<>();

  /** A sending or receipt of ether, and what it is if it has no other half. */
  private record Moved(Transaction transaction, Entry alone) {}

  private final Map<Instant, List<Moved>> moved = new LinkedHashMap<>();

  CoinbasePairs(ReadingTerms terms, String account) {
    this.terms = terms;
    this.account = account;
  }

  /** A half of a rename or migration. */
  void migrated(Transaction half) {
    migrated.add(half);
  }

  /** Small amounts that were turned into something. */
  void dust(Transaction one) {
    dust.computeIfAbsent(one.at(), at -> new ArrayList<>()).add(one);
  }

  /** A sending of ETH2 or a receipt of ETH, which together are the end of ETH2. */
  void moved(Transaction transaction, Entry alone) {
    moved
        .computeIfAbsent(transaction.at(), at -> new ArrayList<>())
        .add(new Moved(transaction, alone));
  }

  void end(StatementFormat.Sink into) {
    Map<String, List<Transaction>> together = new LinkedHashMap<>();
    for (Transaction half : migrated) {
      together.computeIfAbsent(half.at() + half.type(), key -> new ArrayList<>()).add(half);
    }
    together.values().forEach(halves -> migrate(halves, into));
    dust.values().forEach(rows -> sweep(rows, into));
    moved.values().forEach(rows -> endOfEth2(rows, into));
  }

  /** What became what; one that keeps its quantity and its coin is no event at all. */
  private void migrate(List<Transaction> halves, StatementFormat.Sink into) {
    List<Transaction> got = new ArrayList<>();
    halves.stream().filter(half -> half.quantity().signum() > 0).forEach(got::add);
    for (Transaction gave : halves) {
      if (gave.quantity().signum() > 0) {
        continue;
      }
      Optional<Transaction> match = match(gave, got);
      if (match.isEmpty()) {
        into.fault(gave.line(), alone(gave));
      } else {
        got.remove(match.get());
        into.add(became(gave, match.get()));
      }
    }
    got.forEach(half -> into.fault(half.line(), alone(half)));
  }

  private static RowFault alone(Transaction half) {
    return new RowFault("`" + half.type() + "` whose other row of the same second is missing", "");
  }

  private static Optional<Transaction> match(Transaction gave, List<Transaction> got) {
    for (Transaction each : got) {
      if (each.quantity().compareTo(gave.quantity().negate()) == 0) {
        return Optional.of(each);
      }
    }
    return got.stream().findFirst();
  }

  private Entry became(Transaction gave, Transaction got) {
    boolean nothing =
        gave.coin().is(got.coin()) && gave.quantity().abs().compareTo(got.quantity().abs()) == 0;
    long line = Math.min(gave.line(), got.line());
    Entry.Kind kind = nothing ? Entry.Kind.INTERNAL : Entry.Kind.CONVERSION;
    return EntryDraft.of(terms, kind, gave.at(), account, line)
        .out(gave.coin(), gave.quantity())
        .in(got.coin(), got.quantity())
        .label(gave.type())
        .id(gave.id())
        .entry();
  }

  /** Conversion in two rows: what was got cost its subtotal. */
  static List<Entry> swapped(
      ReadingTerms terms, String account, Transaction got, Transaction gave) {
    Swap swap = new Swap(terms, account, gave.at(), gave.id(), gave.type(), got.currency());
    swap.add(gave.line(), gave.coin(), gave.quantity(), Optional.empty());
    swap.add(got.line(), got.coin(), got.quantity(), got.value().or(gave::value));
    return swap.entries();
  }

  private void sweep(List<Transaction> rows, StatementFormat.Sink into) {
    Transaction first = rows.get(0);
    boolean paired = rows.stream().anyMatch(row -> row.quantity().signum() > 0);
    try {
      if (paired) {
        Swap swap =
            new Swap(terms, account, first.at(), first.id(), first.type(), first.currency());
        rows.forEach(row -> swap.add(row.line(), row.coin(), row.quantity(), row.value()));
        swap.entries().forEach(into::add);
      } else {
        rows.forEach(row -> into.add(soldDust(row)));
      }
    } catch (RowFault e) {
      into.fault(first.line(), e);
    }
  }

  private Entry soldDust(Transaction row) {
    return EntryDraft.of(terms, Entry.Kind.TRADE, row.at(), account, row.line())
        .out(row.coin(), row.quantity())
        .in(
            terms.coins().of(row.currency()),
            row.total().or(row::subtotal).orElseThrow(() -> new RowFault("no `Total`", "")))
        .label(row.type())
        .id(row.id())
        .entry();
  }

  private void endOfEth2(List<Moved> rows, StatementFormat.Sink into) {
    List<Moved> sent = new ArrayList<>(rows);
    sent.removeIf(row -> row.transaction().type().equals("receive"));
    List<Moved> received = new ArrayList<>(rows);
    received.removeAll(sent);
    for (Moved gave : sent) {
      Optional<Moved> got = take(gave, received);
      into.add(
          got.isPresent() ? became(gave.transaction(), got.get().transaction()) : gave.alone());
    }
    received.forEach(row -> into.add(row.alone()));
  }

  private static Optional<Moved> take(Moved gave, List<Moved> received) {
    for (Iterator<Moved> each = received.iterator(); each.hasNext(); ) {
      Moved got = each.next();
      if (got.transaction().quantity().abs().compareTo(gave.transaction().quantity().abs()) == 0) {
        each.remove();
        return Optional.of(got);
      }
    }
    return Optional.empty();
  }
}
