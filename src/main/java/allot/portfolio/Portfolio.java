package allot.portfolio;

import allot.catalog.Asset;
import allot.catalog.AssetCatalog;
import allot.catalog.Bucket;
import allot.catalog.Match;
import allot.money.CurrencyUnit;
import allot.problem.Warning;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a portfolio file says.
 *
 * @param name the user's name for it; may be empty
 * @param zone where its dates are local
 * @param asOf the instant of the prices written in it
 * @param within how money inside a bucket is divided: percent by asset id, adding up to 100
 * @param catalog the built-in catalogue with the file's own assets
 * @param warnings what the reader noticed
 */
public record Portfolio(
    String name,
    CurrencyUnit currency,
    ZoneId zone,
    Optional<Instant> asOf,
    TargetMix target,
    Bands bands,
    Map<Bucket, Map<String, BigDecimal>> within,
    List<Holding> holdings,
    Costs costs,
    Optional<TaxProfile> tax,
    Optional<DcaTerms> dca,
    AssetCatalog catalog,
    List<Warning> warnings) {
  public Portfolio {
    holdings = List.copyOf(holdings);
    warnings = List.copyOf(warnings);
  }

  /** Whether an asset is money of the portfolio's own currency: always worth 1, never old. */
  public boolean isOwnCash(Asset asset) {
    return asset.isCash() && asset.symbol().equals(currency.code());
  }

  /** What a written name stands for: an asset of the catalogue, or one held that is in none. */
  public Match find(String written) {
    Match match = catalog.find(written);
    if (match instanceof Match.Unknown) {
      for (Holding holding : holdings) {
        if (holding.asset().id().equalsIgnoreCase(written)) {
          return new Match.Found(holding.asset(), Match.By.ID);
        }
      }
    }
    return match;
  }

  /** The same portfolio with another target. */
  public Portfolio withTarget(TargetMix other) {
    return new Portfolio(
        name, currency, zone, asOf, other, bands, within, holdings, costs, tax, dca, catalog,
        warnings);
  }

  /** The same portfolio with one thing more to tell. */
  public Portfolio withWarning(Warning warning) {
    List<Warning> more = new ArrayList<>(warnings);
    more.add(warning);
    return new Portfolio(
        name, currency, zone, asOf, target, bands, within, holdings, costs, tax, dca, catalog,
        more);
  }

  /** The same portfolio with other bands. */
  public Portfolio withBands(Bands other) {
    return new Portfolio(
        name, currency, zone, asOf, target, other, within, holdings, costs, tax, dca, catalog,
        warnings);
  }
}
