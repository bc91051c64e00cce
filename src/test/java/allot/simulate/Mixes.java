package allot.simulate;

import allot.allocation.Allocation;
import allot.allocation.Valuation;
import allot.catalog.Asset;
import allot.catalog.AssetCatalog;
import allot.catalog.Bucket;
import allot.money.CurrencyUnit;
import allot.portfolio.Bands;
import allot.portfolio.Classification;
import allot.portfolio.Costs;
import allot.portfolio.Holding;
import allot.portfolio.Portfolio;
import allot.portfolio.Role;
import allot.portfolio.TargetMix;
import allot.portfolio.WrittenPrice;
import allot.price.Freshness;
import allot.price.PriceBook;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Mixes in the making: one asset a holding, worth so many dollars. */
final class Mixes {
  private static final Instant AT = Instant.parse("2026-11-20T00:00:00Z");

  private final List<Holding> holdings = new ArrayList<>();
  private final TargetMix target;
  private Map<Bucket, Map<String, BigDecimal>> within = Map.of();

  private Mixes(TargetMix target) {
    this.target = target;
  }

  static Mixes of(String target) {
    return new Mixes(TargetMix.parse(target));
  }

  static Asset asset(String id) {
    return AssetCatalog.builtIn().byId(id).orElseGet(() -> Asset.unknown(id));
  }

  Mixes hold(String id, String bucket, double dollars) {
    return hold(id, bucket, dollars, Role.TRADABLE);
  }

  Mixes hold(String id, String bucket, double dollars, Role role) {
    BigDecimal price = BigDecimal.valueOf(dollars);
    Bucket place =
        bucket.equals("unclassified") ? Bucket.UNCLASSIFIED : Bucket.parse(bucket).orElseThrow();
    holdings.add(
        new Holding(
            asset(id),
            BigDecimal.ONE,
            asset(id).isCash()
                ? Optional.empty()
                : Optional.of(new WrittenPrice(price, Optional.of(AT))),
            "",
            role,
            new Classification(place, Classification.By.HOLDING, ""),
            List.of(),
            Optional.empty(),
            ""));
    return this;
  }

  Mixes cash(double dollars) {
    holdings.add(
        new Holding(
            asset("usd"),
            BigDecimal.valueOf(dollars),
            Optional.empty(),
            "",
            Role.TRADABLE,
            new Classification(Bucket.STABLECOIN, Classification.By.CATALOGUE, ""),
            List.of(),
            Optional.empty(),
            ""));
    return this;
  }

  Mixes within(String bucket, Map<String, BigDecimal> percents) {
    within = Map.of(Bucket.parse(bucket).orElseThrow(), percents);
    return this;
  }

  SimulatedMix build() {
    Portfolio portfolio =
        new Portfolio(
            "sample",
            CurrencyUnit.USD,
            ZoneOffset.UTC,
            Optional.empty(),
            target,
            Bands.FIVE_25,
            within,
            holdings,
            Costs.NONE,
            Optional.empty(),
            Optional.empty(),
            AssetCatalog.builtIn(),
            List.of());
    Valuation valuation =
        Valuation.of(portfolio, PriceBook.EMPTY, new Freshness(AT, Optional.empty()));
    return SimulatedMix.of(Allocation.of(valuation));
  }

  /** A covariance of daily returns from volatilities a year and correlations. */
  static Covariance covariance(double[] volatility, double[][] correlation, double days) {
    double[][] matrix = new double[volatility.length][volatility.length];
    for (int i = 0; i < matrix.length; i++) {
      for (int j = 0; j < matrix.length; j++) {
        matrix[i][j] = correlation[i][j] * volatility[i] * volatility[j] * days / 365;
      }
    }
    return Covariance.of(matrix);
  }
}
