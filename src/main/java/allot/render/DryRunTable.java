package allot.render;

import allot.money.CurrencyUnit;
import allot.price.Timestamp;
import allot.statement.Entry;
import allot.statement.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The rows of one statement with what each was taken for, in the order of the file. */
final class DryRunTable {
  private final Statement statement;
  private final CurrencyUnit currency;
  private final Set<Entry.Origin> byClose;
  private final boolean oneAccount;

  private DryRunTable(Statement statement, CurrencyUnit currency, Set<Entry.Origin> byClose) {
    this.statement = statement;
    this.currency = currency;
    this.byClose = byClose;
    this.oneAccount = accounts(statement).size() < 2;
  }

  /**
   * @param byClose where entries stand whose value is the close of their day
   */
  static Table of(Statement statement, CurrencyUnit currency, Set<Entry.Origin> byClose) {
    return new DryRunTable(statement, currency, byClose).table();
  }

  /** The account that all rows are of; empty if they are of several, or of one without a name. */
  static Optional<String> account(Statement statement) {
    Set<String> accounts = accounts(statement);
    return accounts.size() == 1
        ? Optional.of(accounts.iterator().next()).filter(name -> !name.isEmpty())
        : Optional.empty();
  }

  private static Set<String> accounts(Statement statement) {
    Set<String> accounts = new LinkedHashSet<>();
    statement.entries().forEach(entry -> accounts.add(entry.account()));
    return accounts;
  }

  /** A line of the table; a fault has no time. */
  private record Told(long line, List<Cell> cells) {}

  private Table table() {
    List<Told> told = new ArrayList<>();
    for (Entry entry : statement.entries()) {
      told.add(
          new Told(
              entry.origin().line(),
              cells(
                  entry.origin(),
                  Cell.of(Timestamp.format(entry.at())),
                  Cell.of(entry.account()),
                  Cell.of(EntryWords.of(entry, currency, byClose.contains(entry.origin()))))));
    }
    for (Statement.Fault fault : statement.faults()) {
      told.add(
          new Told(
              fault.origin().line(),
              cells(
                  fault.origin(),
                  Cell.of("not read", Tone.BAD),
                  Cell.of(""),
                  Cell.of(ImportView.words(fault), Tone.BAD))));
    }
    statement.joined().stream()
        .forEach(
            line ->
                told.add(
                    new Told(
                        line,
                        cells(
                            new Entry.Origin(statement.file(), line),
                            Cell.of(""),
                            Cell.of(""),
                            Cell.of("told with a row above", Tone.MUTED)))));
    told.sort(Comparator.comparingLong(Told::line));
    return new Table(columns(), told.stream().map(Told::cells).toList());
  }

  private List<Column> columns() {
    List<Column> columns = new ArrayList<>();
    columns.add(Column.left("row", Fit.KEEP));
    columns.add(Column.left("time", Fit.KEEP));
    if (!oneAccount) {
      columns.add(Column.left("account", Fit.SHRINK));
    }
    columns.add(Column.left("what", Fit.WRAP));
    return columns;
  }

  private List<Cell> cells(Entry.Origin origin, Cell time, Cell account, Cell what) {
    Cell row = Cell.of(place(origin), Tone.MUTED);
    return oneAccount ? List.of(row, time, what) : List.of(row, time, account, what);
  }

  /** The heading names the whole path. */
  private static String place(Entry.Origin origin) {
    String file = origin.file();
    return file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1)
        + ":"
        + origin.line();
  }
}
