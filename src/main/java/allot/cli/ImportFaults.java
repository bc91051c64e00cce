package allot.cli;

import allot.money.ExactDecimal;
import allot.problem.Kind;
import allot.problem.Problem;
import allot.problem.ProblemException;
import allot.problem.Problems;
import allot.statement.Ledger;
import allot.statement.Statement;
import java.util.ArrayList;
import java.util.List;

/** What keeps statements from being imported, all of it in one go. */
final class ImportFaults {
  private ImportFaults() {}

  /**
   * Refuses rows that cannot be read, or counts them.
   *
   * @throws ProblemException of kind DATA, unless the user goes on without them
   */
  static void refuse(List<Statement> statements, boolean skip, Session session) {
    List<Problem> problems = new ArrayList<>();
    for (Statement statement : statements) {
      for (Statement.Fault fault : statement.faults()) {
        problems.add(
            Problem.ofFile(Kind.DATA, fault.origin().toString(), fault.message(), fault.remedy()));
      }
    }
    if (problems.isEmpty()) {
      return;
    }
    if (!skip) {
      throw listed(problems);
    }
    int bad = problems.size();
    String what = bad == 1 ? " row that cannot be read is" : " rows that cannot be read are";
    session.say(bad + what + " left out (--skip-bad)");
  }

  /**
   * Refuses statements without a single row: nothing of them is to replace what a file knows.
   *
   * @throws ProblemException of kind DATA
   */
  static void refuseNothing(List<Statement> statements) {
    if (statements.stream().allMatch(statement -> statement.rows() == 0)) {
      throw new ProblemException(
          Problem.ofFile(
              Kind.DATA,
              statements.get(0).file(),
              "has no rows",
              "export it with all its history"));
    }
  }

  private static ProblemException listed(List<Problem> problems) {
    int listed = Math.min(problems.size(), Problems.LISTED);
    return new ProblemException(problems.subList(0, listed), problems.size() - listed);
  }

  /** What went and had never come. */
  static ProblemException neverCame(List<Ledger.Missing> missing) {
    return listed(missing.stream().map(ImportFaults::problem).toList());
  }

  private static Problem problem(Ledger.Missing missing) {
    String where = missing.account().isEmpty() ? "" : " in " + missing.account();
    return Problem.ofFile(
        Kind.DATA,
        missing.origin().toString(),
        ExactDecimal.plain(missing.quantity())
            + " "
            + missing.symbol()
            + where
            + " go and never came: the exports must hold the whole history of the account",
        "add the older ones, or --missing unknown for a lot without date and cost");
  }
}
