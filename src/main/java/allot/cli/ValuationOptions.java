package allot.cli;

import allot.portfolio.Bands;
import allot.portfolio.TargetMix;
import allot.price.Freshness;
import allot.price.PriceSource;
import allot.problem.Problem;
import allot.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options of every verb that values a portfolio, as they were typed. */
final class ValuationOptions {
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
      names = "--live",
      description = "fetch prices now, stronger than any file; nothing else uses the network")
  private boolean live;

  @Option(
      names = "--api-key-file",
      paramLabel = "FILE",
      description = "with --live: a key of CoinGecko, in a file of mode 0600")
  private String apiKeyFile;

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

  /**
   * The options, validated before any portfolio is read.
   *
   * @throws allot.problem.ProblemException if one is wrong whatever the portfolio
   */
  ValuationSettings validated(Session session) {
    List<PriceOption> priceOptions = new ArrayList<>();
    for (String price : prices) {
      priceOptions.add(PriceOption.parse(price));
    }
    return new ValuationSettings(
        session,
        Optional.ofNullable(target).map(TargetMix::parse),
        Optional.ofNullable(band).map(Bands::parse),
        priceOptions,
        source(session),
        Optional.ofNullable(priceFile).map(file -> ValuationSettings.read(file, session)),
        maxPriceAge == null
            ? Optional.of(Freshness.DEFAULT_MAX_AGE)
            : Freshness.parseMaxAge(maxPriceAge),
        asOf == null ? AsOf.NOW : AsOf.parse(asOf));
  }

  private Optional<PriceSource> source(Session session) {
    if (live) {
      return Optional.of(new Services(session, Optional.ofNullable(apiKeyFile)).quotes());
    }
    if (apiKeyFile != null) {
      throw new ProblemException(
          Problem.usage("--api-key-file is of no use without --live", "add --live"));
    }
    return Optional.empty();
  }
}
