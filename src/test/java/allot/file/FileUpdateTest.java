package allot.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import allot.problem.Kind;
import allot.problem.ProblemException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileUpdateTest {
  private static final byte[] NEW = "new".getBytes(UTF_8);

  @TempDir Path directory;
  private Path file;
  private Path backup;

  @BeforeEach
  void write() throws IOException {
    file = Files.writeString(directory.resolve("p.json"), "old");
    backup = directory.resolve("p.json.bak");
  }

  private List<String> names() throws IOException {
    try (var entries = Files.list(directory)) {
      return entries.map(entry -> entry.getFileName().toString()).sorted().toList();
    }
  }

  private static String mode(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  private static void update(Path path) {
    try (FileUpdate update = FileUpdate.open(path.toString())) {
      update.write(NEW);
    }
  }

  @Test
  void the_old_content_stays_beside_the_new_with_the_same_mode() throws IOException {
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    Files.writeString(backup, "older, and open to all");
    update(file);
    assertThat(file).hasContent("new");
    assertThat(backup).hasContent("old");
    assertThat(mode(file)).isEqualTo("rw-------");
    assertThat(mode(backup)).isEqualTo("rw-------");
    assertThat(names()).containsExactly("p.json", "p.json.bak", "p.json.lock");
  }

  @Test
  void a_link_stays_and_its_file_is_replaced() throws IOException {
    Path link = Files.createSymbolicLink(directory.resolve("link"), file.getFileName());
    update(link);
    assertThat(link).isSymbolicLink();
    assertThat(file).hasContent("new");
    assertThat(directory.resolve("link.bak")).hasContent("old");
  }

  @Test
  void what_may_not_be_written_is_left_alone_and_gets_no_backup() throws IOException {
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--r--r--"));
    assumeTrue(!Files.isWritable(file), "root writes everything");
    ProblemException refusal = catchThrowableOfType(ProblemException.class, () -> update(file));
    assertThat(refusal.kind()).isEqualTo(Kind.UNWRITABLE);
    assertThat(backup).doesNotExist();
  }

  @Test
  void a_file_that_is_missing_gets_no_lock() throws IOException {
    ProblemException refusal =
        catchThrowableOfType(
            ProblemException.class, () -> FileUpdate.open(directory.resolve("q.json").toString()));
    assertThat(refusal.kind()).isEqualTo(Kind.UNREADABLE);
    assertThat(names()).containsExactly("p.json");
  }

  @Test
  void when_any_operation_fails_each_file_is_old_or_new_and_no_temporary_is_left()
      throws IOException {
    int failures = 0;
    for (int nth = 1; ; nth++) {
      Files.writeString(file, "old");
      Files.writeString(backup, "older");
      FailingOperations files = new FailingOperations(nth);
      ProblemException refusal;
      try (FileUpdate update = FileUpdate.open(file.toString())) {
        refusal = catchThrowableOfType(ProblemException.class, () -> update.write(NEW, files));
      }
      assertThat(names()).containsExactly("p.json", "p.json.bak", "p.json.lock");
      assertThat(Files.readString(file)).isEqualTo(files.moved.size() > 1 ? "new" : "old");
      assertThat(Files.readString(backup)).isEqualTo(files.moved.isEmpty() ? "older" : "old");
      if (refusal == null) {
        break;
      }
      failures++;
      assertThat(refusal.kind()).isEqualTo(Kind.UNWRITABLE);
    }
    assertThat(failures).isEqualTo(12);
  }

  @Test
  void updates_at_once_lose_nothing() throws Exception {
    Files.writeString(file, "");
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      Thread thread =
          new Thread(
              () -> {
                for (int n = 0; n < 10; n++) {
                  try (FileUpdate update = FileUpdate.open(file.toString())) {
                    String text = new String(update.content().bytes(), UTF_8);
                    update.write((text + "x").getBytes(UTF_8));
                  }
                }
              });
      threads.add(thread);
      thread.start();
    }
    for (Thread thread : threads) {
      thread.join();
    }
    assertThat(file).hasContent("x".repeat(40));
    assertThat(backup).hasContent("x".repeat(39));
  }

  /** The real operations, but the nth fails. */
  private static final class FailingOperations implements FileOperations {
    private final FileOperations real = new FileOperations.Real();
    private final List<Path> moved = new ArrayList<>();
    private int left;

    FailingOperations(int nth) {
      this.left = nth;
    }

    private void count() throws IOException {
      left--;
      if (left == 0) {
        throw new IOException("No space left on device");
      }
    }

    @Override
    public FileChannel create(Path file, boolean isPrivate) throws IOException {
      count();
      return real.create(file, isPrivate);
    }

    @Override
    public void write(FileChannel channel, ByteBuffer content) throws IOException {
      count();
      real.write(channel, content);
    }

    @Override
    public void force(FileChannel channel) throws IOException {
      count();
      real.force(channel);
    }

    @Override
    public void setMode(Path file, Set<PosixFilePermission> mode) throws IOException {
      count();
      real.setMode(file, mode);
    }

    @Override
    public void move(Path from, Path to) throws IOException {
      count();
      real.move(from, to);
      moved.add(to);
    }

    @Override
    public void forceDirectory(Path directory) throws IOException {
      count();
      real.forceDirectory(directory);
    }

    @Override
    public void delete(Path file) throws IOException {
      real.delete(file);
    }
  }
}
