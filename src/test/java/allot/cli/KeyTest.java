package allot.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import allot.cli.LiveShell.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A key goes to its service and nowhere else. */
class KeyTest {
  private static final String SECRET = "CG-n0b0dySeesThis";

  @TempDir Path directory;
  private LiveShell shell;

  @BeforeEach
  void open() throws IOException {
    shell = new LiveShell(directory);
  }

  @AfterEach
  void close() throws IOException {
    shell.close();
  }

  @ParameterizedTest
  @CsvSource({
    "COINGECKO_DEMO_API_KEY, x-cg-demo-api-key",
    "COINGECKO_PRO_API_KEY, x-cg-pro-api-key"
  })
  void a_key_of_the_environment_is_seen_by_its_service_alone(String variable, String header)
      throws IOException {
    shell.env.put(variable, SECRET);
    seenByItsServiceAlone(header, "prices", "--debug");
  }

  @ParameterizedTest
  @CsvSource({"rw-------, demo", "r--------, pro"})
  void a_key_in_a_file_is_seen_by_its_service_alone(String mode, String plan) throws IOException {
    String file = keyFile(mode);
    if (plan.equals("pro")) {
      shell.env.put("COINGECKO_PRO_API_KEY", "weaker-than-the-file");
    }
    seenByItsServiceAlone(
        "x-cg-" + plan + "-api-key", "report", "--live", "--debug", "--api-key-file", file);
  }

  private void seenByItsServiceAlone(String header, String... command) throws IOException {
    shell.coinGecko.json(
        "{\"akash-network\": {\"usd\": 1.2}, \"bittensor\": {\"usd\": \"" + SECRET + "\"}}");
    shell.coinGecko.refuse(401, "{\"error\": \"" + SECRET + " is no key\"}");
    shell.defiLlama.json("{\"coins\": {}}");
    Run run = shell.run(command);
    shell.later(Duration.ofHours(1));
    Run second = shell.run(command);
    assertThat(shell.coinGecko.requests()).hasSize(2);
    assertThat(shell.coinGecko.requests())
        .allMatch(request -> request.contains("\r\n" + header + ": " + SECRET + "\r\n"));
    assertThat(shell.coinGecko.asked()).noneMatch(line -> line.contains(SECRET));
    assertThat(shell.defiLlama.requests()).isNotEmpty().noneMatch(r -> r.contains(SECRET));
    for (Run said : List.of(run, second)) {
      assertThat(said.err()).contains("GET http://127.0.0.1:");
      assertThat(said.out() + said.err()).doesNotContain(SECRET);
    }
    try (Stream<Path> files = Files.walk(directory.resolve("cache"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        assertThat(Files.readString(file)).doesNotContain(SECRET);
      }
    }
  }

  private String keyFile(String mode) throws IOException {
    Path file = Files.writeString(directory.resolve("key"), SECRET + "\n", UTF_8);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
    return file.toString();
  }

  @ParameterizedTest
  @ValueSource(strings = {"rw-r--r--", "rw-r-----", "rw--w----", "rw----r--"})
  void a_key_file_that_others_may_read_is_refused(String mode) throws IOException {
    String file = keyFile(mode);
    for (String[] command :
        new String[][] {
          {"prices", "--api-key-file", file}, {"report", "--live", "--api-key-file", file}
        }) {
      Run run = shell.run(command);
      assertThat(run.exit()).isEqualTo(65);
      assertThat(run.out()).isEmpty();
      assertThat(run.err()).contains("chmod 600 ").doesNotContain(SECRET).hasLineCount(1);
    }
    assertThat(shell.coinGecko.asked()).isEmpty();
  }

  @Test
  void a_key_file_is_not_overwritten_by_the_answer() throws IOException {
    String file = keyFile("rw-------");
    Run run = shell.run("prices", "--api-key-file", file, "-o", file);
    assertThat(run.exit()).isNotZero();
    assertThat(Files.readString(Path.of(file))).isEqualTo(SECRET + "\n");
    assertThat(shell.run("prices", "--api-key-file", shell.path("none")).exit()).isEqualTo(66);
  }
}
