package allot.statement;

import static java.util.stream.Collectors.joining;

import allot.problem.ProblemException;
import java.time.Instant;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Turns what statements say into lots, gains and income. Neither the order of the statements nor
 * that of their entries changes anything: entries count in the order of time, and within an instant
 * what comes counts before what moves, and that before what goes.
 */
public final class LotLedger {
  private static final int NAMED = 5;

  private LotLedger() {}

  /**
   * The ledger of all statements together, which are to tell the whole history of their accounts.
   * What went and had never come is in {@link Ledger#missing()}, all of it; the ledger goes on as
   * if it had been there.
   *
   * @throws ProblemException of kind DATA if two sources tell of one account
   */
  public static Ledger of(List<Statement> statements, LedgerTerms terms) {
    Sources sources = Sources.of(statements);
    sources.requireOneEach();
    LedgerNotes notes = new LedgerNotes();
    Timeline entries = Timeline.byTime(CountOnce.of(statements, sources, notes));
    tellRepeats(entries.dropRepeats(), notes);
    IdentityHashMap<Entry, Passage> passages = OwnTransfers.among(entries.movements());
    Books books = new Books(terms.selection());
    Values values = new Values(terms);
    Postings postings = new Postings(books, terms, notes);
    Balances balances = new Balances(statements, books);
    new LedgerRun(books, values, postings, passages, notes).run(entries, balances);
    tell(passages, values, notes);
    balances.tell(notes);
    tellLater(entries, terms.now(), notes);
    List<Ledger.Position> positions = books.positions();
    tellStrangers(positions, notes);
    return new Ledger(
        positions,
        List.copyOf(postings.disposals()),
        List.copyOf(postings.income()),
        List.copyOf(postings.missing()),
        notes.lines(),
        books.accounts(),
        Set.copyOf(values.fromCloses()));
  }

  private static void tell(
      IdentityHashMap<Entry, Passage> passages, Values values, LedgerNotes notes) {
    int pairs = passages.size() / 2;
    if (pairs > 0) {
      notes.addFirst(
          pairs
              + (pairs == 1 ? " withdrawal and deposit are" : " withdrawals and deposits are")
              + " one transfer"
              + (pairs == 1 ? "" : " each")
              + " between own accounts; lots and dates travel");
    }
    Set<Entry.Origin> byClose = values.fromCloses();
    if (!byClose.isEmpty()) {
      notes.addLast(
          "value by the close of the day, of "
              + byClose.size()
              + (byClose.size() == 1 ? " entry: " : " entries: ")
              + byClose.stream().limit(NAMED).map(Entry.Origin::toString).collect(joining(", "))
              + (byClose.size() > NAMED ? ", ..." : ""));
    }
  }

  private static void tellRepeats(int repeats, LedgerNotes notes) {
    if (repeats > 0) {
      notes.addFirst(
          repeats
              + (repeats == 1 ? " entry stands" : " entries stand")
              + " in its file with the same id twice and "
              + (repeats == 1 ? "counts" : "count")
              + " once");
    }
  }

  private static void tellLater(Timeline entries, Instant now, LedgerNotes notes) {
    int first = entries.size();
    while (first > 0 && entries.get(first - 1).at().isAfter(now)) {
      first--;
    }
    int later = entries.size() - first;
    if (later > 0) {
      notes.addFirst(
          later
              + (later == 1 ? " entry is" : " entries are")
              + " dated later than now ("
              + entries.get(first).origin()
              + "): is the year right?");
    }
  }

  /** Names the coins that no catalogue knows, once. */
  private static void tellStrangers(List<Ledger.Position> positions, LedgerNotes notes) {
    Set<String> strangers = new LinkedHashSet<>();
    for (Ledger.Position position : positions) {
      if (!position.coin().asset().isKnown()) {
        strangers.add(position.coin().code());
      }
    }
    if (!strangers.isEmpty()) {
      notes.addLast(
          "in no catalogue, so unclassified: "
              + String.join(", ", strangers)
              + "; give each a bucket in the file");
    }
  }
}
