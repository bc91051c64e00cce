package allot.cli;

import allot.allocation.Advisories;
import allot.allocation.Allocation;
import allot.allocation.Exposure;
import allot.allocation.Finding;
import allot.allocation.Valuation;
import allot.allocation.Verdict;
import allot.portfolio.Portfolio;
import allot.price.PriceState;
import allot.price.Quote;
import allot.problem.Warning;
import allot.rebalance.Alternative;
import allot.rebalance.RebalanceAdvisories;
import allot.rebalance.RebalanceId;
import allot.rebalance.RebalancePlan;
import allot.rebalance.RebalanceSettings;
import allot.rebalance.Rebalancer;
import allot.render.CsvRenderer;
import allot.render.CsvTable;
import allot.render.Envelope;
import allot.render.HtmlRenderer;
import allot.render.JsonRenderer;
import allot.render.MarkdownRenderer;
import allot.render.Page;
import allot.render.RebalanceJson;
import allot.render.RebalanceView;
import allot.render.TextRenderer;
import allot.render.TradeRow;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@CommandLine.Command(
    header = {
      "Examples:",
      "  allot rebalance",
      "  allot rebalance --to edge --minimize tax --lots min-tax",
      "  allot rebalance --cash 5000 --no-sell",
      "  allot rebalance --cash -8000 --format csv -o trades.csv",
      "  allot rebalance --json -o plan.json",
      ""
    },
    description = {
      "%nThe trades that bring the mix back: what to sell and buy, in which account, out of"
          + " which lots, what that costs in fees and does to this year's tax, how the mix is"
          + " after it, and beside it the other ways. It calculates; it does not advise.",
      "With every bucket in band and no --cash there are no trades. Without a fresh price of"
          + " all that is held there are none either, and it exits 20.%n"
    })
final class RebalanceCommand implements Verb.Command {
  private static final List<String> FORMATS = List.of("text", "json", "csv", "markdown", "html");

  @Parameters(
      arity = "0..1",
      paramLabel = "FILE",
      description = "portfolio file, - for standard input")
  private String file;

  @Mixin private RebalanceOptions options = new RebalanceOptions();
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
    Portfolio portfolio = loaded.portfolio();
    Allocation before = Allocation.of(Valuation.of(portfolio, loaded.book(), loaded.freshness()));
    LocalDate today = before.valuation().at().atZone(portfolio.zone()).toLocalDate();
    Map<String, Quote> prices = loaded.quotesOfUnheld(before.valuation(), PriceState::fresh);
    RebalanceSettings settings =
        options.resolve(portfolio, today, prices, PlannedBuys.of(before, today, prices));
    LotCheck.refuseDifferences(portfolio, loaded.inputs().get(0).name());
    Run run = new Run(session, format, page, before, settings, loaded.hashedInputs());
    List<Finding> open = undecided(before, settings);
    if (!open.isEmpty()) {
      return cannotDecide(open, run);
    }
    RebalancePlan plan = Rebalancer.plan(before, settings);
    answer(plan, Rebalancer.alternatives(before, settings, portfolio.dca()), run);
    return exitCode ? code(before) : ExitCode.DONE;
  }

  /** What keeps from deciding; a portfolio of nothing is planned for if there is money for it. */
  private static List<Finding> undecided(Allocation before, RebalanceSettings settings) {
    List<Finding> open = new ArrayList<>();
    for (Finding finding : Verdict.of(before).findings()) {
      boolean planned = finding.code() == Finding.Code.EMPTY && settings.cash() != 0;
      if (finding.code().isUndecided() && !planned) {
        open.add(finding);
      }
    }
    return open;
  }

  private int cannotDecide(List<Finding> open, Run run) {
    if (run.format().equals("json")) {
      RebalanceJson document =
          RebalanceJson.undecided(run.before(), run.settings(), run.advisories(), run.inputs());
      Answer.write(run.session(), output.file(), JsonRenderer.render(document));
    }
    open.forEach(finding -> run.session().say("cannot decide: " + finding.message()));
    if (!run.format().equals("json") && !output.isQuiet()) {
      run.before()
          .valuation()
          .portfolio()
          .warnings()
          .forEach(warning -> run.session().say("warning: " + warning.message()));
    }
    return ExitCode.UNDECIDED;
  }

  private void answer(RebalancePlan plan, List<Alternative> alternatives, Run run) {
    List<Warning> warnings = run.warnings(plan);
    String id = RebalanceId.of(run.inputs().stream().map(Envelope.Input::sha256).toList(), plan);
    String answer =
        switch (run.format()) {
          case "json" ->
              JsonRenderer.render(RebalanceJson.of(plan, alternatives, id, warnings, run.inputs()));
          case "csv" ->
              CsvRenderer.render(CsvTable.ofRecords(TradeRow.TableRow.class, TradeRow.table(plan)));
          case "markdown" ->
              MarkdownRenderer.render(RebalanceView.document(plan, alternatives, warnings));
          case "html" ->
              HtmlRenderer.render(
                  RebalanceView.document(plan, alternatives, warnings), "rebalance");
          default ->
              TextRenderer.render(RebalanceView.document(plan, alternatives, warnings), run.page());
        };
    Answer.write(run.session(), output.file(), answer);
    if (run.format().equals("csv") && !output.isQuiet()) {
      warnings.forEach(warning -> run.session().say("warning: " + warning.message()));
    }
  }

  /** New money for nothing held is a plan, not a finding. */
  private static int code(Allocation before) {
    Verdict.Status status = Verdict.of(before).status();
    return status == Verdict.Status.UNDECIDED ? ExitCode.DONE : ExitCode.of(status);
  }

  /** What a run is about. */
  private record Run(
      Session session,
      String format,
      Page page,
      Allocation before,
      RebalanceSettings settings,
      List<Envelope.Input> inputs) {

    List<Warning> advisories() {
      return Advisories.of(before.valuation(), Exposure.of(before.valuation()));
    }

    /** A plan says more exactly what of an asset's cost is unknown to it than the reader can. */
    List<Warning> warnings(RebalancePlan plan) {
      List<Warning> ofPlan = RebalanceAdvisories.of(plan);
      List<Warning> warnings = new ArrayList<>();
      for (Warning warning : advisories()) {
        boolean said =
            ofPlan.stream()
                .anyMatch(
                    other ->
                        other.code() == warning.code() && other.asset().equals(warning.asset()));
        if (!said) {
          warnings.add(warning);
        }
      }
      warnings.addAll(ofPlan);
      return warnings;
    }
  }
}
