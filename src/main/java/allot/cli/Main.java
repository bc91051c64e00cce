package allot.cli;

import java.io.BufferedInputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.util.Map;

/** Where the program begins. */
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    Rehearsal.start(args);
    leaveOutOfPicocli();
    // the streams of System hide write errors; these report them
    Session session =
        new Session(
            // buffered, for a bare file stream asks a pipe for its position
            new BufferedInputStream(new FileInputStream(FileDescriptor.in)),
            new FileOutputStream(FileDescriptor.out),
            new FileOutputStream(FileDescriptor.err),
            System.getenv(),
            Clock.systemUTC(),
            Terminal.ofLauncher());
    System.exit(new CommandLineRun(session).run(args));
  }

  /**
   * What no option of ours uses and every start would pay for: closures, and types of java.time.
   */
  private static void leaveOutOfPicocli() {
    System.setProperty("picocli.disable.closures", "true");
    System.setProperty("picocli.converters.excludes", ".*");
  }

  /**
   * Runs the program in process: the seam of every command test. Output is not a terminal.
   *
   * @return the exit code
   */
  public static int run(
      String[] args,
      InputStream in,
      OutputStream out,
      OutputStream err,
      Map<String, String> env,
      Clock clock) {
    return new CommandLineRun(new Session(in, out, err, env, clock, Terminal.NONE)).run(args);
  }
}
