package allot.dca;

import allot.catalog.Asset;
import allot.dca.DcaSchedule.Instalment;
import allot.dca.DcaSchedule.Order;
import allot.dca.DcaSchedule.Shortfall;
import allot.money.CurrencyUnit;
import allot.money.Fraction;
import allot.money.Money;
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
              schedule.ahead().isEmpty()
                  ? "the stablecoin bucket has nothing above its target to pay with"
                  : "what the stablecoin bucket has above its target is used up: later"
                      + " instalments are left out"));
    }
    for (Shortfall shortfall : schedule.shortfalls()) {
      warnings.add(unspent(shortfall, schedule.before().valuation().portfolio().currency()));
    }
    for (Map.Entry<Asset, BigDecimal> bought : prices(schedule).entrySet()) {
      pump(bought.getKey(), bought.getValue(), schedule, history).ifPresent(warnings::add);
    }
    return warnings;
  }

  private static Warning unspent(Shortfall shortfall, CurrencyUnit currency) {
    String name = shortfall.name();
    String money =
        Money.of(BigDecimal.valueOf(shortfall.cents(), currency.decimals()), currency).format();
    return switch (shortfall.reason()) {
      case BELOW_MINIMUM ->
          Warning.of(
              Code.BELOW_MINIMUM,
              name,
              name
                  + ": its money never reaches the minimum order, so "
                  + money
                  + " stay unspent; lower --min-order, or buy less often");
      case BELOW_STEP ->
          Warning.of(
              Code.BELOW_MINIMUM,
              name,
              name + ": its money never pays for one step, so " + money + " stay unspent");
      case NO_ASSET_CHOSEN ->
          Warning.of(
              Code.NO_ASSET_CHOSEN,
              name
                  + ": nothing is held there and `within` names nothing, so "
                  + money
                  + " stay unspent");
    };
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
