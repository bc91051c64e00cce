package allot.rebalance;

import allot.portfolio.Lot;
import allot.rebalance.LotChoice.Sale;
import allot.tax.LotPart;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * Turns the shares that a program proposes into exact parts of lots. A share that is a lot, or
 * nothing, but for the noise of doubles becomes just that; the others are rounded to 8 decimals, or
 * to as many as the lots have; what is then missing goes to lots that are split already.
 */
final class LotShares {
  private static final int DECIMALS = 8;
  private static final BigDecimal NOISE = new BigDecimal("1e-9");

  private LotShares() {}

  /** The parts of each sale, adding up to its quantity, in the order of its lots. */
  static List<List<LotPart>> parts(List<Sale> sales, List<double[]> shares) {
    List<List<LotPart>> parts = new ArrayList<>();
    for (int i = 0; i < sales.size(); i++) {
      parts.add(parts(sales.get(i), shares.get(i)));
    }
    return parts;
  }

  private static List<LotPart> parts(Sale sale, double[] shares) {
    BigDecimal[] quantities = rounded(sale, shares);
    BigDecimal missing = sale.quantity();
    for (BigDecimal quantity : quantities) {
      missing = missing.subtract(quantity);
    }
    missing = spread(sale, quantities, missing, true);
    spread(sale, quantities, missing, false);
    List<LotPart> parts = new ArrayList<>();
    for (int j = 0; j < quantities.length; j++) {
      if (quantities[j].signum() > 0) {
        parts.add(new LotPart(sale.lots().get(j), quantities[j]));
      }
    }
    return parts;
  }

  private static BigDecimal[] rounded(Sale sale, double[] shares) {
    int decimals = Math.max(DECIMALS, sale.quantity().scale());
    for (Lot lot : sale.lots()) {
      decimals = Math.max(decimals, lot.quantity().scale());
    }
    BigDecimal[] quantities = new BigDecimal[shares.length];
    for (int j = 0; j < shares.length; j++) {
      BigDecimal most = sale.lots().get(j).quantity();
      BigDecimal exact = BigDecimal.valueOf(shares[j]).multiply(sale.quantity());
      if (exact.compareTo(sale.quantity().multiply(NOISE)) <= 0) {
        quantities[j] = BigDecimal.ZERO;
      } else if (exact.compareTo(most.multiply(BigDecimal.ONE.subtract(NOISE))) >= 0) {
        quantities[j] = most;
      } else {
        quantities[j] = exact.setScale(decimals, RoundingMode.HALF_EVEN);
      }
    }
    return quantities;
  }

  /**
   * Adds what is missing, or takes away what is too much.
   *
   * @return what could not be
   */
  private static BigDecimal spread(
      Sale sale, BigDecimal[] quantities, BigDecimal missing, boolean onlySplit) {
    BigDecimal left = missing;
    for (int j = 0; j < quantities.length; j++) {
      BigDecimal room = sale.lots().get(j).quantity().subtract(quantities[j]);
      if (!onlySplit || (room.signum() > 0 && quantities[j].signum() > 0)) {
        BigDecimal change = left.min(room).max(quantities[j].negate());
        quantities[j] = quantities[j].add(change);
        left = left.subtract(change);
      }
    }
    return left;
  }
}
