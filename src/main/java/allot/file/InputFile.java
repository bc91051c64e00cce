package allot.file;

import allot.problem.Kind;
import allot.problem.Problem;
import allot.problem.ProblemException;
import allot.problem.Problems;
import allot.problem.Source;
import allot.problem.Span;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A file that has been read as a whole; at most 16 MiB. */
public final class InputFile {
  /** The name of standard input. */
  public static final String STDIN = "-";

  /** So many bytes are read. */
  public static final int MAX_BYTES = 16 << 20;

  private static final String SET_LOCALE = "set LC_ALL=C.UTF-8";
  private static final char REPLACEMENT = '\uFFFD';

  private final String name;
  private final byte[] bytes;

  private InputFile(String name, byte[] bytes) {
    this.name = name;
    this.bytes = bytes;
  }

  /** Content that is already here, under the name that messages shall give it. */
  public static InputFile of(String name, byte[] bytes) {
    return new InputFile(name, bytes.clone());
  }

  /**
   * Reads a file, a pipe or a device.
   *
   * @param name a path, or {@value #STDIN} for {@code stdin}
   * @throws ProblemException of kind UNREADABLE, or DATA if there is too much to read
   */
  public static InputFile read(String name, InputStream stdin) {
    try {
      return new InputFile(name, name.equals(STDIN) ? atMost(name, stdin) : content(name));
    } catch (InvalidPathException e) {
      throw unreadable(name, "is no name of a file here", localeRemedy(name));
    } catch (IOException e) {
      throw unreadable(name, e);
    }
  }

  /** Makes something of a file that is open. */
  public interface Reading<T> {
    T of(InputStream in) throws IOException;
  }

  /**
   * Reads a file of any size, piece by piece.
   *
   * @param name a path, or {@value #STDIN} for {@code stdin}, which is not closed
   * @throws ProblemException of kind UNREADABLE
   */
  public static <T> T read(String name, InputStream stdin, Reading<T> reading) {
    try {
      if (name.equals(STDIN)) {
        return reading.of(stdin);
      }
      Path path = Path.of(name);
      if (Files.isDirectory(path)) {
        throw unreadable(name, "is a directory", "");
      }
      try (InputStream in = new Unhurried(Files.newInputStream(path))) {
        return reading.of(in);
      }
    } catch (InvalidPathException e) {
      throw unreadable(name, "is no name of a file here", localeRemedy(name));
    } catch (IOException e) {
      throw unreadable(name, e);
    }
  }

  /**
   * Does not ask how much is there already: a file's stream would seek for that, as no pipe can.
   */
  private static final class Unhurried extends FilterInputStream {
    Unhurried(InputStream file) {
      super(file);
    }

    @Override
    public int available() {
      return 0;
    }
  }

  private static ProblemException unreadable(String name, IOException e) {
    if (e instanceof NoSuchFileException) {
      return unreadable(name, "does not exist", name.indexOf(REPLACEMENT) < 0 ? "" : SET_LOCALE);
    }
    if (e instanceof AccessDeniedException) {
      return unreadable(name, "may not be read", "");
    }
    // a file on the way where a directory should be: newer JDKs call it missing themselves
    boolean missing = Reason.of(e).equals("Not a directory");
    return unreadable(name, missing ? "does not exist" : "cannot be read: " + Reason.of(e), "");
  }

  private static byte[] content(String name) throws IOException {
    Path path = Path.of(name);
    BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
    if (attributes.isDirectory()) {
      throw unreadable(name, "is a directory", "");
    }
    if (attributes.size() > MAX_BYTES) {
      throw tooLarge(name);
    }
    try (InputStream in = Files.newInputStream(path)) {
      return atMost(name, in);
    }
  }

  /** Pipes and devices report size 0, and files grow: only reading tells. */
  private static byte[] atMost(String name, InputStream in) throws IOException {
    byte[] bytes = in.readNBytes(MAX_BYTES + 1);
    if (bytes.length > MAX_BYTES) {
      throw tooLarge(name);
    }
    return bytes;
  }

  /** The file as the user named it. */
  public String name() {
    return name;
  }

  /** How many bytes it has. */
  public int size() {
    return bytes.length;
  }

  /** A copy of the bytes. */
  public byte[] bytes() {
    return bytes.clone();
  }

  /** The SHA-256 of the bytes, in lower-case hexadecimal. */
  public String sha256() {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /**
   * The text, decoded as UTF-8; a byte order mark is left out.
   *
   * @throws ProblemException of kind DATA if the bytes are something else, with the place of the
   *     first that is wrong
   */
  public Source source() {
    String wide = wideEncoding(bytes);
    if (!wide.isEmpty()) {
      throw new ProblemException(Problem.ofFile(Kind.DATA, name, "is " + wide, "save it as UTF-8"));
    }
    int start = isMarked(bytes) ? 3 : 0;
    String text = new String(bytes, start, bytes.length - start, StandardCharsets.UTF_8);
    Source source = new Source(name, text);
    // every malformed byte has become this character, so without it there is none
    if (text.indexOf(REPLACEMENT) >= 0) {
      refuseMalformed(source, start);
    }
    return source;
  }

  private void refuseMalformed(Source source, int start) {
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer in = ByteBuffer.wrap(bytes, start, bytes.length - start);
    CharBuffer out = CharBuffer.allocate(bytes.length);
    if (decoder.decode(in, out, true).isError()) {
      int at = out.position();
      String octet = HexFormat.of().withUpperCase().toHexDigits(bytes[in.position()]);
      Problems problems = new Problems(source);
      String message = "has the byte 0x" + octet + ", which is not UTF-8 here";
      problems.add(new Span(at, at + 1), "", message, "save the file as UTF-8", false);
      problems.throwIfAny();
    }
  }

  /**
   * The name of an encoding in units of two or four bytes, empty if it is none. A text of JSON or
   * CSV begins with an ASCII character, so the zero bytes around the first one tell.
   *
   * @param bytes the first of a file, four at least where it has as many
   */
  public static String wideEncoding(byte[] bytes) {
    if (startsWith(bytes, 0xFF, 0xFE, 0, 0) || startsWith(bytes, 0, 0, 0xFE, 0xFF)) {
      return "UTF-32";
    }
    if (startsWith(bytes, 0xFE, 0xFF) || startsWith(bytes, 0xFF, 0xFE)) {
      return "UTF-16";
    }
    if (bytes.length >= 4 && bytes[1] == 0 && bytes[2] == 0 && bytes[0] == 0 != (bytes[3] == 0)) {
      return "UTF-32";
    }
    return bytes.length >= 2 && bytes[0] == 0 != (bytes[1] == 0) ? "UTF-16" : "";
  }

  /** Whether a byte order mark of UTF-8, of three bytes, comes first. */
  public static boolean isMarked(byte[] bytes) {
    return startsWith(bytes, 0xEF, 0xBB, 0xBF);
  }

  /** Whether a file's first octets are these, each from 0 to 255. */
  public static boolean startsWith(byte[] bytes, int... octets) {
    if (bytes.length < octets.length) {
      return false;
    }
    for (int i = 0; i < octets.length; i++) {
      if ((bytes[i] & 0xFF) != octets[i]) {
        return false;
      }
    }
    return true;
  }

  private static String localeRemedy(String name) {
    return name.indexOf('\0') >= 0 ? "" : SET_LOCALE;
  }

  private static ProblemException unreadable(String name, String message, String remedy) {
    return new ProblemException(Problem.ofFile(Kind.UNREADABLE, name, message, remedy));
  }

  private static ProblemException tooLarge(String name) {
    return new ProblemException(Problem.ofFile(Kind.DATA, name, "is larger than 16 MiB", ""));
  }
}
