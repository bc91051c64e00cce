package allot.rebalance;

import allot.tax.Gains;
import allot.tax.TaxYear;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One of the five regions of net gains in which a year's tax is linear (ALGORITHMS section 4). The
 * tax as a whole is not convex, so a program of its own is solved in each.
 *
 * @param shortRate tax on one more of net short-term gain, as a fraction
 * @param longRate tax on one more of net long-term gain, as a fraction
 * @param atNothing what this region's plane says of the tax's change without further gains: zero in
 *     the region in which the year stands
 * @param sides what bounds the region
 */
record LeastTaxRegion(double shortRate, double longRate, double atNothing, List<Side> sides) {

  /** Of further gains: {@code ofShort} × short + {@code ofLong} × long is {@code least} or more. */
  record Side(double ofShort, double ofLong, double least) {}

  /** The least and the most that further gains can be, by term. */
  record Reach(double leastShort, double mostShort, double leastLong, double mostLong) {

    /** With columns of so much gain a unit, each up to a bound. */
    static Reach of(double[] shortGain, double[] longGain, double[] upper) {
      return new Reach(
          sum(shortGain, upper, -1),
          sum(shortGain, upper, 1),
          sum(longGain, upper, -1),
          sum(longGain, upper, 1));
    }

    private static double sum(double[] gain, double[] upper, int sign) {
      double sum = 0;
      for (int j = 0; j < gain.length; j++) {
        sum += gain[j] * sign > 0 ? gain[j] * upper[j] : 0;
      }
      return sum;
    }

    private double least(Side side) {
      return side.ofShort * (side.ofShort > 0 ? leastShort : mostShort)
          + side.ofLong * (side.ofLong > 0 ? leastLong : mostLong);
    }

    private double most(Side side) {
      return side.ofShort * (side.ofShort > 0 ? mostShort : leastShort)
          + side.ofLong * (side.ofLong > 0 ? mostLong : leastLong);
    }
  }

  /**
   * The regions of a year. Sums are exact before they are divided: what the year brought before may
   * be far larger than what is traded.
   *
   * @param unit money that counts as 1 in the program
   */
  static List<LeastTaxRegion> of(TaxYear year, double unit) {
    BigDecimal s = year.before().shortTerm();
    BigDecimal l = year.before().longTerm();
    BigDecimal sum = s.add(l);
    BigDecimal limit = year.lossLimit();
    Side gain = side(1, 1, sum.negate(), unit);
    Side loss = side(-1, -1, sum, unit);
    Side shortGain = side(1, 0, s.negate(), unit);
    Side shortLoss = side(-1, 0, s, unit);
    Side longGain = side(0, 1, l.negate(), unit);
    Side longLoss = side(0, -1, l, unit);
    Side inLimit = side(1, 1, limit.add(sum).negate(), unit);
    Side overLimit = side(-1, -1, limit.add(sum), unit);
    BigDecimal free = BigDecimal.ZERO;
    return List.of(
        plane(year, year.shortTerm(), year.longTerm(), free, unit, shortGain, longGain),
        plane(year, year.shortTerm(), year.shortTerm(), free, unit, shortGain, longLoss, gain),
        plane(year, year.longTerm(), year.longTerm(), free, unit, shortLoss, longGain, gain),
        plane(year, year.ordinary(), year.ordinary(), free, unit, loss, inLimit),
        plane(year, free, free, year.ordinary().multiply(limit).negate(), unit, overLimit));
  }

  private static Side side(double ofShort, double ofLong, BigDecimal least, double unit) {
    return new Side(ofShort, ofLong, least.doubleValue() / unit);
  }

  /** Rates in percent, and a hundredfold tax that does not depend on the gains. */
  private static LeastTaxRegion plane(
      TaxYear year,
      BigDecimal shortRate,
      BigDecimal longRate,
      BigDecimal fixed,
      double unit,
      Side... sides) {
    Gains before = year.before();
    BigDecimal atNothing =
        shortRate
            .multiply(before.shortTerm())
            .add(longRate.multiply(before.longTerm()))
            .add(fixed)
            .movePointLeft(2)
            .subtract(year.tax(before));
    return new LeastTaxRegion(
        shortRate.doubleValue() / 100,
        longRate.doubleValue() / 100,
        atNothing.doubleValue() / unit,
        List.of(sides));
  }

  /**
   * The rows that keep the columns in this region. Sides that hold in any case are left out: far
   * away, they would be numbers of another size.
   *
   * @param shortGain of each column
   * @param longGain of each column
   * @return empty if no gains within reach are in the region
   */
  Optional<List<SimplexRow>> rows(double[] shortGain, double[] longGain, Reach reach) {
    List<SimplexRow> rows = new ArrayList<>();
    for (Side side : sides) {
      if (reach.most(side) < side.least - SimplexRun.TOLERANCE) {
        return Optional.empty();
      }
      if (reach.least(side) < side.least) {
        double[] row = new double[shortGain.length];
        for (int j = 0; j < row.length; j++) {
          row[j] = side.ofShort * shortGain[j] + side.ofLong * longGain[j];
        }
        rows.add(SimplexRow.atLeast(row, side.least));
      }
    }
    return Optional.of(rows);
  }
}
