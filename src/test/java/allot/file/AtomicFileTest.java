package allot.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import allot.file.AtomicFile.Access;
import allot.problem.Kind;
import allot.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {
  private static final byte[] NEW = "new content".getBytes(UTF_8);

  @TempDir Path directory;

  private static String mode(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  private List<String> names() throws IOException {
    try (var entries = Files.list(directory)) {
      return entries.map(entry -> entry.getFileName().toString()).sorted().toList();
    }
  }

  private static ProblemException refusal(Path target) {
    return catchThrowableOfType(
        ProblemException.class, () -> AtomicFile.write(target, NEW, Access.ORDINARY));
  }

  @Test
  void a_new_file_is_written_whole() throws IOException {
    AtomicFile.write(directory.resolve("f"), NEW, Access.ORDINARY);
    assertThat(directory.resolve("f")).hasBinaryContent(NEW);
    assertThat(names()).containsExactly("f");
  }

  @Test
  void a_private_file_is_the_owners_alone() throws IOException {
    AtomicFile.write(directory.resolve("f"), NEW, Access.PRIVATE);
    assertThat(mode(directory.resolve("f"))).isEqualTo("rw-------");
  }

  @Test
  void an_ordinary_file_has_the_mode_that_the_umask_gives() throws IOException {
    Path plain = Files.createFile(directory.resolve("plain"));
    AtomicFile.write(directory.resolve("f"), NEW, Access.ORDINARY);
    assertThat(mode(directory.resolve("f"))).isEqualTo(mode(plain));
  }

  @Test
  void an_existing_file_keeps_its_mode() throws IOException {
    Path file = Files.createFile(directory.resolve("f"));
    for (String mode : List.of("rw-rw----", "rwxr-xr-x", "rw-------")) {
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
      AtomicFile.write(file, NEW, Access.ORDINARY);
      assertThat(mode(file)).isEqualTo(mode);
    }
  }

  @Test
  void a_link_stays_and_its_file_is_replaced() throws IOException {
    Path file = Files.writeString(directory.resolve("f"), "old");
    Path link = Files.createSymbolicLink(directory.resolve("link"), file.getFileName());
    AtomicFile.write(link, NEW, Access.ORDINARY);
    assertThat(link).isSymbolicLink();
    assertThat(file).hasBinaryContent(NEW);
  }

  @Test
  void a_dangling_link_is_refused() throws IOException {
    Path link = Files.createSymbolicLink(directory.resolve("link"), Path.of("none"));
    assertThat(refusal(link)).hasMessage(link + ": is a link to a file that does not exist");
    assertThat(names()).containsExactly("link");
  }

  @Test
  void what_cannot_be_written_is_refused_with_its_reason() throws IOException {
    assertThat(refusal(directory).kind()).isEqualTo(Kind.UNWRITABLE);
    assertThat(refusal(directory)).hasMessage(directory + ": is a directory");
    assertThat(refusal(directory.resolve("none/f")))
        .hasMessage(directory + "/none/f: cannot be written: its directory does not exist");
    Path readOnly = Files.writeString(directory.resolve("f"), "old");
    Files.setPosixFilePermissions(readOnly, PosixFilePermissions.fromString("r--r--r--"));
    assumeTrue(!Files.isWritable(readOnly), "root writes everything");
    assertThat(refusal(readOnly)).hasMessage(readOnly + ": may not be written");
  }

  @Test
  void a_device_is_written_straight() {
    AtomicFile.write(Path.of("/dev/null"), NEW, Access.ORDINARY);
    assertThat(Path.of("/dev/null")).exists();
    Path full = Path.of("/dev/full");
    assumeTrue(Files.exists(full));
    assertThat(refusal(full)).hasMessage("/dev/full: cannot be written: No space left on device");
  }

  @Test
  void leftovers_of_the_same_target_are_swept_after_an_hour() throws IOException {
    Instant old = Instant.ofEpochSecond(1_000_000_000);
    for (String name : List.of(".f.1a.tmp", ".f.g.1a.tmp", ".g.1a.tmp", "f.tmp")) {
      Files.setLastModifiedTime(Files.createFile(directory.resolve(name)), FileTime.from(old));
    }
    Path young = Files.createFile(directory.resolve(".f.2b.tmp"));
    Instant made = Files.getLastModifiedTime(young).toInstant();
    Files.setLastModifiedTime(young, FileTime.from(made.minus(50, ChronoUnit.MINUTES)));
    AtomicFile.write(directory.resolve("f"), NEW, Access.ORDINARY);
    assertThat(names()).containsExactly(".f.2b.tmp", ".f.g.1a.tmp", ".g.1a.tmp", "f", "f.tmp");
  }

  @Test
  void when_any_operation_fails_the_content_is_old_or_new_and_nothing_is_left() throws IOException {
    Path file = directory.resolve("f");
    int failures = 0;
    for (int nth = 1; ; nth++) {
      Files.writeString(file, "old");
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
      FailingOperations files = new FailingOperations(nth);
      ProblemException refusal =
          catchThrowableOfType(
              ProblemException.class, () -> AtomicFile.write(file, NEW, Access.ORDINARY, files));
      assertThat(names()).containsExactly("f");
      assertThat(mode(file)).isEqualTo("rw-r-----");
      if (refusal == null) {
        break;
      }
      failures++;
      assertThat(refusal.kind()).isEqualTo(Kind.UNWRITABLE);
      assertThat(refusal).hasMessage(file + ": cannot be written: No space left on device");
      assertThat(Files.readString(file)).isEqualTo(files.hasMoved() ? "new content" : "old");
    }
    assertThat(failures).isEqualTo(6);
    assertThat(file).hasBinaryContent(NEW);
  }

  @Test
  void when_any_operation_fails_a_new_file_is_there_or_not_and_nothing_is_left()
      throws IOException {
    Path file = directory.resolve("f");
    for (int nth = 1; nth <= 4; nth++) {
      FailingOperations files = new FailingOperations(nth);
      assertThat(
              catchThrowableOfType(
                  ProblemException.class, () -> AtomicFile.write(file, NEW, Access.PRIVATE, files)))
          .isNotNull();
      assertThat(names()).isEmpty();
    }
  }
}
