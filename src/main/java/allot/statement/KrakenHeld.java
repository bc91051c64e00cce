package allot.statement;

import allot.money.ExactDecimal;
import allot.statement.KrakenLedgerRows.Change;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Rows of Kraken's ledger that another row, maybe far away, can give another meaning. */
final class KrakenHeld {
  private static final String DOLLARS = KrakenLedgerRows.DOLLARS;

  private final ReadingTerms terms;
  private final String account;
  private final Map<String, Change> moves = new LinkedHashMap<>();
  private final Map<String, List<Change>> adjusted = new LinkedHashMap<>();
  private final Map<String, List<Change>> untold = new LinkedHashMap<>();
  private final List<Change> delisted = new ArrayList<>();

  KrakenHeld(ReadingTerms terms, String account) {
    this.terms = terms;
    this.account = account;
  }

  EntryDraft draft(Change it, Entry.Kind kind) {
    return EntryDraft.of(terms, kind, it.at(), account, it.line()).label(it.type()).id(it.id());
  }

  /** A deposit or withdrawal; the same reference with the opposite sign takes it back. */
  void move(Change it, StatementFormat.Sink into) {
    if (it.reference().isEmpty()) {
      into.add(moved(it));
      return;
    }
    String key = it.type() + " " + it.reference();
    Change before = moves.put(key, it);
    if (before == null) {
      return;
    }
    if (before.coin().is(it.coin()) && before.amount().add(it.amount()).signum() == 0) {
      moves.remove(key);
      into.add(draft(before, Entry.Kind.INTERNAL).label(it.type() + " reversed").entry());
      into.add(draft(it, Entry.Kind.INTERNAL).label(it.type() + " reversed").entry());
      keptFee(before, it, into);
    } else {
      into.add(moved(before));
    }
  }

  private void keptFee(Change before, Change it, StatementFormat.Sink into) {
    BigDecimal kept = before.fee().add(it.fee());
    if (kept.signum() > 0) {
      into.add(draft(it, Entry.Kind.FEE).fee(it.coin(), kept).entry());
    } else if (kept.signum() < 0) {
      into.add(draft(it, Entry.Kind.DEPOSIT).in(it.coin(), kept).entry());
    }
  }

  private Entry moved(Change it) {
    boolean given = it.fee().signum() < 0;
    BigDecimal amount = given ? it.amount().subtract(it.fee()) : it.amount();
    BigDecimal fee = given ? BigDecimal.ZERO : it.fee();
    boolean usual = it.type().startsWith("deposit") == (amount.signum() > 0);
    String label = usual || amount.signum() == 0 ? it.type() : it.type() + " reversed";
    EntryDraft draft = draft(it, kind(amount, fee)).label(label);
    if (amount.signum() > 0) {
      draft.in(it.coin(), amount);
    } else if (amount.signum() < 0) {
      draft.out(it.coin(), amount);
    }
    return draft.fee(it.coin(), fee).feeValue(it.feeValue(), DOLLARS).entry();
  }

  private static Entry.Kind kind(BigDecimal amount, BigDecimal fee) {
    if (amount.signum() == 0) {
      return fee.signum() == 0 ? Entry.Kind.INTERNAL : Entry.Kind.FEE;
    }
    return amount.signum() > 0 ? Entry.Kind.DEPOSIT : Entry.Kind.WITHDRAWAL;
  }

  /** A reward net of its fee; one that is taken back takes its coins with it. */
  Entry reward(Change it, String label) {
    BigDecimal net = it.amount().subtract(it.fee());
    if (net.signum() < 0) {
      return draft(it, Entry.Kind.REMOVAL).out(it.coin(), net).entry();
    }
    BigDecimal feeValue = it.feeValue().orElse(BigDecimal.ZERO);
    Optional<BigDecimal> value =
        it.fee().signum() == 0 || it.feeValue().isPresent()
            ? it.value().map(all -> it.fee().signum() == 0 ? all : all.subtract(feeValue))
            : Optional.empty();
    return draft(it, Entry.Kind.INCOME)
        .in(it.coin(), net)
        .value(value, DOLLARS)
        .label(label)
        .entry();
  }

  /** A correction by Kraken, which may have two sides. */
  void adjust(Change it) {
    adjusted.computeIfAbsent(it.reference(), key -> new ArrayList<>()).add(it);
  }

  /** A movement of which no subtype tells whether it is a reward. */
  void untold(Change it) {
    untold.computeIfAbsent(it.reference(), key -> new ArrayList<>()).add(it);
  }

  /** A side of a forced swap; the other may have another reference. */
  void delisted(Change it) {
    delisted.add(it);
  }

  void end(StatementFormat.Sink into) {
    moves.values().forEach(move -> into.add(moved(move)));
    adjusted.values().forEach(rows -> telling(rows, into, this::correction));
    untold.values().forEach(rows -> tellUntold(rows, into));
    endOfDelisted(into);
  }

  private interface Alone {
    Entry of(Change change);
  }

  /** Rows of one reference are an exchange if they have two sides, else each is itself. */
  private void telling(List<Change> rows, StatementFormat.Sink into, Alone alone) {
    Change first = rows.get(0);
    Swap swap = new Swap(terms, account, first.at(), first.reference(), first.type(), DOLLARS);
    rows.forEach(row -> KrakenLedgerRows.addTo(swap, row));
    try {
      if (swap.isComplete()) {
        swap.entries().forEach(into::add);
      } else {
        rows.forEach(row -> into.add(alone.of(row)));
      }
    } catch (RowFault e) {
      into.fault(first.line(), e);
    }
  }

  private Entry correction(Change it) {
    return reward(it, "other");
  }

  private void tellUntold(List<Change> rows, StatementFormat.Sink into) {
    Map<String, BigDecimal> sums = new HashMap<>();
    rows.forEach(row -> sums.merge(row.coin().code(), row.amount(), BigDecimal::add));
    if (rows.size() > 1 && sums.values().stream().allMatch(sum -> sum.signum() == 0)) {
      rows.forEach(row -> into.add(draft(row, Entry.Kind.INTERNAL).entry()));
      return;
    }
    for (Change row : rows) {
      if (row.type().equals("earn") && row.amount().signum() > 0 && row.fee().signum() > 0) {
        into.add(reward(row, "staking"));
      } else {
        into.fault(
            row.line(),
            new RowFault(
                "without `subtype` nobody can tell whether `" + row.type() + "` is a reward",
                "export the ledger with all columns"));
      }
    }
  }

  /**
   * A delisting that keeps coin and quantity, as of a renamed asset, changes nothing; sides of one
   * reference are a trade; of what is left each side is a trade for its value, if that is stated.
   */
  private void endOfDelisted(StatementFormat.Sink into) {
    Map<String, Integer> alike = new HashMap<>();
    delisted.forEach(it -> alike.merge(likeness(it, it.amount()), 1, Integer::sum));
    Map<String, List<Change>> references = new LinkedHashMap<>();
    for (Change it : delisted) {
      Integer opposite = alike.get(likeness(it, it.amount().negate()));
      if (opposite != null && opposite.equals(alike.get(likeness(it, it.amount())))) {
        into.add(draft(it, Entry.Kind.INTERNAL).entry());
      } else {
        references.computeIfAbsent(it.reference(), key -> new ArrayList<>()).add(it);
      }
    }
    references.values().forEach(rows -> telling(rows, into, this::forced));
  }

  private static String likeness(Change it, BigDecimal amount) {
    return it.coin().asset().id() + " " + ExactDecimal.plain(amount);
  }

  private Entry forced(Change it) {
    boolean came = it.amount().signum() > 0;
    boolean priced = it.value().isPresent() && !it.coin().money();
    if (!priced) {
      return came
          ? draft(it, Entry.Kind.DEPOSIT).in(it.coin(), it.amount()).entry()
          : draft(it, Entry.Kind.SPENDING).out(it.coin(), it.amount()).entry();
    }
    Coin dollars = terms.coins().money(DOLLARS);
    BigDecimal value = it.value().orElse(BigDecimal.ZERO);
    EntryDraft draft = draft(it, Entry.Kind.TRADE);
    return came
        ? draft.in(it.coin(), it.amount()).out(dollars, value).entry()
        : draft.out(it.coin(), it.amount()).in(dollars, value).entry();
  }
}
