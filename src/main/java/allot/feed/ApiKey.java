package allot.feed;

import allot.file.InputFile;
import allot.problem.Kind;
import allot.problem.Problem;
import allot.problem.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Set;

/** A key of CoinGecko. No message, address, log or exception ever shows its value. */
public final class ApiKey {
  private static final int MOST_CHARACTERS = 256;
  private static final Set<PosixFilePermission> OWN =
      EnumSet.of(
          PosixFilePermission.OWNER_READ,
          PosixFilePermission.OWNER_WRITE,
          PosixFilePermission.OWNER_EXECUTE);

  private final Plan plan;
  private final String value;

  private ApiKey(Plan plan, String value) {
    this.plan = plan;
    this.value = value;
  }

  /** What a key is good for: each has a host and a header of its own. */
  public enum Plan {
    DEMO("x-cg-demo-api-key"),
    PRO("x-cg-pro-api-key");

    private final String header;

    Plan(String header) {
      this.header = header;
    }

    String header() {
      return header;
    }
  }

  /**
   * A key out of the environment.
   *
   * @param whence the variable it comes from, for the message
   * @throws ProblemException of kind USAGE if it cannot be a key
   */
  public static ApiKey of(Plan plan, String value, String whence) {
    String key = value.strip();
    String fault = fault(key);
    if (!fault.isEmpty()) {
      throw new ProblemException(Problem.usage(whence + " " + fault, "set it to the key alone"));
    }
    return new ApiKey(plan, key);
  }

  /**
   * The key in the first line of a file that nobody but its owner may read.
   *
   * @throws ProblemException of kind UNREADABLE if it cannot be opened, DATA if others may read it
   *     or it holds no key
   */
  public static ApiKey read(String file, Plan plan) {
    refuseOpenMode(file);
    InputFile input = InputFile.read(file, InputStream.nullInputStream());
    // every byte becomes a character, and those that no key has are refused below
    String text = new String(input.bytes(), StandardCharsets.ISO_8859_1);
    String key = text.lines().findFirst().orElse("").strip();
    String fault = fault(key);
    if (!fault.isEmpty()) {
      throw refused(file, fault, "write the key, and nothing else, into its first line");
    }
    return new ApiKey(plan, key);
  }

  private static void refuseOpenMode(String file) {
    Set<PosixFilePermission> mode;
    try {
      if (Files.isDirectory(Path.of(file))) {
        // reading says so
        return;
      }
      mode = Files.getPosixFilePermissions(Path.of(file));
    } catch (IOException | InvalidPathException | UnsupportedOperationException e) {
      // where modes are unknown there is nothing to see; what cannot be opened, reading tells
      return;
    }
    if (!OWN.containsAll(mode)) {
      throw refused(file, "may be read or changed by others", "chmod 600 " + file);
    }
  }

  private static String fault(String key) {
    if (key.isEmpty()) {
      return "holds no key";
    }
    if (key.length() > MOST_CHARACTERS) {
      return "is too long for a key";
    }
    boolean printable = key.chars().allMatch(c -> c > ' ' && c < 0x7F);
    return printable ? "" : "holds characters that no key has";
  }

  private static ProblemException refused(String file, String message, String remedy) {
    return new ProblemException(Problem.ofFile(Kind.DATA, file, message, remedy));
  }

  public Plan plan() {
    return plan;
  }

  String value() {
    return value;
  }

  /** The text without the key, for servers may repeat it. */
  String hiddenIn(String text) {
    return text.replace(value, "[key]");
  }

  /** The plan; the value is nobody's business. */
  @Override
  public String toString() {
    return plan + " key";
  }
}
