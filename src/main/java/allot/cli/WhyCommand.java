package allot.cli;

import allot.allocation.Advisories;
import allot.allocation.Allocation;
import allot.allocation.Explanation;
import allot.allocation.Exposure;
import allot.allocation.Valuation;
import allot.allocation.Verdict;
import allot.catalog.Asset;
import allot.catalog.Match;
import allot.portfolio.Portfolio;
import allot.problem.Problem;
import allot.problem.ProblemException;
import allot.problem.Spelling;
import allot.problem.Warning;
import allot.render.CsvRenderer;
import allot.render.CsvTable;
import allot.render.Document;
import allot.render.JsonRenderer;
import allot.render.MarkdownRenderer;
import allot.render.Page;
import allot.render.TextRenderer;
import allot.render.WhyJson;
import allot.render.WhyView;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@CommandLine.Command(
    header = {
      "Examples:",
      "  allot why TAO",
      "  allot why akash-network portfolio.json --json",
      ""
    },
    description = {
      "%nThe whole arithmetic of one asset: quantity, price with its age and source, value,"
          + " weight, bucket and who classified it so, target, band and drift, each with its"
          + " operands.%n"
    })
final class WhyCommand implements Verb.Command {
  private static final List<String> FORMATS = List.of("text", "json", "csv", "markdown");

  @Parameters(index = "0", paramLabel = "ASSET", description = "symbol, id or alias")
  private String asset;

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "FILE",
      description = "portfolio file, - for stdin")
  private String file;

  @Mixin private ValuationOptions valuation = new ValuationOptions();
  @Mixin private OutputOptions output = new OutputOptions();

  @Option(names = "--exit-code", description = "exit as `check` would: 10 or 20")
  private boolean exitCode;

  @Override
  public String formats() {
    return OutputOptions.words(FORMATS);
  }

  @Override
  public int run(Session session) {
    String format = output.format(FORMATS);
    Page page = output.page(session);
    ValuationSettings.Loaded loaded =
        valuation.validated(session).loadOrDefault(Optional.ofNullable(file));
    Allocation allocation =
        Allocation.of(Valuation.of(loaded.portfolio(), loaded.book(), loaded.freshness()));
    Explanation explanation = Explanation.of(allocation, find(loaded.portfolio()));
    List<Warning> warnings =
        Advisories.of(allocation.valuation(), Exposure.of(allocation.valuation()));
    Document document = WhyView.document(explanation, loaded.portfolio().currency(), warnings);
    String answer =
        switch (format) {
          case "json" ->
              JsonRenderer.render(
                  WhyJson.of(allocation, explanation, warnings, loaded.hashedInputs()));
          case "csv" ->
              CsvRenderer.render(CsvTable.ofRecords(WhyJson.Row.class, WhyJson.rows(explanation)));
          case "markdown" -> MarkdownRenderer.render(document);
          default -> TextRenderer.render(document, page);
        };
    Answer.write(session, output.file(), answer);
    if (format.equals("csv") && !output.isQuiet()) {
      WhyView.about(explanation.asset(), warnings)
          .forEach(warning -> session.say("warning: " + warning.message()));
    }
    if (allocation.valuation().total().isEmpty()) {
      return ExitCode.UNDECIDED;
    }
    return exitCode ? ExitCode.of(Verdict.of(allocation).status()) : ExitCode.DONE;
  }

  private Asset find(Portfolio portfolio) {
    Match match = portfolio.find(asset);
    if (match instanceof Match.Found found) {
      return found.asset();
    }
    if (match instanceof Match.Ambiguous ambiguous) {
      throw new ProblemException(
          Problem.usage(asset + " is a symbol of several assets", "write " + ambiguous.choices()));
    }
    String near = Spelling.suggest(asset, portfolio.catalog().names());
    throw new ProblemException(
        Problem.usage(
            asset + " is in no catalogue and not held",
            near.isEmpty() ? "see `allot assets`" : near));
  }
}
