package allot.cli;

import allot.file.InputFile;
import allot.problem.Problem;
import allot.problem.ProblemException;
import allot.render.Envelope;
import allot.statement.ReadingTerms;
import allot.statement.Statement;
import allot.statement.StatementReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Opens statements, which may be larger than any other file that is read. */
final class StatementFiles {
  private StatementFiles() {}

  /**
   * Reads all of them, in the order named.
   *
   * @param terms by the file's name
   * @param inputs takes in the files with their hashes, if they are wanted
   * @throws ProblemException with the problems of all that cannot be read
   */
  static List<Statement> read(
      List<String> files,
      StatementReader reader,
      Function<String, ReadingTerms> terms,
      Session session,
      Optional<List<Envelope.Input>> inputs) {
    List<Statement> statements = new ArrayList<>();
    List<ProblemException> failures = new ArrayList<>();
    for (String file : files) {
      Answer.refuseEmpty(file);
      session.read(file);
      try {
        statements.add(read(file, reader, terms.apply(file), session, inputs));
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
      String file,
      StatementReader reader,
      ReadingTerms terms,
      Session session,
      Optional<List<Envelope.Input>> inputs) {
    boolean standard = file.equals(InputFile.STDIN);
    InputStream stdin = standard ? session.takeInput() : InputStream.nullInputStream();
    return InputFile.read(
        file,
        stdin,
        in -> {
          if (inputs.isEmpty()) {
            return reader.read(in, terms);
          }
          Hashed hashed = new Hashed(in);
          Statement statement = reader.read(hashed, terms);
          inputs.get().add(new Envelope.Input(file, hashed.toTheEnd()));
          return statement;
        });
  }

  /** Hashes what is read of a file on the way; a pipe cannot be read again for that. */
  private static final class Hashed extends DigestInputStream {
    Hashed(InputStream file) {
      super(file, sha256());
    }

    private static MessageDigest sha256() {
      try {
        return MessageDigest.getInstance("SHA-256");
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException("every Java has SHA-256", e);
      }
    }

    /** The hash of all, whatever of it nobody read. */
    String toTheEnd() throws IOException {
      transferTo(OutputStream.nullOutputStream());
      return HexFormat.of().formatHex(getMessageDigest().digest());
    }

    /** Its reader is done, and who opened the file closes it. */
    @Override
    public void close() {}
  }
}
