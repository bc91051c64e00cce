package allot.cli;

import allot.allocation.Advisories;
import allot.allocation.Allocation;
import allot.allocation.Exposure;
import allot.allocation.Finding;
import allot.allocation.Valuation;
import allot.allocation.Verdict;
import allot.dca.DcaAdvisories;
import allot.dca.DcaPlanner;
import allot.dca.DcaSchedule;
import allot.dca.DcaSchedule.Instalment;
import allot.dca.PlanId;
import allot.dca.UnpricedAsset;
import allot.dca.Volatility;
import allot.file.InputFile;
import allot.money.Money;
import allot.portfolio.Portfolio;
import allot.price.PriceHistory;
import allot.price.PriceState;
import allot.problem.Kind;
import allot.problem.Problem;
import allot.problem.ProblemException;
import allot.problem.Warning;
import allot.render.CsvRenderer;
import allot.render.CsvTable;
import allot.render.DcaCalendar;
import allot.render.DcaJson;
import allot.render.DcaPictures;
import allot.render.DcaView;
import allot.render.Document;
import allot.render.Envelope;
import allot.render.HtmlRenderer;
import allot.render.JsonRenderer;
import allot.render.MarkdownRenderer;
import allot.render.Page;
import allot.render.TextRenderer;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@CommandLine.Command(
    header = {
      "Examples:",
      "  allot dca --amount 500 --every week --times 26",
      "  allot dca --total 6000 --every month --on last --times 12 --ladder 0,5,10",
      "  allot dca --format ics -o plan.ics",
      "  allot dca --due -o today.txt || mail -s 'buy today' me < today.txt",
      ""
    },
    description = {
      "%nA dated plan of buys that carries the mix to its target: from the file's `dca` block,"
          + " from options, or both. An option replaces its group of the block: amount and total,"
          + " every and on, times and until, start.",
      "Fees come out of the money; orders under the minimum are carried; prices are held flat.%n"
    })
final class DcaCommand implements Verb.Command {
  private static final List<String> FORMATS =
      List.of("text", "json", "csv", "markdown", "html", "ics");

  @Parameters(
      arity = "0..1",
      paramLabel = "FILE",
      description = "portfolio file, - for standard input")
  private String file;

  @Mixin private DcaOptions plan = new DcaOptions();
  @Mixin private ValuationOptions valuation = new ValuationOptions();
  @Mixin private OutputOptions output = new OutputOptions();

  @Option(
      names = "--history",
      arity = "1..*",
      parameterConsumer = HistoryFiles.class,
      paramLabel = "FILE",
      description = "daily closes: for volatility, and to mark buys far above their mean")
  private List<String> histories = List.of();

  @Option(names = "--next", description = "only the first instalment due today or later")
  private boolean next;

  @Option(
      names = "--due",
      description = "only what is due today, exit code 10; nothing and 0 if nothing is")
  private boolean due;

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
    List<InputFile> inputs = new ArrayList<>(loaded.inputs());
    PriceHistory history = HistoryOption.read(histories, portfolio, session, inputs);
    DcaOptions.Resolved resolved =
        plan.resolve(
            portfolio,
            today,
            volatility(history),
            loaded.quotesOfUnheld(before.valuation(), PriceState::usable));
    if ((next || due || format.equals("ics")) && !resolved.startStated()) {
      throw new ProblemException(
          Problem.usage("the plan has no start to count from", "write --start DATE"));
    }
    if (due && !resolved.settings().dates().contains(today)) {
      return ExitCode.DONE;
    }
    Run run = new Run(session, format, page, portfolio, resolved, history, inputs);
    Optional<DcaSchedule> planned = planned(before, run);
    if (planned.isEmpty()) {
      if (format.equals("json")) {
        answer(DcaSchedule.undecided(today, before), run);
      } else if (!output.isQuiet()) {
        portfolio.warnings().forEach(w -> session.say("warning: " + w.message()));
      }
      return ExitCode.UNDECIDED;
    }
    return answered(planned.get(), run);
  }

  /** The plan; empty, and told why, if a price is missing. */
  private static Optional<DcaSchedule> planned(Allocation before, Run run) {
    if (before.valuation().total().isEmpty()) {
      for (Finding finding : Verdict.of(before).findings()) {
        if (finding.code() == Finding.Code.NO_PRICE
            || finding.code() == Finding.Code.FUTURE_PRICE) {
          run.session().say("cannot plan: " + finding.message());
        }
      }
      return Optional.empty();
    }
    try {
      return Optional.of(DcaPlanner.plan(before, run.resolved().settings()));
    } catch (UnpricedAsset e) {
      run.session()
          .say("cannot plan: " + e.asset() + " has no price; give --price " + e.asset() + "=...");
      return Optional.empty();
    }
  }

  private int answered(DcaSchedule whole, Run run) {
    if (plan.wantsVolatility() && !histories.isEmpty()) {
      refuseWithoutVolatility(whole);
    }
    List<Instalment> shown = shown(whole, whole.today());
    if (due && shown.isEmpty()) {
      return ExitCode.DONE;
    }
    answer(next || due ? whole.only(shown) : whole, run);
    if (due) {
      return ExitCode.FINDING;
    }
    return exitCode ? ExitCode.of(Verdict.of(whole.before()).status()) : ExitCode.DONE;
  }

  /** Whoever names a history for a ladder wants its chances, not question marks. */
  private static void refuseWithoutVolatility(DcaSchedule schedule) {
    for (Instalment instalment : schedule.instalments()) {
      for (DcaSchedule.Order order : instalment.orders()) {
        if (order.limits().stream().anyMatch(limit -> limit.fillProbability().isEmpty())) {
          throw new ProblemException(
              Problem.of(
                  Kind.DATA,
                  "--history has too few daily closes of "
                      + order.asset().symbol()
                      + " to estimate its volatility",
                  "add a file with at least "
                      + (Volatility.LEAST_RETURNS + 1)
                      + " days of it, or write --volatility 60"));
        }
      }
    }
  }

  private List<Instalment> shown(DcaSchedule whole, LocalDate today) {
    List<Instalment> shown = new ArrayList<>();
    for (Instalment instalment : whole.ahead()) {
      if (shown.isEmpty() && (!due || instalment.date().equals(today))) {
        shown.add(instalment);
      }
    }
    return shown;
  }

  private Map<String, Double> volatility(PriceHistory history) {
    Map<String, Double> volatility = new HashMap<>();
    if (plan.wantsVolatility()) {
      for (String asset : history.assets()) {
        Volatility.annual(history.closes(asset)).ifPresent(v -> volatility.put(asset, v));
      }
    }
    return volatility;
  }

  private void answer(DcaSchedule schedule, Run run) {
    String id = run.id();
    String strategy = run.strategy();
    List<Warning> warnings = warnings(schedule, run.history());
    DcaJson json =
        DcaJson.of(
            schedule,
            id,
            strategy,
            run.resolved().cadence().rhythm().every(),
            warnings,
            Envelope.inputs(run.inputs()));
    Document document = DcaView.document(schedule, run.title(), run.how(), warnings);
    String answer =
        switch (run.format()) {
          case "json" -> JsonRenderer.render(json);
          case "csv" -> CsvRenderer.render(CsvTable.ofRecords(DcaJson.TableRow.class, json.rows()));
          case "markdown" -> MarkdownRenderer.render(document);
          case "html" -> HtmlRenderer.render(DcaPictures.into(document, schedule), "dca");
          case "ics" -> DcaCalendar.render(schedule, id, run.session().now());
          default -> TextRenderer.render(document, run.page());
        };
    Answer.write(run.session(), output.file(), answer);
    boolean saysWarnings = run.format().equals("csv") || run.format().equals("ics");
    if (saysWarnings && !output.isQuiet()) {
      warnings.forEach(warning -> run.session().say("warning: " + warning.message()));
    }
  }

  private static List<Warning> warnings(DcaSchedule schedule, PriceHistory history) {
    Valuation valuation = schedule.before().valuation();
    List<Warning> warnings = new ArrayList<>(Advisories.of(valuation, Exposure.of(valuation)));
    warnings.addAll(DcaAdvisories.of(schedule, history));
    return warnings;
  }

  /** What a run has read. */
  private record Run(
      Session session,
      String format,
      Page page,
      Portfolio portfolio,
      DcaOptions.Resolved resolved,
      PriceHistory history,
      List<InputFile> inputs) {

    String id() {
      return PlanId.of(portfolio.name(), resolved.rhythm(), resolved.cadence().anchor());
    }

    String strategy() {
      return resolved.settings().strategy().name().toLowerCase(Locale.ROOT);
    }

    /** What the plan is, in one line. */
    String title() {
      List<Long> cents = resolved.settings().cents();
      int n = cents.size();
      boolean even = cents.stream().distinct().count() == 1;
      long sum = cents.stream().mapToLong(Long::longValue).sum();
      return money(even ? cents.get(0) : sum)
          + (even ? " every " : " in all, every ")
          + resolved.rhythm()
          + ", "
          + n
          + (n == 1 ? " time" : " times")
          + ", "
          + strategy()
          + ", from "
          + resolved.settings().from().name().toLowerCase(Locale.ROOT);
    }

    /** Why it buys what it buys. */
    String how() {
      String buckets =
          switch (resolved.settings().strategy()) {
            case FILL -> "buckets furthest below their target first";
            case GAP -> "buckets by what they lack";
            case FIXED -> "buckets by the target mix each time";
          };
      return buckets + "; inside by `within`, else by what is held";
    }

    private String money(long cents) {
      return Money.of(
              BigDecimal.valueOf(cents, portfolio.currency().decimals()), portfolio.currency())
          .format();
    }
  }
}
