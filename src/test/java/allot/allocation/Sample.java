package allot.allocation;

import allot.catalog.AssetCatalog;
import allot.catalog.Bucket;
import allot.money.CurrencyUnit;
import allot.portfolio.Bands;
import allot.portfolio.Costs;
import allot.portfolio.Portfolio;
import allot.portfolio.TargetMix;
import allot.price.Freshness;
import allot.price.PriceBook;
import allot.price.Quote;
import allot.problem.Warning;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A portfolio in the making, valued at {@link Row#AT}: dollars, the articles' mix, band 5/25. */
final class Sample {
  private final List<Row> rows = new ArrayList<>();
  private final List<Warning> warnings = new ArrayList<>();
  private TargetMix target = TargetMix.ARTICLES;
  private Bands bands = Bands.FIVE_25;
  private CurrencyUnit currency = CurrencyUnit.USD;
  private PriceBook book = PriceBook.EMPTY;
  private Optional<Duration> maxAge = Optional.of(Freshness.DEFAULT_MAX_AGE);

  static Sample of(Row... rows) {
    return new Sample().with(rows);
  }

  static Sample of(List<Row> rows) {
    return of(rows.toArray(Row[]::new));
  }

  /** V1: 45,000/24,000/21,000/10,000 on 40/30/20/10. */
  static Sample v1() {
    return mix("45000", "24000", "21000", "10000");
  }

  /** Positions 1 to 4 of the target 40/30/20/10 of ALGORITHMS.md. */
  static Sample mix(String first, String second, String third, String fourth) {
    return of(
            Row.of("ethereum", first, "1"),
            Row.of("arbitrum", second, "1"),
            Row.of("akash-network", third, "1"),
            Row.of("usd", fourth, "1"))
        .target("layer-1=40,layer-2=30,hybrid=20,stablecoin=10");
  }

  Sample with(Row... more) {
    rows.addAll(List.of(more));
    return this;
  }

  Sample target(String text) {
    target = TargetMix.parse(text);
    return this;
  }

  Sample target(TargetMix mix) {
    target = mix;
    return this;
  }

  Sample band(String text) {
    bands = Bands.parse(text);
    return this;
  }

  Sample currency(String code) {
    currency = CurrencyUnit.of(code).orElseThrow();
    return this;
  }

  Sample anyAge() {
    maxAge = Optional.empty();
    return this;
  }

  Sample warning(Warning warning) {
    warnings.add(warning);
    return this;
  }

  /** A layer of prices below those given before. */
  Sample quote(String id, String price) {
    book = book.over(Map.of(id, new Quote(new BigDecimal(price), Optional.of(Row.AT), "--price")));
    return this;
  }

  List<Row> rows() {
    return rows;
  }

  TargetMix target() {
    return target;
  }

  Portfolio portfolio() {
    return new Portfolio(
        "sample",
        currency,
        ZoneOffset.UTC,
        Optional.empty(),
        target,
        bands,
        Map.of(),
        rows.stream().map(Row::build).toList(),
        Costs.NONE,
        Optional.empty(),
        Optional.empty(),
        AssetCatalog.builtIn(),
        warnings);
  }

  Valuation valuation() {
    return Valuation.of(portfolio(), book, new Freshness(Row.AT, maxAge));
  }

  Allocation allocation() {
    return Allocation.of(valuation());
  }

  Exposure exposure() {
    return Exposure.of(valuation());
  }

  Verdict verdict() {
    return Verdict.of(allocation());
  }

  List<Warning> advisories() {
    return Advisories.of(valuation(), exposure());
  }

  BucketShare share(String bucket) {
    return allocation().share(new Bucket(bucket)).orElseThrow();
  }

  BucketShare.Standing standing(String bucket) {
    return share(bucket).standing().orElseThrow();
  }
}
