package allot.cli;

import allot.allocation.Advisories;
import allot.allocation.Allocation;
import allot.allocation.Exposure;
import allot.allocation.Finding;
import allot.allocation.Valuation;
import allot.allocation.Verdict;
import allot.file.InputFile;
import allot.problem.Kind;
import allot.problem.Problem;
import allot.problem.ProblemException;
import allot.problem.Warning;
import allot.render.CheckJson;
import allot.render.CheckView;
import allot.render.CheckedFile;
import allot.render.CsvRenderer;
import allot.render.CsvTable;
import allot.render.JsonRenderer;
import allot.render.MarkdownRenderer;
import allot.render.Prometheus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@CommandLine.Command(
    header = {
      "Examples:",
      "  allot check portfolio.json",
      "  allot check --prices prices.csv *.json",
      "  allot check --on-change --state ~/.local/state/allot-check.json",
      "  allot check --format prometheus -o /var/lib/node_exporter/allot.prom",
      ""
    },
    description = {
      "%nFor cron: silent and 0 with every bucket in band; a line for each finding, with"
          + " what to buy or sell, and 10 out of band or with a stablecoin off its peg; 20 when"
          + " a price is missing or stale, or nothing is held.",
      "Of several files the most serious outcome decides the exit code: a fault, 20, 10, 0."
          + " --format prometheus writes metrics for a textfile collector.%n"
    })
final class CheckCommand implements Verb.Command {
  private static final List<String> FORMATS =
      List.of("text", "json", "csv", "markdown", "prometheus");

  @Parameters(arity = "0..*", paramLabel = "FILE", description = "portfolio files, - for stdin")
  private List<String> files = List.of();

  @Mixin private ValuationOptions valuation = new ValuationOptions();
  @Mixin private OutputOptions output = new OutputOptions();

  @Option(
      names = "--on-change",
      description = "speak only if the findings differ from the last run; needs --state")
  private boolean onChange;

  @Option(
      names = "--state",
      paramLabel = "FILE",
      description = "where --on-change keeps the findings of the last run")
  private String state;

  @Option(names = "--exit-code", description = "accepted, for check always decides by it")
  private boolean exitCode;

  @Override
  public String formats() {
    return OutputOptions.words(FORMATS);
  }

  @Override
  public int run(Session session) {
    String format = output.format(FORMATS);
    output.page(session);
    checkStateOptions(format);
    ValuationSettings settings = valuation.validated(session);
    List<String> named = files.isEmpty() ? List.of(ValuationSettings.defaultFile(session)) : files;
    Run run = new Run(session, settings);
    if (!onChange) {
      run.checkAll(named);
      run.answer(format);
      return run.code();
    }
    session.read(state);
    try (LastFindings last = LastFindings.open(state, settings.instantOfRun())) {
      run.checkAll(named);
      last.refuseBackwardClock().ifPresent(run::cannotDecide);
      if (last.differFrom(run.checked)) {
        run.recovered = last.recovered(run.checked);
        run.answer(format);
      }
      last.save(run.checked);
    }
    return run.code();
  }

  private void checkStateOptions(String format) {
    if (onChange != (state != null)) {
      throw new ProblemException(
          Problem.usage("--on-change and --state go together", "write --on-change --state FILE"));
    }
    if (onChange && format.equals("prometheus")) {
      throw new ProblemException(
          Problem.usage(
              "--on-change does not go with --format prometheus", "metrics are written every run"));
    }
  }

  /** One run over all files. */
  private final class Run {
    private final Session session;
    private final ValuationSettings settings;
    private final List<CheckedFile> checked = new ArrayList<>();
    private final List<ProblemException> faults = new ArrayList<>();
    private List<String> recovered = List.of();

    Run(Session session, ValuationSettings settings) {
      this.session = session;
      this.settings = settings;
    }

    void checkAll(List<String> named) {
      for (String file : named) {
        checked.add(check(file));
      }
    }

    private CheckedFile check(String file) {
      InputFile input;
      try {
        input = ValuationSettings.read(file, session);
      } catch (ProblemException e) {
        if (e.kind() == Kind.USAGE) {
          throw e;
        }
        return faulty(file, e);
      }
      // an option that is wrong for this portfolio may be right for the next
      try {
        ValuationSettings.Loaded loaded = settings.load(input);
        Allocation allocation =
            Allocation.of(Valuation.of(loaded.portfolio(), loaded.book(), loaded.freshness()));
        List<Warning> warnings =
            Advisories.of(allocation.valuation(), Exposure.of(allocation.valuation()));
        return new CheckedFile(
            file, Verdict.of(allocation), Optional.of(allocation), warnings, loaded.inputs());
      } catch (ProblemException e) {
        return faulty(file, e);
      }
    }

    private CheckedFile faulty(String file, ProblemException fault) {
      faults.add(fault);
      List<Finding> findings = new ArrayList<>();
      for (Problem problem : fault.problems()) {
        findings.add(Finding.ofFile(Finding.Code.INVALID, problem.line()));
      }
      return new CheckedFile(file, Verdict.of(findings), Optional.empty(), List.of(), List.of());
    }

    /** The clock is behind the last run: nothing can be decided. */
    void cannotDecide(String why) {
      Finding finding = Finding.ofFile(Finding.Code.FUTURE_PRICE, why);
      checked.replaceAll(
          file ->
              file.verdict().status() == Verdict.Status.INVALID
                  ? file
                  : file.with(Verdict.of(List.of(finding))));
    }

    int code() {
      if (!faults.isEmpty()) {
        return ExitCode.of(faults.get(0).kind());
      }
      int worst = ExitCode.DONE;
      for (CheckedFile file : checked) {
        worst = Math.max(worst, ExitCode.of(file.verdict().status()));
      }
      return worst;
    }

    void answer(String format) {
      tellFaults();
      String answer =
          switch (format) {
            case "json" -> JsonRenderer.render(json());
            case "csv" ->
                CsvRenderer.render(CsvTable.ofRecords(CheckJson.TableRow.class, json().rows()));
            case "markdown" -> MarkdownRenderer.render(CheckView.document(checked));
            case "prometheus" -> Prometheus.render(checked, code(), session.now());
            default -> CheckView.findings(checked) + CheckView.recovered(recovered);
          };
      Answer.write(session, output.file(), answer);
      if (!format.equals("json")) {
        sayUndecided();
      }
      if (!format.equals("json") && !output.isQuiet()) {
        sayWarnings();
      }
    }

    private CheckJson json() {
      return CheckJson.of(checked, code(), at());
    }

    /** A price file that is broken is a fault of every file, and said once. */
    private void tellFaults() {
      Set<List<String>> told = new HashSet<>();
      for (ProblemException fault : faults) {
        if (told.add(fault.problems().stream().map(Problem::line).toList())) {
          session.tell(fault);
        }
      }
    }

    private Instant at() {
      for (CheckedFile file : checked) {
        if (file.allocation().isPresent()) {
          return file.allocation().get().valuation().at();
        }
      }
      return settings.instantOfRun();
    }

    private void sayUndecided() {
      for (CheckedFile file : checked) {
        for (Finding finding : file.undecided()) {
          session.say(file.file() + ": cannot decide: " + finding.message());
        }
      }
    }

    /** The warnings of files that are not in band, unless a finding has said the same. */
    private void sayWarnings() {
      int code = code();
      if (code != ExitCode.FINDING && code != ExitCode.UNDECIDED) {
        return;
      }
      for (CheckedFile file : checked) {
        for (Warning warning : file.unsaidWarnings()) {
          session.say("warning: " + file.file() + ": " + warning.message());
        }
      }
    }
  }
}
