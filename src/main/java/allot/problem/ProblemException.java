package allot.problem;

import java.util.List;

/**
 * The one exception that carries problems to the user. It has no stack trace: what is wrong is not
 * in the program.
 */
public final class ProblemException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<Problem> problems;
  private final int unlisted;

  /** A single problem. */
  public ProblemException(Problem problem) {
    this(List.of(problem), 0);
  }

  /**
   * @param problems at least one, in the order of their places
   * @param unlisted how many more were found and are not listed
   */
  public ProblemException(List<Problem> problems, int unlisted) {
    super(problems.get(0).line(), null, false, false);
    this.problems = List.copyOf(problems);
    this.unlisted = unlisted;
  }

  public List<Problem> problems() {
    return problems;
  }

  public int unlisted() {
    return unlisted;
  }

  /** The kind of the first problem: all problems of one exception share it. */
  public Kind kind() {
    return problems.get(0).kind();
  }
}
