package allot.cli;

import allot.file.AtomicFile;
import allot.problem.Kind;
import allot.problem.Problem;
import allot.problem.ProblemException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** Writes the answer of a command to standard output or, whole or not at all, to a file. */
final class Answer {
  private Answer() {}

  static void write(Session session, Optional<String> file, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    if (file.isPresent() && !file.get().equals("-")) {
      AtomicFile.write(writable(file.get(), session), bytes, AtomicFile.Access.ORDINARY);
      return;
    }
    if (bytes.length == 0) {
      return;
    }
    try {
      session.out().write(bytes);
      session.out().flush();
    } catch (IOException e) {
      if (!isClosedPipe(e)) {
        throw new ProblemException(
            Problem.of(
                Kind.UNWRITABLE,
                "standard output could not be written: " + e.getMessage(),
                "check that the disk is not full"));
      }
    }
  }

  /** Where to write, which is none of the files that were read. */
  static Path writable(String file, Session session) {
    Path path = path(file);
    if (session.hasRead(path)) {
      throw new ProblemException(
          Problem.usage("-o " + file + " would replace a file that was read", "name another file"));
    }
    return path;
  }

  /** A reader that has seen enough, as `head` has. */
  private static boolean isClosedPipe(IOException e) {
    String message = String.valueOf(e.getMessage());
    return message.contains("Broken pipe") || message.contains("Pipe closed");
  }

  /** An empty name, as of an unset variable, would be the working directory. */
  static void refuseEmpty(String file) {
    if (file.isEmpty()) {
      throw new ProblemException(Problem.usage("the name of a file is empty", "name one"));
    }
  }

  static Path path(String file) {
    refuseEmpty(file);
    try {
      return Path.of(file);
    } catch (InvalidPathException e) {
      throw new ProblemException(
          Problem.ofFile(Kind.UNWRITABLE, file, "is no path in this locale", "set LC_ALL=C.UTF-8"));
    }
  }
}
