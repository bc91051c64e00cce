package allot.tax;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * Losses on units that are bought again within 30 days before or after the sale. Section 1091
 * covers stock and securities; whether it will cover crypto is unsettled, so what follows from a
 * wash sale is the user's choice.
 */
public final class WashSales {
  /** So many days before and after a sale count. */
  public static final int DAYS = 30;

  private WashSales() {}

  /** Units of the asset that were, or are planned to be, bought on a local date. */
  public record Purchase(LocalDate date, BigDecimal quantity) {}

  /**
   * A loss that is washed.
   *
   * @param quantity units of the sale that are bought again
   * @param loss the part of the loss that falls on them, half-even to 8 decimals, above zero
   */
  public record Washed(LotSale sale, BigDecimal quantity, BigDecimal loss) {}

  /**
   * The losses among the sales of one asset that are washed. Each unit bought replaces one unit
   * sold, in the order of both lists.
   *
   * @param sales of one asset; those without a cost are passed over
   * @param purchases of the same asset other than the lots sold
   */
  public static List<Washed> among(List<LotSale> sales, List<Purchase> purchases) {
    List<Washed> washed = new ArrayList<>();
    List<BigDecimal> left = new ArrayList<>(purchases.stream().map(Purchase::quantity).toList());
    for (LotSale sale : sales) {
      BigDecimal gain = sale.gain().orElse(BigDecimal.ZERO);
      if (gain.signum() >= 0) {
        continue;
      }
      BigDecimal open = sale.part().quantity();
      for (int i = 0; i < purchases.size(); i++) {
        if (isNear(purchases.get(i).date(), sale.sold())) {
          BigDecimal replaced = open.min(left.get(i));
          left.set(i, left.get(i).subtract(replaced));
          open = open.subtract(replaced);
        }
      }
      BigDecimal units = sale.part().quantity().subtract(open);
      BigDecimal loss = LotPart.share(gain.negate(), units, sale.part().quantity());
      if (loss.signum() > 0) {
        washed.add(new Washed(sale, units, loss));
      }
    }
    return washed;
  }

  private static boolean isNear(LocalDate bought, LocalDate sold) {
    return Math.abs(ChronoUnit.DAYS.between(bought, sold)) <= DAYS;
  }
}
