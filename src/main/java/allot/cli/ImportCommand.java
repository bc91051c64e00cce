package allot.cli;

import allot.catalog.AssetCatalog;
import allot.file.FileUpdate;
import allot.file.InputFile;
import allot.file.PortfolioDraft;
import allot.file.PortfolioEdit;
import allot.money.CurrencyUnit;
import allot.portfolio.Portfolio;
import allot.portfolio.TaxProfile;
import allot.problem.Kind;
import allot.problem.Problem;
import allot.problem.ProblemException;
import allot.problem.Problems;
import allot.render.Page;
import allot.statement.Formats;
import allot.statement.Ledger;
import allot.statement.LedgerTerms;
import allot.statement.LotLedger;
import allot.statement.Statement;
import allot.statement.StatementReader;
import allot.tax.LotSelection;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@CommandLine.Command(
    header = {
      "Examples:",
      "  allot import koinly.csv -o my.json",
      "  allot import coinbase.csv kraken-ledgers.csv --into my.json",
      "  allot import --dry-run coinbase.csv",
      "  allot import --realized 2026 --format csv koinly.csv",
      ""
    },
    description = {
      "%nTurns exports of exchanges and tax tools into holdings with accounts and lots. They must"
          + " hold the whole history of their accounts, for no log of transactions is kept.",
      "Without -o and --into the portfolio file goes to standard output. --into replaces the"
          + " holdings of the imported accounts and leaves the rest of the file as it is;"
          + " FILE.bak keeps the old one.",
      "Formats: Coinbase, Kraken, Gemini, Binance.US, Crypto.com, Koinly, CoinTracker,"
          + " CoinTracking, Delta, and any CSV with --map.%n"
    })
final class ImportCommand implements Verb.Command {
  private static final List<String> FORMATS = List.of("text", "json", "csv", "markdown");

  @Parameters(arity = "1..*", paramLabel = "STATEMENT", description = "exports, - for stdin")
  private List<String> files = List.of();

  @Mixin private ImportOptions options = new ImportOptions();
  @Mixin private OutputOptions output = new OutputOptions();

  @Override
  public int run(Session session) {
    options.refuseContradictions(output.file().isPresent());
    Run run =
        new Run(
            session,
            output.format(FORMATS),
            output.page(session),
            options.formats(),
            options.fillsMissing(),
            options.year(),
            options.zone());
    if (options.into().isPresent()) {
      return into(run, options.into().get());
    }
    ZoneId zone = run.zone().orElse(ZoneOffset.UTC);
    List<Statement> statements = read(run, CurrencyUnit.USD, zone);
    if (options.isDryRun()) {
      return dryRun(run, statements);
    }
    Ledger ledger =
        book(run, statements, CurrencyUnit.USD, zone, options.selection(Optional.empty()));
    if (run.year().isPresent()) {
      return realized(run, statements, ledger);
    }
    return written(run, statements, ledger);
  }

  /**
   * What was asked for, known to be right.
   *
   * @param year of gains and income; empty for a portfolio
   */
  private record Run(
      Session session,
      String format,
      Page page,
      Formats formats,
      boolean fillsMissing,
      Optional<Integer> year,
      Optional<ZoneId> zone) {}

  private List<Statement> read(Run run, CurrencyUnit currency, ZoneId zone) {
    Coins coins = new Coins(AssetCatalog.builtIn());
    List<Statement> statements =
        StatementFiles.read(
            files,
            new StatementReader(run.formats()),
            file -> new ReadingTerms(file, currency, zone, coins, options.account()),
            run.session());
    if (!options.isDryRun()) {
      refuseFaults(run, statements);
    }
    return statements;
  }

  private void refuseFaults(Run run, List<Statement> statements) {
    List<Problem> problems = new ArrayList<>();
    for (Statement statement : statements) {
      for (Statement.Fault fault : statement.faults()) {
        problems.add(
            Problem.ofFile(Kind.DATA, fault.origin().toString(), fault.message(), fault.remedy()));
      }
    }
    if (problems.isEmpty()) {
      return;
    }
    if (!options.skipsBad()) {
      throw listed(problems);
    }
    run.session().say(problems.size() + " rows that cannot be read are left out (--skip-bad)");
  }

  private static ProblemException listed(List<Problem> problems) {
    int listed = Math.min(problems.size(), Problems.LISTED);
    return new ProblemException(problems.subList(0, listed), problems.size() - listed);
  }

  private Ledger book(
      Run run,
      List<Statement> statements,
      CurrencyUnit currency,
      ZoneId zone,
      LotSelection selection) {
    PriceHistory history =
        HistoryOption.read(options.history(), AssetCatalog.builtIn(), currency, run.session());
    Ledger ledger =
        LotLedger.of(
            statements, new LedgerTerms(currency, zone, selection, run.fillsMissing(), history));
    if (!ledger.missing().isEmpty()) {
      throw listed(ledger.missing().stream().map(ImportCommand::missing).toList());
    }
    return ledger;
  }

  private static Problem missing(Ledger.Missing missing) {
    String where = missing.account().isEmpty() ? "" : " in " + missing.account();
    return Problem.ofFile(
        Kind.DATA,
        missing.origin().toString(),
        ExactDecimal.plain(missing.quantity())
            + " "
            + missing.symbol()
            + where
            + " go and never came: the exports must hold the whole history of the account",
        "add the older ones, or --missing unknown for a lot without date and cost");
  }

  private int realized(Run run, List<Statement> statements, Ledger ledger) {
    return 0;
  }

  private int into(Run run, String file) {
    Answer.refuseEmpty(file);
    run.session().read(file);
    try (FileUpdate update = options.isDryRun() ? FileUpdate.look(file) : FileUpdate.open(file)) {
      PortfolioEdit edit = PortfolioEdit.of(update.content(), AssetCatalog.builtIn());
      Portfolio portfolio = edit.portfolio();
      ZoneId zone = run.zone().orElse(portfolio.zone());
      List<Statement> statements = read(run, portfolio.currency(), zone);
      if (options.isDryRun()) {
        return dryRun(run, statements);
      }
      LotSelection selection = options.selection(portfolio.tax().map(TaxProfile::method));
      Ledger ledger = book(run, statements, portfolio.currency(), zone, selection);
      update.write(edit.replacing(ledger.accounts(), held(ledger)));
      return told(run, statements, ledger, file);
    }
  }

  private static List<HeldLots> held(Ledger ledger) {
    List<HeldLots> held = new ArrayList<>();
    for (Ledger.Position position : ledger.positions()) {
      held.add(new HeldLots(position.coin().asset(), position.account(), position.lots()));
    }
    return held;
  }
}
