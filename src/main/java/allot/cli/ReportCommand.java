package allot.cli;

import allot.allocation.Advisories;
import allot.allocation.Allocation;
import allot.allocation.Exposure;
import allot.allocation.Finding;
import allot.allocation.Valuation;
import allot.allocation.Verdict;
import allot.problem.Problem;
import allot.problem.ProblemException;
import allot.problem.Warning;
import allot.render.CsvRenderer;
import allot.render.Document;
import allot.render.HtmlRenderer;
import allot.render.JsonRenderer;
import allot.render.MarkdownRenderer;
import allot.render.Page;
import allot.render.ReportCsv;
import allot.render.ReportJson;
import allot.render.ReportPictures;
import allot.render.ReportView;
import allot.render.TextRenderer;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@CommandLine.Command(
    header = {
      "Examples:",
      "  allot report portfolio.json",
      "  allot report --prices prices.csv --as-of 2026-11-20T18:00:00Z",
      "  allot report --json | jq '.buckets[] | {bucket, weight, drift}'",
      "  allot report --format csv --section holdings -o holdings.csv",
      "  allot report --format html -o report.html",
      ""
    },
    description = {
      "%nValue, weight, target, drift and band of every bucket; holdings, AI sectors,"
          + " host chains, concentration and warnings.",
      "With a held asset unpriced it prints what it knows and exits 20.%n"
    })
final class ReportCommand implements Verb.Command {
  private static final List<String> FORMATS = List.of("text", "json", "csv", "markdown", "html");

  @Parameters(arity = "0..1", paramLabel = "FILE", description = "portfolio file, - for stdin")
  private String file;

  @Mixin private ValuationOptions valuation = new ValuationOptions();
  @Mixin private OutputOptions output = new OutputOptions();

  @Option(
      names = "--section",
      paramLabel = "PART",
      description = "table of csv: buckets (default), holdings, sectors or hosts")
  private String section;

  @Option(names = "--exit-code", description = "exit as `check` would: 10 or 20")
  private boolean exitCode;

  @Override
  public String formats() {
    return OutputOptions.words(FORMATS);
  }

  @Override
  public int run(Session session) {
    String format = output.format(FORMATS);
    ReportCsv.Part part = part(format);
    Page page = output.page(session);
    ValuationSettings.Loaded loaded =
        valuation.validated(session).loadOrDefault(Optional.ofNullable(file));
    Allocation allocation =
        Allocation.of(Valuation.of(loaded.portfolio(), loaded.book(), loaded.freshness()));
    Exposure exposure = Exposure.of(allocation.valuation());
    List<Warning> warnings = Advisories.of(allocation.valuation(), exposure);
    Verdict verdict = Verdict.of(allocation);
    String answer =
        switch (format) {
          case "json" ->
              JsonRenderer.render(
                  ReportJson.of(allocation, exposure, warnings, loaded.hashedInputs()));
          case "csv" -> CsvRenderer.render(ReportCsv.table(part, allocation, exposure));
          default -> document(format, page, allocation, exposure, warnings, verdict);
        };
    Answer.write(session, output.file(), answer);
    if (format.equals("csv")) {
      sayUnpriced(allocation, verdict, session);
    }
    if (format.equals("csv") && !output.isQuiet()) {
      warnings.forEach(warning -> session.say("warning: " + warning.message()));
    }
    return code(allocation, verdict);
  }

  private static String document(
      String format,
      Page page,
      Allocation allocation,
      Exposure exposure,
      List<Warning> warnings,
      Verdict verdict) {
    Document document = ReportView.document(allocation, exposure, warnings, verdict);
    return switch (format) {
      case "markdown" -> MarkdownRenderer.render(document);
      case "html" ->
          HtmlRenderer.render(ReportPictures.into(document, allocation, exposure), "report");
      default -> TextRenderer.render(document, page);
    };
  }

  private ReportCsv.Part part(String format) {
    if (section == null) {
      return ReportCsv.Part.BUCKETS;
    }
    if (!format.equals("csv")) {
      throw new ProblemException(
          Problem.usage("--section goes with --format csv", "add --format csv, or leave it out"));
    }
    return ReportCsv.Part.parse(section)
        .orElseThrow(
            () ->
                new ProblemException(
                    Problem.usage(
                        "--section " + section + " is no part of the report",
                        "write buckets, holdings, sectors or hosts")));
  }

  /** Each asset without a price and the reason, beside a table that holds only what is known. */
  private static void sayUnpriced(Allocation allocation, Verdict verdict, Session session) {
    if (allocation.valuation().total().isPresent()) {
      return;
    }
    for (Finding finding : verdict.findings()) {
      if (finding.code() == Finding.Code.NO_PRICE || finding.code() == Finding.Code.FUTURE_PRICE) {
        session.say("not priced: " + finding.message());
      }
    }
  }

  private int code(Allocation allocation, Verdict verdict) {
    if (allocation.valuation().total().isEmpty()) {
      return ExitCode.UNDECIDED;
    }
    return exitCode ? ExitCode.of(verdict.status()) : ExitCode.DONE;
  }
}
