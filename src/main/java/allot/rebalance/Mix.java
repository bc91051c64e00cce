package allot.rebalance;

import allot.money.Fraction;
import allot.portfolio.Bands;
import allot.rebalance.RebalanceSettings.Sides;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BinaryOperator;

/**
 * The least turnover that brings every bucket into an interval around its target, with fees in
 * proportion to what is traded (ALGORITHMS section 3). Where what cannot be traded makes the
 * intervals impossible, nothing is sold below its interval or bought above it for that: what cannot
 * be placed stays where it is, or stays cash.
 */
final class Mix {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  /** The fee's fixed point is left when it moves by less than this part of the total. */
  private static final BigDecimal CLOSE = new BigDecimal("1e-36");

  private static final int MOST_ROUNDS = 400;

  private final List<Pot> pots;
  private final Bands bands;
  private final RebalanceSettings settings;
  private final Blocks blocks;

  Mix(List<Pot> pots, Bands bands, RebalanceSettings settings, Blocks blocks) {
    this.pots = pots;
    this.bands = bands;
    this.settings = settings;
    this.blocks = blocks;
  }

  /**
   * The goals when so much is there before fees: holdings and new money. The total after fees is
   * the fixed point of {@code money − fee × traded(total)}, which contracts as the fee is at most
   * one half.
   */
  Goals goals(BigDecimal money) {
    BigDecimal total = money;
    Goals goals = at(total);
    BigDecimal close = money.abs().multiply(CLOSE);
    for (int round = 0; round < MOST_ROUNDS; round++) {
      BigDecimal fees = goals.traded().multiply(settings.fee()).movePointLeft(2);
      BigDecimal next = money.subtract(fees).max(BigDecimal.ZERO).round(Level.DIGITS);
      if (next.subtract(total).abs().compareTo(close) <= 0) {
        return goals;
      }
      total = next;
      goals = at(total);
    }
    return goals;
  }

  /** The goals when so much is left after fees. */
  Goals at(BigDecimal total) {
    Range range = new Range(total);
    List<BigDecimal> values = range.values();
    Map<Line, BigDecimal> goals = new LinkedHashMap<>();
    Map<Pot, BigDecimal> unplaced = new LinkedHashMap<>();
    Set<Pot> upper = new HashSet<>();
    Set<Pot> lower = new HashSet<>();
    for (int i = 0; i < pots.size(); i++) {
      Pot pot = pots.get(i);
      goals.putAll(Goals.inside(pot, values.get(i), blocks, unplaced));
      BigDecimal held = range.held.get(i);
      if (held.compareTo(range.high.get(i)) > 0
          && isNear(values.get(i), range.high.get(i), total)) {
        upper.add(pot);
      }
      if (held.compareTo(range.low.get(i)) < 0 && isNear(values.get(i), range.low.get(i), total)) {
        lower.add(pot);
      }
    }
    return new Goals(goals, unplaced, upper, lower, Map.of(), range.sellsFund());
  }

  private static boolean isNear(BigDecimal a, BigDecimal b, BigDecimal total) {
    return a.subtract(b).abs().compareTo(total.multiply(CLOSE)) <= 0;
  }

  private boolean onlyNewMoney() {
    return settings.sides() == Sides.ONLY_BUY && settings.cash() > 0;
  }

  /** The buckets between their bounds for one total. */
  private final class Range {
    private final BigDecimal total;
    private final List<BigDecimal> targets = new ArrayList<>();
    private final List<BigDecimal> held = new ArrayList<>();
    private final List<BigDecimal> floor = new ArrayList<>();
    private final List<BigDecimal> ceiling = new ArrayList<>();
    private final List<BigDecimal> low = new ArrayList<>();
    private final List<BigDecimal> high = new ArrayList<>();

    Range(BigDecimal total) {
      this.total = total;
      for (Pot pot : pots) {
        BigDecimal value = pot.value();
        BigDecimal least = floor(pot);
        BigDecimal most = mayBuy(pot) ? total.max(value) : value;
        Interval interval = Interval.of(pot, bands, settings.to(), total);
        targets.add(pot.target());
        held.add(value);
        floor.add(least);
        ceiling.add(most);
        low.add(interval.low().max(least).min(most));
        high.add(interval.high().max(least).min(most));
      }
    }

    List<BigDecimal> values() {
      if (onlyNewMoney()) {
        return Level.fill(targets, held, each(BigDecimal::min, ceiling, full()), total);
      } else if (settings.sides() == Sides.ONLY_SELL) {
        return drained();
      } else if (Level.total(low).compareTo(total) > 0) {
        List<BigDecimal> kept = each(BigDecimal::max, floor, each(BigDecimal::min, held, low));
        return Level.total(kept).compareTo(total) <= 0
            ? Level.fill(targets, kept, low, total)
            : Level.fill(targets, floor, kept, total);
      } else if (Level.total(high).compareTo(total) < 0) {
        return Level.fill(targets, high, each(BigDecimal::max, held, high), total);
      }
      return sellsFund()
          ? Level.fill(
              targets, low, each(BigDecimal::max, low, each(BigDecimal::min, held, high)), total)
          : Level.fill(
              targets, each(BigDecimal::min, high, each(BigDecimal::max, held, low)), high, total);
    }

    /** What each may hold without being bought above its target. */
    private List<BigDecimal> full() {
      List<BigDecimal> full = new ArrayList<>();
      for (int i = 0; i < held.size(); i++) {
        full.add(targets.get(i).multiply(total).movePointLeft(2).max(held.get(i)));
      }
      return full;
    }

    /** Whether more has to be bought than what has to be sold, and comes in, pays for. */
    boolean sellsFund() {
      if (settings.sides() == Sides.ONLY_SELL) {
        return true;
      }
      BigDecimal excess = BigDecimal.ZERO;
      BigDecimal lack = BigDecimal.ZERO;
      for (int i = 0; i < held.size(); i++) {
        excess = excess.add(held.get(i).subtract(high.get(i)).max(BigDecimal.ZERO));
        lack = lack.add(low.get(i).subtract(held.get(i)).max(BigDecimal.ZERO));
      }
      BigDecimal net = total.subtract(Level.total(held));
      return excess.add(net).compareTo(lack) < 0;
    }

    /** A withdrawal: what has target zero first, in proportion, then from the fullest down. */
    private List<BigDecimal> drained() {
      BigDecimal needed = Level.total(held).subtract(total);
      List<BigDecimal> unwanted = new ArrayList<>();
      for (int i = 0; i < held.size(); i++) {
        boolean zero = targets.get(i).signum() == 0;
        unwanted.add(zero ? held.get(i).subtract(floor.get(i)) : BigDecimal.ZERO);
      }
      BigDecimal sum = Level.total(unwanted);
      if (sum.compareTo(needed) >= 0 && sum.signum() > 0) {
        List<BigDecimal> values = new ArrayList<>();
        for (int i = 0; i < held.size(); i++) {
          BigDecimal part = needed.multiply(unwanted.get(i)).divide(sum, Level.DIGITS);
          values.add(held.get(i).subtract(part));
        }
        return values;
      }
      List<BigDecimal> most = new ArrayList<>();
      for (int i = 0; i < held.size(); i++) {
        most.add(held.get(i).subtract(unwanted.get(i)));
      }
      return Level.fill(targets, floor, most, total);
    }

    private static List<BigDecimal> each(
        BinaryOperator<BigDecimal> of, List<BigDecimal> a, List<BigDecimal> b) {
      List<BigDecimal> results = new ArrayList<>();
      for (int i = 0; i < a.size(); i++) {
        results.add(of.apply(a.get(i), b.get(i)));
      }
      return results;
    }
  }

  /** What of a bucket cannot be sold. */
  private BigDecimal floor(Pot pot) {
    if (onlyNewMoney()) {
      return pot.value();
    }
    BigDecimal floor = BigDecimal.ZERO;
    for (Line line : pot.lines()) {
      boolean sells = settings.sides() != Sides.ONLY_BUY || line.isCash();
      BigDecimal sellable = sells ? line.sellable(blocks.unsellable()) : BigDecimal.ZERO;
      floor = floor.add(line.value().subtract(sellable));
    }
    return floor;
  }

  private boolean mayBuy(Pot pot) {
    if (settings.sides() == Sides.ONLY_SELL
        || pot.target().signum() == 0
        || blocks.closed().contains(pot)) {
      return false;
    }
    return blocks.unbuyable().stream().noneMatch(pot::has)
        || !Goals.receivers(pot, blocks).isEmpty();
  }

  /**
   * Where a bucket may end, as value.
   *
   * @param low so much at least
   * @param high so much at most
   */
  record Interval(BigDecimal low, BigDecimal high) {

    static Interval of(Pot pot, Bands bands, Destination to, BigDecimal total) {
      if (total.signum() <= 0) {
        return new Interval(BigDecimal.ZERO, BigDecimal.ZERO);
      }
      Bands.Limits limits = bands.limits(pot.bucket(), pot.target(), total);
      return new Interval(
          edge(pot.target(), limits.low(), to.fraction(), total),
          edge(pot.target(), limits.high(), to.fraction(), total));
    }

    /** So far from the target to the edge, of a total. */
    private static BigDecimal edge(
        BigDecimal target, Fraction edge, BigDecimal fraction, BigDecimal total) {
      BigDecimal way =
          edge.numerator()
              .subtract(target.multiply(edge.denominator()))
              .multiply(fraction)
              .multiply(total)
              .divide(edge.denominator().multiply(HUNDRED), Level.DIGITS);
      return target.multiply(total).movePointLeft(2).add(way);
    }
  }
}
