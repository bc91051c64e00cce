package allot.simulate;

import allot.simulate.SimulatedMix.Pile;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A strategy's shares of the piles in a block of paths, and what became of it: one that holds and
 * watches a band, or one that rebalances. Written in passes over the paths, which the compiler
 * turns into vector instructions.
 */
final class Book {
  /** Weights closer to an edge than this are on it, and the edge is in band. */
  private static final double ON_EDGE = 1e-12;

  private final Market market;
  private final List<Pile> piles;
  private final BandLimits limits;
  private final Optional<BandTrade> trade;
  private final int paths;
  private final double[][] units;
  private final double[][] buckets;
  private final double[] drift;
  private final double[] beyond;
  private int left;

  /** What it is worth at the last close, by path. */
  final double[] total;

  /** The first day that was out of band, by path; 0 if none was. */
  final int[] firstOut;

  /** Days to come with trades; today is told apart, here and in what follows. */
  final int[] trades;

  final double[] turnover;

  /** Money, today's included. */
  final double[] fees;

  /** Fees as parts of the value at the time. */
  final double[] feeParts;

  /** Total drift after the day's trades, 0 to 1, added up over days. */
  final double[] drifts;

  private double turnoverToday;
  private double feesToday;

  Book(Market market, List<Pile> piles, BandLimits limits, Optional<BandTrade> trade) {
    this.market = market;
    this.piles = piles;
    this.limits = limits;
    this.trade = trade;
    this.paths = market.paths();
    this.units = new double[piles.size()][paths];
    this.buckets = new double[limits.buckets()][paths];
    this.drift = new double[paths];
    this.beyond = new double[paths];
    this.total = new double[paths];
    this.firstOut = new int[paths];
    this.trades = new int[paths];
    this.turnover = new double[paths];
    this.fees = new double[paths];
    this.feeParts = new double[paths];
    this.drifts = new double[paths];
    for (int i = 0; i < units.length; i++) {
      Arrays.fill(units[i], piles.get(i).held() ? 1 : 0);
    }
  }

  /**
   * Looks at a close: notes which paths are out of band, and rebalances those.
   *
   * @param day 0 is today, which is no daily close to come, but may ask for a trade
   */
  void close(int day) {
    watch(day);
    if (trade.isPresent()) {
      BandTrade order = trade.get();
      for (int p = 0; p < paths; p++) {
        if (beyond[p] > ON_EDGE * total[p]) {
          rebalance(order, p);
        }
      }
    }
    if (day > 0) {
      addDrift(drifts, drift, total, paths);
    } else {
      tellToday();
    }
  }

  /** All paths begin alike, and what is done today is done once. */
  private void tellToday() {
    turnoverToday = turnover[0];
    feesToday = fees[0];
    Arrays.fill(trades, 0);
    Arrays.fill(turnover, 0);
    Arrays.fill(feeParts, 0);
  }

  /** The larger of today's buys and sales, as a part of the value. */
  double turnoverToday() {
    return turnoverToday;
  }

  /** Money that today's trades cost. */
  double feesToday() {
    return feesToday;
  }

  /** Only notes which paths are out of band. */
  void watch(int day) {
    value();
    compare();
    for (int p = 0; p < paths; p++) {
      if (beyond[p] > ON_EDGE * total[p] && firstOut[p] == 0) {
        firstOut[p] = day;
        left += day > 0 ? 1 : 0;
      }
    }
  }

  /** The same, if there is a path left that has not been out. */
  void watchOn(int day) {
    if (left < paths) {
      watch(day);
    }
  }

  /** Begins at the target, as nearly as a trade gets there, without having paid for it. */
  void beginAtTarget(BandTrade order) {
    value();
    for (int p = 0; p < paths; p++) {
      rebalance(order, p);
    }
    Arrays.fill(trades, 0);
    Arrays.fill(turnover, 0);
  }

  /** Whether a path is out of band as it is. */
  boolean isOut(int path) {
    value();
    compare();
    return beyond[path] > ON_EDGE * total[path];
  }

  private void value() {
    Arrays.fill(total, 0);
    for (int b = 0; b < buckets.length; b++) {
      multiply(buckets[b], units[b], market.value(b), paths);
    }
    for (int i = buckets.length; i < units.length; i++) {
      addProduct(buckets[piles.get(i).bucket()], units[i], market.value(i), paths);
    }
    for (double[] bucket : buckets) {
      add(total, bucket, paths);
    }
  }

  private void compare() {
    Arrays.fill(drift, 0);
    Arrays.fill(beyond, -1);
    for (int b = 0; b < buckets.length; b++) {
      addDistance(drift, buckets[b], total, limits.targets()[b], paths);
      widen(beyond, buckets[b], total, limits.low()[b], limits.high()[b], paths);
    }
  }

  private void rebalance(BandTrade order, int p) {
    Arrays.fill(order.stuck, 0);
    for (int i = buckets.length; i < units.length; i++) {
      order.stuck[piles.get(i).bucket()] += units[i][p] * market.value(i)[p];
    }
    for (int b = 0; b < buckets.length; b++) {
      order.free[b] = units[b][p] * market.value(b)[p];
    }
    if (!order.plan()) {
      return;
    }
    trades[p]++;
    turnover[p] += order.turnover();
    fees[p] += order.fee();
    feeParts[p] += order.fee() / total[p];
    double left = order.valueAfter();
    double off = 0;
    for (int b = 0; b < buckets.length; b++) {
      double price = market.value(b)[p];
      units[b][p] = price > 0 ? order.after[b] / price : 0;
      off += Math.abs(order.after[b] + order.stuck[b] - limits.targets()[b] * left);
    }
    total[p] = left;
    drift[p] = off;
  }

  private static void multiply(double[] to, double[] a, double[] b, int count) {
    for (int p = 0; p < count; p++) {
      to[p] = a[p] * b[p];
    }
  }

  private static void addProduct(double[] to, double[] a, double[] b, int count) {
    for (int p = 0; p < count; p++) {
      to[p] += a[p] * b[p];
    }
  }

  private static void add(double[] to, double[] more, int count) {
    for (int p = 0; p < count; p++) {
      to[p] += more[p];
    }
  }

  private static void addDistance(
      double[] to, double[] bucket, double[] total, double target, int count) {
    for (int p = 0; p < count; p++) {
      to[p] += Math.abs(bucket[p] - target * total[p]);
    }
  }

  private static void widen(
      double[] to, double[] bucket, double[] total, double low, double high, int count) {
    for (int p = 0; p < count; p++) {
      double over = bucket[p] - high * total[p];
      double under = low * total[p] - bucket[p];
      to[p] = Math.max(to[p], Math.max(over, under));
    }
  }

  private static void addDrift(double[] to, double[] drift, double[] total, int count) {
    for (int p = 0; p < count; p++) {
      to[p] += 0.5 * drift[p] / total[p];
    }
  }
}
