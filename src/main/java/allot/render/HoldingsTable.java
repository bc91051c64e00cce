package allot.render;

import allot.allocation.Allocation;
import allot.allocation.BucketShare;
import allot.allocation.Position;
import allot.allocation.Valuation;
import allot.catalog.Bucket;
import allot.money.ExactDecimal;
import allot.money.Fraction;
import allot.portfolio.Holding;
import allot.portfolio.Role;
import allot.price.Age;
import allot.price.Quote;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The holdings by bucket, the most valuable first, then those that do not count. */
final class HoldingsTable {
  private static final List<Column> COLUMNS =
      List.of(
          Column.left("asset", Fit.KEEP),
          Column.left("bucket", Fit.KEEP),
          Column.left("account", Fit.SHRINK),
          Column.right("quantity", Fit.KEEP),
          Column.right("price", Fit.KEEP),
          Column.right("age", Fit.drop(2)),
          Column.right("value", Fit.KEEP),
          Column.right("weight", Fit.KEEP),
          Column.right("gain", Fit.drop(1)),
          Column.left("name", Fit.drop(3)));

  private final Valuation valuation;
  private final Figures figures;

  private HoldingsTable(Allocation allocation) {
    this.valuation = allocation.valuation();
    this.figures = new Figures(valuation.portfolio().currency());
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
      List<Position> positions = byBucket.remove(share.bucket());
      rows.addAll(table.rows(positions == null ? List.of() : positions));
    }
    byBucket.values().forEach(nothingHeld -> rows.addAll(table.rows(nothingHeld)));
    rows.addAll(table.rows(excluded));
    return new Table(COLUMNS, rows);
  }

  private List<List<Cell>> rows(List<Position> positions) {
    List<Position> sorted = new ArrayList<>(positions);
    sorted.sort(Comparator.comparing((Position p) -> p.value().orElse(BigDecimal.ZERO)).reversed());
    List<List<Cell>> rows = new ArrayList<>(sorted.size());
    for (Position position : sorted) {
      rows.add(row(position));
    }
    return rows;
  }

  private List<Cell> row(Position position) {
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
        Cell.of(age(position), Tone.MUTED),
        Cell.of(position.value().map(figures::bare).orElse(none), priced),
        Cell.of(weight(position).orElse(none)),
        Cell.of(position.unrealizedGain().map(figures::signed).orElse(""), Tone.MUTED),
        Cell.of(holding.asset().name(), Tone.MUTED));
  }

  /** How old the price is; cash of the portfolio's currency has none that could age. */
  private String age(Position position) {
    boolean cash = valuation.portfolio().isOwnCash(position.holding().asset());
    return cash ? "" : position.price().ageOfQuote().map(Age::words).orElse("");
  }

  private Optional<String> weight(Position position) {
    if (position.holding().role() == Role.EXCLUDED) {
      return Optional.empty();
    }
    return valuation
        .weighable()
        .flatMap(total -> position.value().map(v -> Fraction.of(v.movePointRight(2), total)))
        .map(weight -> weight.rounded(2, RoundingMode.HALF_EVEN).toPlainString() + " %");
  }

  private static String account(Holding holding) {
    return holding.role() == Role.TRADABLE
        ? holding.account()
        : (holding.role().label() + ", " + holding.account()).replaceFirst(", $", "");
  }
}
