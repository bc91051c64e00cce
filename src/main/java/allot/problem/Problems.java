package allot.problem;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Collects what is wrong with one source, so that one pass can tell all of it. */
public final class Problems {
  /** So many are listed; the rest is counted. */
  public static final int LISTED = 20;

  private static final Comparator<Place> IN_ORDER =
      Comparator.comparingInt(Place::line).thenComparingInt(Place::column);

  private final Source source;
  private final List<Problem> listed = new ArrayList<>();
  private int found;

  public Problems(Source source) {
    this.source = source;
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
    if (listed.size() < LISTED) {
      listed.add(
          new Problem(
              Kind.DATA,
              Optional.of(source.place(span.start(), path)),
              message,
              remedy.isEmpty() ? Optional.empty() : Optional.of(remedy),
              Optional.of(source.excerpt(span, reveal))));
    }
  }

  public boolean isEmpty() {
    return found == 0;
  }

  /** Throws what has been collected, if anything has, in the order of the source. */
  public void throwIfAny() {
    if (found > 0) {
      listed.sort(Comparator.comparing(problem -> problem.place().orElseThrow(), IN_ORDER));
      throw new ProblemException(listed, found - listed.size());
    }
  }
}
