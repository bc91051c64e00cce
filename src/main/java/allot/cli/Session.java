package allot.cli;

import allot.problem.Excerpt;
import allot.problem.Problem;
import allot.problem.ProblemException;
import allot.problem.Visible;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What one run of the program talks to. */
final class Session {
  private final InputStream in;
  private final OutputStream out;
  private final OutputStream err;
  private final Map<String, String> env;
  private final Terminal terminal;
  private final Instant now;
  private final List<String> filesRead = new ArrayList<>();
  private boolean inputTaken;
  private boolean debug;
  private boolean inProgress;

  Session(
      InputStream in,
      OutputStream out,
      OutputStream err,
      Map<String, String> env,
      Clock clock,
      Terminal terminal) {
    this.in = in;
    this.out = out;
    this.err = err;
    this.env = env;
    this.terminal = terminal;
    this.now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
  }

  /** The clock, read once a run. */
  Instant now() {
    return now;
  }

  /** From now on says what is for those who look for a defect. */
  void debug() {
    debug = true;
  }

  boolean isDebug() {
    return debug;
  }

  Map<String, String> env() {
    return env;
  }

  Terminal terminal() {
    return terminal;
  }

  OutputStream out() {
    return out;
  }

  /** Notes a file that the answer must not replace. */
  void read(String file) {
    filesRead.add(file);
  }

  /** Whether a path leads to a file that was read. */
  boolean hasRead(Path path) {
    for (String file : filesRead) {
      if (!file.equals("-") && isSame(path, file)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isSame(Path path, String file) {
    try {
      return Files.isSameFile(path, Path.of(file));
    } catch (IOException | InvalidPathException e) {
      // one of them does not exist
      return false;
    }
  }

  /** Standard input, which one file alone can come from. */
  InputStream takeInput() {
    if (inputTaken) {
      throw new ProblemException(
          Problem.usage("standard input is named twice", "read one of the files from disk"));
    }
    inputTaken = true;
    return in;
  }

  /** Says something about the answer; that it cannot be said changes nothing. */
  void say(String line) {
    try {
      endProgress();
      err.write((Visible.escape(line) + "\n").getBytes(StandardCharsets.UTF_8));
      err.flush();
    } catch (IOException e) {
      // nobody listens
    }
  }

  /**
   * Shows how far a long run is, in a line that the next one, or anything else that is said,
   * replaces.
   *
   * @param line an empty one ends it
   */
  void progress(String line) {
    try {
      endProgress();
      err.write(Visible.escape(line).getBytes(StandardCharsets.UTF_8));
      err.flush();
      inProgress = !line.isEmpty();
    } catch (IOException e) {
      // nobody listens
    }
  }

  private void endProgress() throws IOException {
    if (inProgress) {
      err.write("\r\u001b[K".getBytes(StandardCharsets.UTF_8));
      inProgress = false;
    }
  }

  /** Says what went wrong, with excerpts. */
  void tell(ProblemException failure) {
    for (Problem problem : failure.problems()) {
      say("error: " + problem.line());
      if (problem.excerpt().isPresent()) {
        tell(problem.excerpt().get());
      }
    }
    if (failure.unlisted() > 0) {
      say("and " + failure.unlisted() + " more problems that are not listed");
    }
  }

  private void tell(Excerpt excerpt) {
    String number = String.valueOf(excerpt.line());
    say("  " + number + " | " + excerpt.text());
    String margin = " ".repeat(number.length());
    say("  " + margin + " | " + " ".repeat(excerpt.indent()) + "^".repeat(excerpt.carets()));
  }
}
