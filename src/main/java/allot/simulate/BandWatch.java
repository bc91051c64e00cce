package allot.simulate;

import allot.catalog.Bucket;
import allot.money.Fraction;
import allot.portfolio.Bands;
import allot.portfolio.TargetMix;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * Looks every day whether a bucket is out of band, in doubles: a weight so near to an edge that
 * these cannot tell it from the edge is in band, as the edge is.
 */
final class BandWatch {
  /** Weights nearer to an edge than this, 0 to 1, are not told apart from it. */
  private static final double NEAR = 1e-12;

  private static final double DUST = 0.001;
  private static final int DIGITS = 20;

  private final double[] low;
  private final double[] high;
  private final boolean[] unwanted;

  BandWatch(List<Bucket> buckets, TargetMix target, Bands bands) {
    this.low = new double[buckets.size()];
    this.high = new double[buckets.size()];
    this.unwanted = new boolean[buckets.size()];
    for (int i = 0; i < low.length; i++) {
      BigDecimal percent = target.of(buckets.get(i));
      unwanted[i] = percent.signum() == 0;
      if (!unwanted[i]) {
        // the limits of a wanted bucket do not depend on the total
        Bands.Limits limits = bands.limits(buckets.get(i), percent, BigDecimal.ONE);
        low[i] = weight(limits.low());
        high[i] = weight(limits.high());
      }
    }
  }

  private static double weight(Fraction percent) {
    return percent.rounded(DIGITS, RoundingMode.HALF_EVEN).movePointLeft(2).doubleValue();
  }

  /**
   * @param values by bucket
   * @param total above zero
   */
  boolean isOut(double[] values, double total) {
    for (int i = 0; i < values.length; i++) {
      double weight = values[i] / total;
      double most = unwanted[i] ? dust(total) : high[i];
      if (weight - most > NEAR || low[i] - weight > NEAR) {
        return true;
      }
    }
    return false;
  }

  /** The weight, 0 to 1, up to which a bucket of target 0 is in band. */
  static double dust(double total) {
    return Math.min(1, Math.max(DUST, 1 / total));
  }
}
