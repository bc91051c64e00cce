package allot.render;

import allot.statement.Statement;
import java.util.ArrayList;
import java.util.List;

/** How it reads what every row of the statements was taken for. */
public final class DryRunView {
  private DryRunView() {}

  public static Document document(Imported imported) {
    List<Section> sections = new ArrayList<>();
    for (Statement statement : imported.statements()) {
      sections.add(
          Section.of(
              heading(statement),
              DryRunTable.of(statement, imported.currency(), imported.ledger().byClose())));
    }
    sections.addAll(ImportView.remarks(imported.ledger()));
    int faults = imported.faults();
    int missing = imported.ledger().missing().size();
    String end =
        "nothing is written (dry run)"
            + (faults == 0
                ? ""
                : "; refused for "
                    + Figures.counted(faults, "row")
                    + " that could not be read, unless with --skip-bad")
            + (missing == 0
                ? ""
                : "; refused for what was never acquired, unless with --missing unknown");
    sections.add(
        Section.untitled(Lines.of(Cell.of(end, faults + missing == 0 ? Tone.MUTED : Tone.BAD))));
    return new Document(sections);
  }

  private static String heading(Statement statement) {
    return statement.file()
        + ": "
        + statement.source()
        + ", "
        + Figures.counted(statement.rows(), "row")
        + DryRunTable.account(statement).map(name -> ", account " + name).orElse("");
  }
}
