package allot.cli;

import allot.file.AtomicFile;
import allot.problem.Problem;
import allot.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@CommandLine.Command(
    header = {"Examples:", "  allot init", "  allot init ai.json", ""},
    description = {
      "%nWrites a starter portfolio file, portfolio.json unless another is named, with example"
          + " holdings to replace by your own. It never overwrites: an existing file is left as it"
          + " is, exit code 74. `-` prints it.%n"
    })
final class InitCommand implements Verb.Command {
  @Parameters(arity = "0..1", paramLabel = "FILE", description = "the file to write")
  private String file;

  @Mixin private PlainOptions options = new PlainOptions();

  @Override
  public int run(Session session) {
    String starter = Resource.text("/allot/starter.json");
    if (file != null && options.file().isPresent()) {
      throw new ProblemException(
          Problem.usage(file + " and --output name a file each", "leave one of them out"));
    }
    String target =
        options
            .file()
            .or(() -> Optional.ofNullable(file))
            .orElseGet(() -> ValuationSettings.defaultFile(session));
    if (target.equals("-")) {
      Answer.write(session, Optional.empty(), starter);
      return ExitCode.DONE;
    }
    AtomicFile.create(Answer.path(target), starter.getBytes(StandardCharsets.UTF_8));
    if (!options.isQuiet()) {
      session.say(
          "wrote " + target + "; replace the holdings, then run `allot report " + target + "`");
    }
    return ExitCode.DONE;
  }
}
