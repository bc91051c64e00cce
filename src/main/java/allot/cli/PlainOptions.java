package allot.cli;

import java.util.Optional;
import picocli.CommandLine.Option;

/** The options of every verb; all there are where a text is printed as it is. */
final class PlainOptions {
  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "write to a file, whole or not at all")
  private String output;

  @Option(
      names = {"-q", "--quiet"},
      description = "say nothing beside the answer and errors")
  private boolean quiet;

  @Option(
      names = "--debug",
      description = "show the stack of a defect, and each request to a service")
  private boolean debug;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "show this help")
  private boolean help;

  @Option(
      names = {"-V", "--version"},
      versionHelp = true,
      description = "show the version")
  private boolean version;

  Optional<String> file() {
    return Optional.ofNullable(output);
  }

  boolean isQuiet() {
    return quiet;
  }
}
