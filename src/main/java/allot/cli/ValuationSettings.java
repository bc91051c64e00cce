package allot.cli;

import allot.allocation.Position;
import allot.allocation.Valuation;
import allot.catalog.Asset;
import allot.catalog.AssetCatalog;
import allot.file.InputFile;
import allot.file.PortfolioFile;
import allot.file.PriceFile;
import allot.portfolio.Bands;
import allot.portfolio.Holding;
import allot.portfolio.Portfolio;
import allot.portfolio.Role;
import allot.portfolio.TargetMix;
import allot.price.Freshness;
import allot.price.Gap;
import allot.price.LiveQuotes;
import allot.price.PriceBook;
import allot.price.PriceSource;
import allot.price.PriceState;
import allot.price.Quote;
import allot.problem.Warning;
import allot.render.Envelope;
import allot.render.PricesView;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * How portfolios are to be valued: what the options say, known to be right so far as that does not
 * depend on a portfolio.
 *
 * @param live where prices are to be fetched from
 * @param maxAge the oldest quote to decide by; empty for any
 */
record ValuationSettings(
    Session session,
    Optional<TargetMix> target,
    Optional<Bands> bands,
    List<PriceOption> prices,
    Optional<PriceSource> live,
    Optional<InputFile> priceFile,
    Optional<Duration> maxAge,
    AsOf asOf) {

  /**
   * A portfolio with everything that it takes to value it.
   *
   * @param inputs the files that were read
   */
  record Loaded(Portfolio portfolio, PriceBook book, Freshness freshness, List<InputFile> inputs) {

    /** The files read, with their hashes. */
    List<Envelope.Input> hashedInputs() {
      return Envelope.inputs(inputs);
    }

    /**
     * The quotes, by asset id, of what a plan may buy and nobody holds: of the assets that {@code
     * within} names, and of those listed in the file that don't count.
     *
     * @param wanted which quotes will do
     */
    Map<String, Quote> quotesOfUnheld(
        Valuation valuation, Function<PriceState, Optional<Quote>> wanted) {
      Map<String, Quote> quotes = new HashMap<>();
      for (Position position : valuation.positions()) {
        wanted
            .apply(position.price())
            .ifPresent(quote -> quotes.put(position.holding().asset().id(), quote));
      }
      for (Map<String, ?> inside : portfolio.within().values()) {
        for (String id : inside.keySet()) {
          book.find(id)
              .map(freshness::judge)
              .flatMap(wanted)
              .ifPresent(quote -> quotes.put(id, quote));
        }
      }
      for (Position held : valuation.held()) {
        quotes.remove(held.holding().asset().id());
      }
      return quotes;
    }
  }

  /** Takes a portfolio file and puts the options over it. */
  Loaded load(InputFile input) {
    List<InputFile> inputs = new ArrayList<>();
    inputs.add(input);
    Portfolio portfolio = PortfolioFile.read(input, AssetCatalog.builtIn());
    if (target.isPresent()) {
      portfolio = portfolio.withTarget(target.get());
    }
    if (bands.isPresent()) {
      portfolio = portfolio.withBands(bands.get());
    }
    Instant at = asOf.in(portfolio.zone(), session.now());
    PriceBook book = PriceBook.EMPTY.over(PriceOption.quotes(prices, portfolio, at));
    Map<String, Gap> gaps = Map.of();
    if (live.isPresent()) {
      LiveQuotes fetched = live.get().quotes(wanted(portfolio, book), portfolio.currency(), at);
      book = book.withholding(rejected(fetched)).over(fetched.quotes());
      for (Warning warning : fetched.warnings()) {
        portfolio = portfolio.withWarning(warning);
      }
      gaps = fetched.gaps();
    }
    if (priceFile.isPresent()) {
      inputs.add(priceFile.get());
      PriceFile reader = PriceFile.of(priceFile.get());
      Map<String, Quote> quotes = reader.quotes(portfolio);
      book = book.over(quotes);
      Optional<Warning> strangers = reader.strangers(quotes, portfolio);
      if (strangers.isPresent()) {
        portfolio = portfolio.withWarning(strangers.get());
      }
    }
    for (Warning warning : unanswered(gaps, portfolio, book)) {
      portfolio = portfolio.withWarning(warning);
    }
    return new Loaded(portfolio, book, new Freshness(at, maxAge), inputs);
  }

  /** What prices are fetched of: all that is held or may be bought, and has no stronger price. */
  private static List<Asset> wanted(Portfolio portfolio, PriceBook stronger) {
    List<Asset> wanted = new ArrayList<>(priced(portfolio));
    wanted.removeIf(asset -> stronger.find(asset.id()).isPresent());
    return wanted;
  }

  /** The assets of a portfolio that take a price, each once. */
  static Set<Asset> priced(Portfolio portfolio) {
    Set<Asset> assets = new LinkedHashSet<>();
    for (Holding holding : portfolio.holdings()) {
      if (holding.role() != Role.EXCLUDED) {
        assets.add(holding.asset());
      }
    }
    for (Map<String, ?> inside : portfolio.within().values()) {
      for (String id : inside.keySet()) {
        assets.add(portfolio.catalog().byId(id).orElseThrow());
      }
    }
    assets.removeIf(portfolio::isOwnCash);
    return assets;
  }

  private static Set<String> rejected(LiveQuotes fetched) {
    Set<String> ids = new HashSet<>();
    fetched
        .gaps()
        .forEach(
            (id, gap) -> {
              if (gap == Gap.REJECTED) {
                ids.add(id);
              }
            });
    return ids;
  }

  /** Why services give no price of what is held and so has none, or none that counts. */
  private static List<Warning> unanswered(
      Map<String, Gap> gaps, Portfolio portfolio, PriceBook book) {
    Map<String, Asset> unpriced = new LinkedHashMap<>();
    Set<String> written = new HashSet<>();
    for (Holding holding : portfolio.holdings()) {
      Asset asset = holding.asset();
      if (holding.isHeld() && book.find(asset.id()).isEmpty()) {
        unpriced.put(asset.id(), asset);
      }
      if (holding.price().isPresent() && !book.withheld().contains(asset.id())) {
        written.add(asset.id());
      }
    }
    unpriced.keySet().removeAll(written);
    List<Warning> warnings = new ArrayList<>();
    unpriced.forEach(
        (id, asset) ->
            Optional.ofNullable(gaps.get(id))
                .filter(gap -> !isSaid(asset, portfolio))
                .map(gap -> asset.symbol() + ": " + PricesView.words(gap, asset))
                .map(why -> Warning.of(Warning.Code.SERVICE, asset.symbol(), why))
                .ifPresent(warnings::add));
    return warnings;
  }

  /** Whether a jump tells already why the asset's quote was not taken. */
  private static boolean isSaid(Asset asset, Portfolio portfolio) {
    return portfolio.warnings().stream()
        .filter(warning -> warning.code() == Warning.Code.PRICE_JUMP)
        .anyMatch(warning -> warning.asset().filter(asset.symbol()::equals).isPresent());
  }

  /** Reads the named file, or the default one. */
  Loaded loadOrDefault(Optional<String> file) {
    return load(read(file.orElseGet(() -> defaultFile(session)), session));
  }

  /** The instant that a run as a whole counts as: the one given, or now. */
  Instant instantOfRun() {
    return asOf.in(ZoneOffset.UTC, session.now());
  }

  static InputFile read(String file, Session session) {
    Answer.refuseEmpty(file);
    boolean standard = file.equals(InputFile.STDIN);
    session.read(file);
    return InputFile.read(file, standard ? session.takeInput() : InputStream.nullInputStream());
  }

  /** The file to read when none is named. */
  static String defaultFile(Session session) {
    String variable = session.env().getOrDefault("ALLOT_PORTFOLIO", "");
    return variable.isEmpty() ? "portfolio.json" : variable;
  }
}
