package allot.render;

import allot.allocation.Finding;
import allot.problem.Visible;
import java.util.ArrayList;
import java.util.List;

/** How a check reads: a line for each finding, nothing when all is well. */
public final class CheckView {
  private CheckView() {}

  /** The findings of all files, a line each, for standard output. */
  public static String findings(List<CheckedFile> files) {
    StringBuilder text = new StringBuilder();
    for (CheckedFile file : files) {
      for (Finding finding : file.decided()) {
        text.append(line(file, finding)).append('\n');
      }
    }
    return text.toString();
  }

  /** The files that had findings in the last run and have none now. */
  public static String recovered(List<String> files) {
    StringBuilder text = new StringBuilder();
    for (String file : files) {
      text.append(Visible.escape(file)).append(": every bucket is in band again\n");
    }
    return text.toString();
  }

  /** {@code file: message}, safe for a terminal. */
  public static String line(CheckedFile file, Finding finding) {
    return Visible.escape(file.file() + ": " + finding.message());
  }

  /** The same as a document: a table of the files and their findings. */
  public static Document document(List<CheckedFile> files) {
    List<List<Cell>> rows = new ArrayList<>();
    for (CheckedFile file : files) {
      String status = file.verdict().status().label();
      if (file.verdict().findings().isEmpty()) {
        rows.add(List.of(Cell.of(file.file()), Cell.of(status), Cell.of("")));
      }
      for (Finding finding : file.verdict().findings()) {
        rows.add(List.of(Cell.of(file.file()), Cell.of(status), Cell.of(finding.message())));
      }
    }
    return new Document(
        List.of(
            Section.untitled(
                new Table(
                    List.of(
                        Column.left("file", Fit.KEEP),
                        Column.left("status", Fit.KEEP),
                        Column.left("finding", Fit.WRAP)),
                    rows))));
  }
}
