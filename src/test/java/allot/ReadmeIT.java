package allot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs every command of the README's console blocks in a shell and compares what it prints with
 * what stands there. {@code mvn verify -Dallot.rewrite=true} writes down what is printed instead.
 */
class ReadmeIT {
  private static final Path README = Path.of("README.md");
  private static final String BLOCK = "```console";
  private static final String END = "```";

  @TempDir private Path work;

  @Test
  void every_command_prints_what_the_readme_shows() throws Exception {
    Path target = Path.of("target").toAbsolutePath();
    assumeTrue(Files.isExecutable(target.resolve("allot")), "the program is packaged");
    Files.createSymbolicLink(work.resolve("samples"), Path.of("samples").toAbsolutePath());
    Files.createSymbolicLink(work.resolve("target"), target);
    List<String> written = Files.readAllLines(README, StandardCharsets.UTF_8);
    List<String> printed = new ArrayList<>();
    int commands = 0;
    for (int i = 0; i < written.size(); i++) {
      printed.add(written.get(i));
      if (!written.get(i).equals(BLOCK)) {
        continue;
      }
      while (!written.get(++i).equals(END)) {
        String line = written.get(i);
        if (line.startsWith("$ ")) {
          commands++;
          printed.add(line);
          printed.addAll(canRun(line) ? run(line.substring(2)) : shown(written, i));
        }
      }
      printed.add(END);
    }
    assertThat(commands).isGreaterThan(10);
    if (Boolean.getBoolean("allot.rewrite")) {
      Files.write(README, printed, StandardCharsets.UTF_8);
      return;
    }
    assertThat(String.join("\n", printed)).isEqualTo(String.join("\n", written));
  }

  /** Not every machine has jq; the README says where it is used. */
  private static boolean canRun(String line) throws Exception {
    return !line.contains("| jq")
        || new ProcessBuilder("sh", "-c", "command -v jq").start().waitFor() == 0;
  }

  private static List<String> shown(List<String> written, int command) {
    List<String> lines = new ArrayList<>();
    for (int i = command + 1;
        !written.get(i).equals(END) && !written.get(i).startsWith("$ ");
        i++) {
      lines.add(written.get(i));
    }
    return lines;
  }

  private List<String> run(String command) throws IOException, InterruptedException {
    ProcessBuilder shell = new ProcessBuilder("sh", "-c", command).directory(work.toFile());
    Map<String, String> env = shell.environment();
    env.put("PATH", work.resolve("target") + ":" + env.get("PATH"));
    env.put("JAVA_HOME", System.getProperty("java.home"));
    env.put("LC_ALL", "C.UTF-8");
    env.remove("ALLOT_PORTFOLIO");
    Process process = shell.redirectErrorStream(true).start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).as(command).isTrue();
    return output.lines().toList();
  }
}
