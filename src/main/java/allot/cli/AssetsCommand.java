package allot.cli;

import allot.catalog.Asset;
import allot.catalog.Asset.Confidence;
import allot.catalog.AssetCatalog;
import allot.catalog.AssetSearch;
import allot.catalog.Bucket;
import allot.problem.Problem;
import allot.problem.ProblemException;
import allot.render.AssetsJson;
import allot.render.AssetsView;
import allot.render.CsvRenderer;
import allot.render.CsvTable;
import allot.render.JsonRenderer;
import allot.render.MarkdownRenderer;
import allot.render.Page;
import allot.render.TextRenderer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@CommandLine.Command(
    header = {
      "Examples:",
      "  allot assets TAO",
      "  allot assets --bucket layer-2 --host solana",
      "  allot assets --confidence low --json",
      ""
    },
    description = {
      "%nThe built-in catalogue: bucket, sector, host chains, source and confidence of every"
          + " known asset. QUERY is part of a symbol, id, name or alias; without it all are"
          + " listed. One or two hits are shown in full.%n"
    })
final class AssetsCommand implements Verb.Command {
  private static final List<String> FORMATS = List.of("text", "json", "csv", "markdown");

  @Parameters(arity = "0..1", paramLabel = "QUERY", description = "part of a name")
  private String query;

  @Option(names = "--bucket", paramLabel = "NAME", description = "only this bucket")
  private String bucket;

  @Option(names = "--sector", paramLabel = "NAME", description = "only this sector")
  private String sector;

  @Option(names = "--host", paramLabel = "CHAIN", description = "only assets that live on it")
  private String host;

  @Option(
      names = "--confidence",
      paramLabel = "LEVEL",
      description = "only this: high, medium or low")
  private String confidence;

  @Mixin private OutputOptions output = new OutputOptions();

  @Override
  public String formats() {
    return OutputOptions.words(FORMATS);
  }

  @Override
  public int run(Session session) {
    String format = output.format(FORMATS);
    Page page = output.page(session);
    AssetSearch search =
        new AssetSearch(
            Optional.ofNullable(query),
            Optional.ofNullable(bucket).map(AssetsCommand::bucket),
            Optional.ofNullable(sector),
            Optional.ofNullable(host),
            Optional.ofNullable(confidence).map(AssetsCommand::confidence));
    List<Asset> found = search.in(AssetCatalog.builtIn());
    AssetsJson json = AssetsJson.of(found, session.now());
    String answer =
        switch (format) {
          case "json" -> JsonRenderer.render(json);
          case "csv" -> CsvRenderer.render(CsvTable.ofRecords(AssetsJson.Row.class, json.assets()));
          case "markdown" -> MarkdownRenderer.render(AssetsView.document(found));
          default -> TextRenderer.render(AssetsView.document(found), page);
        };
    Answer.write(session, output.file(), answer);
    return ExitCode.DONE;
  }

  private static Bucket bucket(String name) {
    return Bucket.parse(name)
        .orElseThrow(
            () ->
                new ProblemException(
                    Problem.usage(
                        "--bucket " + name + " is no bucket",
                        "write layer-1, layer-2, hybrid or stablecoin")));
  }

  private static Confidence confidence(String level) {
    return switch (level.toLowerCase(Locale.ROOT)) {
      case "high" -> Confidence.HIGH;
      case "medium" -> Confidence.MEDIUM;
      case "low" -> Confidence.LOW;
      default ->
          throw new ProblemException(
              Problem.usage("--confidence " + level + " is no level", "write high, medium or low"));
    };
  }
}
