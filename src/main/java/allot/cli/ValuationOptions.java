package allot.cli;

import allot.catalog.AssetCatalog;
import allot.file.InputFile;
import allot.file.PortfolioFile;
import allot.file.PriceFile;
import allot.portfolio.Bands;
import allot.portfolio.Portfolio;
import allot.portfolio.TargetMix;
import allot.price.Freshness;
import allot.price.PriceBook;
import allot.price.Quote;
import allot.render.Envelope;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options of every verb that values a portfolio. */
class ValuationOptions {
  @Option(
      names = "--target",
      paramLabel = "MIX",
      description = "target instead of the file's: 40/30/20/10 or l2=40,l1=30,hybrid=20,stable=10")
  private String target;

  @Option(
      names = "--band",
      paramLabel = "BAND",
      description = "band instead of the file's: 5/25, 5, or layer-1=4,default=5/25")
  private String band;

  @Option(
      names = "--price",
      paramLabel = "ASSET=PRICE",
      description = "price of an asset, stronger than any file; repeatable")
  private List<String> prices = List.of();

  @Option(
      names = "--prices",
      paramLabel = "FILE",
      description = "prices from a file, stronger than the portfolio's: JSON or CSV")
  private String priceFile;

  @Option(
      names = "--max-price-age",
      paramLabel = "AGE",
      description = "oldest price to decide by: 90m, 24h (default), 3d, any")
  private String maxPriceAge;

  @Option(
      names = "--as-of",
      paramLabel = "INSTANT",
      description = "instant of valuation, default now; a date means the end of that day")
  private String asOf;

  private Settings settings;

  /** The options, validated: what does not depend on a portfolio is known to be right. */
  private record Settings(
      Optional<TargetMix> target,
      Optional<Bands> bands,
      List<PriceOption> prices,
      Optional<InputFile> priceFile,
      Optional<Duration> maxAge,
      AsOf asOf) {}

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
  }

  /** Validates the options before any portfolio is read. */
  void validate(Session session) {
    List<PriceOption> priceOptions = new ArrayList<>();
    for (String price : prices) {
      priceOptions.add(PriceOption.parse(price));
    }
    settings =
        new Settings(
            Optional.ofNullable(target).map(TargetMix::parse),
            Optional.ofNullable(band).map(Bands::parse),
            priceOptions,
            Optional.ofNullable(priceFile).map(file -> read(file, session)),
            maxPriceAge == null
                ? Optional.of(Freshness.DEFAULT_MAX_AGE)
                : Freshness.parseMaxAge(maxPriceAge),
            asOf == null ? AsOf.NOW : AsOf.parse(asOf));
  }

  /** Reads a portfolio file and puts the options over it. */
  Loaded load(String file, Session session) {
    List<InputFile> inputs = new ArrayList<>();
    InputFile input = read(file, session);
    inputs.add(input);
    Portfolio portfolio = PortfolioFile.read(input, AssetCatalog.builtIn());
    if (settings.target().isPresent()) {
      portfolio = portfolio.withTarget(settings.target().get());
    }
    if (settings.bands().isPresent()) {
      portfolio = portfolio.withBands(settings.bands().get());
    }
    Instant at = settings.asOf().in(portfolio.zone(), session.now());
    List<Map<String, Quote>> layers = new ArrayList<>();
    layers.add(PriceOption.quotes(settings.prices(), portfolio, at));
    if (settings.priceFile().isPresent()) {
      inputs.add(settings.priceFile().get());
      layers.add(PriceFile.of(settings.priceFile().get()).quotes(portfolio));
    }
    return new Loaded(
        portfolio, new PriceBook(layers), new Freshness(at, settings.maxAge()), inputs);
  }

  /** The instant that a run as a whole counts as: the one given, or now. */
  Instant instantOfRun(Session session) {
    return settings.asOf().in(ZoneOffset.UTC, session.now());
  }

  private static InputFile read(String file, Session session) {
    return InputFile.read(
        file, file.equals("-") ? session.takeInput() : InputStream.nullInputStream());
  }

  /** The file to read when none is named. */
  static String defaultFile(String file, Session session) {
    if (file != null) {
      return file;
    }
    String variable = session.env().getOrDefault("ALLOT_PORTFOLIO", "");
    return variable.isEmpty() ? "portfolio.json" : variable;
  }
}
