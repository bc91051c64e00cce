package allot.render;

import allot.catalog.Asset;
import allot.price.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The document allot.assets/1. */
public record AssetsJson(
    String schema,
    String asOf,
    String currency,
    List<Envelope.Input> inputs,
    List<Row> assets,
    List<Envelope.Notice> warnings) {

  /** An asset of the catalogue with its provenance. */
  public record Row(
      String id,
      String symbol,
      String name,
      String bucket,
      String sector,
      List<String> hosts,
      @Nullable String peg,
      List<String> aliases,
      String basis,
      String source,
      @Nullable String confidence,
      String asOf,
      @Nullable String note) {}

  public static AssetsJson of(List<Asset> assets, Instant asOf) {
    return new AssetsJson(
        "allot.assets/1", Timestamp.format(asOf), "USD", List.of(), rows(assets), List.of());
  }

  static List<Row> rows(List<Asset> assets) {
    List<Row> rows = new ArrayList<>(assets.size());
    for (Asset asset : assets) {
      Asset.Origin origin = asset.origin();
      rows.add(
          new Row(
              asset.id(),
              asset.symbol(),
              asset.name(),
              asset.bucket().name(),
              asset.sector(),
              asset.homes(),
              asset.peg().orElse(null),
              asset.aliases(),
              origin.basis().label(),
              origin.source(),
              origin.confidence().map(Asset.Confidence::label).orElse(null),
              origin.asOf(),
              origin.note().isEmpty() ? null : origin.note()));
    }
    return rows;
  }
}
