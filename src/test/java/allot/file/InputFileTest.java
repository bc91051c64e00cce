package allot.file;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import allot.problem.Kind;
import allot.problem.ProblemException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InputFileTest {
  private static final InputStream NO_INPUT = InputStream.nullInputStream();

  @TempDir Path directory;

  private static InputFile file(int... octets) {
    byte[] bytes = new byte[octets.length];
    for (int i = 0; i < octets.length; i++) {
      bytes[i] = (byte) octets[i];
    }
    return InputFile.of("f", bytes);
  }

  private static ProblemException refusal(org.assertj.core.api.ThrowableAssert.ThrowingCallable c) {
    return catchThrowableOfType(ProblemException.class, c);
  }

  private static ProblemException refusedName(String name) {
    return refusal(() -> InputFile.read(name, NO_INPUT));
  }

  @Test
  void a_file_is_read_as_it_is() throws IOException {
    Path path = Files.write(directory.resolve("f"), new byte[] {'{', '}', '\n'});
    InputFile file = InputFile.read(path.toString(), NO_INPUT);
    assertThat(file.size()).isEqualTo(3);
    assertThat(file.name()).isEqualTo(path.toString());
    assertThat(file.source().text()).isEqualTo("{}\n");
    assertThat(file.sha256())
        .isEqualTo("ca3d163bab055381827226140568f3bef7eaac187cebd76878e0b63e9e442356");
  }

  @Test
  void a_dash_is_standard_input() {
    InputFile file = InputFile.read("-", new ByteArrayInputStream("[1]".getBytes(UTF_8)));
    assertThat(file.source().text()).isEqualTo("[1]");
    assertThat(file.name()).isEqualTo("-");
  }

  @Test
  void what_is_not_there_or_no_file_is_unreadable() throws IOException {
    ProblemException missing = refusedName(directory.resolve("none").toString());
    assertThat(missing.kind()).isEqualTo(Kind.UNREADABLE);
    assertThat(missing).hasMessage(directory + "/none: does not exist");
    assertThat(refusedName(directory.toString())).hasMessage(directory + ": is a directory");
    Path plain = Files.createFile(directory.resolve("plain"));
    assertThat(refusedName(plain + "/x")).hasMessageEndingWith("/x: does not exist");
  }

  @Test
  void a_file_without_permission_may_not_be_read() throws IOException {
    Path path = Files.createFile(directory.resolve("f"));
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("-w-------"));
    assumeTrue(!Files.isReadable(path), "root reads everything");
    assertThat(refusedName(path.toString())).hasMessageEndingWith("may not be read");
  }

  @Test
  void a_name_that_the_locale_has_destroyed_asks_for_another_locale() {
    assertThat(refusedName("/none/caf\uFFFD.json")).hasMessageEndingWith("; set LC_ALL=C.UTF-8");
    assertThat(refusedName("a\0b")).hasMessage("a\\u{0}b: is no name of a file here");
  }

  @Test
  void input_without_end_is_refused_at_once() {
    assertTimeoutPreemptively(
        Duration.ofSeconds(3),
        () -> {
          ProblemException refusal = refusedName("/dev/zero");
          assertThat(refusal.kind()).isEqualTo(Kind.DATA);
          assertThat(refusal).hasMessage("/dev/zero: is larger than 16 MiB");
          try (InputStream zero = Files.newInputStream(Path.of("/dev/zero"))) {
            assertThat(refusal(() -> InputFile.read("-", zero)))
                .hasMessage("-: is larger than 16 MiB");
          }
        });
  }

  @Test
  void the_limit_is_inside() throws IOException {
    Path path = directory.resolve("large");
    Files.write(path, new byte[InputFile.MAX_BYTES]);
    assertThat(InputFile.read(path.toString(), NO_INPUT).size()).isEqualTo(InputFile.MAX_BYTES);
    Files.write(path, new byte[InputFile.MAX_BYTES + 1]);
    assertThat(refusedName(path.toString())).hasMessageEndingWith("is larger than 16 MiB");
  }

  @Test
  void a_pipe_is_read_to_its_end() throws Exception {
    Path pipe = directory.resolve("pipe");
    assumeTrue(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0);
    Thread writer = new Thread(() -> writeQuietly(pipe, "[1, 2]"));
    writer.start();
    assertThat(InputFile.read(pipe.toString(), NO_INPUT).source().text()).isEqualTo("[1, 2]");
    writer.join();
  }

  private static void writeQuietly(Path path, String text) {
    try {
      Files.write(path, text.getBytes(UTF_8));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @ParameterizedTest
  @CsvSource({"UTF-16BE,UTF-16", "UTF-16LE,UTF-16", "UTF-32BE,UTF-32", "UTF-32LE,UTF-32"})
  void wide_encodings_are_named_with_and_without_a_mark(String charset, String name) {
    for (String text : new String[] {"\uFEFF{\"a\": 1}", "{\"a\": 1}", "{}", "\uFEFF名", "7"}) {
      InputFile file = InputFile.of("f", text.getBytes(Charset.forName(charset)));
      assertThat(refusal(file::source)).hasMessage("f: is " + name + "; save it as UTF-8");
    }
  }

  @Test
  void a_byte_order_mark_of_utf_8_is_left_out() {
    assertThat(file(0xEF, 0xBB, 0xBF, '{', '}').source().text()).isEqualTo("{}");
    assertThat(file().source().text()).isEmpty();
    assertThat(InputFile.of("f", "x".getBytes(UTF_16LE)).size()).isEqualTo(2);
    assertThat(InputFile.of("f", "x".getBytes(UTF_16BE)).size()).isEqualTo(2);
  }

  @Test
  void a_real_replacement_character_is_text() {
    assertThat(InputFile.of("f", "\"\uFFFD\"".getBytes(UTF_8)).source().text())
        .isEqualTo("\"\uFFFD\"");
  }

  @Test
  void overlong_surrogate_and_cut_off_bytes_are_refused_at_their_place() {
    assertThat(refusal(() -> file('[', '\n', '"', 0xC0, 0xAF, '"', ']').source()))
        .hasMessage("f:2:2: has the byte 0xC0, which is not UTF-8 here; save the file as UTF-8");
    assertThat(refusal(() -> file('"', 0xED, 0xA0, 0x80, '"').source()))
        .hasMessageStartingWith("f:1:2: has the byte 0xED");
    assertThat(refusal(() -> file('"', 0xF0, 0x9F, 0x98, 0x80, 0xE5).source()))
        .hasMessageStartingWith("f:1:3: has the byte 0xE5");
    assertThat(refusal(() -> file('"', 0xF5, 0x80, 0x80, 0x80, '"').source()))
        .hasMessageStartingWith("f:1:2: has the byte 0xF5");
  }

  @Test
  void a_byte_that_is_no_utf_8_shows_nothing_of_its_surroundings() {
    ProblemException refusal = refusal(() -> file('"', 'S', 'E', 'C', 0xFF, 'R', '"').source());
    assertThat(refusal.problems().get(0).excerpt().orElseThrow().text()).isEqualTo("\"………\"");
  }
}
