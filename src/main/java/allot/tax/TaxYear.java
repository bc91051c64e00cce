package allot.tax;

import java.math.BigDecimal;

/**
 * The tax of one year on gains, with netting of short and long term and the limit on deducted
 * losses (ALGORITHMS section 4). A loss beyond the limit is carried forward and worth nothing here.
 *
 * @param shortTerm percent of a net short-term gain
 * @param longTerm percent of a net long-term gain
 * @param ordinary percent that a deducted loss saves
 * @param lossLimit the most loss that a year deducts from other income, zero or more
 * @param before gains of the year before the trades
 */
public record TaxYear(
    BigDecimal shortTerm,
    BigDecimal longTerm,
    BigDecimal ordinary,
    BigDecimal lossLimit,
    Gains before) {

  /** The tax on net gains, exact; negative is saved. */
  public BigDecimal tax(Gains net) {
    BigDecimal s = net.shortTerm();
    BigDecimal l = net.longTerm();
    BigDecimal sum = s.add(l);
    if (sum.signum() < 0) {
      return percent(ordinary, sum.max(lossLimit.negate()));
    }
    if (s.signum() >= 0 && l.signum() >= 0) {
      return percent(shortTerm, s).add(percent(longTerm, l));
    }
    return percent(s.signum() > 0 ? shortTerm : longTerm, sum);
  }

  /** What further gains change the year's tax by, exact. */
  public BigDecimal change(Gains further) {
    return tax(before.plus(further)).subtract(tax(before));
  }

  /**
   * What of a net loss is beyond the limit and goes into the next year, keeping its term: of what
   * is deducted the short-term loss comes first.
   *
   * @return none above zero
   */
  public Gains carried(Gains net) {
    BigDecimal s = net.shortTerm();
    BigDecimal l = net.longTerm();
    BigDecimal left = s.add(l).add(lossLimit);
    if (left.signum() >= 0) {
      return Gains.NONE;
    }
    if (s.signum() >= 0) {
      return new Gains(BigDecimal.ZERO, left);
    }
    // a long-term gain has gone into the short-term loss; the limit goes on into the long-term one
    BigDecimal longLeft = l.min(BigDecimal.ZERO).max(left);
    return new Gains(left.subtract(longLeft), longLeft);
  }

  private static BigDecimal percent(BigDecimal rate, BigDecimal amount) {
    return rate.multiply(amount).movePointLeft(2);
  }
}
