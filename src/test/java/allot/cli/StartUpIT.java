package allot.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a start loads: who does not ask the network does not pay for it. */
class StartUpIT {
  private static final Path JAR = Path.of("target", "allot.jar").toAbsolutePath();

  @TempDir Path directory;

  @BeforeAll
  static void isPackaged() {
    assumeTrue(Files.exists(JAR), "target/allot.jar is made by mvn package");
  }

  /** The lines of the class log, after a run that exits so. */
  private List<String> loaded(int exit, String... arguments) throws Exception {
    Path log = directory.resolve("classes.log");
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xlog:class+load:file=classes.log",
                "-jar",
                JAR.toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(directory.toFile())
            .redirectErrorStream(true)
            .redirectOutput(directory.resolve("out").toFile());
    builder.environment().remove("JAVA_TOOL_OPTIONS");
    Process process = builder.start();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(Files.readString(directory.resolve("out"))).isEqualTo(exit);
    List<String> lines = Files.readAllLines(log);
    assertThat(lines).anyMatch(line -> line.contains(" allot.cli.Main "));
    return lines;
  }

  private static List<String> ofNetwork(List<String> lines) {
    return lines.stream()
        .filter(
            line ->
                line.contains(" allot.feed.")
                    || line.contains(" java.net.http.")
                    || line.contains(" jdk.internal.net.http.")
                    || line.contains(" javax.net.ssl."))
        .toList();
  }

  private void writePortfolio() throws IOException {
    Files.writeString(
        directory.resolve("p.json"),
        """
        { "timezone": "UTC", "asOf": "2026-11-20T16:00:00Z", "target": { "layer-1": 100 },
          "holdings": [ { "asset": "TAO", "quantity": 1, "price": 400 } ] }
        """);
  }

  @Test
  void text_loads_nothing_of_pages() throws Exception {
    writePortfolio();
    String history = Path.of("samples", "history.csv").toAbsolutePath().toString();
    for (String format : List.of("text", "json", "html")) {
      isOfPages(format, "report", "p.json");
      isOfPages(format, "backtest", "p.json", "--history", history);
      isOfPages(format, "simulate", "p.json", "--history", history, "--paths", "100");
    }
  }

  private void isOfPages(String format, String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of(arguments));
    command.addAll(List.of("--as-of=2026-11-20T18:00:00Z", "--format", format));
    List<String> ofPages =
        loaded(0, command.toArray(String[]::new)).stream()
            .filter(line -> line.matches(".* allot\\.render\\.(Html|Markup|.*Pictures|.*Paths).*"))
            .toList();
    assertThat(ofPages.isEmpty()).as(ofPages.toString()).isEqualTo(!format.equals("html"));
  }

  @Test
  void without_live_nothing_of_the_network_is_loaded() throws Exception {
    writePortfolio();
    String asOf = "--as-of=2026-11-20T18:00:00Z";
    assertThat(ofNetwork(loaded(0, "check", asOf, "p.json"))).isEmpty();
    assertThat(ofNetwork(loaded(0, "report", asOf, "p.json"))).isEmpty();
    assertThat(ofNetwork(loaded(0, "report", "--help"))).isEmpty();
  }

  @Test
  void with_live_it_is() throws Exception {
    writePortfolio();
    // the price is given, so nobody is asked
    List<String> live = loaded(0, "check", "--live", "--price=TAO=400", "p.json");
    assertThat(ofNetwork(live)).anyMatch(line -> line.contains(" allot.feed.QuoteFeed "));
  }
}
