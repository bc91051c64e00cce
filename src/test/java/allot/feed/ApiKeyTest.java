package allot.feed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import allot.problem.Kind;
import allot.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApiKeyTest {
  @TempDir Path directory;

  private String file(String mode, String content) throws IOException {
    Path file = directory.resolve("key");
    Files.write(file, content.getBytes(UTF_8));
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
    return file.toString();
  }

  private static ProblemException refusal(String file) {
    ProblemException refusal =
        catchThrowableOfType(ProblemException.class, () -> ApiKey.read(file, ApiKey.Plan.DEMO));
    assertThat(refusal).isNotNull();
    return refusal;
  }

  @Test
  void a_key_is_kept_to_itself() {
    ApiKey key = ApiKey.of(ApiKey.Plan.PRO, " CG-abc\n", "COINGECKO_PRO_API_KEY");
    assertThat(key.value()).isEqualTo("CG-abc");
    assertThat(key.plan()).isEqualTo(ApiKey.Plan.PRO);
    assertThat(key).hasToString("PRO key");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "  ", "S3CRET x", "S3CRET\nx", "S3CRET\u0000", "S3CRET\u007F", "S3CRETé"})
  void what_cannot_be_a_key_is_refused_and_not_shown(String value) {
    ProblemException refusal =
        catchThrowableOfType(
            ProblemException.class,
            () -> ApiKey.of(ApiKey.Plan.DEMO, value, "COINGECKO_DEMO_API_KEY"));
    assertThat(refusal.kind()).isEqualTo(Kind.USAGE);
    assertThat(refusal.getMessage())
        .startsWith("COINGECKO_DEMO_API_KEY holds ")
        .endsWith("; set it to the key alone")
        .doesNotContain("S3CRET");
  }

  @Test
  void a_key_has_at_most_256_characters() {
    String longest = "k".repeat(256);
    assertThat(ApiKey.of(ApiKey.Plan.DEMO, longest, "KEY").value()).isEqualTo(longest);
    assertThat(
            catchThrowableOfType(
                ProblemException.class, () -> ApiKey.of(ApiKey.Plan.DEMO, longest + "k", "KEY")))
        .hasMessageStartingWith("KEY is too long for a key");
  }

  @ParameterizedTest
  @ValueSource(strings = {"rw-------", "r--------", "rwx------"})
  void a_private_file_gives_its_first_line(String mode) throws IOException {
    ApiKey key = ApiKey.read(file(mode, " CG-abc \r\nnotes\n"), ApiKey.Plan.DEMO);
    assertThat(key.value()).isEqualTo("CG-abc");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"rw-r--r--", "rw----r--", "rw--w----", "rw-----w-", "rw---x---", "rwxrwxrwx"})
  void a_file_that_others_may_use_is_refused(String mode) throws IOException {
    String file = file(mode, "S3CRET");
    ProblemException refusal = refusal(file);
    assertThat(refusal.kind()).isEqualTo(Kind.DATA);
    assertThat(refusal).hasMessage(file + ": may be read or changed by others; chmod 600 " + file);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n\nS3CRET", "S3CRET and more", "\uFEFFS3CRET", "S3CRETé"})
  void a_file_without_a_key_is_refused(String content) throws IOException {
    ProblemException refusal = refusal(file("rw-------", content));
    assertThat(refusal.kind()).isEqualTo(Kind.DATA);
    assertThat(refusal.getMessage())
        .contains("key: holds ")
        .endsWith("; write the key, and nothing else, into its first line")
        .doesNotContain("S3CRET");
  }

  @Test
  void a_file_that_cannot_be_opened_is_unreadable() {
    assertThat(refusal(directory.resolve("none").toString()).kind()).isEqualTo(Kind.UNREADABLE);
    assertThat(refusal("a\0b").kind()).isEqualTo(Kind.UNREADABLE);
  }
}
