package allot.simulate;

import allot.money.Fraction;
import allot.portfolio.Bands;
import allot.rebalance.Destination;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * The weights, 0 to 1, between which buckets are in band, and between which a trade ends.
 *
 * @param targets by bucket
 * @param low by bucket
 * @param high by bucket
 * @param endLow by bucket, from low to target
 * @param endHigh by bucket, from target to high
 */
@SuppressWarnings("ArrayRecordComponent") // read by inner loops, written by none
record BandLimits(
    double[] targets, double[] low, double[] high, double[] endLow, double[] endHigh) {
  private static final int DIGITS = 20;

  static BandLimits of(SimulatedMix mix, Bands bands, Destination to) {
    double[] targets = mix.targets();
    int size = targets.length;
    double[] low = new double[size];
    double[] high = new double[size];
    double[] endLow = new double[size];
    double[] endHigh = new double[size];
    BigDecimal total = BigDecimal.valueOf(mix.value());
    double part = to.fraction().doubleValue();
    for (int i = 0; i < size; i++) {
      BigDecimal target = mix.targetPercents().get(i);
      Bands.Limits limits = bands.limits(mix.buckets().get(i), target, total);
      low[i] = weight(limits.low());
      high[i] = weight(limits.high());
      endLow[i] = targets[i] - part * (targets[i] - low[i]);
      endHigh[i] = targets[i] + part * (high[i] - targets[i]);
    }
    return new BandLimits(targets, low, high, endLow, endHigh);
  }

  private static double weight(Fraction percent) {
    return percent.rounded(DIGITS, RoundingMode.HALF_EVEN).movePointLeft(2).doubleValue();
  }

  int buckets() {
    return targets.length;
  }
}
