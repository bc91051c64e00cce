package allot.render;

import allot.allocation.Allocation;
import allot.allocation.BucketShare;
import allot.allocation.Exposure;
import allot.allocation.Position;
import allot.catalog.Bucket;
import allot.money.Fraction;
import allot.portfolio.Role;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What a report shows where there is room for pictures. */
public final class ReportPictures {
  private final Allocation allocation;
  private final Exposure exposure;

  private ReportPictures(Allocation allocation, Exposure exposure) {
    this.allocation = allocation;
    this.exposure = exposure;
  }

  /** The document of a {@link ReportView} with its pictures; as it is, if weights are not known. */
  public static Document into(Document document, Allocation allocation, Exposure exposure) {
    if (allocation.valuation().weighable().isEmpty()) {
      return document;
    }
    ReportPictures pictures = new ReportPictures(allocation, exposure);
    return document
        .illustrated("Holdings", pictures.holdings())
        .illustrated("AI sectors", pictures.sectors())
        .illustrated("Host chains", pictures.hosts());
  }

  private Picture holdings() {
    Map<Bucket, Map<String, BigDecimal>> held = new LinkedHashMap<>();
    for (BucketShare share : allocation.shares()) {
      held.put(share.bucket(), new LinkedHashMap<>());
    }
    for (Position position : allocation.valuation().held()) {
      if (position.holding().role() != Role.EXCLUDED) {
        held.computeIfAbsent(position.holding().bucket(), bucket -> new LinkedHashMap<>())
            .merge(
                position.holding().asset().symbol(),
                position.value().orElse(BigDecimal.ZERO),
                BigDecimal::add);
      }
    }
    List<Treemap.Group> groups = new ArrayList<>();
    held.forEach((bucket, values) -> groups.add(new Treemap.Group(bucket.name(), tiles(values))));
    return new Treemap("What the portfolio is made of, by bucket and value", groups);
  }

  private List<Treemap.Tile> tiles(Map<String, BigDecimal> values) {
    BigDecimal total = allocation.valuation().weighable().orElseThrow();
    Figures figures = Figures.of(allocation);
    List<Treemap.Tile> tiles = new ArrayList<>();
    values.forEach(
        (symbol, value) -> {
          double percent = drawn(Fraction.of(value.movePointRight(2), total));
          tiles.add(new Treemap.Tile(symbol, percent, figures.money(value)));
        });
    return tiles;
  }

  private Picture sectors() {
    return bars("Share of the portfolio by sector", exposure.sectors(), Function.identity());
  }

  private Picture hosts() {
    return bars(
        "Share of the portfolio that needs the chain",
        exposure.hosts(),
        allocation.valuation().portfolio().catalog()::chainName);
  }

  private Picture bars(String title, List<Exposure.Part> parts, Function<String, String> names) {
    List<ShareBars.Bar> bars = new ArrayList<>();
    for (Exposure.Part part : parts) {
      Optional<Fraction> weight = exposure.weight(part);
      String assets = String.join(" ", part.assets());
      weight.ifPresent(
          w -> bars.add(new ShareBars.Bar(names.apply(part.name()), drawn(w), assets)));
    }
    return new ShareBars(title, bars);
  }

  /** Exact enough to be drawn, and shown with two decimals as the tables show it. */
  private static double drawn(Fraction percent) {
    return percent.rounded(2, RoundingMode.HALF_EVEN).doubleValue();
  }
}
