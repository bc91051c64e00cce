package allot.dca;

import allot.allocation.WaterFill;
import allot.catalog.Bucket;
import allot.money.Apportionment;
import allot.portfolio.DcaTerms.Strategy;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Divides money in two levels: first among buckets, then inside each among its assets. All parts
 * are whole cents by largest remainder, ties to the larger exact part, then to row order.
 */
final class Division {
  private final Strategy strategy;
  private final Map<Bucket, BigDecimal> targets;
  private final Map<Bucket, List<Slot>> slots;
  private final int decimals;
  private final boolean fromWithin;
  private final Map<Bucket, Long> unassigned = new LinkedHashMap<>();

  /**
   * @param targets weights of the buckets that get money, in row order
   * @param slots what may be bought in each of them; none where no asset is chosen
   * @param decimals of the currency
   * @param fromWithin whether the money is part of the total already: it only changes buckets
   */
  Division(
      Strategy strategy,
      Map<Bucket, BigDecimal> targets,
      Map<Bucket, List<Slot>> slots,
      int decimals,
      boolean fromWithin) {
    this.strategy = strategy;
    this.targets = targets;
    this.slots = slots;
    this.decimals = decimals;
    this.fromWithin = fromWithin;
  }

  /**
   * The cents for each slot; what is missing to the sum belongs to buckets without an asset.
   *
   * @param cents the money of this instalment with what was carried
   * @param given the money of all instalments so far
   * @param values what the buckets are worth
   * @param total what the portfolio is worth
   */
  Map<Slot, Long> budgets(
      long cents, long given, Map<Bucket, BigDecimal> values, BigDecimal total) {
    List<Bucket> buckets = new ArrayList<>(targets.keySet());
    List<Long> money =
        strategy == Strategy.FIXED
            ? split(given, new ArrayList<>(targets.values()))
            : split(cents, weights(buckets, values, total, cents));
    Map<Slot, Long> budgets = new LinkedHashMap<>();
    unassigned.clear();
    for (int i = 0; i < buckets.size(); i++) {
      List<Slot> inside = slots.getOrDefault(buckets.get(i), List.of());
      if (money.get(i) > 0 && inside.isEmpty()) {
        unassigned.put(buckets.get(i), money.get(i));
      } else if (money.get(i) > 0) {
        divideInside(inside, money.get(i), budgets);
      }
    }
    return strategy == Strategy.FIXED ? lessSpent(budgets, cents) : budgets;
  }

  /** The cents that the last division meant for buckets that have nothing to buy. */
  Map<Bucket, Long> unassigned() {
    return unassigned;
  }

  private List<BigDecimal> weights(
      List<Bucket> buckets, Map<Bucket, BigDecimal> values, BigDecimal total, long cents) {
    List<BigDecimal> held = new ArrayList<>();
    List<BigDecimal> wanted = new ArrayList<>();
    for (Bucket bucket : buckets) {
      held.add(values.getOrDefault(bucket, BigDecimal.ZERO));
      wanted.add(targets.get(bucket));
    }
    BigDecimal money = BigDecimal.valueOf(cents, decimals);
    return strategy == Strategy.FILL
        ? WaterFill.parts(held, wanted, money)
        : gaps(held, wanted, fromWithin ? total : total.add(money));
  }

  /** What each is short of its share of the whole, in hundredths: the shares are percent. */
  private static List<BigDecimal> gaps(
      List<BigDecimal> held, List<BigDecimal> percents, BigDecimal whole) {
    List<BigDecimal> gaps = new ArrayList<>();
    for (int i = 0; i < held.size(); i++) {
      BigDecimal gap = percents.get(i).multiply(whole).subtract(held.get(i).movePointRight(2));
      gaps.add(gap.max(BigDecimal.ZERO));
    }
    return gaps;
  }

  /**
   * Without {@code within}, in proportion to what was held before the plan: filled up to it, so
   * that what waits for a minimum order is made up for.
   */
  private void divideInside(List<Slot> inside, long money, Map<Slot, Long> budgets) {
    List<BigDecimal> held = new ArrayList<>();
    List<BigDecimal> before = new ArrayList<>();
    List<BigDecimal> shares = new ArrayList<>();
    BigDecimal whole = BigDecimal.valueOf(money, decimals);
    for (Slot slot : inside) {
      held.add(slot.value());
      before.add(slot.facts().valueBefore());
      shares.add(slot.facts().share().orElse(BigDecimal.ZERO));
      whole = whole.add(slot.value());
    }
    boolean steered = inside.get(0).facts().share().isPresent();
    List<BigDecimal> wanted = steered ? shares : before;
    List<BigDecimal> weights =
        switch (strategy) {
          case FILL -> WaterFill.parts(held, wanted, BigDecimal.valueOf(money, decimals));
          case GAP ->
              steered
                  ? gaps(held, shares, whole)
                  : WaterFill.parts(held, before, BigDecimal.valueOf(money, decimals));
          case FIXED -> wanted;
        };
    List<Long> parts = split(money, weights);
    for (int i = 0; i < inside.size(); i++) {
      budgets.put(inside.get(i), parts.get(i));
    }
  }

  /**
   * Turns the money set aside so far into what of it is still to be spent. A share may lose a cent
   * when the sum grows (the Alabama paradox); it then waits, and the largest gives way.
   */
  private static Map<Slot, Long> lessSpent(Map<Slot, Long> setAside, long available) {
    Map<Slot, Long> budgets = new LinkedHashMap<>();
    long sum = 0;
    for (Map.Entry<Slot, Long> entry : setAside.entrySet()) {
      long budget = Math.max(0, entry.getValue() - entry.getKey().spent());
      budgets.put(entry.getKey(), budget);
      sum += budget;
    }
    for (; sum > available; sum--) {
      Map.Entry<Slot, Long> largest =
          Collections.max(budgets.entrySet(), Map.Entry.comparingByValue());
      largest.setValue(largest.getValue() - 1);
    }
    return budgets;
  }

  private static List<Long> split(long cents, List<BigDecimal> weights) {
    List<Long> parts = new ArrayList<>();
    for (BigInteger part : Apportionment.split(BigInteger.valueOf(cents), weights)) {
      parts.add(part.longValueExact());
    }
    return parts;
  }
}
