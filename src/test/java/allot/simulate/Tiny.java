package allot.simulate;

import allot.catalog.Asset;
import allot.catalog.AssetCatalog;
import allot.catalog.Bucket;
import allot.money.CurrencyUnit;
import allot.portfolio.Bands;
import allot.portfolio.Classification;
import allot.portfolio.Costs;
import allot.portfolio.Holding;
import allot.portfolio.Lot;
import allot.portfolio.Portfolio;
import allot.portfolio.Rhythm;
import allot.portfolio.Role;
import allot.portfolio.TargetMix;
import allot.portfolio.TaxProfile.Method;
import allot.price.PriceHistory;
import allot.tax.Gains;
import allot.tax.TaxYear;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A portfolio and a price history small enough to reckon by hand. */
final class Tiny {
  static final LocalDate FIRST = LocalDate.of(2024, 1, 1);
  static final TaxYear RATES =
      new TaxYear(
          BigDecimal.valueOf(35),
          BigDecimal.valueOf(15),
          BigDecimal.valueOf(35),
          BigDecimal.valueOf(3000),
          Gains.NONE);

  private final List<Holding> holdings = new ArrayList<>();
  private final Map<String, TreeMap<LocalDate, BigDecimal>> closes = new HashMap<>();
  private final List<Asset> assets = new ArrayList<>();
  private final String target;
  private Map<Bucket, Map<String, BigDecimal>> within = Map.of();
  private BigDecimal fee = BigDecimal.ZERO;
  private long fixed;
  private long minOrder;
  private Optional<Long> start = Optional.empty();
  private Method method = Method.FIFO;
  private Optional<InstalmentPlan> plan =
      Optional.of(new InstalmentPlan(Optional.of(10_000L), 0, week()));

  private Tiny(String target) {
    this.target = target;
  }

  static Tiny of(String target) {
    return new Tiny(target);
  }

  private static Rhythm week() {
    return Rhythm.parseEvery("week").orElseThrow();
  }

  /** The closes of an asset, a day each. */
  Tiny closes(String id, double... prices) {
    assets.add(Mixes.asset(id));
    TreeMap<LocalDate, BigDecimal> series = new TreeMap<>();
    for (int i = 0; i < prices.length; i++) {
      series.put(FIRST.plusDays(i), BigDecimal.valueOf(prices[i]));
    }
    closes.put(id, series);
    return this;
  }

  Tiny hold(String id, String bucket, String quantity, Lot... lots) {
    return hold(id, bucket, quantity, "", Role.TRADABLE, lots);
  }

  Tiny hold(String id, String bucket, String quantity, String account, Role role, Lot... lots) {
    holdings.add(
        new Holding(
            Mixes.asset(id),
            new BigDecimal(quantity),
            Optional.empty(),
            account,
            role,
            new Classification(Bucket.parse(bucket).orElseThrow(), Classification.By.HOLDING, ""),
            List.of(lots),
            Optional.empty(),
            ""));
    return this;
  }

  static Lot lot(String acquired, String quantity, String cost) {
    return new Lot(
        Optional.of(LocalDate.parse(acquired)),
        new BigDecimal(quantity),
        Optional.of(new BigDecimal(cost)));
  }

  Tiny within(Map<Bucket, Map<String, BigDecimal>> other) {
    within = other;
    return this;
  }

  Tiny costs(String percent, long fixedCents, long leastCents) {
    fee = new BigDecimal(percent);
    fixed = fixedCents;
    minOrder = leastCents;
    return this;
  }

  Tiny start(long cents) {
    start = Optional.of(cents);
    return this;
  }

  Tiny lots(Method other) {
    method = other;
    return this;
  }

  Tiny instalments(long cents, String every) {
    Rhythm rhythm = Rhythm.parseEvery(every).orElseThrow();
    plan = Optional.of(new InstalmentPlan(Optional.of(cents), 0, rhythm));
    return this;
  }

  private Portfolio portfolio() {
    return new Portfolio(
        "tiny",
        CurrencyUnit.USD,
        ZoneOffset.UTC,
        Optional.empty(),
        TargetMix.parse(target),
        Bands.FIVE_25,
        within,
        holdings,
        Costs.NONE,
        Optional.empty(),
        Optional.empty(),
        AssetCatalog.builtIn(),
        List.of());
  }

  private BacktestSettings settings(String strategies) {
    return new BacktestSettings(
        Strategy.parseList(strategies),
        start,
        plan,
        fee,
        fixed,
        minOrder,
        method,
        Optional.of(RATES),
        Map.of());
  }

  private CloseTable table() {
    return CloseTable.of(
        PriceHistory.of(closes),
        assets,
        Map.of(),
        HistoryWindow.ofBacktest(Optional.empty(), Optional.empty()));
  }

  Backtest test(String strategies) {
    return Backtester.run(portfolio(), table(), settings(strategies));
  }

  StrategyRun run(String strategy) {
    return test(strategy).runs().get(0);
  }

  /** The same, reckoned in exact numbers by the planners of rebalance and dca. */
  StrategyRun judged(String strategy) {
    BacktestSettings settings = settings(strategy);
    ClosePrices prices = new ClosePrices(table(), Map.of());
    ExactOpening opening = ExactOpening.of(portfolio(), assets, prices, settings);
    return new ExactTrial(opening, assets, prices, settings, settings.strategies().get(0)).run();
  }
}
