package allot.cli;

import allot.allocation.Advisories;
import allot.allocation.Allocation;
import allot.allocation.Exposure;
import allot.allocation.Finding;
import allot.allocation.Valuation;
import allot.allocation.Verdict;
import allot.file.InputFile;
import allot.problem.Problem;
import allot.problem.ProblemException;
import allot.problem.Warning;
import allot.render.CsvRenderer;
import allot.render.Envelope;
import allot.render.HtmlRenderer;
import allot.render.JsonRenderer;
import allot.render.MarkdownRenderer;
import allot.render.Page;
import allot.render.SimulateJson;
import allot.render.SimulatePictures;
import allot.render.SimulateView;
import allot.render.Simulated;
import allot.render.SimulationNotes;
import allot.render.TextRenderer;
import allot.simulate.CloseTable;
import allot.simulate.Covariance;
import allot.simulate.HistoryWindow;
import allot.simulate.MonteCarlo;
import allot.simulate.ReturnTable;
import allot.simulate.RiskByBucket;
import allot.simulate.SimulatedMix;
import allot.simulate.Simulation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@CommandLine.Command(
    header = {
      "Examples:",
      "  allot prices --history 1095 -o closes.csv",
      "  allot simulate --history closes.csv",
      "  allot simulate --history closes.csv --bands 5/25,5/25:edge,10 --fee 0.6",
      "  allot simulate --history closes.csv --model t --days 90 --mean 10",
      "  allot simulate --history closes.csv --json | jq .checkAgainDays",
      "  allot simulate --history closes.csv --format html -o simulate.html",
      ""
    },
    description = {
      "%nWhat may happen: how soon the mix is out of its band again, which band costs what in"
          + " rebalances, fees and drift, what the portfolio may be worth, and which bucket the"
          + " risk comes from. Futures are drawn from a history of daily closes.",
      "The same options, files and seed give the same figures. It knows no tax, and it does not"
          + " know what prices will do.%n"
    })
final class SimulateCommand implements Verb.Command {
  private static final List<String> FORMATS = List.of("text", "json", "csv", "markdown", "html");
  private static final int MOST_THREADS = 16;

  @Parameters(
      arity = "0..1",
      paramLabel = "FILE",
      description = "portfolio file, - for standard input")
  private String file;

  @Mixin private HistoryTables histories = new HistoryTables();
  @Mixin private SimulateOptions options = new SimulateOptions();
  @Mixin private ValuationOptions valuation = new ValuationOptions();
  @Mixin private OutputOptions output = new OutputOptions();

  @Option(
      names = "--section",
      paramLabel = "PART",
      description = "table of csv: bands (default), exit, outcome, risk or fan")
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
    SimulateJson.Part part = part(format);
    Page page = output.page(session);
    histories.validate();
    ValuationSettings.Loaded loaded =
        valuation
            .validated(session)
            .loadOrDefault(file == null ? histories.takePortfolio() : Optional.of(file));
    SimulateOptions.Resolved resolved = options.resolve(loaded.portfolio());
    Allocation before =
        Allocation.of(Valuation.of(loaded.portfolio(), loaded.book(), loaded.freshness()));
    Run run = new Run(session, format, part, page, before, resolved);
    List<InputFile> inputs = new ArrayList<>(loaded.inputs());
    if (before.valuation().weighable().isEmpty()) {
      histories.check(loaded.portfolio(), session, inputs);
      return cannotSimulate(run, Envelope.inputs(inputs));
    }
    answer(run, simulated(run, inputs), Envelope.inputs(inputs));
    return exitCode ? ExitCode.of(Verdict.of(before).status()) : ExitCode.DONE;
  }

  /** What a run is about. */
  private record Run(
      Session session,
      String format,
      SimulateJson.Part part,
      Page page,
      Allocation before,
      SimulateOptions.Resolved resolved) {

    List<Warning> warnings() {
      return Advisories.of(before.valuation(), Exposure.of(before.valuation()));
    }
  }

  private SimulateJson.Part part(String format) {
    if (section == null) {
      return SimulateJson.Part.BANDS;
    }
    if (!format.equals("csv")) {
      throw new ProblemException(
          Problem.usage("--section goes with --format csv", "add --format csv, or leave it out"));
    }
    return SimulateJson.Part.parse(section)
        .orElseThrow(
            () ->
                PlanValues.refused(
                    "--section " + section + " is no part of a simulation",
                    "write bands, exit, outcome, risk or fan"));
  }

  private Simulated simulated(Run run, List<InputFile> inputs) {
    SimulatedMix mix = mix(run.before(), inputs.get(0).name());
    CloseTable closes =
        histories.read(
            run.before().valuation().portfolio(),
            mix.assets(),
            HistoryWindow.SIMULATION,
            run.session(),
            inputs);
    ReturnTable returns = ReturnTable.of(closes);
    SimulateOptions.Drawn drawn = run.resolved().model(mix, returns);
    RiskByBucket risk = RiskByBucket.of(mix, Covariance.ofSample(returns.simpleReturns()));
    Simulation made;
    boolean shown = run.session().terminal().errIsTerminal() && !output.isQuiet();
    int paths = run.resolved().settings().paths();
    try (SimulationProgress progress = new SimulationProgress(run.session(), shown, paths)) {
      int threads = Math.min(MOST_THREADS, Runtime.getRuntime().availableProcessors());
      made = MonteCarlo.run(mix, drawn.model(), run.resolved().settings(), threads, progress);
    }
    return new Simulated(
        run.before(),
        run.resolved().terms(),
        made,
        risk,
        closes,
        drawn.blockLength().filter(length -> !closes.days().isEmpty()));
  }

  private static SimulatedMix mix(Allocation before, String file) {
    try {
      return SimulatedMix.of(before);
    } catch (ProblemException e) {
      throw HistoryTables.placed(e, file);
    }
  }

  private void answer(Run run, Simulated simulated, List<Envelope.Input> inputs) {
    List<Warning> warnings = run.warnings();
    String answer =
        switch (run.format()) {
          case "json" -> JsonRenderer.render(SimulateJson.of(simulated, warnings, inputs));
          case "csv" ->
              CsvRenderer.render(SimulateJson.of(simulated, warnings, inputs).table(run.part()));
          case "markdown" -> MarkdownRenderer.render(SimulateView.document(simulated, warnings));
          case "html" ->
              HtmlRenderer.render(
                  SimulatePictures.into(SimulateView.document(simulated, warnings), simulated),
                  "simulate");
          default -> TextRenderer.render(SimulateView.document(simulated, warnings), run.page());
        };
    Answer.write(run.session(), output.file(), answer);
    if (run.format().equals("csv") && !output.isQuiet()) {
      warnings.forEach(warning -> run.session().say("warning: " + warning.message()));
      SimulationNotes.of(simulated)
          .forEach(note -> run.session().say("warning: " + note.message()));
    }
  }

  private int cannotSimulate(Run run, List<Envelope.Input> inputs) {
    if (run.format().equals("json")) {
      SimulateJson document =
          SimulateJson.undecided(run.before(), run.resolved().terms(), run.warnings(), inputs);
      Answer.write(run.session(), output.file(), JsonRenderer.render(document));
    }
    for (Finding finding : Verdict.of(run.before()).findings()) {
      switch (finding.code()) {
        case NO_PRICE, FUTURE_PRICE, EMPTY ->
            run.session().say("cannot simulate: " + finding.message());
        default -> {}
      }
    }
    if (!run.format().equals("json") && !output.isQuiet()) {
      run.before()
          .valuation()
          .portfolio()
          .warnings()
          .forEach(warning -> run.session().say("warning: " + warning.message()));
    }
    return ExitCode.UNDECIDED;
  }
}
