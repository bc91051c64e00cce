package allot.problem;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Collects what is wrong with one source, so that one pass can tell all of it, in the order of the
 * source whatever the order it was found in.
 */
public final class Problems {
  /** So many are listed, the first of the source; the rest is counted. */
  public static final int LISTED = 20;

  private final Source source;
  private final List<Found> listed = new ArrayList<>();
  private int found;

  public Problems(Source source) {
    this.source = source;
  }

  /** What was given to {@link #add}; its line is looked up only if it is told. */
  private record Found(Span span, String path, String message, String remedy, boolean reveal) {
    Problem in(Source source) {
      return new Problem(
          Kind.DATA,
          Optional.of(source.place(span.start(), path)),
          message,
          remedy.isEmpty() ? Optional.empty() : Optional.of(remedy),
          Optional.of(source.excerpt(span, reveal)));
    }
  }

  public Source source() {
    return source;
  }

  /**
   * Adds a problem of the text between two offsets.
   *
   * @param remedy what to do about it; empty for none
   * @param reveal whether the text between the offsets may be quoted; all other values never are
   */
  public void add(Span span, String path, String message, String remedy, boolean reveal) {
    found++;
    int at = listed.size();
    while (at > 0 && listed.get(at - 1).span().start() > span.start()) {
      at--;
    }
    if (at < LISTED) {
      listed.add(at, new Found(span, path, message, remedy, reveal));
    }
    if (listed.size() > LISTED) {
      listed.remove(LISTED);
    }
  }

  public boolean isEmpty() {
    return found == 0;
  }

  /** Throws what has been collected, if anything has. */
  public void throwIfAny() {
    if (found > 0) {
      List<Problem> problems = new ArrayList<>(listed.size());
      for (Found problem : listed) {
        problems.add(problem.in(source));
      }
      throw new ProblemException(problems, found - problems.size());
    }
  }
}
