package allot.simulate;

/**
 * What every line of a basket is to be worth after a rebalancing: the least turnover that brings
 * every bucket into its interval, fees paid out of the whole, by the rules of {@code rebalance}
 * (ALGORITHMS.md section 3), in doubles.
 */
final class BasketGoals {
  private static final int MOST_ROUNDS = 60;
  private static final double CLOSE = 1e-14;

  private final Basket basket;
  private final BandLimits limits;
  private final double feeRate;
  private final double fixed;
  private final double minOrder;
  private final double[] prices;
  private final boolean[] blocked;
  private final double[] free;
  private final double[] goals;
  private final double[] held;
  private double total;

  /**
   * @param basket valued at the close
   * @param limits where buckets may end
   * @param prices of the lines
   */
  BasketGoals(
      Basket basket,
      BandLimits limits,
      double[] prices,
      double feeRate,
      double fixed,
      double minOrder) {
    this.basket = basket;
    this.limits = limits;
    this.prices = prices;
    this.feeRate = feeRate;
    this.fixed = fixed;
    this.minOrder = minOrder;
    int lines = basket.lines().size();
    this.blocked = new boolean[lines];
    this.free = new double[lines];
    this.goals = new double[lines];
    this.held = new double[basket.buckets()];
    basket.addByBucket(held);
  }

  /** The goals by line; orders under the minimum are dropped one by one, the smallest first. */
  double[] find() {
    for (int dropped = 0; dropped <= blocked.length; dropped++) {
      settle();
      int least = -1;
      for (int i = 0; i < goals.length; i++) {
        double order = order(i);
        if (order > 0 && order < minOrder && (least < 0 || order < order(least))) {
          least = i;
        }
      }
      if (least < 0) {
        break;
      }
      blocked[least] = true;
    }
    return goals;
  }

  /** What the trades to the goals cost. */
  double fees() {
    double fees = 0;
    for (int i = 0; i < goals.length; i++) {
      double order = order(i);
      if (order > 0) {
        boolean sale = goals[i] < basket.worth(i);
        int orders = sale ? basket.lines().get(i).ordersToSell(order / prices[i]) : 1;
        fees += order * feeRate + orders * fixed;
      }
    }
    return fees;
  }

  /** The value that is traded of a line; money is not traded. */
  double order(int line) {
    double order = Math.abs(goals[line] - basket.worth(line));
    return basket.lines().get(line).cash || order <= 1e-11 * total ? 0 : order;
  }

  /** The total after fees is a fixed point, which contracts as fees are less than half. */
  private void settle() {
    double money = basket.total();
    total = money;
    for (int i = 0; i < free.length; i++) {
      free[i] = blocked[i] ? 0 : basket.lines().get(i).free() * prices[i];
    }
    for (int round = 0; round < MOST_ROUNDS; round++) {
      aim();
      double next = Math.max(0, money - fees());
      if (Math.abs(next - total) <= CLOSE * money) {
        return;
      }
      total = next;
    }
    aim();
  }

  private void aim() {
    for (int i = 0; i < goals.length; i++) {
      goals[i] = basket.worth(i);
    }
    double[] wanted = byBucket();
    for (int bucket = 0; bucket < wanted.length; bucket++) {
      double change = wanted[bucket] - held[bucket];
      if (change > 0) {
        add(bucket, change);
      } else if (change < 0) {
        take(bucket, -change);
      }
    }
  }

  private double[] byBucket() {
    int size = held.length;
    double[] floor = new double[size];
    double[] low = new double[size];
    double[] high = new double[size];
    for (int b = 0; b < size; b++) {
      double sellable = 0;
      for (int i = 0; i < free.length; i++) {
        sellable += basket.lines().get(i).bucket == b ? free[i] : 0;
      }
      floor[b] = Math.max(0, held[b] - sellable);
      double most = mayBuy(b) ? Math.max(total, held[b]) : held[b];
      low[b] = Math.min(Math.max(limits.endLow()[b] * total, floor[b]), most);
      high[b] = Math.min(Math.max(limits.endHigh()[b] * total, floor[b]), most);
    }
    double[] targets = limits.targets();
    double[] near = each(low, each(held, high, false), true);
    if (LevelFill.sum(low) > total) {
      double[] kept = each(floor, each(held, low, false), true);
      return LevelFill.sum(kept) <= total
          ? LevelFill.fill(targets, kept, low, total)
          : LevelFill.fill(targets, floor, kept, total);
    } else if (LevelFill.sum(high) < total) {
      return LevelFill.fill(targets, high, each(held, high, true), total);
    }
    return LevelFill.sum(near) > total
        ? LevelFill.fill(targets, low, near, total)
        : LevelFill.fill(targets, near, high, total);
  }

  private static double[] each(double[] a, double[] b, boolean larger) {
    double[] result = new double[a.length];
    for (int i = 0; i < a.length; i++) {
      result[i] = larger ? Math.max(a[i], b[i]) : Math.min(a[i], b[i]);
    }
    return result;
  }

  private boolean mayBuy(int bucket) {
    if (limits.targets()[bucket] == 0) {
      return false;
    }
    for (int i = 0; i < goals.length; i++) {
      if (basket.lines().get(i).bucket == bucket && !blocked[i] && weight(i) > 0) {
        return true;
      }
    }
    return false;
  }

  /** What a line has of its bucket: what is told, else what is held. */
  private double weight(int line) {
    double share = basket.lines().get(line).share;
    return Double.isNaN(share) ? basket.worth(line) : share;
  }

  private void add(int bucket, double change) {
    double[] weights = new double[goals.length];
    double[] low = new double[goals.length];
    double[] high = new double[goals.length];
    double sum = change;
    for (int i = 0; i < goals.length; i++) {
      if (basket.lines().get(i).bucket == bucket && !blocked[i] && weight(i) > 0) {
        weights[i] = weight(i);
        low[i] = goals[i];
        high[i] = goals[i] + change;
        sum += goals[i];
      }
    }
    put(bucket, weights, LevelFill.fill(weights, low, high, sum));
  }

  /** What is told to go first; where nothing is told cash, for that costs nothing. */
  private void take(int bucket, double amount) {
    boolean[] early = new boolean[goals.length];
    double sellable = 0;
    for (int i = 0; i < goals.length; i++) {
      BasketLine line = basket.lines().get(i);
      early[i] = Double.isNaN(line.share) ? line.cash : line.share == 0;
      sellable += line.bucket == bucket && early[i] ? free[i] : 0;
    }
    double first = Math.min(sellable, amount);
    drain(bucket, early, true, first);
    drain(bucket, early, false, amount - first);
  }

  private void drain(int bucket, boolean[] early, boolean which, double amount) {
    if (!(amount > 0)) {
      return;
    }
    double[] weights = new double[goals.length];
    double[] low = new double[goals.length];
    double[] high = new double[goals.length];
    double sum = -amount;
    for (int i = 0; i < goals.length; i++) {
      if (basket.lines().get(i).bucket == bucket && early[i] == which) {
        weights[i] = which ? basket.worth(i) : weight(i);
        low[i] = Math.max(0, goals[i] - free[i]);
        high[i] = goals[i];
        sum += goals[i];
      }
    }
    put(bucket, high, LevelFill.fill(weights, low, high, sum));
  }

  private void put(int bucket, double[] meant, double[] parts) {
    for (int i = 0; i < goals.length; i++) {
      if (basket.lines().get(i).bucket == bucket && meant[i] > 0) {
        goals[i] = parts[i];
      }
    }
  }
}
