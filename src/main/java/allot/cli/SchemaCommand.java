package allot.cli;

import picocli.CommandLine;
import picocli.CommandLine.Mixin;

@CommandLine.Command(
    header = {"Examples:", "  allot schema -o allot.schema.json", ""},
    description = {
      "%nPrints the JSON Schema (2020-12) of the portfolio file, for editors that complete and"
          + " check while one types. What a schema cannot say, `allot report` still checks: sums"
          + " of 100, time zones, names of assets.%n"
    })
final class SchemaCommand implements Verb.Command {
  @Mixin private PlainOptions options = new PlainOptions();

  @Override
  public int run(Session session) {
    Answer.write(session, options.file(), Resource.text("/allot/portfolio.schema.json"));
    return ExitCode.DONE;
  }
}
