package allot.render;

import allot.price.Timestamp;
import allot.statement.Entry;
import allot.statement.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** How it reads what every row of the statements was taken for. */
public final class DryRunView {
  private DryRunView() {}

  public static Document document(Imported imported) {
    List<Section> sections = new ArrayList<>();
    for (Statement statement : imported.statements()) {
      sections.add(Section.of(heading(statement), table(statement, imported)));
    }
    int faults = imported.faults();
    String end =
        "nothing is written (dry run)"
            + (faults == 0 ? "" : "; " + ImportView.counted(faults, "row") + " could not be read");
    sections.add(Section.untitled(Lines.of(Cell.of(end, faults == 0 ? Tone.MUTED : Tone.BAD))));
    return new Document(sections);
  }

  private static String heading(Statement statement) {
    return statement.file()
        + ": "
        + statement.source()
        + ", "
        + ImportView.counted(statement.rows(), "row");
  }

  /** A line of the table; a fault has no time. */
  private record Told(long line, List<Cell> cells) {}

  private static Block table(Statement statement, Imported imported) {
    List<Told> told = new ArrayList<>();
    for (Entry entry : statement.entries()) {
      told.add(
          new Told(
              entry.origin().line(),
              List.of(
                  Cell.of(entry.origin().toString(), Tone.MUTED),
                  Cell.of(Timestamp.format(entry.at())),
                  Cell.of(entry.account()),
                  Cell.of(EntryWords.of(entry, imported.currency())))));
    }
    for (Statement.Fault fault : statement.faults()) {
      told.add(
          new Told(
              fault.origin().line(),
              List.of(
                  Cell.of(fault.origin().toString(), Tone.MUTED),
                  Cell.of("not read", Tone.BAD),
                  Cell.of(""),
                  Cell.of(ImportView.words(fault), Tone.BAD))));
    }
    told.sort(Comparator.comparingLong(Told::line));
    return new Table(
        List.of(
            Column.left("row", Fit.KEEP),
            Column.left("time", Fit.KEEP),
            Column.left("account", Fit.SHRINK),
            Column.left("what", Fit.WRAP)),
        told.stream().map(Told::cells).toList());
  }
}
