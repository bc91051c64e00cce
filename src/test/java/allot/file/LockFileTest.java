package allot.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import allot.problem.Kind;
import allot.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LockFileTest {
  @TempDir Path directory;

  @Test
  void a_lock_excludes_others_until_it_is_released() {
    Path file = directory.resolve("p.json");
    LockFile held = LockFile.acquire(file, Duration.ZERO);
    ProblemException refusal =
        catchThrowableOfType(
            ProblemException.class, () -> LockFile.acquire(file, Duration.ofMillis(50)));
    assertThat(refusal.kind()).isEqualTo(Kind.LOCKED);
    assertThat(refusal)
        .hasMessage(file + ": is in use by another run of allot; try again when it has ended");
    held.close();
    LockFile.acquire(file, Duration.ZERO).close();
  }

  @Test
  void patience_outlasts_a_short_holder() throws InterruptedException {
    Path file = directory.resolve("p.json");
    LockFile held = LockFile.acquire(file, Duration.ZERO);
    Thread holder =
        new Thread(
            () -> {
              try {
                Thread.sleep(100);
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
              held.close();
            });
    holder.start();
    LockFile.acquire(file, Duration.ofSeconds(10)).close();
    holder.join();
  }

  @Test
  void the_lock_is_private_and_stays() throws IOException {
    LockFile.acquire(directory.resolve("p.json"), Duration.ZERO).close();
    Path lock = directory.resolve("p.json.lock");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(lock)))
        .isEqualTo("rw-------");
  }

  @Test
  void a_link_and_its_file_share_one_lock() throws IOException {
    Path file = Files.createFile(directory.resolve("p.json"));
    Path link = Files.createSymbolicLink(directory.resolve("link"), file);
    try (LockFile held = LockFile.acquire(link, Duration.ZERO)) {
      assertThat(held).isNotNull();
      assertThat(
              catchThrowableOfType(
                  ProblemException.class, () -> LockFile.acquire(file, Duration.ZERO)))
          .isNotNull();
    }
  }

  @Test
  void without_a_directory_there_is_no_lock() {
    ProblemException refusal =
        catchThrowableOfType(
            ProblemException.class,
            () -> LockFile.acquire(directory.resolve("none/p.json"), Duration.ZERO));
    assertThat(refusal.kind()).isEqualTo(Kind.UNWRITABLE);
  }
}
