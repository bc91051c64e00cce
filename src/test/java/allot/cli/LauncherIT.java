package allot.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The packaged program as a shell starts it: what a test in process cannot see. */
class LauncherIT {
  private static final Path TARGET = Path.of("target").toAbsolutePath();
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String AS_OF = " --as-of 2026-11-20T18:00:00Z";
  private static final List<String> FOREIGN =
      List.of(
          "JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS", "ALLOT_PORTFOLIO", "LC_ALL");

  @TempDir Path directory;

  /** What a command line did. */
  private record Run(int exit, String out, String err) {}

  @BeforeAll
  static void isPackaged() {
    assumeTrue(
        !System.getProperty("os.name").startsWith("Windows"), "the launcher is a shell script");
    assumeTrue(Files.isExecutable(TARGET.resolve("allot")), "target/allot is made by mvn package");
  }

  @BeforeEach
  void writePortfolios() throws IOException {
    write("portfolio.json", portfolio("300"));
    write("out.json", portfolio("500"));
    write("unpriced.json", "{\"holdings\": [{\"asset\": \"TAO\", \"quantity\": 1}]}");
    write("broken.json", "{\"holdings\": [1}");
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(directory.resolve(name), text);
  }

  private static String portfolio(String tao) {
    return """
        { "name": "caf\\u00e9", "timezone": "America/New_York", "asOf": "2026-11-20T16:00:00Z",
          "holdings": [
            { "asset": "RENDER", "quantity": 400, "price": 1 },
            { "asset": "TAO", "quantity": QUANTITY, "price": 1, "avg_price": "0.777" },
            { "asset": "AKT", "quantity": 200, "price": 1 },
            { "asset": "USD", "quantity": 100 } ] }
        """
        .replace("QUANTITY", tao);
  }

  private Run sh(String script) throws Exception {
    return sh(Map.of(), script);
  }

  /** Runs a script in the directory of the test, where {@code $allot} is the launcher. */
  private Run sh(Map<String, String> environment, String script) throws Exception {
    Path out = Files.createTempFile(directory, ".out", "");
    Path err = Files.createTempFile(directory, ".err", "");
    Process process =
        shell(environment, script).redirectOutput(out.toFile()).redirectError(err.toFile()).start();
    process.getOutputStream().close();
    boolean ended = process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    if (!ended) {
      process.destroyForcibly();
    }
    assertThat(ended).as("ends: " + script).isTrue();
    return new Run(process.exitValue(), Files.readString(out), Files.readString(err));
  }

  private ProcessBuilder shell(Map<String, String> environment, String script) {
    ProcessBuilder builder = new ProcessBuilder("sh", "-c", script).directory(directory.toFile());
    builder.environment().keySet().removeAll(FOREIGN);
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().put("allot", TARGET.resolve("allot").toString());
    builder.environment().putAll(environment);
    return builder;
  }

  @ParameterizedTest
  @CsvSource({
    "check portfolio.json, 0",
    "check, 0",
    "check --no-such-option, 2",
    "check out.json, 10",
    "check unpriced.json, 20",
    "report unpriced.json, 20",
    "check out.json broken.json, 65",
    "report nosuch.json, 66",
    "init portfolio.json, 74",
    "report -o nosuch/report.txt, 74"
  })
  void exit_codes_pass_through(String arguments, int exit) throws Exception {
    String asOf = arguments.startsWith("init") ? "" : AS_OF;
    assertThat(sh("\"$allot\" " + arguments + asOf).exit()).isEqualTo(exit);
  }

  @Test
  void standard_input_may_be_a_pipe_or_a_file() throws Exception {
    Run usual = sh("\"$allot\" report --format csv" + AS_OF);
    assertThat(usual.exit()).isZero();
    assertThat(sh("cat portfolio.json | \"$allot\" report - --format csv" + AS_OF))
        .isEqualTo(usual);
    assertThat(sh("\"$allot\" report - --format csv <portfolio.json" + AS_OF)).isEqualTo(usual);
  }

  @Test
  void a_statement_may_be_a_pipe_and_is_read_once() throws Exception {
    write("own.csv", "date,asset,side,quantity,price\n2026-01-05,TAO,buy,1,400\n");
    String options = " --dry-run --json --as-of 2026-11-20";
    Run file = sh("$allot import own.csv" + options);
    Run pipe = sh("cat own.csv | $allot import /dev/stdin" + options);
    assertThat(pipe.err()).isEmpty();
    assertThat(pipe.out()).contains("\"sha256\"");
    assertThat(pipe.out().replace("/dev/stdin", "own.csv")).isEqualTo(file.out());
  }

  @Test
  void a_lock_held_elsewhere_is_75() throws Exception {
    Path lock = directory.resolve("state.lock");
    try (FileChannel channel =
            FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock held = channel.lock()) {
      Run run = sh("\"$allot\" check --on-change --state state" + AS_OF);
      assertThat(held.isValid()).isTrue();
      assertThat(run.exit()).isEqualTo(75);
      assertThat(run.out()).isEmpty();
      assertThat(run.err())
          .isEqualTo(
              "error: state: is in use by another run of allot; try again when it has ended\n");
    }
  }

  @Test
  void it_is_found_through_links_and_from_other_directories() throws Exception {
    Path spaced = Files.createDirectory(directory.resolve("a directory with spaces"));
    for (String name : List.of("allot", "allot.jar", "allot.jsa")) {
      if (Files.exists(TARGET.resolve(name))) {
        Files.copy(TARGET.resolve(name), spaced.resolve(name));
      }
    }
    Files.createSymbolicLink(directory.resolve("link"), TARGET.resolve("allot"));
    Files.createSymbolicLink(directory.resolve("far"), Path.of("a directory with spaces/allot"));
    for (String command :
        List.of(
            "./link --version",
            "./far --version",
            "'./a directory with spaces/allot' --version",
            "cd 'a directory with spaces' && ./allot --version",
            "cd 'a directory with spaces' && sh allot --version",
            "PATH=\"$PWD/a directory with spaces:$PATH\" && allot --version")) {
      assertThat(sh(command)).as(command).isEqualTo(new Run(0, "allot 0.1.0\n", ""));
    }
    Files.delete(directory.resolve("link"));
  }

  @Test
  void it_runs_the_same_without_the_archive_and_with_garbage_for_one() throws Exception {
    Run usual = sh("\"$allot\" check out.json" + AS_OF);
    Files.copy(TARGET.resolve("allot"), directory.resolve("allot"));
    Files.copy(TARGET.resolve("allot.jar"), directory.resolve("allot.jar"));
    assertThat(sh("./allot check out.json" + AS_OF)).isEqualTo(usual);
    write("allot.jsa", "garbage\n".repeat(10_000));
    assertThat(sh("./allot check out.json" + AS_OF)).isEqualTo(usual);
    write("allot.jsa", "");
    assertThat(sh("./allot check out.json" + AS_OF)).isEqualTo(usual);
    Files.delete(directory.resolve("allot.jar"));
    Run without = sh("./allot check out.json");
    assertThat(without.exit()).isEqualTo(127);
    assertThat(without.err()).contains("allot.jar is missing").hasLineCount(1);
  }

  @Test
  void an_empty_environment_is_enough() throws Exception {
    Run usual = sh("\"$allot\" report" + AS_OF);
    Run bare = sh("env -i PATH=\"$JAVA_HOME/bin:$PATH\" \"$allot\" report" + AS_OF);
    assertThat(bare).isEqualTo(usual);
    assertThat(usual.exit()).isZero();
  }

  @Test
  void no_java_is_127() throws Exception {
    Run run = sh("env -i PATH=\"$PWD\" /bin/sh \"$allot\" report");
    assertThat(run.exit()).isEqualTo(127);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).startsWith("allot: no Java").hasLineCount(1);
  }

  @Test
  void a_reader_that_has_seen_enough_ends_it_quietly_with_the_verbs_own_code() throws Exception {
    StringBuilder many = new StringBuilder("{\"holdings\": [");
    for (int i = 0; i < 5_000; i++) {
      many.append(i == 0 ? "" : ",\n");
      many.append("{\"asset\": \"COIN").append(i).append("\", \"quantity\": 1}");
    }
    write("many.json", many.append("]}").toString());
    for (String command :
        List.of("report many.json --json", "check many.json --format csv -q 2>said")) {
      Run run = sh("{ \"$allot\" " + command + "; echo $? >code; } | head -1");
      assertThat(run.out()).as(command).hasLineCount(1);
      assertThat(Files.readString(directory.resolve("code"))).as(command).isEqualTo("20\n");
      assertThat(run.err()).as(command).doesNotContain("error", "Exception");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"report", "report --json", "check out.json", "why TAO", "assets"})
  void output_that_cannot_be_written_is_74(String command) throws Exception {
    assumeTrue(Files.exists(Path.of("/dev/full")), "there is a full device");
    String valued = command.equals("assets") ? command : command + AS_OF;
    Run full = sh("\"$allot\" " + valued + " >/dev/full");
    assertThat(full.exit()).isEqualTo(74);
    assertThat(full.err().lines().filter(line -> line.startsWith("error: "))).hasSize(1);
    assertThat(full.err()).doesNotContain("Exception");
    Run closed = sh("\"$allot\" " + valued + " >&-");
    assertThat(closed.exit()).isEqualTo(74);
    assertThat(closed.err()).doesNotContain("Exception");
  }

  @Test
  void nobody_listening_on_stderr_changes_nothing() throws Exception {
    assertThat(sh("\"$allot\" check broken.json 2>&-").exit()).isEqualTo(65);
    assertThat(sh("\"$allot\" check broken.json >&- 2>&- <&-").exit()).isEqualTo(65);
  }

  @Test
  void a_closed_standard_input_is_no_file_that_happens_to_be_open() throws Exception {
    Run run = sh("\"$allot\" report - <&-");
    assertThat(run.exit()).isEqualTo(66);
    assertThat(run.err()).startsWith("error: -: cannot be read").hasLineCount(1);
    assertThat(sh("\"$allot\" report" + AS_OF + " <&-").exit()).isZero();
  }

  @Test
  void a_name_that_the_locale_cannot_hold_says_which_locale_can() throws Exception {
    write("plain.json", portfolio("300"));
    // spelt by the shell, for the JVM of this test may stand in such a locale itself
    String name = "name=$(printf 'caf\\303\\251.json'); ";
    Run run =
        sh(Map.of("LC_ALL", "C"), name + "mv plain.json \"$name\" && \"$allot\" report \"$name\"");
    assertThat(run.exit()).isEqualTo(66);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("set LC_ALL=C.UTF-8").hasLineCount(1);
    assertThat(sh(Map.of("LC_ALL", "C"), name + "\"$allot\" check \"$name\" -o out.txt").exit())
        .isEqualTo(66);
    assertThat(sh(Map.of("LC_ALL", "C.UTF-8"), name + "\"$allot\" report \"$name\"" + AS_OF).exit())
        .isZero();
  }

  @Test
  void the_bytes_are_the_same_in_every_locale_and_time_zone() throws Exception {
    String script =
        Stream.of(
                "report",
                "report --json",
                "check out.json",
                "check out.json --json",
                "why TAO",
                "completion bash")
            .map(command -> command.startsWith("completion") ? command : command + AS_OF)
            .map(command -> "\"$allot\" " + command + "; echo $?")
            .reduce("", (all, command) -> all + command + "\n");
    Run usual = sh(script);
    assertThat(usual.out()).contains("caf\u00e9", "\n10\n");
    List<Map<String, String>> environments =
        List.of(
            Map.of("LC_ALL", "C", "TZ", "UTC"),
            Map.of("LC_ALL", "C.UTF-8", "TZ", "Pacific/Apia"),
            Map.of("JAVA_TOOL_OPTIONS", language("tr", "TR"), "TZ", "America/Los_Angeles"),
            Map.of("JAVA_TOOL_OPTIONS", language("de", "DE"), "TZ", "Asia/Kolkata"),
            Map.of("JAVA_TOOL_OPTIONS", language("ar", "EG"), "TZ", "Pacific/Apia"),
            Map.of("JAVA_TOOL_OPTIONS", language("th", "TH") + " -Duser.variant=TH"),
            Map.of("JAVA_TOOL_OPTIONS", "-Xmx64m -Dfile.encoding=ISO-8859-1", "TZ", "Bogus/Zone"),
            Map.of("COLUMNS", "200", "TERM", "xterm-256color", "CLICOLOR_FORCE", "1"));
    for (Map<String, String> environment : environments) {
      assertThat(sh(environment, script).out()).as(environment.toString()).isEqualTo(usual.out());
    }
  }

  private static String language(String language, String country) {
    return "-Duser.language=" + language + " -Duser.country=" + country;
  }

  @Test
  void another_jdk_writes_the_same_bytes() throws Exception {
    String other = System.getenv("ALLOT_OTHER_JDK");
    assumeTrue(other != null, "ALLOT_OTHER_JDK names a second JDK");
    for (String command :
        List.of("report", "report --json", "check out.json", "why TAO", "assets --json")) {
      String line = "\"$allot\" " + command + (command.startsWith("assets") ? "" : AS_OF);
      Run there = sh(Map.of("JAVA_HOME", other), line);
      Run here = sh(line);
      if (command.equals("assets --json")) {
        assertThat(undated(there.out())).isEqualTo(undated(here.out()));
      } else {
        assertThat(there).as(command).isEqualTo(here);
      }
    }
  }

  private static String undated(String json) {
    return json.replaceFirst("\"asOf\": \"[^\"]*\"", "");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"holdings\": [{\"asset\": \"TAO\", \"quantity\": 1e999999999}]}",
        "{\"holdings\": [{\"asset\": \"TAO\", \"quantity\": 1, \"price\": 1e-999999999}]}",
        "{\"target\": {\"layer-1\": 1e2147483647}, \"holdings\": []}",
        "{\"band\": 1e9999999999, \"holdings\": []}"
      })
  void enormous_numbers_are_refused_at_once_in_little_memory(String json) throws Exception {
    write("big.json", json);
    Run run = sh(Map.of("JAVA_TOOL_OPTIONS", "-Xmx64m"), "\"$allot\" report big.json");
    assertThat(run.exit()).isEqualTo(65);
    assertThat(run.err()).contains("big.json:1:");
  }

  @Test
  void what_never_ends_is_refused() throws Exception {
    String within = "timeout 5 \"$allot\" report ";
    Map<String, String> small = Map.of("JAVA_TOOL_OPTIONS", "-Xmx128m");
    Run device = sh(small, within + "/dev/zero");
    assertThat(device.exit()).isEqualTo(65);
    assertThat(device.err()).contains("error: /dev/zero: is larger than 16 MiB\n");
    Run pipe = sh(small, "mkfifo pipe && { yes >pipe & } && " + within + "pipe");
    assertThat(pipe.exit()).isEqualTo(65);
    Run input = sh(small, "yes | " + within + "-");
    assertThat(input.exit()).isEqualTo(65);
    Run name = sh(small, within + "@/dev/zero");
    assertThat(name.exit()).isEqualTo(66);
  }

  @Test
  void killed_at_any_moment_it_leaves_a_state_that_can_be_read() throws Exception {
    String command = "exec \"$allot\" check --on-change --state state out.json" + AS_OF;
    Path state = directory.resolve("state");
    for (int i = 0; i < 10; i++) {
      Process process =
          shell(Map.of(), command)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      process.waitFor(40L * i, TimeUnit.MILLISECONDS);
      process.destroyForcibly().waitFor();
      if (Files.exists(state)) {
        JsonNode json = new ObjectMapper().readTree(state.toFile());
        assertThat(json.path("schema").asText()).isEqualTo("allot.check-state/1");
      }
    }
    assertThat(sh(command).exit()).isEqualTo(10);
  }

  @Test
  void a_signal_ends_it_as_signals_do() throws Exception {
    Process process = shell(Map.of(), "exec \"$allot\" report -").start();
    process.waitFor(300, TimeUnit.MILLISECONDS);
    // the process itself would close its input too, and have it end
    process.toHandle().destroy();
    assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isEqualTo(143);
  }

  @Test
  void too_little_memory_is_a_defect_and_no_finding() throws Exception {
    write("large.json", "{\"holdings\": [" + "[1],".repeat(3_000_000) + "[1]]}");
    Map<String, String> tiny = Map.of("JAVA_TOOL_OPTIONS", "-Xmx28m");
    Run run = sh(tiny, "\"$allot\" check large.json");
    assertThat(run.exit()).isEqualTo(70);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("error: a defect of allot (OutOfMemoryError)");
    assertThat(run.err()).doesNotContain("\tat ", "    at ");
  }

  @Test
  void completion_is_a_script_that_bash_can_read() throws Exception {
    assumeTrue(sh("command -v bash").exit() == 0, "there is a bash");
    Run run = sh("\"$allot\" completion bash >script && bash -n script && bash -c '. ./script'");
    assertThat(run).isEqualTo(new Run(0, "", ""));
  }
}
