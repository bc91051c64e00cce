package allot.cli;

import allot.allocation.Advisories;
import allot.allocation.Allocation;
import allot.allocation.Exposure;
import allot.allocation.Finding;
import allot.allocation.Valuation;
import allot.allocation.Verdict;
import allot.catalog.Asset;
import allot.catalog.AssetCatalog;
import allot.feed.HistoryFeed;
import allot.file.InputFile;
import allot.file.PortfolioFile;
import allot.portfolio.Portfolio;
import allot.price.FetchedHistory;
import allot.price.Freshness;
import allot.price.Gap;
import allot.price.HistoryGaps;
import allot.price.LiveQuotes;
import allot.price.PriceBook;
import allot.price.PriceSource;
import allot.price.PriceState;
import allot.problem.Warning;
import allot.render.AskedPrices;
import allot.render.CsvRenderer;
import allot.render.Document;
import allot.render.Envelope;
import allot.render.HistoryCsv;
import allot.render.HistoryJson;
import allot.render.JsonRenderer;
import allot.render.MarkdownRenderer;
import allot.render.Page;
import allot.render.PricesJson;
import allot.render.PricesView;
import allot.render.TextRenderer;
import java.time.Duration;
import java.time.Instant;
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
      "  allot prices",
      "  allot prices --json -o prices.json my.json",
      "  allot prices --history 365 -o closes.csv my.json",
      ""
    },
    description = {
      "%nFetches the current price of every asset that the portfolio holds or names in `within`,"
          + " from CoinGecko, then DeFi Llama, then what was fetched before. Exit code 20 if one"
          + " has none.",
      "--history writes daily closes instead, by UTC day, as CSV or JSON: one request an asset, no"
          + " faster than the service allows; run again after an interruption it goes on.",
      "Keys: COINGECKO_DEMO_API_KEY, COINGECKO_PRO_API_KEY, or --api-key-file. Other roots:"
          + " COINGECKO_BASE_URL, DEFILLAMA_BASE_URL. HTTPS_PROXY and NO_PROXY are honoured.%n"
    })
final class PricesCommand implements Verb.Command {
  private static final List<String> FORMATS = List.of("text", "json", "csv", "markdown");
  private static final List<String> HISTORY_FORMATS = List.of("csv", "json");
  private static final int MOST_DAYS = 5_000;

  @Parameters(arity = "0..1", paramLabel = "FILE", description = "portfolio file, - for stdin")
  private String file;

  @Option(
      names = "--history",
      paramLabel = "DAYS",
      description = "daily closes of so many days, up to yesterday")
  private String history;

  @Mixin private ServiceOptions service = new ServiceOptions();

  @Option(
      names = "--as-of",
      paramLabel = "INSTANT",
      description = "instant that ages count from, default now")
  private String asOf;

  @Option(
      names = "--max-price-age",
      paramLabel = "AGE",
      description = "oldest price that is not called stale: 90m, 24h (default), 3d, any")
  private String maxPriceAge;

  @Option(
      names = "--exit-code",
      description = "also exit 20 if a price is stale, 10 if a stablecoin is off its peg")
  private boolean exitCode;

  @Mixin private OutputOptions output = new OutputOptions();

  @Override
  public String formats() {
    return OutputOptions.words(FORMATS) + "; with --history csv (default) or json";
  }

  @Override
  public int run(Session session) {
    String format = output.format(history == null ? FORMATS : HISTORY_FORMATS);
    Page page = output.page(session);
    service.validate(history != null);
    Optional<Integer> days =
        Optional.ofNullable(history).map(text -> PlanValues.whole("--history", text, MOST_DAYS));
    AsOf when = asOf == null ? AsOf.NOW : AsOf.parse(asOf);
    Optional<Duration> maxAge =
        maxPriceAge == null
            ? Optional.of(Freshness.DEFAULT_MAX_AGE)
            : Freshness.parseMaxAge(maxPriceAge);
    Services services = service.services(session);
    InputFile input =
        ValuationSettings.read(
            Optional.ofNullable(file).orElseGet(() -> ValuationSettings.defaultFile(session)),
            session);
    Portfolio portfolio = PortfolioFile.read(input, AssetCatalog.builtIn());
    service.refuseWithout(portfolio.currency());
    Freshness freshness = new Freshness(when.in(portfolio.zone(), session.now()), maxAge);
    Run run = new Run(session, format, page, input, portfolio, freshness);
    return days.isPresent()
        ? histories(run, services, days.get())
        : quotes(run, service.quotes(services));
  }

  private record Run(
      Session session,
      String format,
      Page page,
      InputFile input,
      Portfolio portfolio,
      Freshness freshness) {

    List<Asset> assets() {
      return List.copyOf(ValuationSettings.priced(portfolio));
    }

    Instant at() {
      return freshness.at();
    }

    List<Envelope.Input> inputs() {
      return Envelope.inputs(List.of(input));
    }
  }

  private int quotes(Run run, PriceSource prices) {
    List<Asset> assets = run.assets();
    LiveQuotes live = prices.quotes(assets, run.portfolio().currency(), run.at());
    AskedPrices asked = AskedPrices.of(assets, live);
    PriceBook book = PriceBook.EMPTY.over(live.quotes());
    Allocation allocation = Allocation.of(Valuation.of(run.portfolio(), book, run.freshness()));
    List<Warning> warnings = warnings(run, live, allocation);
    PricesJson json =
        PricesJson.of(asked, run.portfolio().currency(), run.at(), run.inputs(), warnings);
    Document document =
        PricesView.document(
            asked, run.portfolio().currency(), run.freshness(), run.portfolio().zone(), warnings);
    String answer =
        switch (run.format()) {
          case "json" -> JsonRenderer.render(json);
          case "csv" -> CsvRenderer.render(json.table());
          case "markdown" -> MarkdownRenderer.render(document);
          default -> TextRenderer.render(document, run.page());
        };
    Answer.write(run.session(), output.file(), answer);
    if (run.format().equals("csv")) {
      asked
          .missing()
          .forEach(missing -> sayMissing(run.session(), missing.asset(), missing.reason()));
      say(run.session(), warnings);
    }
    if (!asked.missing().isEmpty()) {
      return ExitCode.UNDECIDED;
    }
    return exitCode ? code(run, live, allocation) : ExitCode.DONE;
  }

  /** Which asset a table lacks, and why: said even to those who want no warnings. */
  private static void sayMissing(Session session, Asset asset, Gap reason) {
    session.say("not priced: " + asset.symbol() + ": " + PricesView.words(reason, asset));
  }

  private void say(Session session, List<Warning> warnings) {
    if (!output.isQuiet()) {
      warnings.forEach(warning -> session.say("warning: " + warning.message()));
    }
  }

  /** What is about these quotes, not about the mix. */
  private static List<Warning> warnings(Run run, LiveQuotes live, Allocation allocation) {
    List<Warning> warnings = new ArrayList<>(run.portfolio().warnings());
    warnings.addAll(live.warnings());
    Valuation valuation = allocation.valuation();
    for (Warning warning : Advisories.of(valuation, Exposure.of(valuation))) {
      boolean ofQuote =
          switch (warning.code()) {
            case OFF_PEG, STALE_PRICE, UNDATED_PRICE -> true;
            default -> false;
          };
      boolean fetched =
          run.assets().stream()
              .filter(asset -> live.quotes().containsKey(asset.id()))
              .anyMatch(asset -> warning.asset().filter(asset.symbol()::equals).isPresent());
      if (ofQuote && fetched) {
        warnings.add(warning);
      }
    }
    return warnings;
  }

  private static int code(Run run, LiveQuotes live, Allocation allocation) {
    boolean stale =
        live.quotes().values().stream()
            .map(run.freshness()::judge)
            .anyMatch(state -> !(state instanceof PriceState.Fresh));
    boolean offPeg =
        Verdict.of(allocation).findings().stream()
            .anyMatch(finding -> finding.code() == Finding.Code.OFF_PEG);
    return stale ? ExitCode.UNDECIDED : offPeg ? ExitCode.FINDING : ExitCode.DONE;
  }

  private int histories(Run run, Services services, int days) {
    Session session = run.session();
    boolean shown = session.terminal().errIsTerminal() && !output.isQuiet();
    ProgressLine line = new ProgressLine(session, shown);
    HistoryFeed feed = services.history(service.choice(), line, line::waiting);
    FetchedHistory closes;
    try {
      closes = feed.closes(run.assets(), run.portfolio().currency(), days, run.at());
    } finally {
      line.end();
    }
    List<Warning> warnings = new ArrayList<>(run.portfolio().warnings());
    warnings.addAll(feed.warnings());
    warnings.addAll(
        HistoryGaps.warnings(run.assets(), closes.closes(), closes.from(), closes.to()));
    String answer =
        run.format().equals("json")
            ? JsonRenderer.render(
                HistoryJson.of(
                    closes, run.portfolio().currency(), run.at(), run.inputs(), warnings))
            : CsvRenderer.render(HistoryCsv.table(closes));
    Answer.write(session, output.file(), answer);
    if (run.format().equals("csv")) {
      closes.missing().forEach(missing -> sayMissing(session, missing.asset(), missing.reason()));
      say(session, warnings);
    }
    return closes.missing().isEmpty() ? ExitCode.DONE : ExitCode.UNDECIDED;
  }
}
