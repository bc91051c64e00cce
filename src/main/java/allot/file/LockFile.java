package allot.file;

import allot.problem.Kind;
import allot.problem.Problem;
import allot.problem.ProblemException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Set;

/**
 * A lock on a file among the runs of this program. It is held on {@code FILE.lock} beside it, which
 * is never deleted (else two could hold it), and the system releases it however the holder ends. On
 * network file systems it is not a promise.
 */
public final class LockFile implements AutoCloseable {
  private static final long POLL_MILLIS = 20;

  private final FileChannel channel;

  private LockFile(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Waits for the lock and takes it.
   *
   * @param file need not exist; a link stands for the file it leads to
   * @param patience how long to wait; zero tries once
   * @throws ProblemException of kind LOCKED if another holds it all the time, UNWRITABLE if there
   *     can be no lock
   */
  public static LockFile acquire(Path file, Duration patience) {
    try {
      return acquire(file, patience, open(file));
    } catch (IOException e) {
      throw problem(Kind.UNWRITABLE, file, "cannot be locked: " + Reason.of(e), "");
    }
  }

  private static FileChannel open(Path file) throws IOException {
    Path real = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
    Path lock = real.resolveSibling(real.getFileName() + ".lock");
    return FileChannel.open(
        lock,
        Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
        FileOperations.privateMode(lock));
  }

  private static LockFile acquire(Path file, Duration patience, FileChannel channel)
      throws IOException {
    boolean acquired = false;
    try {
      long start = System.nanoTime();
      acquired = tryLock(channel);
      while (!acquired && System.nanoTime() - start < patience.toNanos()) {
        Thread.sleep(POLL_MILLIS);
        acquired = tryLock(channel);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      if (!acquired) {
        channel.close();
      }
    }
    if (!acquired) {
      String remedy = "try again when it has ended";
      throw problem(Kind.LOCKED, file, "is in use by another run of allot", remedy);
    }
    return new LockFile(channel);
  }

  private static boolean tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      // held by this very process
      return false;
    }
  }

  /** Releases the lock. */
  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      // the system releases it at the latest when the process ends
      return;
    }
  }

  private static ProblemException problem(Kind kind, Path file, String message, String remedy) {
    return new ProblemException(Problem.ofFile(kind, file.toString(), message, remedy));
  }
}
