package allot.simulate;

/**
 * One rebalancing in doubles: the least turnover that ends every bucket between its limits, filled
 * by a common level of relative weights (ALGORITHMS.md section 3, closed form), with the fee paid
 * out of the portfolio. What is stuck in a bucket is its floor. Not for several threads.
 */
final class BandTrade {
  private static final int MOST_ROUNDS = 60;
  private static final double CLOSE = 1e-13;

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

  /** Finds what is to be; false if the fees would eat it all, and then nothing is traded. */
  boolean plan() {
    before = 0;
    double floor = 0;
    for (int i = 0; i < free.length; i++) {
      before += free[i] + stuck[i];
      floor += stuck[i];
    }
    value = before;
    // the fee is of a trade that is smaller by the fee: each round is nearer by the fee's rate
    for (int round = 0; round < MOST_ROUNDS; round++) {
      if (!(value > floor)) {
        return false;
      }
      aim(floor);
      double next = before - cost();
      if (Math.abs(next - value) <= CLOSE * before) {
        return true;
      }
      value = next;
    }
    // fixed costs can flip a trade that is hardly one: then it is made and its cost is kept
    if (value > floor) {
      aim(floor);
      return true;
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
      cost += feeRate[i] * traded + (traded > CLOSE * before ? fixed[i] : 0);
    }
    return cost;
  }

  private void aim(double floor) {
    if (exact && floor == 0) {
      for (int i = 0; i < free.length; i++) {
        after[i] = limits.targets()[i] * value;
      }
      return;
    }
    bounds();
    level();
    for (int i = 0; i < free.length; i++) {
      after[i] = Math.max(0, after[i] - stuck[i]);
    }
  }

  /**
   * Between what values each bucket may end, so that no more is traded than must be: each goes to
   * the nearest value inside, and what is then left or lacking moves all of them one way.
   */
  private void bounds() {
    double nearest = 0;
    double lowest = 0;
    for (int i = 0; i < free.length; i++) {
      low[i] = Math.max(limits.endLow()[i] * value, stuck[i]);
      high[i] = Math.max(limits.endHigh()[i] * value, stuck[i]);
      near[i] = Math.min(Math.max(free[i] + stuck[i], low[i]), high[i]);
      nearest += near[i];
      lowest += low[i];
    }
    if (nearest <= value) {
      System.arraycopy(near, 0, low, 0, low.length);
      return;
    }
    System.arraycopy(near, 0, high, 0, high.length);
    if (lowest > value) {
      // what is stuck elsewhere keeps some from getting where they should
      System.arraycopy(stuck, 0, low, 0, low.length);
    }
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
