package allot.render;

import allot.allocation.Allocation;
import allot.allocation.BucketShare;
import allot.allocation.BucketShare.Standing;
import allot.allocation.Exposure;
import allot.allocation.Position;
import allot.allocation.Provenance;
import allot.allocation.Valuation;
import allot.catalog.Asset;
import allot.money.ExactDecimal;
import allot.money.Fraction;
import allot.portfolio.Holding;
import allot.portfolio.Role;
import allot.price.Quote;
import allot.price.Timestamp;
import allot.problem.Warning;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The document allot.report/1. Unknown is null; money is in the portfolio's currency, weights,
 * targets and drifts are percent.
 */
public record ReportJson(
    String schema,
    String asOf,
    String currency,
    List<Envelope.Input> inputs,
    @Nullable String name,
    @Nullable BigDecimal total,
    BigDecimal knownValue,
    @Nullable Boolean inBand,
    @Nullable BigDecimal totalDrift,
    @Nullable BigDecimal accuracy,
    Map<String, BigDecimal> target,
    List<BucketRow> buckets,
    List<HoldingRow> holdings,
    List<SectorRow> sectors,
    List<HostRow> hosts,
    Concentration concentration,
    @Nullable BigDecimal depositToTarget,
    List<Envelope.Notice> warnings) {

  /** A bucket against its target. */
  public record BucketRow(
      String bucket,
      @Nullable BigDecimal value,
      @Nullable BigDecimal weight,
      BigDecimal target,
      @Nullable BigDecimal drift,
      @Nullable BigDecimal relativeDrift,
      @Nullable BigDecimal low,
      @Nullable BigDecimal high,
      @Nullable String status,
      @Nullable BigDecimal toTarget) {}

  /** A holding with its price, value and provenance. */
  public record HoldingRow(
      String asset,
      @Nullable String id,
      @Nullable String name,
      String account,
      String role,
      String bucket,
      @Nullable String sector,
      BigDecimal quantity,
      @Nullable BigDecimal price,
      @Nullable String priceAsOf,
      @Nullable String priceSource,
      @Nullable BigDecimal value,
      @Nullable BigDecimal weight,
      @Nullable BigDecimal cost,
      @Nullable BigDecimal unrealizedGain,
      String classifiedBy) {}

  /** A sector's share of the total. */
  public record SectorRow(String sector, @Nullable BigDecimal weight) {}

  /** A host chain's share of the total, and the symbols that need it. */
  public record HostRow(String chain, @Nullable BigDecimal weight, List<String> assets) {}

  /** How concentrated the assets are. */
  public record Concentration(@Nullable BigDecimal hhi, @Nullable BigDecimal effectiveAssets) {}

  public static ReportJson of(
      Allocation allocation,
      Exposure exposure,
      List<Warning> warnings,
      List<Envelope.Input> inputs) {
    Valuation valuation = allocation.valuation();
    Map<String, BigDecimal> target = new LinkedHashMap<>();
    valuation
        .portfolio()
        .target()
        .percents()
        .forEach((bucket, percent) -> target.put(bucket.name(), ExactDecimal.normal(percent)));
    return new ReportJson(
        "allot.report/1",
        Timestamp.format(valuation.at()),
        valuation.portfolio().currency().code(),
        inputs,
        valuation.portfolio().name().isEmpty() ? null : valuation.portfolio().name(),
        Envelope.money(valuation.total()),
        Envelope.money(valuation.knownValue()),
        allocation.inBand().orElse(null),
        Envelope.percent(allocation.totalDrift()),
        Envelope.percent(allocation.accuracy()),
        target,
        buckets(allocation),
        holdings(valuation),
        sectors(exposure),
        hosts(exposure),
        new Concentration(
            Envelope.share(exposure.hhi()), Envelope.share(exposure.effectiveAssets())),
        Envelope.moneyOf(allocation.depositToTarget()),
        Envelope.notices(warnings));
  }

  static List<BucketRow> buckets(Allocation allocation) {
    List<BucketRow> rows = new ArrayList<>();
    for (BucketShare share : allocation.shares()) {
      Optional<Standing> standing = share.standing();
      rows.add(
          new BucketRow(
              share.bucket().name(),
              Envelope.money(share.value()),
              Envelope.percent(standing.map(Standing::weight)),
              ExactDecimal.normal(share.target()),
              Envelope.percent(standing.map(Standing::drift)),
              Envelope.percent(standing.flatMap(Standing::relativeDrift)),
              Envelope.percent(standing.map(Standing::low)),
              Envelope.percent(standing.map(Standing::high)),
              standing.map(s -> s.status().label()).orElse(null),
              Envelope.money(standing.map(Standing::toTarget))));
    }
    return rows;
  }

  static List<HoldingRow> holdings(Valuation valuation) {
    List<HoldingRow> rows = new ArrayList<>();
    for (Position position : valuation.positions()) {
      rows.add(holding(position, valuation));
    }
    return rows;
  }

  private static HoldingRow holding(Position position, Valuation valuation) {
    Holding holding = position.holding();
    Asset asset = holding.asset();
    Optional<Quote> quote = position.price().usable();
    Optional<Fraction> weight =
        holding.role() == Role.EXCLUDED
            ? Optional.empty()
            : valuation
                .weighable()
                .flatMap(
                    total -> position.value().map(v -> Fraction.of(v.movePointRight(2), total)));
    return new HoldingRow(
        asset.symbol(),
        Envelope.id(asset),
        asset.isKnown() ? asset.name() : null,
        holding.account(),
        holding.role().label(),
        holding.bucket().name(),
        asset.sector().isEmpty() ? null : asset.sector(),
        ExactDecimal.normal(holding.quantity()),
        quote.map(q -> ExactDecimal.normal(q.value())).orElse(null),
        quote.flatMap(Quote::asOf).map(Timestamp::format).orElse(null),
        quote.map(Quote::source).orElse(null),
        Envelope.money(position.value()),
        Envelope.percent(weight),
        Envelope.money(holding.cost()),
        Envelope.money(position.unrealizedGain()),
        Provenance.inWords(asset, holding.classification()));
  }

  static List<SectorRow> sectors(Exposure exposure) {
    List<SectorRow> rows = new ArrayList<>();
    for (Exposure.Part part : exposure.sectors()) {
      rows.add(new SectorRow(part.name(), Envelope.percent(exposure.weight(part))));
    }
    return rows;
  }

  static List<HostRow> hosts(Exposure exposure) {
    List<HostRow> rows = new ArrayList<>();
    for (Exposure.Part part : exposure.hosts()) {
      rows.add(new HostRow(part.name(), Envelope.percent(exposure.weight(part)), part.assets()));
    }
    return rows;
  }
}
