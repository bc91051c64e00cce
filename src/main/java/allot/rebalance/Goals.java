package allot.rebalance;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What every asset is to be worth after the trades, before any rounding.
 *
 * @param values by asset; a line that is not in it stays as it is
 * @param unplaced money for buckets that have no asset to take it
 * @param toUpperEdge buckets that are sold down to the upper end of where they may be
 * @param toLowerEdge buckets that are bought up to the lower end
 * @param fromPiles value to sell of each pile; a line none of whose piles is in it is sold from the
 *     largest on
 * @param sellsFund whether sales are made to pay for buys or a withdrawal, rather than buys to
 *     place what sales bring
 */
record Goals(
    Map<Line, BigDecimal> values,
    Map<Pot, BigDecimal> unplaced,
    Set<Pot> toUpperEdge,
    Set<Pot> toLowerEdge,
    Map<Pile, BigDecimal> fromPiles,
    boolean sellsFund) {

  /** The same, but buys up to an edge are rounded down as all others. */
  Goals withoutLowerEdges() {
    return new Goals(values, unplaced, toUpperEdge, Set.of(), fromPiles, sellsFund);
  }

  /** What a bucket is to be worth. */
  BigDecimal of(Pot pot) {
    BigDecimal sum = BigDecimal.ZERO;
    for (Line line : pot.lines()) {
      sum = sum.add(of(line));
    }
    return sum;
  }

  BigDecimal of(Line line) {
    return values.getOrDefault(line, line.value());
  }

  /** The value that is traded, one way: what fees are taken of. Cash is not traded. */
  BigDecimal traded() {
    BigDecimal sum = BigDecimal.ZERO;
    for (Map.Entry<Line, BigDecimal> goal : values.entrySet()) {
      if (!goal.getKey().isCash()) {
        sum = sum.add(goal.getValue().subtract(goal.getKey().value()).abs());
      }
    }
    for (BigDecimal amount : unplaced.values()) {
      sum = sum.add(amount);
    }
    return sum;
  }

  /** Divides what each bucket is to be worth among its assets. */
  static Map<Line, BigDecimal> inside(
      Pot pot, BigDecimal goal, Blocks blocks, Map<Pot, BigDecimal> unplaced) {
    BigDecimal change = goal.subtract(pot.value());
    if (change.signum() < 0) {
      return taken(pot, change.negate(), blocks);
    }
    List<Line> lines = receivers(pot, blocks);
    if (change.signum() > 0 && lines.isEmpty()) {
      unplaced.put(pot, change);
    }
    if (change.signum() == 0 || lines.isEmpty()) {
      return Map.of();
    }
    List<BigDecimal> held = lines.stream().map(Line::value).toList();
    BigDecimal sum = Level.total(held).add(change);
    List<BigDecimal> most = held.stream().map(value -> value.add(change)).toList();
    return zip(lines, Level.fill(weights(pot, lines), held, most, sum));
  }

  /** The lines that new money of a bucket may go to. */
  static List<Line> receivers(Pot pot, Blocks blocks) {
    List<Line> lines = new ArrayList<>();
    for (Line line : pot.lines()) {
      if (weight(pot, line).signum() > 0 && !blocks.unbuyable().contains(line)) {
        lines.add(line);
      }
    }
    return lines;
  }

  /**
   * Takes value out of a bucket: what {@code within} leaves out first; without it cash first, for
   * that costs nothing; the rest by water-filling from above.
   */
  private static Map<Line, BigDecimal> taken(Pot pot, BigDecimal amount, Blocks blocks) {
    List<Line> first = new ArrayList<>();
    List<Line> then = new ArrayList<>();
    for (Line line : pot.lines()) {
      boolean early = pot.steered() ? weight(pot, line).signum() == 0 : line.isCash();
      (early ? first : then).add(line);
    }
    BigDecimal early = sellable(first, blocks).min(amount);
    Map<Line, BigDecimal> goals = new LinkedHashMap<>();
    if (early.signum() > 0) {
      goals.putAll(drained(first, first.stream().map(Line::value).toList(), early, blocks));
    }
    BigDecimal late = amount.subtract(early);
    if (late.signum() > 0) {
      goals.putAll(drained(then, weights(pot, then), late, blocks));
    }
    return goals;
  }

  private static BigDecimal sellable(List<Line> lines, Blocks blocks) {
    BigDecimal sum = BigDecimal.ZERO;
    for (Line line : lines) {
      sum = sum.add(line.sellable(blocks.unsellable()));
    }
    return sum;
  }

  private static Map<Line, BigDecimal> drained(
      List<Line> lines, List<BigDecimal> weights, BigDecimal amount, Blocks blocks) {
    List<BigDecimal> held = lines.stream().map(Line::value).toList();
    List<BigDecimal> floors =
        lines.stream()
            .map(line -> line.value().subtract(line.sellable(blocks.unsellable())))
            .toList();
    return zip(lines, Level.fill(weights, floors, held, Level.total(held).subtract(amount)));
  }

  private static Map<Line, BigDecimal> zip(List<Line> lines, List<BigDecimal> values) {
    Map<Line, BigDecimal> goals = new LinkedHashMap<>();
    for (int i = 0; i < lines.size(); i++) {
      goals.put(lines.get(i), values.get(i));
    }
    return goals;
  }

  private static List<BigDecimal> weights(Pot pot, List<Line> lines) {
    return lines.stream().map(line -> weight(pot, line)).toList();
  }

  private static BigDecimal weight(Pot pot, Line line) {
    return pot.steered() ? line.share().orElse(BigDecimal.ZERO) : line.value();
  }
}
