package allot.cli;

import allot.allocation.Position;
import allot.allocation.Valuation;
import allot.catalog.Asset;
import allot.catalog.Bucket;
import allot.file.InputFile;
import allot.portfolio.Holding;
import allot.portfolio.Portfolio;
import allot.price.Freshness;
import allot.price.Quote;
import allot.problem.ProblemException;
import allot.problem.Warning;
import allot.render.BacktestCsv;
import allot.render.BacktestJson;
import allot.render.BacktestPictures;
import allot.render.BacktestView;
import allot.render.CsvRenderer;
import allot.render.Envelope;
import allot.render.HtmlRenderer;
import allot.render.JsonRenderer;
import allot.render.MarkdownRenderer;
import allot.render.Page;
import allot.render.TextRenderer;
import allot.simulate.Backtest;
import allot.simulate.BacktestSettings;
import allot.simulate.Backtester;
import allot.simulate.CloseTable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@CommandLine.Command(
    header = {
      "Examples:",
      "  allot backtest --history closes.csv",
      "  allot backtest --history closes.csv --strategy band:5/25:edge,quarter,hold",
      "  allot backtest --history closes.csv --start 10000 --from 2024-01-01 --to 2025-12-31",
      "  allot backtest --history closes.csv --strategy dca:fill,dca:fixed:month,lump",
      "  allot backtest --history closes.csv --equity --format csv -o equity.csv",
      "  allot backtest --history closes.csv --format html -o backtest.html",
      ""
    },
    description = {
      "%nWhat strategies would have done with this portfolio on a price history: what each comes"
          + " to, how deep it fell, how often it traded, what that costs in fees and tax. Trades"
          + " are those of `allot rebalance` and `allot dca` at that day's close.",
      "It begins with the file's holdings and their lots, valued at the first close, or with"
          + " --start. Fees are in the values. Tax is a figure beside them: of every calendar"
          + " year's gains, lot by lot, and not taken out.",
      "A history is one path of prices, and no promise.%n"
    })
final class BacktestCommand implements Verb.Command {
  private static final List<String> FORMATS = List.of("text", "json", "csv", "markdown", "html");

  @Parameters(
      arity = "0..1",
      paramLabel = "FILE",
      description = "portfolio file, - for standard input")
  private String file;

  @Mixin private HistoryTables histories = new HistoryTables();
  @Mixin private BacktestOptions options = new BacktestOptions();
  @Mixin private ValuationOptions valuation = new ValuationOptions();
  @Mixin private OutputOptions output = new OutputOptions();

  @Option(names = "--equity", description = "the value of every strategy at every close, too")
  private boolean equity;

  @Override
  public String formats() {
    return OutputOptions.words(FORMATS);
  }

  @Override
  public int run(Session session) {
    String format = output.format(FORMATS);
    Page page = output.page(session);
    histories.validate();
    BacktestOptions.Typed typed = options.typed();
    ValuationSettings.Loaded loaded =
        valuation
            .validated(session)
            .loadOrDefault(file == null ? histories.takePortfolio() : Optional.of(file));
    Portfolio portfolio = loaded.portfolio();
    if (!typed.fromMoney()) {
      refuseNothing(portfolio);
      LotCheck.refuseDifferences(portfolio, loaded.inputs().get(0).name());
    }
    List<Asset> assets = assets(portfolio, typed.fromMoney());
    if (assets.isEmpty()) {
      throw nothingMoves(portfolio);
    }
    List<InputFile> inputs = new ArrayList<>(loaded.inputs());
    CloseTable table = histories.read(portfolio, assets, typed.window(), session, inputs);
    BacktestSettings settings =
        options.resolve(typed, portfolio, levels(loaded, table, typed.fromMoney()));
    Backtest made = Backtester.run(portfolio, table, settings);
    List<Warning> warnings = new ArrayList<>(portfolio.warnings());
    warnings.addAll(BacktestOptions.otherwise(portfolio));
    warnings.addAll(made.notes());
    BacktestView view = new BacktestView(made, portfolio, settings, warnings);
    String answer =
        switch (format) {
          case "json" ->
              JsonRenderer.render(
                  BacktestJson.of(
                      made,
                      portfolio,
                      loaded.freshness().at(),
                      equity,
                      warnings,
                      Envelope.inputs(inputs)));
          case "csv" ->
              CsvRenderer.render(equity ? BacktestCsv.equity(made) : BacktestCsv.strategies(made));
          case "markdown" -> MarkdownRenderer.render(view.document(equity, Integer.MAX_VALUE));
          case "html" ->
              HtmlRenderer.render(
                  BacktestPictures.into(view.document(equity, Integer.MAX_VALUE), made, portfolio),
                  "backtest");
          default -> TextRenderer.render(view.document(equity, page.width()), page);
        };
    Answer.write(session, output.file(), answer);
    if (format.equals("csv") && !output.isQuiet()) {
      warnings.forEach(warning -> session.say("warning: " + warning.message()));
    }
    return ExitCode.DONE;
  }

  private static void refuseNothing(Portfolio portfolio) {
    if (portfolio.holdings().stream().noneMatch(Holding::isHeld)) {
      throw PlanValues.refused("nothing is held to begin with", "write --start 10000");
    }
  }

  private static ProblemException nothingMoves(Portfolio portfolio) {
    boolean cash = portfolio.holdings().stream().anyMatch(Holding::isHeld);
    return PlanValues.refused(
        cash
            ? "nothing but cash is held, and cash does not move"
            : "nothing is held, and nothing says what the money would buy",
        "name what to buy in `within` of the portfolio file");
  }

  /** What is held and what may be bought; of what nothing classifies nothing is. */
  private static List<Asset> assets(Portfolio portfolio, boolean fromMoney) {
    Set<Asset> assets = new LinkedHashSet<>();
    for (Holding holding : portfolio.holdings()) {
      boolean wanted = portfolio.target().of(holding.bucket()).signum() > 0;
      boolean told = portfolio.within().containsKey(holding.bucket());
      if (holding.isHeld() && (!fromMoney || (wanted && !told))) {
        assets.add(holding.asset());
      }
    }
    for (Map.Entry<Bucket, Map<String, BigDecimal>> within : portfolio.within().entrySet()) {
      if (portfolio.target().of(within.getKey()).signum() > 0) {
        within
            .getValue()
            .forEach(
                (id, percent) -> {
                  if (percent.signum() > 0) {
                    assets.add(portfolio.catalog().byId(id).orElseThrow());
                  }
                });
      }
    }
    assets.removeIf(portfolio::isOwnCash);
    return List.copyOf(assets);
  }

  /** What stand-ins stand for: their closes are scaled so that the last is the asset's price. */
  private static Map<String, BigDecimal> levels(
      ValuationSettings.Loaded loaded, CloseTable table, boolean fromMoney) {
    Map<String, BigDecimal> levels = new HashMap<>();
    Portfolio portfolio = loaded.portfolio();
    Freshness any = new Freshness(loaded.freshness().at(), Optional.empty());
    Valuation valuation = Valuation.of(portfolio, loaded.book(), any);
    for (Position position : valuation.held()) {
      Asset asset = position.holding().asset();
      if (table.isProxied(asset)) {
        Optional<BigDecimal> price =
            position.price().usable().map(Quote::value).filter(value -> value.signum() > 0);
        if (price.isEmpty() && !fromMoney) {
          throw PlanValues.refused(
              asset.symbol() + " has a stand-in, and no price to tell how much that is of it",
              "write --price " + asset.symbol() + "=..., or --start 10000");
        }
        price.ifPresent(value -> levels.put(asset.id(), value));
      }
    }
    return levels;
  }
}
