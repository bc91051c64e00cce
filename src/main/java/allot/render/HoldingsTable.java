package allot.render;

import allot.allocation.Allocation;
import allot.allocation.BucketShare;
import allot.allocation.Position;
import allot.allocation.Valuation;
import allot.catalog.Bucket;
import allot.money.Apportionment;
import allot.money.CurrencyUnit;
import allot.money.ExactDecimal;
import allot.money.Money;
import allot.portfolio.Holding;
import allot.portfolio.Role;
import allot.price.Age;
import allot.price.Quote;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The holdings by bucket, the most valuable first. The weights shown of a bucket's holdings add up
 * to the weight shown of the bucket.
 */
final class HoldingsTable {
  private static final List<Column> COLUMNS =
      List.of(
          new Column("asset", Align.LEFT, Fit.KEEP),
          new Column("bucket", Align.LEFT, Fit.KEEP),
          new Column("account", Align.LEFT, Fit.SHRINK),
          new Column("quantity", Align.RIGHT, Fit.KEEP),
          new Column("price", Align.RIGHT, Fit.KEEP),
          new Column("age", Align.RIGHT, Fit.drop(2)),
          new Column("value", Align.RIGHT, Fit.KEEP),
          new Column("weight", Align.RIGHT, Fit.KEEP),
          new Column("gain", Align.RIGHT, Fit.drop(1)),
          new Column("name", Align.LEFT, Fit.drop(3)));

  private final Valuation valuation;
  private final CurrencyUnit currency;

  private HoldingsTable(Allocation allocation) {
    this.valuation = allocation.valuation();
    this.currency = valuation.portfolio().currency();
  }

  static Table of(Allocation allocation) {
    HoldingsTable table = new HoldingsTable(allocation);
    Map<Bucket, List<Position>> byBucket = new HashMap<>();
    List<Position> excluded = new ArrayList<>();
    for (Position position : table.valuation.positions()) {
      if (position.holding().role() == Role.EXCLUDED) {
        excluded.add(position);
      } else {
        byBucket
            .computeIfAbsent(position.holding().bucket(), bucket -> new ArrayList<>())
            .add(position);
      }
    }
    List<List<Cell>> rows = new ArrayList<>();
    for (BucketShare share : allocation.shares()) {
      List<Position> positions = byBucket.getOrDefault(share.bucket(), new ArrayList<>());
      byBucket.remove(share.bucket());
      rows.addAll(table.rows(positions, share.standing().map(s -> s.shownWeight())));
    }
    byBucket.values().forEach(nothing -> rows.addAll(table.rows(nothing, Optional.empty())));
    rows.addAll(table.rows(excluded, Optional.empty()));
    return new Table(COLUMNS, rows);
  }

  private List<List<Cell>> rows(List<Position> positions, Optional<BigDecimal> bucketWeight) {
    positions.sort(
        Comparator.comparing((Position p) -> p.value().orElse(BigDecimal.ZERO)).reversed());
    List<BigDecimal> weights = weights(positions, bucketWeight);
    List<List<Cell>> rows = new ArrayList<>(positions.size());
    for (int i = 0; i < positions.size(); i++) {
      rows.add(
          row(
              positions.get(i),
              weights.isEmpty() ? Optional.empty() : Optional.of(weights.get(i))));
    }
    return rows;
  }

  private static List<BigDecimal> weights(
      List<Position> positions, Optional<BigDecimal> bucketWeight) {
    List<BigDecimal> values = new ArrayList<>(positions.size());
    boolean any = false;
    for (Position position : positions) {
      BigDecimal value = position.value().orElse(BigDecimal.ZERO);
      any |= value.signum() > 0;
      values.add(value);
    }
    if (bucketWeight.isEmpty() || !any) {
      return List.of();
    }
    BigDecimal weight = bucketWeight.get();
    List<BigDecimal> shown = new ArrayList<>(positions.size());
    for (BigInteger units : Apportionment.split(weight.unscaledValue(), values)) {
      shown.add(new BigDecimal(units, weight.scale()));
    }
    return shown;
  }

  private List<Cell> row(Position position, Optional<BigDecimal> weight) {
    Holding holding = position.holding();
    Optional<Quote> quote = position.price().usable();
    Tone priced = quote.isPresent() ? Tone.PLAIN : Tone.BAD;
    String none = holding.role() == Role.EXCLUDED ? "-" : "?";
    return List.of(
        Cell.of(holding.asset().symbol()),
        Cell.of(holding.bucket().name(), Tone.MUTED),
        Cell.of(account(holding)),
        Cell.of(ExactDecimal.plain(holding.quantity())),
        Cell.of(quote.map(q -> ExactDecimal.plain(q.value())).orElse(none), priced),
        Cell.of(position.price().ageOfQuote().map(Age::words).orElse(""), Tone.MUTED),
        Cell.of(position.value().map(v -> Money.of(v, currency).figures()).orElse(none), priced),
        Cell.of(weight.map(w -> w.toPlainString() + " %").orElse(none)),
        Cell.of(position.unrealizedGain().map(this::gain).orElse(""), Tone.MUTED),
        Cell.of(holding.asset().name(), Tone.MUTED));
  }

  private String gain(BigDecimal gain) {
    String figures = Money.of(gain.abs(), currency).figures();
    return gain.signum() < 0 ? "−" + figures : "+" + figures;
  }

  private static String account(Holding holding) {
    return holding.role() == Role.TRADABLE
        ? holding.account()
        : (holding.account() + " (" + holding.role().label() + ")").strip();
  }
}
