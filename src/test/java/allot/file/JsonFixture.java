package allot.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import allot.problem.Problem;
import allot.problem.ProblemException;
import allot.problem.Problems;
import allot.problem.Source;

/** Reads JSON in tests and shows its problems as a user sees them. */
final class JsonFixture {
  private JsonFixture() {}

  /** Reads a document that has no problem. */
  static JsonValue read(String json) {
    Source source = new Source("p.json", json);
    Problems problems = new Problems(source);
    JsonValue value = JsonReader.read(source, problems);
    problems.throwIfAny();
    return value;
  }

  static ProblemException refusal(String json) {
    ProblemException refusal = catchThrowableOfType(ProblemException.class, () -> read(json));
    assertThat(refusal).as(json.substring(0, Math.min(80, json.length()))).isNotNull();
    return refusal;
  }

  /** The first problem: what is said, the line, and the caret under it. */
  static String shown(String json) {
    return shown(refusal(json).problems().get(0));
  }

  private static String shown(Problem problem) {
    var excerpt = problem.excerpt().orElseThrow();
    String carets = " ".repeat(excerpt.indent()) + "^".repeat(excerpt.carets());
    return problem.line() + "\n" + excerpt.text() + "\n" + carets;
  }

  /** All that a user could see of the problems. */
  static String everything(ProblemException refusal) {
    StringBuilder all = new StringBuilder();
    for (Problem problem : refusal.problems()) {
      all.append(shown(problem)).append('\n');
    }
    return all.toString();
  }

  /** Whether there is nothing but what JSON takes for white space. */
  static boolean isSpace(String json) {
    return json.chars().allMatch(c -> c == ' ' || c == '\n' || c == '\r' || c == '\t');
  }
}
