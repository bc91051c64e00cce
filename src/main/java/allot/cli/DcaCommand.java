package allot.cli;

import allot.allocation.Advisories;
import allot.allocation.Allocation;
import allot.allocation.Exposure;
import allot.allocation.Finding;
import allot.allocation.Position;
import allot.allocation.Valuation;
import allot.allocation.Verdict;
import allot.dca.DcaAdvisories;
import allot.dca.DcaPlanner;
import allot.dca.DcaSchedule;
import allot.dca.DcaSchedule.Instalment;
import allot.dca.PlanId;
import allot.dca.UnpricedAsset;
import allot.dca.Volatility;
import allot.money.Money;
import allot.portfolio.Portfolio;
import allot.price.PriceHistory;
import allot.price.PriceState;
import allot.price.Quote;
import allot.problem.Problem;
import allot.problem.ProblemException;
import allot.problem.Warning;
import allot.render.CsvRenderer;
import allot.render.CsvTable;
import allot.render.DcaCalendar;
import allot.render.DcaJson;
import allot.render.DcaView;
import allot.render.Document;
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
      "  allot dca --due || mail -s 'buy today' me",
      ""
    },
    description = {
      "%nA dated plan of buys that carries the mix to its target: from the file's `dca` block,"
          + " from options, or both. An option replaces its group of the block: amount and total,"
          + " every and on, times and until, start.",
      "Fees come out of the money; orders under the minimum are carried; prices are held flat.%n"
    })
final class DcaCommand implements Verb.Command {
  private static final List<String> FORMATS = List.of("text", "json", "csv", "markdown", "ics");

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
      paramLabel = "FILE",
      description = "daily closes: for volatility, and to mark buys far above their mean")
  private List<String> histories = List.of();

  @Option(names = "--next", description = "only the first instalment due today or later")
  private boolean next;

  @Option(
      names = "--due",
      description = "only what is due today, exit code 10; nothing and 0 if nothing is")
  private boolean due;

  @Option(names = "--exit-code", description = "accepted; --due always decides by it")
  private boolean exitCode;

  @Override
  public int run(Session session) {
    String format = output.format(FORMATS);
    Page page = output.page(session);
    ValuationSettings.Loaded loaded =
        valuation.validated(session).loadOrDefault(Optional.ofNullable(file));
    Portfolio portfolio = loaded.portfolio();
    Allocation before = Allocation.of(Valuation.of(portfolio, loaded.book(), loaded.freshness()));
    LocalDate today = before.valuation().at().atZone(portfolio.zone()).toLocalDate();
    PriceHistory history = HistoryOption.read(histories, portfolio, session);
    DcaOptions.Resolved resolved =
        plan.resolve(portfolio, today, volatility(history), prices(loaded, before.valuation()));
    if ((next || due || format.equals("ics")) && !resolved.startStated()) {
      throw new ProblemException(
          Problem.usage("the plan has no start to count from", "write --start DATE"));
    }
    if (before.valuation().total().isEmpty()) {
      return undecided(session, Verdict.of(before));
    }
    DcaSchedule whole;
    try {
      whole = DcaPlanner.plan(before, resolved.settings());
    } catch (UnpricedAsset e) {
      session.say(
          "cannot plan: " + e.asset() + " has no price; give --price " + e.asset() + "=...");
      return ExitCode.UNDECIDED;
    }
    List<Instalment> shown = shown(whole, today);
    if (due && shown.isEmpty()) {
      return ExitCode.DONE;
    }
    DcaSchedule schedule = next || due ? whole.only(shown) : whole;
    answer(session, format, page, schedule, resolved, loaded, history);
    return due ? ExitCode.FINDING : ExitCode.DONE;
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

  /** The usable quotes of assets that `within` names and nobody holds. */
  private static Map<String, Quote> prices(ValuationSettings.Loaded loaded, Valuation valuation) {
    Map<String, Quote> prices = new HashMap<>();
    for (Position position : valuation.positions()) {
      position
          .price()
          .usable()
          .ifPresent(quote -> prices.putIfAbsent(position.holding().asset().id(), quote));
    }
    for (Map<String, ?> inside : loaded.portfolio().within().values()) {
      for (String id : inside.keySet()) {
        loaded
            .book()
            .find(id)
            .map(loaded.freshness()::judge)
            .flatMap(PriceState::usable)
            .ifPresent(quote -> prices.put(id, quote));
      }
    }
    return prices;
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

  private int undecided(Session session, Verdict verdict) {
    for (Finding finding : verdict.findings()) {
      if (finding.code().isUndecided()) {
        session.say("cannot plan: " + finding.message());
      }
    }
    return ExitCode.UNDECIDED;
  }

  private void answer(
      Session session,
      String format,
      Page page,
      DcaSchedule schedule,
      DcaOptions.Resolved resolved,
      ValuationSettings.Loaded loaded,
      PriceHistory history) {
    Portfolio portfolio = loaded.portfolio();
    String id = PlanId.of(portfolio.name(), resolved.rhythm(), resolved.cadence().anchor());
    String strategy = resolved.settings().strategy().name().toLowerCase(Locale.ROOT);
    List<Warning> warnings = warnings(schedule, history);
    DcaJson json =
        DcaJson.of(
            schedule,
            id,
            strategy,
            resolved.cadence().rhythm().every(),
            warnings,
            loaded.hashedInputs());
    Document document = DcaView.document(schedule, title(resolved, portfolio, strategy), warnings);
    String answer =
        switch (format) {
          case "json" -> JsonRenderer.render(json);
          case "csv" -> CsvRenderer.render(CsvTable.ofRecords(DcaJson.TableRow.class, json.rows()));
          case "markdown" -> MarkdownRenderer.render(document);
          case "ics" -> DcaCalendar.render(schedule, id, session.now());
          default -> TextRenderer.render(document, page);
        };
    Answer.write(session, output.file(), answer);
    boolean saysWarnings = format.equals("csv") || format.equals("ics");
    if (saysWarnings && !output.isQuiet()) {
      warnings.forEach(warning -> session.say("warning: " + warning.message()));
    }
  }

  private static List<Warning> warnings(DcaSchedule schedule, PriceHistory history) {
    Valuation valuation = schedule.before().valuation();
    List<Warning> warnings = new ArrayList<>(Advisories.of(valuation, Exposure.of(valuation)));
    warnings.addAll(DcaAdvisories.of(schedule, history));
    return warnings;
  }

  private static String title(DcaOptions.Resolved plan, Portfolio portfolio, String strategy) {
    int n = plan.settings().dates().size();
    long first = plan.settings().cents().get(0);
    String each =
        Money.of(BigDecimal.valueOf(first, portfolio.currency().decimals()), portfolio.currency())
            .format();
    String from = plan.settings().from().name().toLowerCase(Locale.ROOT);
    return each
        + " every "
        + plan.rhythm()
        + ", "
        + n
        + (n == 1 ? " time" : " times")
        + ", "
        + strategy
        + ", from "
        + from;
  }
}
