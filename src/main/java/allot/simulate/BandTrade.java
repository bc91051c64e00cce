package allot.simulate;

/**
 * One rebalancing in doubles: the least turnover that ends every bucket between its limits, filled
 * by a common level of relative weights (ALGORITHMS.md section 3, closed form), with the fee paid
 * out of the portfolio. What is stuck in a bucket is its floor; where floors make the limits
 * impossible, nothing is sold below its limits or bought above them for that, as {@code rebalance}
 * has it. Not for several threads.
 */
final class BandTrade {
  private static final int MOST_ROUNDS = 60;
  private static final double CLOSE = 1e-13;

  /** A trade of less than this part of the value is what rounding left, and none. */
  private static final double NOTHING = 1e-11;

  private final BandLimits limits;
  private final double[] feeRate;
  private final double[] fixed;
  private final double[] low;
  private final double[] high;
  private final double[] near;
  private final boolean exact;

  /** What can be traded in each bucket, to be set before {@link #plan}. */
  final double[] free;

  /** What cannot, likewise. */
  final double[] stuck;

  /** What is to be in the tradable part of each bucket after the trade. */
  final double[] after;

  private double before;
  private double floor;
  private double value;

  /**
   * @param feeRate by bucket, of the value traded
   * @param fixed by bucket, money for a trade in it
   */
  BandTrade(BandLimits limits, double[] feeRate, double[] fixed) {
    int size = limits.buckets();
    this.limits = limits;
    this.feeRate = feeRate;
    this.fixed = fixed;
    this.low = new double[size];
    this.high = new double[size];
    this.near = new double[size];
    this.free = new double[size];
    this.stuck = new double[size];
    this.after = new double[size];
    this.exact = java.util.Arrays.equals(limits.endLow(), limits.endHigh());
  }

  /**
   * Finds what is to be; false if nothing is traded: where nothing may be that would help, or where
   * the fees would eat it all.
   */
  boolean plan() {
    before = 0;
    floor = 0;
    for (int i = 0; i < free.length; i++) {
      before += free[i] + stuck[i];
      floor += stuck[i];
    }
    value = before;
    return !(floor > 0 && isAtRest()) && settle() && isTrade();
  }

  private boolean settle() {
    // the fee is of a trade that is smaller by the fee: each round is nearer by the fee's rate
    for (int round = 0; round < MOST_ROUNDS; round++) {
      if (!(value > floor)) {
        return false;
      }
      aim();
      double next = before - cost();
      if (Math.abs(next - value) <= CLOSE * before) {
        return true;
      }
      value = next;
    }
    // fixed costs can flip a trade that is hardly one: then it is made and its cost is kept
    if (value > floor) {
      aim();
      return true;
    }
    return false;
  }

  private boolean isTrade() {
    for (int i = 0; i < free.length; i++) {
      if (Math.abs(after[i] - free[i]) > NOTHING * before) {
        return true;
      }
    }
    return false;
  }

  double fee() {
    return before - value;
  }

  double valueAfter() {
    return value;
  }

  /** The larger of buys and sales, as a part of the value before. */
  double turnover() {
    double bought = 0;
    double sold = 0;
    for (int i = 0; i < free.length; i++) {
      double change = after[i] - free[i];
      bought += Math.max(0, change);
      sold += Math.max(0, -change);
    }
    return Math.max(bought, sold) / before;
  }

  private double cost() {
    double cost = 0;
    for (int i = 0; i < free.length; i++) {
      double traded = Math.abs(after[i] - free[i]);
      cost += feeRate[i] * traded + (traded > NOTHING * before ? fixed[i] : 0);
    }
    return cost;
  }

  private void aim() {
    if (exact && floor == 0) {
      for (int i = 0; i < free.length; i++) {
        after[i] = limits.targets()[i] * value;
      }
      return;
    }
    if (floor > 0) {
      aimAboveFloors();
    } else {
      bounds();
      level();
    }
  }

  /**
   * Between what values each bucket may end, so that no more is traded than must be: each goes to
   * the nearest value inside, and what is then left or lacking moves all of them one way.
   */
  private void bounds() {
    double nearest = 0;
    for (int i = 0; i < free.length; i++) {
      low[i] = limits.endLow()[i] * value;
      high[i] = limits.endHigh()[i] * value;
      near[i] = Math.min(Math.max(free[i], low[i]), high[i]);
      nearest += near[i];
    }
    System.arraycopy(near, 0, nearest <= value ? low : high, 0, near.length);
  }

  /** The same where something is stuck: a bucket ends at its floor or above. */
  private void aimAboveFloors() {
    floors();
    double lowest = LevelFill.sum(low);
    double[] to;
    if (lowest > value) {
      // not all can get to their lower limit: what is above it pays, what is below gives nothing
      for (int i = 0; i < near.length; i++) {
        near[i] = Math.max(stuck[i], Math.min(free[i] + stuck[i], low[i]));
      }
      to =
          LevelFill.sum(near) <= value
              ? LevelFill.fill(limits.targets(), near, low, value)
              : LevelFill.fill(limits.targets(), stuck, near, value);
    } else {
      for (int i = 0; i < near.length; i++) {
        near[i] = Math.min(Math.max(free[i] + stuck[i], low[i]), high[i]);
      }
      to =
          LevelFill.sum(near) > value
              ? LevelFill.fill(limits.targets(), low, near, value)
              : LevelFill.fill(limits.targets(), near, high, value);
    }
    for (int i = 0; i < near.length; i++) {
      after[i] = Math.max(0, to[i] - stuck[i]);
    }
  }

  /** The limits above what is stuck; nothing is bought of what has target 0. */
  private void floors() {
    for (int i = 0; i < free.length; i++) {
      double held = free[i] + stuck[i];
      double most = limits.targets()[i] > 0 ? Math.max(value, held) : held;
      low[i] = Math.min(Math.max(limits.endLow()[i] * value, stuck[i]), most);
      high[i] = Math.min(Math.max(limits.endHigh()[i] * value, stuck[i]), most);
    }
  }

  /** Whether all are where they may stay, or none above its lower limit could pay for the rest. */
  private boolean isAtRest() {
    floors();
    boolean inside = true;
    boolean below = true;
    for (int i = 0; i < free.length; i++) {
      double held = free[i] + stuck[i];
      below &= held <= low[i];
      inside &= low[i] <= held && held <= high[i];
    }
    return inside || below;
  }

  /** The level at which the clipped parts add up: Newton's steps, kept in by bisection. */
  private void level() {
    double under = 0;
    double over = 2 * value;
    for (int i = 0; i < free.length; i++) {
      over = limits.targets()[i] > 0 ? Math.max(over, high[i] / limits.targets()[i]) : over;
    }
    double level = value;
    for (int round = 0; round < MOST_ROUNDS; round++) {
      double excess = -value;
      double slope = 0;
      for (int i = 0; i < free.length; i++) {
        double wanted = level * limits.targets()[i];
        after[i] = Math.min(Math.max(wanted, low[i]), high[i]);
        excess += after[i];
        slope += wanted == after[i] ? limits.targets()[i] : 0;
      }
      if (Math.abs(excess) <= CLOSE * value) {
        return;
      }
      under = excess < 0 ? level : under;
      over = excess > 0 ? level : over;
      double next = slope > 0 ? level - excess / slope : under;
      level = next > under && next < over ? next : (under + over) / 2;
    }
  }
}
