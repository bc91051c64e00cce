package allot.allocation;

import allot.catalog.Asset;
import allot.catalog.AssetCatalog;
import allot.catalog.Bucket;
import allot.portfolio.Role;
import allot.portfolio.TargetMix;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Portfolios made up for laws. */
final class Portfolios {
  private static final List<Asset> ASSETS =
      AssetCatalog.builtIn().assets().stream().filter(asset -> !asset.isCash()).toList();
  private static final List<String> BANDS = List.of("5/25", "5", "2.5", "10/50", "0");
  private static final Bucket LAYER_3 = new Bucket("layer-3");

  private Portfolios() {}

  /** Any portfolio that is worth something and has all prices, one for each asset. */
  static Sample priced(SplittableRandom random) {
    List<Row> rows = new ArrayList<>();
    int assets = random.nextInt(1, 9);
    for (int i = 0; i < assets; i++) {
      Asset asset =
          random.nextInt(12) == 0
              ? Asset.unknown("mystery" + i)
              : ASSETS.get(random.nextInt(ASSETS.size()));
      String price = decimal(random, 1, 5_000_000, 3);
      int accounts = random.nextInt(4) == 0 ? 2 : 1;
      for (int account = 0; account < accounts; account++) {
        rows.add(row(random, Row.of(asset, decimal(random, 0, 50_000, 3), price), account));
      }
    }
    rows.add(Row.of("usd", decimal(random, 1, 9_000_000, 2), "1"));
    Map<String, Row> first = new LinkedHashMap<>();
    rows.forEach(row -> first.putIfAbsent(row.asset().id(), row));
    rows.replaceAll(row -> row.priced(first.get(row.asset().id()).price()));
    return Sample.of(rows).target(target(random)).band(BANDS.get(random.nextInt(BANDS.size())));
  }

  private static Row row(SplittableRandom random, Row row, int account) {
    Role role = random.nextInt(8) == 0 ? Role.values()[random.nextInt(3)] : Role.TRADABLE;
    Row placed = row.in("account " + account).as(role);
    return random.nextInt(10) == 0 ? placed.bucket("layer-3") : placed;
  }

  /** A portfolio that holds nothing but what its target names, and a target without zeros. */
  static Sample withoutZeroTargets(SplittableRandom random) {
    Sample any = priced(random);
    List<Row> rows =
        any.rows().stream()
            .filter(row -> row.asset().isKnown() && row.said().isEmpty() && !row.asset().isCash())
            .toList();
    Map<Bucket, BigDecimal> percents = new LinkedHashMap<>();
    int left = 100;
    for (Bucket bucket : List.of(Bucket.HYBRID, Bucket.LAYER_1, Bucket.LAYER_2)) {
      int percent = random.nextInt(1, 33);
      percents.put(bucket, new BigDecimal(percent));
      left -= percent;
    }
    percents.put(Bucket.STABLECOIN, new BigDecimal(left));
    return Sample.of(rows)
        .with(Row.of("usd-coin", decimal(random, 1, 9_000_000, 2), "1"))
        .target(new TargetMix(percents))
        .band(BANDS.get(random.nextInt(BANDS.size())));
  }

  static TargetMix target(SplittableRandom random) {
    List<Bucket> buckets =
        List.of(Bucket.LAYER_2, Bucket.LAYER_1, Bucket.HYBRID, Bucket.STABLECOIN, LAYER_3);
    Map<Bucket, BigDecimal> percents = new LinkedHashMap<>();
    BigDecimal left = new BigDecimal("100");
    int count = random.nextInt(1, buckets.size() + 1);
    for (int i = 0; i < count; i++) {
      BigDecimal most = left.movePointRight(1);
      BigDecimal percent =
          i == count - 1 ? left : BigDecimal.valueOf(random.nextLong(most.longValueExact() + 1), 1);
      percents.put(buckets.get(i), percent);
      left = left.subtract(percent);
    }
    return new TargetMix(percents);
  }

  static String decimal(SplittableRandom random, long from, long to, int scale) {
    return BigDecimal.valueOf(random.nextLong(from, to), random.nextInt(scale + 1)).toPlainString();
  }
}
