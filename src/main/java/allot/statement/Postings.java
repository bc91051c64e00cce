package allot.statement;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Takes lots out of accounts and writes down what became of them. */
final class Postings {
  private final Books books;
  private final boolean fillMissing;
  private final LocalDays days;
  private final Predicate<LocalDate> told;
  private final LedgerNotes notes;
  private final List<Ledger.Disposal> disposals = new ArrayList<>();
  private final List<Ledger.Income> income = new ArrayList<>();
  private final List<Ledger.Missing> missing = new ArrayList<>();
  private Optional<LocalDate> today = Optional.empty();
  private boolean isTold;
  private long sequence;

  Postings(Books books, LedgerTerms terms, LedgerNotes notes) {
    this.books = books;
    this.fillMissing = terms.fillMissing();
    this.days = new LocalDays(terms.zone());
    this.told = terms.told();
    this.notes = notes;
  }

  List<Ledger.Disposal> disposals() {
    return disposals;
  }

  List<Ledger.Income> income() {
    return income;
  }

  List<Ledger.Missing> missing() {
    return missing;
  }

  /** Turns to an instant, none before the last. */
  void turnTo(Instant at) {
    Optional<LocalDate> day = days.of(at);
    if (!day.equals(today)) {
      today = day;
      isTold = told.test(day.orElseThrow());
    }
  }

  /** Units that were acquired now. */
  void acquire(Entry entry, Leg leg, Optional<BigDecimal> cost) {
    books.lots(entry.account(), leg.coin()).add(new Batch(today, sequence++, leg.quantity(), cost));
  }

  /** Units of unknown origin, in no account yet. */
  Batch unknown(BigDecimal quantity) {
    return Batch.unknown(sequence++, quantity);
  }

  /** What came as income; what is not money is a lot. */
  void income(Entry entry, Leg leg, Optional<BigDecimal> value) {
    Coin coin = leg.coin();
    String account = books.name(entry.account());
    if (isTold) {
      income.add(
          new Ledger.Income(
              coin.asset(),
              coin.code(),
              account,
              today.orElseThrow(),
              leg.quantity(),
              value,
              entry.label(),
              entry.origin()));
    }
    if (value.isEmpty()) {
      notes.count(LedgerNotes.Topic.INCOME, account, leg, entry.origin());
    }
    if (!coin.money()) {
      acquire(entry, leg, value);
    }
  }

  /**
   * Takes units out of an account. What was never there is written down and made up for.
   *
   * @return parts of lots that are {@code leg}'s quantity together, which is above zero
   */
  List<Batch> take(Entry entry, Leg leg) {
    Lots lots = books.lots(entry.account(), leg.coin());
    BigDecimal lack = leg.quantity().subtract(lots.held());
    if (lack.signum() <= 0) {
      return lots.take(leg.quantity());
    }
    if (fillMissing) {
      Leg lacking = new Leg(leg.coin(), lack);
      notes.count(LedgerNotes.Topic.FILLED, lots.account(), lacking, entry.origin());
    } else {
      missing.add(new Ledger.Missing(leg.coin().code(), lots.account(), lack, entry.origin()));
    }
    List<Batch> parts = new ArrayList<>(lots.take(lots.held()));
    parts.add(unknown(lack));
    return parts;
  }

  /**
   * Takes units out of an account and sells them.
   *
   * @param proceeds of all, after fees; empty if unknown
   */
  void dispose(Entry entry, Leg leg, Optional<BigDecimal> proceeds, Ledger.Reason reason) {
    String account = books.name(entry.account());
    List<Batch> parts = take(entry, leg);
    if (isTold) {
      tell(entry, leg, parts, proceeds, reason);
    }
    if (proceeds.isEmpty()) {
      notes.count(LedgerNotes.Topic.PROCEEDS, account, leg, entry.origin());
    }
  }

  private void tell(
      Entry entry,
      Leg leg,
      List<Batch> parts,
      Optional<BigDecimal> proceeds,
      Ledger.Reason reason) {
    List<Optional<BigDecimal>> shares = Shares.of(proceeds, parts);
    for (int i = 0; i < parts.size(); i++) {
      Batch part = parts.get(i);
      disposals.add(
          new Ledger.Disposal(
              leg.coin().asset(),
              leg.coin().code(),
              books.name(entry.account()),
              part.acquired(),
              today.orElseThrow(),
              part.quantity(),
              shares.get(i),
              part.cost(),
              reason,
              entry.origin()));
    }
  }
}
