package allot.file;

import allot.problem.Kind;
import allot.problem.Problem;
import allot.problem.ProblemException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Writes a file so that whoever reads it, even after a crash, finds the old content or the new one,
 * never a part of either.
 */
public final class AtomicFile {
  private static final String SUFFIX = ".tmp";
  private static final long HOUR_MILLIS = 3_600_000;

  /** Who may read a file that did not exist before. An existing one keeps its mode. */
  public enum Access {
    /** Whoever the umask lets. */
    ORDINARY,
    /** The owner alone: mode 0600. */
    PRIVATE
  }

  private final FileOperations files;
  private final Path file;

  private AtomicFile(FileOperations files, Path file) {
    this.files = files;
    this.file = file;
  }

  /**
   * Writes the content to the target: through a link to the file it leads to, and straight to what
   * is no regular file, such as a pipe or a device.
   *
   * @throws ProblemException of kind UNWRITABLE; the old content is then still there, but for a
   *     failure to make the new one durable, and no temporary file is left
   */
  public static void write(Path target, byte[] content, Access access) {
    write(target, content, access, new FileOperations.Real());
  }

  /**
   * Writes a file that must not exist yet.
   *
   * @throws ProblemException of kind UNWRITABLE; what exists is left as it is
   */
  public static void create(Path target, byte[] content) {
    FileOperations files = new FileOperations.Real();
    try (FileChannel channel = files.create(target, false)) {
      files.write(channel, ByteBuffer.wrap(content));
      files.force(channel);
    } catch (FileAlreadyExistsException e) {
      throw new ProblemException(
          Problem.ofFile(
              Kind.UNWRITABLE,
              target.toString(),
              "exists already and is left as it is",
              "name another file"));
    } catch (IOException e) {
      throw unwritable(target, "cannot be written: " + Reason.of(e));
    }
  }

  static void write(Path target, byte[] content, Access access, FileOperations files) {
    try {
      if (!exists(target)) {
        new AtomicFile(files, target.toAbsolutePath()).create(content, access);
      } else if (Files.isDirectory(target)) {
        throw unwritable(target, "is a directory");
      } else if (Files.isRegularFile(target)) {
        new AtomicFile(files, target.toRealPath()).replace(content);
      } else {
        writeThrough(target, content);
      }
    } catch (AccessDeniedException e) {
      throw unwritable(target, "may not be written");
    } catch (IOException e) {
      throw unwritable(target, "cannot be written: " + Reason.of(e));
    }
  }

  /** Writes a file, new or not, and gives it the mode of another. */
  static void writeLike(Path model, Path target, byte[] content, FileOperations files) {
    try {
      if (Files.isDirectory(target)) {
        throw unwritable(target, "is a directory");
      }
      Path file = exists(target) ? target.toRealPath() : target.toAbsolutePath();
      new AtomicFile(files, file).writeLike(model, content);
    } catch (AccessDeniedException e) {
      throw unwritable(target, "may not be written");
    } catch (IOException e) {
      throw unwritable(target, "cannot be written: " + Reason.of(e));
    }
  }

  private static boolean exists(Path target) {
    if (Files.exists(target)) {
      return true;
    }
    if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
      throw unwritable(target, "is a link to a file that does not exist");
    }
    return false;
  }

  private static void writeThrough(Path target, byte[] content) throws IOException {
    try (OutputStream out = Files.newOutputStream(target, StandardOpenOption.WRITE)) {
      out.write(content);
    }
  }

  private void create(byte[] content, Access access) throws IOException {
    write(content, access == Access.PRIVATE, temporary -> {});
  }

  private void replace(byte[] content) throws IOException {
    // a rename asks nothing of the file it replaces, but whoever took the right away meant it
    if (!Files.isWritable(file)) {
      throw new AccessDeniedException(file.toString());
    }
    writeLike(file, content);
  }

  private void writeLike(Path model, byte[] content) throws IOException {
    if (FileOperations.knowsModes(file)) {
      var mode = Files.getPosixFilePermissions(model);
      write(content, true, temporary -> files.setMode(temporary, mode));
    } else {
      write(content, true, temporary -> {});
    }
  }

  /** What is still to be done to the temporary file before it takes the place of the target. */
  private interface Finish {
    void apply(Path temporary) throws IOException;
  }

  private void write(byte[] content, boolean isPrivate, Finish finish) throws IOException {
    Path temporary = file.resolveSibling(prefix() + randomPart() + SUFFIX);
    boolean moved = false;
    try (FileChannel channel = files.create(temporary, isPrivate)) {
      sweep(temporary);
      files.write(channel, ByteBuffer.wrap(content));
      finish.apply(temporary);
      files.force(channel);
      files.move(temporary, file);
      moved = true;
    } finally {
      if (!moved) {
        files.delete(temporary);
      }
    }
    if (FileOperations.knowsModes(file)) {
      files.forceDirectory(directory());
    }
  }

  /** Where the file is: its path is absolute, so there is one. */
  private Path directory() {
    return Objects.requireNonNull(file.getParent());
  }

  private String prefix() {
    return "." + file.getFileName() + ".";
  }

  private static String randomPart() {
    return Long.toHexString(ThreadLocalRandom.current().nextLong());
  }

  /**
   * Deletes what killed runs have left for this target. The age is against the file just made: the
   * clock that counts is the file system's.
   */
  private void sweep(Path fresh) {
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory(), this::isTemporary)) {
      long now = Files.getLastModifiedTime(fresh).toMillis();
      for (Path entry : entries) {
        if (now - Files.getLastModifiedTime(entry).toMillis() > HOUR_MILLIS) {
          Files.deleteIfExists(entry);
        }
      }
    } catch (IOException | DirectoryIteratorException e) {
      // litter is no reason not to write
      return;
    }
  }

  private boolean isTemporary(Path entry) {
    String name = entry.getFileName().toString();
    String prefix = prefix();
    int end = name.length() - SUFFIX.length();
    return end > prefix.length()
        && name.startsWith(prefix)
        && name.endsWith(SUFFIX)
        && name.indexOf('.', prefix.length()) == end;
  }

  private static ProblemException unwritable(Path target, String message) {
    return new ProblemException(Problem.ofFile(Kind.UNWRITABLE, target.toString(), message, ""));
  }
}
