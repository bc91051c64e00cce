package allot.render;

import allot.money.ExactDecimal;
import allot.portfolio.Lot;
import allot.statement.Ledger;
import allot.statement.Ledger.Position;
import allot.statement.Statement;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How it reads what statements came to. */
public final class ImportView {
  private static final int LISTED = 20;

  private final Imported imported;
  private final Ledger ledger;
  private final Figures figures;

  private ImportView(Imported imported) {
    this.imported = imported;
    this.ledger = imported.ledger();
    this.figures = new Figures(imported.currency());
  }

  public static Document document(Imported imported) {
    return new ImportView(imported).document();
  }

  private Document document() {
    List<Section> sections = new ArrayList<>();
    sections.add(Section.untitled(accounts()));
    sections.add(Section.of("Statements", statements()));
    if (ledger.positions().isEmpty()) {
      sections.add(Section.untitled(Lines.of("nothing is held")));
    } else {
      sections.add(Section.of("Holdings", holdings()));
    }
    if (imported.faults() > 0) {
      sections.add(Section.of("Rows that could not be read", faults()));
    }
    sections.addAll(remarks(ledger));
    if (!imported.lost().isEmpty()) {
      List<Cell> lost = imported.lost().stream().map(line -> Cell.of(line, Tone.WARN)).toList();
      sections.add(Section.of("No longer in the file", new Lines(lost, Marker.BULLET)));
    }
    imported
        .ending()
        .ifPresent(end -> sections.add(Section.untitled(Lines.of(Cell.of(end, Tone.MUTED)))));
    return new Document(sections);
  }

  /** What never came, and what there is to know of the rest. */
  static List<Section> remarks(Ledger ledger) {
    List<Section> sections = new ArrayList<>();
    if (!ledger.missing().isEmpty()) {
      sections.add(Section.of("Sold or moved, and never acquired", missing(ledger)));
    }
    if (!ledger.notes().isEmpty()) {
      List<Cell> notes = ledger.notes().stream().map(Cell::of).toList();
      sections.add(Section.of("Notes", new Lines(notes, Marker.BULLET)));
    }
    return sections;
  }

  private Block accounts() {
    List<Cell> names = new ArrayList<>();
    ledger.accounts().forEach(name -> names.add(Cell.of(name.isEmpty() ? "(no name)" : name)));
    if (names.isEmpty()) {
      names.add(Cell.of("none"));
    }
    return Facts.of(new Fact(names.size() == 1 ? "Account" : "Accounts", names));
  }

  private Block statements() {
    List<List<Cell>> rows = new ArrayList<>();
    for (Statement statement : imported.statements()) {
      int faults = statement.faults().size();
      rows.add(
          List.of(
              Cell.of(statement.file()),
              Cell.of(statement.source()),
              Cell.of(String.valueOf(statement.rows())),
              Cell.of(String.valueOf(statement.entries().size())),
              Cell.of(String.valueOf(faults), faults == 0 ? Tone.MUTED : Tone.BAD)));
    }
    return new Table(
        List.of(
            Column.left("file", Fit.SHRINK),
            Column.left("source", Fit.KEEP),
            Column.right("rows", Fit.KEEP),
            Column.right("entries", Fit.KEEP),
            Column.right("not read", Fit.KEEP)),
        rows);
  }

  private Block holdings() {
    List<List<Cell>> rows = new ArrayList<>();
    for (Position position : ledger.positions()) {
      Optional<BigDecimal> cost = Lot.cost(position.lots());
      rows.add(
          List.of(
              Cell.of(position.coin().code()),
              Cell.of(position.account()),
              Cell.of(ExactDecimal.plain(position.quantity())),
              Cell.of(String.valueOf(position.lots().size())),
              Cell.of(since(position.lots())),
              Cell.of(
                  cost.map(figures::bare).orElse("?"), cost.isPresent() ? Tone.PLAIN : Tone.WARN)));
    }
    return new Table(
        List.of(
            Column.left("asset", Fit.SHRINK),
            Column.left("account", Fit.SHRINK),
            Column.right("quantity", Fit.KEEP),
            Column.right("lots", Fit.KEEP),
            Column.left("since", Fit.drop(1)),
            Column.right("cost", Fit.KEEP)),
        rows);
  }

  /** The first known date of acquisition. */
  private static String since(List<Lot> lots) {
    Optional<LocalDate> first = Optional.empty();
    for (Lot lot : lots) {
      if (first.isEmpty() || lot.acquired().filter(first.get()::isAfter).isPresent()) {
        first = lot.acquired();
      }
    }
    return first.map(LocalDate::toString).orElse("?");
  }

  private static Block missing(Ledger ledger) {
    List<Cell> lines = new ArrayList<>();
    for (Ledger.Missing missing : ledger.missing()) {
      lines.add(
          Cell.of(
              missing.origin()
                  + ": "
                  + ExactDecimal.plain(missing.quantity())
                  + " "
                  + missing.symbol()
                  + (missing.account().isEmpty() ? "" : " in " + missing.account()),
              Tone.BAD));
    }
    return new Lines(atMost(lines), Marker.BULLET);
  }

  private Block faults() {
    List<Cell> lines = new ArrayList<>();
    for (Statement statement : imported.statements()) {
      for (Statement.Fault fault : statement.faults()) {
        lines.add(Cell.of(fault.origin() + ": " + words(fault), Tone.BAD));
      }
    }
    return new Lines(atMost(lines), Marker.BULLET);
  }

  private static List<Cell> atMost(List<Cell> lines) {
    if (lines.size() <= LISTED) {
      return lines;
    }
    List<Cell> some = new ArrayList<>(lines.subList(0, LISTED));
    some.add(Cell.of("and " + (lines.size() - LISTED) + " more; --dry-run lists every row"));
    return some;
  }

  static String words(Statement.Fault fault) {
    return fault.message() + (fault.remedy().isEmpty() ? "" : "; " + fault.remedy());
  }
}
