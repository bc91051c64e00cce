package allot.cli;

import allot.allocation.Allocation;
import allot.dca.DcaPlanner;
import allot.dca.DcaSchedule.Instalment;
import allot.dca.DcaSchedule.Order;
import allot.dca.DcaSettings;
import allot.dca.UnpricedAsset;
import allot.portfolio.Portfolio;
import allot.portfolio.TaxProfile.WashSale;
import allot.price.Quote;
import allot.problem.ProblemException;
import allot.tax.WashSales;
import allot.tax.WashSales.Purchase;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the file's plan of buys buys so soon that it makes a loss sold today a wash sale. */
final class PlannedBuys {
  private PlannedBuys() {}

  /**
   * The buys by asset id; none where wash sales do not matter, or the file's plan is not complete
   * or cannot be planned.
   */
  static Map<String, List<Purchase>> of(
      Allocation before, LocalDate today, Map<String, Quote> prices) {
    Portfolio portfolio = before.valuation().portfolio();
    if (portfolio.dca().isEmpty()
        || RebalanceOptions.washSale(portfolio) == WashSale.OFF
        || before.valuation().total().isEmpty()) {
      return Map.of();
    }
    try {
      DcaSettings whole = new DcaOptions().resolve(portfolio, today, Map.of(), prices).settings();
      LocalDate end = today.plusDays(WashSales.DAYS);
      return byAsset(DcaPlanner.plan(before, upTo(end, whole)).ahead());
    } catch (ProblemException | UnpricedAsset e) {
      // a plan that cannot be made buys nothing; `allot dca` says why it cannot
      return Map.of();
    }
  }

  private static DcaSettings upTo(LocalDate end, DcaSettings whole) {
    int n = (int) whole.dates().stream().filter(date -> !date.isAfter(end)).count();
    return new DcaSettings(
        whole.today(),
        whole.dates().subList(0, n),
        whole.cents().subList(0, n),
        whole.strategy(),
        whole.from(),
        whole.fee(),
        whole.minOrder(),
        whole.ladder(),
        whole.prices());
  }

  private static Map<String, List<Purchase>> byAsset(List<Instalment> instalments) {
    Map<String, List<Purchase>> buys = new HashMap<>();
    for (Instalment instalment : instalments) {
      for (Order order : instalment.orders()) {
        buys.computeIfAbsent(order.asset().id(), id -> new ArrayList<>())
            .add(new Purchase(instalment.date(), order.quantity()));
      }
    }
    return buys;
  }
}
