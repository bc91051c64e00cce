package allot.cli;

import allot.catalog.AssetCatalog;
import allot.file.AtomicFile;
import allot.file.FileUpdate;
import allot.file.InputFile;
import allot.file.PortfolioDraft;
import allot.file.PortfolioEdit;
import allot.money.CurrencyUnit;
import allot.portfolio.HeldLots;
import allot.portfolio.Portfolio;
import allot.portfolio.TaxProfile;
import allot.price.PriceHistory;
import allot.problem.Problem;
import allot.problem.ProblemException;
import allot.render.CsvRenderer;
import allot.render.CsvTable;
import allot.render.DryRunView;
import allot.render.Envelope;
import allot.render.Form8949;
import allot.render.ImportJson;
import allot.render.ImportView;
import allot.render.Imported;
import allot.render.JsonRenderer;
import allot.render.MarkdownRenderer;
import allot.render.Page;
import allot.render.Realized;
import allot.render.RealizedJson;
import allot.render.RealizedView;
import allot.render.TextRenderer;
import allot.statement.Coins;
import allot.statement.Formats;
import allot.statement.Ledger;
import allot.statement.LedgerTerms;
import allot.statement.LotLedger;
import allot.statement.ReadingTerms;
import allot.statement.RealizedYear;
import allot.statement.Statement;
import allot.statement.StatementReader;
import allot.tax.LotSelection;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
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

  /** The portfolio file has a form of its own, which is JSON. */
  private static final List<String> PORTFOLIO = List.of("text", "json");

  /** What is told about a portfolio that is written is for people. */
  private static final List<String> TOLD = List.of("text", "markdown");

  @Parameters(arity = "0..*", paramLabel = "STATEMENT", description = "exports, - for stdin")
  private List<String> files = List.of();

  @Mixin private ImportOptions options = new ImportOptions();
  @Mixin private OutputOptions output = new OutputOptions();

  /** What was read, statements first; for JSON, which alone tells. */
  private final List<Envelope.Input> inputs = new ArrayList<>();

  @Override
  public String formats() {
    return OutputOptions.words(FORMATS)
        + ", of --dry-run and --realized; else "
        + "the file is JSON, and what is told of it text or markdown";
  }

  @Override
  public int run(Session session) {
    refuseNothing();
    options.refuseContradictions(output.file().isPresent());
    Run run =
        new Run(
            session,
            output.format(known()),
            output.page(session),
            options.formats(),
            options.fillsMissing(),
            options.zone(),
            options.asOf(),
            CurrencyUnit.USD);
    if (options.into().isPresent()) {
      return into(run, options.into().get());
    }
    ZoneId zone = run.zone().orElse(ZoneOffset.UTC);
    List<Statement> statements = read(run, zone);
    LotSelection method = options.selection(Optional.empty());
    if (options.isDryRun()) {
      return dryRun(run, statements, zone, method);
    }
    Ledger ledger = book(run, statements, zone, method);
    return options.year().isPresent()
        ? realized(run, options.year().get(), ledger, zone, method)
        : written(run, statements, ledger);
  }

  private List<String> known() {
    if (options.year().isPresent() || options.isDryRun()) {
      return FORMATS;
    }
    boolean file = output.file().filter(name -> !name.equals("-")).isPresent();
    return file || options.into().isPresent() ? TOLD : PORTFOLIO;
  }

  private void refuseNothing() {
    if (files.isEmpty()) {
      throw new ProblemException(
          Problem.usage(
              "no statement is named",
              options.history().isEmpty()
                  ? "name the files that exchanges exported"
                  : "--history takes all files behind it: name the statements before it"));
    }
  }

  /**
   * What was asked for, known to be right.
   *
   * @param currency of values and costs
   */
  private record Run(
      Session session,
      String format,
      Page page,
      Formats formats,
      boolean fillsMissing,
      Optional<ZoneId> zone,
      AsOf asOf,
      CurrencyUnit currency) {

    Instant made(ZoneId in) {
      return asOf.in(in, session.now());
    }

    Run in(CurrencyUnit other) {
      return new Run(session, format, page, formats, fillsMissing, zone, asOf, other);
    }
  }

  private List<Statement> read(Run run, ZoneId zone) {
    Coins coins = new Coins(AssetCatalog.builtIn());
    List<Statement> statements =
        StatementFiles.read(
            files,
            new StatementReader(run.formats()),
            file -> new ReadingTerms(file, run.currency(), zone, coins, options.account()),
            run.session(),
            run.format().equals("json") ? Optional.of(inputs) : Optional.empty());
    ImportFaults.refuseNothing(statements);
    if (!options.isDryRun()) {
      ImportFaults.refuse(statements, options.skipsBad(), run.session());
    }
    return statements;
  }

  private Ledger book(Run run, List<Statement> statements, ZoneId zone, LotSelection selection) {
    Ledger ledger = LotLedger.of(statements, terms(run, zone, selection));
    if (!ledger.missing().isEmpty()) {
      throw ImportFaults.neverCame(ledger.missing());
    }
    return ledger;
  }

  private LedgerTerms terms(Run run, ZoneId zone, LotSelection selection) {
    List<InputFile> closes = new ArrayList<>();
    PriceHistory history =
        HistoryOption.read(options.history(), run.currency(), run.session(), closes);
    inputs.addAll(Envelope.inputs(closes));
    Optional<Integer> year = options.year();
    return new LedgerTerms(
        run.currency(),
        zone,
        selection,
        run.fillsMissing(),
        history,
        date -> year.isPresent() && year.get() == date.getYear(),
        run.made(zone));
  }

  /** What the rows come to is booked, too, but nothing of it is refused. */
  private int dryRun(Run run, List<Statement> statements, ZoneId zone, LotSelection method) {
    Ledger ledger = LotLedger.of(statements, terms(run, zone, method));
    Imported imported =
        new Imported(statements, ledger, run.currency(), Optional.empty(), List.of());
    String answer =
        switch (run.format()) {
          case "json" ->
              JsonRenderer.render(ImportJson.of(imported, run.made(zone), inputs, List.of()));
          case "csv" ->
              CsvRenderer.render(
                  CsvTable.ofRecords(ImportJson.Row.class, ImportJson.rows(statements)));
          case "markdown" -> MarkdownRenderer.render(DryRunView.document(imported));
          default -> TextRenderer.render(DryRunView.document(imported), run.page());
        };
    Answer.write(run.session(), output.file(), answer);
    return ExitCode.DONE;
  }

  private int realized(Run run, int year, Ledger ledger, ZoneId zone, LotSelection method) {
    Realized realized =
        new Realized(RealizedYear.of(ledger, year), method, run.currency(), zone, ledger.notes());
    String answer =
        switch (run.format()) {
          case "json" ->
              JsonRenderer.render(RealizedJson.of(realized, run.made(zone), inputs, List.of()));
          case "csv" -> CsvRenderer.render(Form8949.table(realized.year()));
          case "markdown" -> MarkdownRenderer.render(RealizedView.document(realized));
          default -> TextRenderer.render(RealizedView.document(realized), run.page());
        };
    Answer.write(run.session(), output.file(), answer);
    if (run.format().equals("csv")) {
      say(run.session(), ledger);
      sayIncome(run.session(), realized);
    }
    return ExitCode.DONE;
  }

  private void sayIncome(Session session, Realized realized) {
    int receipts = realized.year().income().size();
    if (receipts > 0 && !output.isQuiet()) {
      session.say(
          "note: this table has no income; text and json list it, " + receipts + " entries");
    }
  }

  /** A new portfolio file, to standard output or where {@code -o} says. */
  private int written(Run run, List<Statement> statements, Ledger ledger) {
    byte[] bytes =
        new PortfolioDraft(CurrencyUnit.USD, run.zone(), held(ledger))
            .bytes(output.file().orElse("the new portfolio"), AssetCatalog.builtIn());
    Optional<String> file = output.file().filter(name -> !name.equals("-"));
    if (file.isEmpty()) {
      say(run.session(), ledger);
      Answer.write(run.session(), Optional.empty(), new String(bytes, StandardCharsets.UTF_8));
      return ExitCode.DONE;
    }
    String name = file.get();
    Path path = Answer.writable(name, run.session());
    if (Files.isRegularFile(path)) {
      try (FileUpdate update = FileUpdate.open(name)) {
        update.write(bytes);
      }
      return told(run, statements, ledger, replaced(name), List.of());
    }
    AtomicFile.write(path, bytes, AtomicFile.Access.ORDINARY);
    String next = "; give it a target and a time zone, then look: allot report " + name + " --live";
    return told(run, statements, ledger, name + " is written" + next, List.of());
  }

  private static String replaced(String file) {
    return file + " is written, " + file + ".bak keeps the old one";
  }

  /** Says on standard output what was written: the file itself is no answer. */
  private int told(
      Run run, List<Statement> statements, Ledger ledger, String ending, List<String> lost) {
    Imported imported = new Imported(statements, ledger, run.currency(), Optional.of(ending), lost);
    String answer =
        run.format().equals("markdown")
            ? MarkdownRenderer.render(ImportView.document(imported))
            : TextRenderer.render(ImportView.document(imported), run.page());
    Answer.write(run.session(), Optional.empty(), answer);
    return ExitCode.DONE;
  }

  private void say(Session session, Ledger ledger) {
    if (!output.isQuiet()) {
      ledger.notes().forEach(note -> session.say("note: " + note));
    }
  }

  private int into(Run asked, String file) {
    Answer.refuseEmpty(file);
    asked.session().read(file);
    try (FileUpdate update = options.isDryRun() ? FileUpdate.look(file) : FileUpdate.open(file)) {
      PortfolioEdit edit = PortfolioEdit.of(update.content(), AssetCatalog.builtIn());
      Portfolio portfolio = edit.portfolio();
      Run run = asked.in(portfolio.currency());
      ZoneId zone = run.zone().orElse(portfolio.zone());
      List<Statement> statements = read(run, zone);
      LotSelection method = options.selection(portfolio.tax().map(TaxProfile::method));
      if (options.isDryRun()) {
        return dryRun(run, statements, zone, method);
      }
      Ledger ledger = book(run, statements, zone, method);
      byte[] fresh = edit.replacing(ledger.accounts(), held(ledger));
      if (Arrays.equals(fresh, update.content().bytes())) {
        String ending = file + " says all that already, and is left as it is";
        return told(run, statements, ledger, ending, List.of());
      }
      update.write(fresh);
      return told(run, statements, ledger, replaced(file), LostLots.of(portfolio, ledger));
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
