package allot.statement;

import allot.problem.Kind;
import allot.problem.Problem;
import allot.problem.ProblemException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Which statements tell of which account. */
final class Sources {
  private final Map<String, Told> byAccount = new TreeMap<>();

  private Sources() {}

  /** Who tells of an account: sources with their files. */
  private static final class Told {
    private final Set<String> spellings = new TreeSet<>();
    private final Map<String, Set<String>> files = new TreeMap<>();
    private int statements;
  }

  static Sources of(List<Statement> statements) {
    Sources sources = new Sources();
    statements.forEach(sources::add);
    return sources;
  }

  private void add(Statement statement) {
    Set<Told> told = new HashSet<>();
    for (String spelling : Timeline.accounts(statement.entries())) {
      Told account = byAccount.computeIfAbsent(Books.folded(spelling), key -> new Told());
      account.spellings.add(spelling);
      account
          .files
          .computeIfAbsent(statement.source(), key -> new TreeSet<>())
          .add(statement.file());
      told.add(account);
    }
    told.forEach(account -> account.statements++);
  }

  /**
   * Refuses an account that two sources tell of, for it would count twice.
   *
   * @throws ProblemException of kind DATA, with each such account
   */
  void requireOneEach() {
    List<Problem> problems = new ArrayList<>();
    for (Told told : byAccount.values()) {
      if (told.files.size() > 1) {
        List<String> by = new ArrayList<>();
        told.files.forEach(
            (source, files) -> by.add(source + " (" + String.join(", ", files) + ")"));
        problems.add(
            Problem.of(
                Kind.DATA,
                "the account "
                    + told.spellings.iterator().next()
                    + " is told by "
                    + String.join(" and by ", by)
                    + ": it would count twice",
                "leave one out, or import them one by one with --account"));
      }
    }
    if (!problems.isEmpty()) {
      throw new ProblemException(problems, 0);
    }
  }

  /** Whether several files tell of an account, so that they may overlap. */
  boolean overlap(String account) {
    Told told = byAccount.get(Books.folded(account));
    return told != null && told.statements > 1;
  }

  boolean anyOverlap() {
    return byAccount.values().stream().anyMatch(told -> told.statements > 1);
  }
}
