package allot.simulate;

import allot.catalog.Bucket;
import allot.money.Fraction;
import allot.portfolio.Bands;
import allot.rebalance.Destination;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

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
    return of(mix.buckets(), mix.targetPercents(), mix.value(), bands, to);
  }

  /**
   * @param percents the target of each bucket
   * @param value of the whole, above zero: dust is reckoned by it
   */
  static BandLimits of(
      List<Bucket> buckets, List<BigDecimal> percents, double value, Bands bands, Destination to) {
    int size = buckets.size();
    double[] targets = new double[size];
    double[] low = new double[size];
    double[] high = new double[size];
    double[] endLow = new double[size];
    double[] endHigh = new double[size];
    BigDecimal total = BigDecimal.valueOf(value);
    double part = to.fraction().doubleValue();
    for (int i = 0; i < size; i++) {
      targets[i] = percents.get(i).doubleValue() / 100;
      Bands.Limits limits = bands.limits(buckets.get(i), percents.get(i), total);
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

  /** The same for a total above zero, which the dust allowed of what has target 0 goes by. */
  BandLimits withDust(double total) {
    double[] tops = high.clone();
    double[] ends = endHigh.clone();
    for (int i = 0; i < tops.length; i++) {
      if (targets[i] == 0) {
        double part = high[i] > 0 ? endHigh[i] / high[i] : 0;
        tops[i] = BandWatch.dust(total);
        ends[i] = part * tops[i];
      }
    }
    return new BandLimits(targets, low, tops, endLow, ends);
  }
}
