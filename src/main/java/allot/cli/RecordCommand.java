package allot.cli;

import allot.catalog.AssetCatalog;
import allot.cli.RecordPlan.Chosen;
import allot.file.FileUpdate;
import allot.file.InputFile;
import allot.file.PlanDocument;
import allot.file.PlanFile;
import allot.file.PortfolioEdit;
import allot.problem.Problem;
import allot.problem.ProblemException;
import allot.record.Bookkeeper;
import allot.record.Recording;
import allot.render.CsvRenderer;
import allot.render.CsvTable;
import allot.render.Document;
import allot.render.Envelope;
import allot.render.JsonRenderer;
import allot.render.MarkdownRenderer;
import allot.render.Page;
import allot.render.RecordJson;
import allot.render.RecordView;
import allot.render.Recorded;
import allot.render.TextRenderer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.IModelTransformer;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@CommandLine.Command(
    header = {
      "Examples:",
      "  allot record buy TAO 0.5 --at 402.10 --fee 1.20 --account Coinbase",
      "  allot record sell NEAR 100 --at 2.70 --lot 2025-04-30 --date 2026-11-20",
      "  allot record move TAO 5 --from Coinbase --to Ledger",
      "  allot record --plan plan.json --only 1,3",
      ""
    },
    customSynopsis = {
      "allot record buy|sell ASSET QUANTITY --at PRICE [OPTIONS] [FILE]",
      "       allot record move ASSET QUANTITY --from NAME --to NAME [OPTIONS] [FILE]",
      "       allot record --plan PLAN.json [--only 1,3] [--date DATE] [FILE]"
    },
    description = {
      "%nWrites what happened into the portfolio file: quantities, lots, cash. Everything else in"
          + " the file stays as it is, byte for byte, and FILE.bak keeps the old one.",
      "A buy adds a lot; a sale and a move take lots by the file's tax.method (min-tax: hifo) or"
          + " --lot. The account's cash follows if the file has a row of it, or with --cash.",
      "--plan records all trades of a rebalance with their cash and transfers, or the instalments"
          + " of a dca that are dated up to today; --only some. A rebalance recorded in pieces ends"
          + " as one recorded at once: new money comes in with the first buy, a withdrawal leaves"
          + " with the last trade. Of a dca, new money pays, what is kept becomes cash, what is"
          + " carried is not booked. No entry is recorded twice: the file keeps their numbers under"
          + " `recorded`.%n"
    },
    modelTransformer = RecordCommand.OwnOutput.class)
final class RecordCommand implements Verb.Command {
  private static final List<String> FORMATS = List.of("text", "json", "csv", "markdown");

  /** Two files are written here: the option tells which one it names. */
  static final class OwnOutput implements IModelTransformer {
    @Override
    public CommandSpec transform(CommandSpec spec) {
      OptionSpec output = spec.findOption("-o");
      spec.remove(output);
      return spec.addOption(
          output.toBuilder()
              .description("write the answer to this file; FILE is changed all the same")
              .build());
    }
  }

  @Parameters(
      arity = "0..*",
      hideParamSyntax = true,
      paramLabel = "FILE",
      description = "portfolio file, last; it is read and written")
  private List<String> words = List.of();

  @Mixin private RecordOptions trade = new RecordOptions();

  @Option(
      names = "--as-of",
      paramLabel = "INSTANT",
      description = "instant that counts as now; a date means the end of that day")
  private String asOf;

  @Option(names = "--dry-run", description = "show what would be written, and write nothing")
  private boolean dryRun;

  @Mixin private OutputOptions output = new OutputOptions();

  @Override
  public String formats() {
    return OutputOptions.words(FORMATS);
  }

  @Override
  public int run(Session session) {
    String format = output.format(FORMATS);
    Page page = output.page(session);
    RecordRequest request = trade.parsed(words);
    AsOf instant = asOf == null ? AsOf.NOW : AsOf.parse(asOf);
    String file = request.file().orElseGet(() -> ValuationSettings.defaultFile(session));
    Answer.refuseEmpty(file);
    if (file.equals(InputFile.STDIN)) {
      throw new ProblemException(
          Problem.usage("standard input cannot be written back to", "name a portfolio file"));
    }
    List<InputFile> plans = new ArrayList<>();
    if (request instanceof RecordRequest.Plan plan) {
      plans.add(ValuationSettings.read(plan.plan(), session));
    }
    Optional<PlanDocument> document = plans.stream().findFirst().map(PlanFile::read);
    session.read(file);
    Recorded recorded;
    try (FileUpdate update = dryRun ? FileUpdate.look(file) : FileUpdate.open(file)) {
      PortfolioEdit edit = PortfolioEdit.of(update.content(), AssetCatalog.builtIn());
      RecordTerms terms =
          new RecordTerms(edit.portfolio(), instant.in(edit.portfolio().zone(), session.now()));
      Chosen chosen = chosen(request, document, terms, edit.recorded());
      recorded =
          new Recorded(
              Bookkeeper.book(terms.portfolio(), file, chosen.entries()),
              terms.at(),
              file,
              document.map(PlanDocument::plan),
              chosen.remark(),
              dryRun);
      if (!recorded.isNothing()) {
        write(session, update, edit, recorded, chosen.numbers());
        sayHow(session, chosen, terms);
      }
      plans.add(0, update.content());
    }
    answer(session, recorded, render(format, recorded, page, Envelope.inputs(plans)));
    return ExitCode.DONE;
  }

  private static Chosen chosen(
      RecordRequest request,
      Optional<PlanDocument> document,
      RecordTerms terms,
      Map<String, List<Integer>> recorded) {
    if (request instanceof RecordRequest.Typed typed) {
      return new Chosen(List.of(), List.of(RecordTrade.entry(typed, terms)), "");
    }
    PlanDocument plan = document.orElseThrow();
    List<Integer> known = recorded.getOrDefault(plan.plan(), List.of());
    return new RecordPlan((RecordRequest.Plan) request, plan, terms, known).chosen();
  }

  private void write(
      Session session,
      FileUpdate update,
      PortfolioEdit edit,
      Recorded recorded,
      List<Integer> numbers) {
    Recording recording = recorded.recording();
    Map<String, List<Integer>> entries =
        recorded.plan().map(plan -> Map.of(plan, numbers)).orElse(Map.of());
    byte[] fresh = edit.with(recording.changes(), recording.added(), entries);
    refuseOwnFiles(session, recorded);
    if (recorded.isWritten()) {
      update.write(fresh);
    }
  }

  /** Once the trade is written, an answer that cannot go where it shall would be too late. */
  private void refuseOwnFiles(Session session, Recorded recorded) {
    if (output.file().filter(name -> !name.equals("-")).isEmpty()) {
      return;
    }
    Path path = Answer.path(output.file().get());
    boolean backup =
        path.toAbsolutePath()
            .normalize()
            .equals(Answer.path(recorded.backup()).toAbsolutePath().normalize());
    if (backup || session.hasRead(path)) {
      throw new ProblemException(
          Problem.usage(
              "-o " + output.file().get() + " would replace a file of this run",
              "name another file"));
    }
  }

  private void sayHow(Session session, Chosen chosen, RecordTerms terms) {
    if (!output.isQuiet()) {
      RecordNotes.of(chosen, terms).forEach(session::say);
    }
  }

  private static String render(
      String format, Recorded recorded, Page page, List<Envelope.Input> inputs) {
    Document document = RecordView.document(recorded);
    return switch (format) {
      case "json" -> JsonRenderer.render(RecordJson.of(recorded, inputs));
      case "csv" ->
          CsvRenderer.render(
              CsvTable.ofRecords(RecordJson.LotRow.class, RecordJson.of(recorded, inputs).lots()));
      case "markdown" -> MarkdownRenderer.render(document);
      default -> TextRenderer.render(document, page);
    };
  }

  private void answer(Session session, Recorded recorded, String answer) {
    try {
      Answer.write(session, output.file(), answer);
    } catch (ProblemException e) {
      if (recorded.isWritten()) {
        session.say(recorded.file() + " is written all the same; do not record it again");
      }
      throw e;
    }
  }
}
