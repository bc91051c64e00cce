package allot.problem;

import java.util.Optional;

/**
 * One thing that is wrong, said in one line.
 *
 * @param kind what a caller can do about it
 * @param place where it stands, if it stands in a file
 * @param message what is wrong, without the place
 * @param remedy what to do about it, if that is known
 * @param excerpt the line it stands on, if there is one
 */
public record Problem(
    Kind kind,
    Optional<Place> place,
    String message,
    Optional<String> remedy,
    Optional<Excerpt> excerpt) {

  /** A problem of options and arguments. */
  public static Problem usage(String message, String remedy) {
    return of(Kind.USAGE, message, remedy);
  }

  /** A problem that stands in no file. An empty remedy means that there is none to give. */
  public static Problem of(Kind kind, String message, String remedy) {
    return new Problem(
        kind,
        Optional.empty(),
        message,
        remedy.isEmpty() ? Optional.empty() : Optional.of(remedy),
        Optional.empty());
  }

  /** A problem of a file as a whole. */
  public static Problem ofFile(Kind kind, String file, String message, String remedy) {
    return new Problem(
        kind,
        Optional.of(Place.ofFile(file)),
        message,
        remedy.isEmpty() ? Optional.empty() : Optional.of(remedy),
        Optional.empty());
  }

  /** {@code file:line:column: path: message; remedy}, made safe for a terminal. */
  public String line() {
    StringBuilder line = new StringBuilder();
    place.ifPresent(
        at -> {
          line.append(at.position()).append(": ");
          if (!at.path().isEmpty()) {
            line.append(at.path()).append(": ");
          }
        });
    line.append(message);
    remedy.ifPresent(what -> line.append("; ").append(what));
    return Visible.escape(line.toString());
  }
}
