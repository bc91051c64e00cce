package allot.simulate;

import allot.catalog.Asset;
import allot.catalog.AssetCatalog;
import allot.catalog.Bucket;
import allot.portfolio.Holding;
import allot.portfolio.Lot;
import allot.portfolio.Portfolio;
import allot.problem.Kind;
import allot.problem.Problem;
import allot.problem.ProblemException;
import allot.rebalance.Destination;
import allot.rebalance.RebalancePlan;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What every strategy begins with: the portfolio's holdings at the first close, or money that is
 * invested at the target mix then.
 *
 * @param portfolio for its terms; what is held are the rows
 * @param rows what is held after the first purchase
 * @param value what it began with, exact
 * @param fees cents of the first purchase
 * @param youngLots lots that are younger than the first close: taken to be bought at it
 */
record ExactOpening(
    Portfolio portfolio, List<Holding> rows, BigDecimal value, long fees, int youngLots) {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  ExactOpening {
    rows = List.copyOf(rows);
  }

  static ExactOpening of(
      Portfolio portfolio, List<Asset> assets, ClosePrices prices, BacktestSettings settings) {
    List<Holding> held = new ArrayList<>();
    int young = 0;
    for (Holding holding : portfolio.holdings()) {
      if (holding.isHeld()) {
        held.add(carried(holding, portfolio, prices));
        young += (int) holding.lots().stream().filter(lot -> isYoung(lot, prices)).count();
      }
    }
    boolean trades =
        settings.strategies().stream().anyMatch(s -> !(s.rule() instanceof Strategy.Hold));
    Portfolio told = told(portfolio, held, prices, settings.start().isPresent());
    if (settings.start().isEmpty()) {
      if (trades) {
        refuseUntold(told, held);
      }
      return new ExactOpening(told, held, value(held, prices), 0, young);
    }
    refuseUntold(told, List.of());
    BigDecimal money = BigDecimal.valueOf(settings.start().get(), portfolio.currency().decimals());
    if (money.signum() == 0) {
      return new ExactOpening(told, List.of(), money, 0, 0);
    }
    List<Holding> cash =
        List.of(
            ExactLedger.row(ExactLedger.cash(portfolio), Bucket.STABLECOIN, "", money, List.of()));
    RebalancePlan plan =
        new ExactTrader(told, assets, prices, settings)
            .rebalanced(cash, told.bands(), Destination.TARGET, true, 0);
    ExactLedger ledger = new ExactLedger(told, cash);
    ledger.book(plan, prices.days().get(0));
    Portfolio steered = told(portfolio, ledger.rows(), prices, false);
    return new ExactOpening(steered, ledger.rows(), money, plan.fees(), 0);
  }

  /** The buckets of the target, then others that are held or may come to be, by name. */
  List<Bucket> buckets() {
    Set<Bucket> all = new LinkedHashSet<>(portfolio.target().percents().keySet());
    Set<String> others = new TreeSet<>();
    rows.forEach(row -> others.add(row.bucket().name()));
    others.add(Bucket.STABLECOIN.name());
    boolean unclassified = others.remove(Bucket.UNCLASSIFIED.name());
    others.forEach(name -> all.add(new Bucket(name)));
    if (unclassified) {
      all.add(Bucket.UNCLASSIFIED);
    }
    return List.copyOf(all);
  }

  private static boolean isYoung(Lot lot, ClosePrices prices) {
    return lot.acquired().filter(day -> day.isAfter(prices.days().get(0))).isPresent();
  }

  /** A holding with lots: what is not known of it is one of unknown date. */
  private static Holding carried(Holding holding, Portfolio portfolio, ClosePrices prices) {
    List<Lot> lots = new ArrayList<>();
    if (!portfolio.isOwnCash(holding.asset())) {
      for (Lot lot : holding.lots()) {
        lots.add(isYoung(lot, prices) ? bought(lot, holding.asset(), prices) : lot);
      }
      if (lots.isEmpty()) {
        lots.add(new Lot(Optional.empty(), holding.quantity(), holding.cost()));
      }
    }
    return ExactLedger.with(holding, holding.quantity(), lots);
  }

  private static Lot bought(Lot lot, Asset asset, ClosePrices prices) {
    LocalDate first = prices.days().get(0);
    BigDecimal close = prices.exact(prices.column(asset.id()), 0);
    return new Lot(Optional.of(first), lot.quantity(), Optional.of(lot.quantity().multiply(close)));
  }

  private static BigDecimal value(List<Holding> rows, ClosePrices prices) {
    BigDecimal sum = BigDecimal.ZERO;
    for (Holding row : rows) {
      sum = sum.add(row.quantity().multiply(prices.exact(prices.column(row.asset().id()), 0)));
    }
    return sum;
  }

  /**
   * The portfolio with its {@code within} completed, so that each bucket knows what to buy: a
   * stablecoin bucket of which nothing is held is cash.
   *
   * @param all whether buckets of which something is held are to be bought as they are held
   */
  private static Portfolio told(
      Portfolio portfolio, List<Holding> held, ClosePrices prices, boolean all) {
    Map<Bucket, Map<String, BigDecimal>> within = new LinkedHashMap<>();
    List<Asset> strangers = new ArrayList<>();
    for (Map.Entry<Bucket, Map<String, BigDecimal>> inside : portfolio.within().entrySet()) {
      Map<String, BigDecimal> percents = new LinkedHashMap<>(inside.getValue());
      percents.values().removeIf(percent -> percent.signum() == 0);
      within.put(inside.getKey(), percents);
    }
    for (Bucket bucket : portfolio.target().percents().keySet()) {
      Map<String, BigDecimal> inside = new LinkedHashMap<>();
      for (Holding row : held) {
        if (row.bucket().equals(bucket) && !within.containsKey(bucket)) {
          Asset asset = row.asset();
          BigDecimal close = prices.exact(prices.column(asset.id()), 0);
          inside.merge(asset.id(), row.quantity().multiply(close), BigDecimal::add);
          strangers.add(asset);
        }
      }
      if (all && !inside.isEmpty()) {
        within.put(bucket, inside);
      } else if (inside.isEmpty() && bucket.equals(Bucket.STABLECOIN)) {
        Asset cash = ExactLedger.cash(portfolio);
        within.putIfAbsent(bucket, Map.of(cash.id(), HUNDRED));
        strangers.add(cash);
      }
    }
    AssetCatalog catalog = portfolio.catalog();
    strangers.removeIf(asset -> catalog.byId(asset.id()).isPresent());
    return new Portfolio(
        portfolio.name(),
        portfolio.currency(),
        portfolio.zone(),
        portfolio.asOf(),
        portfolio.target(),
        portfolio.bands(),
        within,
        List.of(),
        portfolio.costs(),
        Optional.empty(),
        Optional.empty(),
        catalog.with(strangers.stream().distinct().toList()),
        List.of());
  }

  private static void refuseUntold(Portfolio told, List<Holding> held) {
    told.target()
        .percents()
        .forEach(
            (bucket, percent) -> {
              boolean known =
                  told.within().containsKey(bucket)
                      || held.stream().anyMatch(row -> row.bucket().equals(bucket));
              if (percent.signum() > 0 && !known) {
                throw new ProblemException(
                    Problem.of(
                        Kind.DATA,
                        "nothing is held of " + bucket + ", and nothing says what would be bought",
                        "name its assets in `within` of the portfolio file"));
              }
            });
  }
}
