package allot.dca;

import allot.catalog.Asset;
import allot.dca.DcaSchedule.Instalment;
import allot.dca.DcaSchedule.Order;
import allot.dca.DcaSchedule.Reason;
import allot.dca.DcaSchedule.Shortfall;
import allot.money.Fraction;
import allot.price.PriceHistory;
import allot.problem.Warning;
import allot.problem.Warning.Code;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the reader of a plan should know beside it. */
public final class DcaAdvisories {
  private static final int MEAN_DAYS = 30;

  /** A price of more than this many percent of its mean is called a pump. */
  private static final BigDecimal PUMP = BigDecimal.valueOf(125);

  private DcaAdvisories() {}

  /**
   * @param history daily closes; a buy whose price stands more than 25 % above its 30-day mean is
   *     told
   */
  public static List<Warning> of(DcaSchedule schedule, PriceHistory history) {
    List<Warning> warnings = new ArrayList<>();
    if (schedule.excessUsed()) {
      warnings.add(
          Warning.of(
              Code.EXCESS_USED,
              "what the stablecoin bucket has above its target is used up: later instalments are"
                  + " left out"));
    }
    for (Shortfall shortfall : schedule.shortfalls()) {
      if (shortfall.reason() == Reason.NO_ASSET_CHOSEN) {
        warnings.add(
            Warning.of(
                Code.NO_ASSET_CHOSEN,
                shortfall.name()
                    + " has nothing to buy: hold an asset of it, or name one in `within`"));
      }
    }
    for (Map.Entry<Asset, BigDecimal> bought : prices(schedule).entrySet()) {
      pump(bought.getKey(), bought.getValue(), schedule, history).ifPresent(warnings::add);
    }
    return warnings;
  }

  private static Map<Asset, BigDecimal> prices(DcaSchedule schedule) {
    Map<Asset, BigDecimal> prices = new LinkedHashMap<>();
    for (Instalment instalment : schedule.instalments()) {
      for (Order order : instalment.orders()) {
        prices.putIfAbsent(order.asset(), order.price());
      }
    }
    return prices;
  }

  private static Optional<Warning> pump(
      Asset asset, BigDecimal price, DcaSchedule schedule, PriceHistory history) {
    return history
        .mean(asset.id(), schedule.today().minusDays(1), MEAN_DAYS)
        .map(
            mean ->
                Fraction.of(price.movePointRight(2).multiply(mean.denominator()), mean.numerator()))
        .filter(percent -> percent.compareTo(PUMP) > 0)
        .map(
            percent ->
                Warning.of(
                    Code.ABOVE_MEAN,
                    asset.symbol(),
                    asset.symbol()
                        + " stands "
                        + percent
                            .minus(Fraction.of(BigDecimal.valueOf(100)))
                            .rounded(0, RoundingMode.HALF_EVEN)
                        + " % above its 30-day mean: don't chase pumps"));
  }
}
