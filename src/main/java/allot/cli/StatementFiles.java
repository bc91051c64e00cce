package allot.cli;

import allot.problem.Kind;
import allot.problem.Problem;
import allot.problem.ProblemException;
import allot.render.Envelope;
import allot.statement.ReadingTerms;
import allot.statement.Statement;
import allot.statement.StatementReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;

/** Opens statements, which may be larger than any other file that is read. */
final class StatementFiles {
  private static final int BUFFER = 1 << 16;

  private StatementFiles() {}

  /**
   * Reads all of them, in the order named.
   *
   * @param terms by the file's name
   * @throws ProblemException with the problems of all that cannot be read
   */
  static List<Statement> read(
      List<String> files,
      StatementReader reader,
      Function<String, ReadingTerms> terms,
      Session session) {
    List<Statement> statements = new ArrayList<>();
    List<ProblemException> failures = new ArrayList<>();
    for (String file : files) {
      Answer.refuseEmpty(file);
      session.read(file);
      try {
        statements.add(read(file, reader, terms.apply(file), session));
      } catch (ProblemException e) {
        failures.add(e);
      }
    }
    if (!failures.isEmpty()) {
      List<Problem> problems = new ArrayList<>();
      failures.forEach(failure -> problems.addAll(failure.problems()));
      throw new ProblemException(problems, 0);
    }
    return statements;
  }

  private static Statement read(
      String file, StatementReader reader, ReadingTerms terms, Session session) {
    if (file.equals("-")) {
      return reader.read(session.takeInput(), terms);
    }
    try {
      Path path = Path.of(file);
      if (Files.isDirectory(path)) {
        throw unreadable(file, "is a directory", "");
      }
      try (InputStream in = Files.newInputStream(path)) {
        return reader.read(in, terms);
      }
    } catch (InvalidPathException e) {
      throw unreadable(file, "is no name of a file here", "set LC_ALL=C.UTF-8");
    } catch (NoSuchFileException e) {
      throw unreadable(file, "does not exist", "");
    } catch (AccessDeniedException e) {
      throw unreadable(file, "may not be read", "");
    } catch (IOException e) {
      throw unreadable(file, "cannot be read", "");
    }
  }

  private static ProblemException unreadable(String file, String message, String remedy) {
    return new ProblemException(Problem.ofFile(Kind.UNREADABLE, file, message, remedy));
  }

  /** The files with their hashes; standard input, which is read once, has none. */
  static List<Envelope.Input> hashed(List<String> files) {
    List<Envelope.Input> inputs = new ArrayList<>();
    for (String file : files) {
      if (!file.equals("-")) {
        inputs.add(new Envelope.Input(file, sha256(file)));
      }
    }
    return inputs;
  }

  private static String sha256(String file) {
    try (InputStream in = Files.newInputStream(Path.of(file))) {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] buffer = new byte[BUFFER];
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        digest.update(buffer, 0, read);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (IOException e) {
      throw unreadable(file, "cannot be read", "");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
