package allot.file;

import allot.file.AtomicFile.Access;
import allot.problem.Kind;
import allot.problem.Problem;
import allot.problem.ProblemException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * A file that is read, changed and written back while no other run of the program can do the same.
 * The old content stays beside it in {@code FILE.bak}.
 */
public final class FileUpdate implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Path path;
  private final Optional<LockFile> lock;
  private final InputFile content;

  private FileUpdate(Path path, Optional<LockFile> lock, InputFile content) {
    this.path = path;
    this.lock = lock;
    this.content = content;
  }

  /**
   * Takes the file's lock and reads it.
   *
   * @throws ProblemException of kind UNREADABLE if there is no such file, LOCKED if another run
   *     holds it, USAGE for what is no regular file
   */
  public static FileUpdate open(String name) {
    Path path = regular(name);
    LockFile lock = LockFile.acquire(path, PATIENCE);
    try {
      return new FileUpdate(path, Optional.of(lock), read(name));
    } catch (RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  /**
   * Reads the file as {@link #open} does, but leaves nothing beside it: it cannot be written.
   *
   * @throws ProblemException of kind UNREADABLE if there is no such file, USAGE for what is no
   *     regular file
   */
  public static FileUpdate look(String name) {
    return new FileUpdate(regular(name), Optional.empty(), read(name));
  }

  private static InputFile read(String name) {
    return InputFile.read(name, InputStream.nullInputStream());
  }

  /** Before a lock is made: there is to be none beside a file that is not there. */
  private static Path regular(String name) {
    try {
      Path path = Path.of(name);
      if (Files.isRegularFile(path)) {
        return path;
      }
      if (Files.exists(path) && !Files.isDirectory(path)) {
        throw new ProblemException(
            Problem.usage(name + " is no regular file to write back to", "name a file"));
      }
    } catch (InvalidPathException e) {
      // reading it says so
    }
    read(name);
    throw new ProblemException(
        Problem.ofFile(Kind.UNREADABLE, name, "has just been made by another program", ""));
  }

  public InputFile content() {
    return content;
  }

  /** Where the old content stays. */
  public static Path backup(Path file) {
    return file.resolveSibling(file.getFileName() + ".bak");
  }

  /**
   * Keeps the old content, then writes the new; either file is old or new at any moment.
   *
   * @throws ProblemException of kind UNWRITABLE; the file itself is then as it was, but for a
   *     failure to make the new content durable
   */
  public void write(byte[] fresh) {
    write(fresh, new FileOperations.Real());
  }

  void write(byte[] fresh, FileOperations files) {
    if (lock.isEmpty()) {
      throw new IllegalStateException("the file was only looked at");
    }
    if (!Files.isWritable(path)) {
      throw new ProblemException(
          Problem.ofFile(Kind.UNWRITABLE, path.toString(), "may not be written", ""));
    }
    AtomicFile.writeLike(path, backup(path), content.bytes(), files);
    AtomicFile.write(path, fresh, Access.ORDINARY, files);
  }

  @Override
  public void close() {
    lock.ifPresent(LockFile::close);
  }
}
