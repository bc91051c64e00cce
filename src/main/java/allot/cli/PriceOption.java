package allot.cli;

import allot.catalog.Asset;
import allot.catalog.Match;
import allot.money.ExactDecimal;
import allot.portfolio.Portfolio;
import allot.price.Quote;
import allot.problem.Problem;
import allot.problem.ProblemException;
import allot.problem.Spelling;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A price given as an option, {@code TAO=402.15}.
 *
 * @param asset as written
 * @param price zero or more
 */
record PriceOption(String asset, BigDecimal price) {
  private static final String FORM = "write it as --price TAO=402.15";

  static PriceOption parse(String text) {
    int equals = text.lastIndexOf('=');
    if (equals < 1) {
      throw new ProblemException(Problem.usage("--price " + text + " has no `=`", FORM));
    }
    try {
      BigDecimal price = ExactDecimal.parse(text.substring(equals + 1));
      if (price.signum() < 0) {
        throw new ProblemException(Problem.usage("--price " + text + " is negative", FORM));
      }
      return new PriceOption(text.substring(0, equals), price);
    } catch (ExactDecimal.NotExact e) {
      throw new ProblemException(
          Problem.usage("--price " + text + ": the price " + e.reason(), FORM));
    }
  }

  /** The quotes of all such options by asset id, quoted at the instant of valuation. */
  static Map<String, Quote> quotes(List<PriceOption> options, Portfolio portfolio, Instant at) {
    Map<String, Quote> quotes = new HashMap<>();
    for (PriceOption option : options) {
      Asset asset = option.find(portfolio);
      if (portfolio.isOwnCash(asset) && option.price.compareTo(BigDecimal.ONE) != 0) {
        throw option.refused("is cash, worth 1 of its own currency", "leave it out");
      }
      if (quotes.put(asset.id(), new Quote(option.price, Optional.of(at), "option --price"))
          != null) {
        throw option.refused("has a price already", "give one price for each asset");
      }
    }
    return quotes;
  }

  private Asset find(Portfolio portfolio) {
    Match match = portfolio.find(asset);
    if (match instanceof Match.Found found) {
      return found.asset();
    }
    if (match instanceof Match.Ambiguous ambiguous) {
      throw refused("is a symbol of several assets", "write " + ambiguous.choices());
    }
    throw refused(
        "names no asset of the catalogue or the file",
        Spelling.suggest(asset, portfolio.catalog().names()));
  }

  private ProblemException refused(String why, String remedy) {
    return new ProblemException(Problem.usage("--price: " + asset + " " + why, remedy));
  }
}
