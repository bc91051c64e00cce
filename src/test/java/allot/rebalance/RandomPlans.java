package allot.rebalance;

import allot.allocation.Allocation;
import allot.allocation.Valuation;
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
import allot.portfolio.Role;
import allot.portfolio.TargetMix;
import allot.portfolio.TaxProfile.Method;
import allot.portfolio.TaxProfile.WashSale;
import allot.portfolio.WrittenPrice;
import allot.price.Freshness;
import allot.price.PriceBook;
import allot.price.Quote;
import allot.rebalance.RebalanceSettings.Objective;
import allot.rebalance.RebalanceSettings.Sides;
import allot.tax.TaxYear;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/** Portfolios and what is asked of them, made up for laws. */
public final class RandomPlans {
  private static final Instant AT = Instant.parse("2026-11-20T16:00:00Z");
  private static final AssetCatalog CATALOGUE = AssetCatalog.builtIn();
  private static final Asset DOLLAR = CATALOGUE.byId("usd").orElseThrow();
  private static final Bucket LAYER_3 = new Bucket("layer-3");
  private static final List<Bucket> BUCKETS =
      List.of(Bucket.LAYER_2, Bucket.LAYER_1, Bucket.HYBRID, Bucket.STABLECOIN, LAYER_3);
  private static final List<String> BANDS =
      List.of("5/25", "5/25", "5", "2.5", "0", "10/50", "layer-1=4,hybrid=0.5,default=5/25");
  private static final List<String> WIDE_BANDS =
      List.of("5/25", "5", "2.5", "10/50", "layer-1=4,hybrid=1,default=5/25");
  private static final List<String> STEPS =
      List.of("0.00000001", "0.00000001", "0.000001", "0.0001", "0.5", "1", "10");
  private static final List<String> FEES = List.of("0", "0", "0.1", "0.6", "1.234567", "2", "10");
  private static final List<Destination> DESTINATIONS =
      List.of(
          Destination.TARGET,
          Destination.TARGET,
          Destination.EDGE,
          Destination.HALF,
          new Destination(new BigDecimal("0.3")));

  private final SplittableRandom random;
  private final boolean plain;
  private final List<Holding> holdings = new ArrayList<>();
  private final Map<String, BigDecimal> prices = new HashMap<>();
  private final Map<String, BigDecimal> steps = new HashMap<>();
  private final Map<String, Quote> quotes = new HashMap<>();
  private final Map<Bucket, Map<String, BigDecimal>> within = new HashMap<>();
  private final Map<Bucket, BigDecimal> target = new LinkedHashMap<>();

  private RandomPlans(SplittableRandom random, boolean plain) {
    this.random = random;
    this.plain = plain;
  }

  /** A portfolio and what is asked of it. */
  public record Sample(Portfolio portfolio, RebalanceSettings settings) {

    public Allocation allocation() {
      return Allocation.of(
          Valuation.of(
              portfolio,
              PriceBook.EMPTY,
              new Freshness(AT, Optional.of(Freshness.DEFAULT_MAX_AGE))));
    }

    public RebalancePlan plan() {
      return Rebalancer.plan(allocation(), settings);
    }

    public Sample holding(List<Holding> others) {
      Portfolio p = portfolio;
      return new Sample(
          new Portfolio(
              p.name(),
              p.currency(),
              p.zone(),
              p.asOf(),
              p.target(),
              p.bands(),
              p.within(),
              others,
              p.costs(),
              p.tax(),
              p.dca(),
              p.catalog(),
              p.warnings()),
          settings);
    }

    public Sample with(RebalanceSettings others) {
      return new Sample(portfolio, others);
    }

    BigDecimal total() {
      return allocation().valuation().total().orElseThrow();
    }

    /** The same with other holdings and no new money, to be left alone in band. */
    public Sample again(List<Holding> others) {
      RebalanceSettings s = settings;
      return holding(others)
          .with(
              new RebalanceSettings(
                  s.today(),
                  0,
                  Sides.BOTH,
                  s.to(),
                  s.minimize(),
                  s.lots(),
                  s.fee(),
                  s.fixed(),
                  s.minOrder(),
                  s.transfers(),
                  false,
                  s.prices(),
                  s.tax(),
                  s.washSale(),
                  s.plannedBuys()));
    }
  }

  static Holding cash(BigDecimal amount, String account, Role role) {
    return new Holding(
        DOLLAR,
        amount,
        Optional.of(new WrittenPrice(BigDecimal.ONE, Optional.of(AT))),
        account,
        role,
        new Classification(DOLLAR.bucket(), Classification.By.CATALOGUE, ""),
        List.of(),
        Optional.empty(),
        "");
  }

  /** Anything that the command line lets through. */
  public static Sample any(SplittableRandom random) {
    return new RandomPlans(random, false).sample();
  }

  /**
   * All is tradable in fine steps, every bucket that has a target holds something, bands are wider
   * than rounding; no fees, no minimum, no new money.
   */
  public static Sample plain(SplittableRandom random) {
    return new RandomPlans(random, true).sample();
  }

  private Sample sample() {
    target();
    int assets = random.nextInt(1, 10);
    for (int i = 0; i < assets; i++) {
      hold();
    }
    if (plain) {
      for (Map.Entry<Bucket, BigDecimal> entry : target.entrySet()) {
        if (entry.getValue().signum() > 0 && !entry.getKey().equals(Bucket.STABLECOIN)) {
          hold(asset(entry.getKey()), entry.getKey());
        }
      }
    }
    int purses = random.nextInt(4);
    for (int i = 0; i < purses; i++) {
      BigDecimal amount = decimal(1, 3_000_000, oneIn(6) ? 4 : 2);
      holdings.add(cash(amount, account(), !plain && oneIn(8) ? Role.FROZEN : Role.TRADABLE));
    }
    if (!plain || random.nextBoolean()) {
      for (Bucket bucket : BUCKETS) {
        if (oneIn(4)) {
          steer(bucket);
        }
      }
    }
    List<String> bands = plain ? WIDE_BANDS : BANDS;
    Portfolio portfolio =
        new Portfolio(
            "",
            CurrencyUnit.USD,
            ZoneOffset.UTC,
            Optional.of(AT),
            new TargetMix(target),
            Bands.parse(bands.get(random.nextInt(bands.size()))),
            within,
            holdings,
            new Costs(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, steps),
            Optional.empty(),
            Optional.empty(),
            CATALOGUE,
            List.of());
    return new Sample(portfolio, settings());
  }

  private boolean oneIn(int times) {
    return random.nextInt(times) == 0;
  }

  private BigDecimal decimal(long from, long to, int scale) {
    return BigDecimal.valueOf(random.nextLong(from, to), random.nextInt(scale + 1));
  }

  private void target() {
    int count = random.nextInt(plain ? 2 : 1, BUCKETS.size() + 1);
    int first = random.nextInt(BUCKETS.size());
    int left = 1000;
    for (int i = 0; i < count; i++) {
      Bucket bucket = BUCKETS.get((first + i) % BUCKETS.size());
      int most = plain ? left - 20 * (count - i - 1) : left;
      int least = plain ? 20 : 0;
      int part = i == count - 1 ? left : random.nextInt(least, Math.max(least, most / 2) + 1);
      target.put(bucket, BigDecimal.valueOf(part, 1));
      left -= part;
    }
  }

  private Asset asset(Bucket bucket) {
    List<Asset> assets =
        CATALOGUE.assets().stream()
            .filter(asset -> !asset.isCash())
            .filter(asset -> bucket.equals(LAYER_3) || asset.bucket().equals(bucket))
            .toList();
    return assets.get(random.nextInt(Math.min(assets.size(), 12)));
  }

  private String account() {
    return List.of("", "Kraken", "Coinbase").get(random.nextInt(3));
  }

  private void hold() {
    Bucket bucket = BUCKETS.get(random.nextInt(BUCKETS.size()));
    if (!plain && oneIn(15)) {
      hold(Asset.unknown("mystery" + random.nextInt(3)), Bucket.UNCLASSIFIED);
    } else {
      hold(asset(bucket), bucket);
    }
  }

  private BigDecimal price(Asset asset) {
    return prices.computeIfAbsent(
        asset.id(),
        id ->
            asset.bucket().equals(Bucket.STABLECOIN)
                ? BigDecimal.valueOf(random.nextLong(990, 1010), 3)
                : BigDecimal.valueOf(random.nextLong(1, 100_000), random.nextInt(5)));
  }

  private void hold(Asset asset, Bucket bucket) {
    if (!plain && !steps.containsKey(asset.id()) && oneIn(2)) {
      steps.put(asset.id(), new BigDecimal(STEPS.get(random.nextInt(STEPS.size()))));
    }
    int piles = oneIn(3) ? random.nextInt(1, 4) : 1;
    for (int i = 0; i < piles; i++) {
      BigDecimal price = price(asset);
      BigDecimal worth = decimal(10, 10_000_000, 4);
      BigDecimal quantity = worth.divide(price, random.nextInt(10), RoundingMode.CEILING);
      boolean frozen = !plain && oneIn(8);
      boolean excluded = !plain && oneIn(12);
      List<Lot> lots = lots(quantity, worth);
      holdings.add(
          new Holding(
              asset,
              quantity,
              Optional.of(new WrittenPrice(price, Optional.of(AT))),
              account(),
              excluded ? Role.EXCLUDED : frozen ? Role.FROZEN : Role.TRADABLE,
              new Classification(bucket, Classification.By.HOLDING, ""),
              lots,
              lots.isEmpty() || lots.stream().anyMatch(lot -> lot.cost().isEmpty())
                  ? Optional.empty()
                  : Optional.of(
                      lots.stream()
                          .map(lot -> lot.cost().orElseThrow())
                          .reduce(BigDecimal.ZERO, BigDecimal::add)),
              ""));
    }
  }

  private List<Lot> lots(BigDecimal quantity, BigDecimal worth) {
    List<Lot> lots = new ArrayList<>();
    int count = random.nextInt(4);
    BigDecimal left = quantity;
    for (int i = 0; i < count && left.signum() > 0; i++) {
      BigDecimal part =
          i == count - 1
              ? left
              : left.multiply(BigDecimal.valueOf(random.nextInt(1, 100), 2))
                  .setScale(9, RoundingMode.CEILING)
                  .min(left);
      left = left.subtract(part);
      BigDecimal cost =
          worth
              .multiply(BigDecimal.valueOf(random.nextInt(250), 2))
              .divide(BigDecimal.valueOf(count), 2, RoundingMode.HALF_EVEN);
      lots.add(
          new Lot(
              !plain && oneIn(20)
                  ? Optional.empty()
                  : Optional.of(Plans.TODAY.minusDays(random.nextInt(800))),
              part,
              !plain && oneIn(20) ? Optional.empty() : Optional.of(cost)));
    }
    return lots;
  }

  /** Names some assets of a bucket, held or not, with prices or without. */
  private void steer(Bucket bucket) {
    Map<String, BigDecimal> percents = new LinkedHashMap<>();
    int left = 100;
    int count = random.nextInt(1, 4);
    for (int i = 0; i < count; i++) {
      Asset asset =
          bucket.equals(Bucket.STABLECOIN) && oneIn(3) ? DOLLAR : heldIn(bucket, asset(bucket));
      int part = i == count - 1 ? left : random.nextInt(left + 1);
      percents.merge(asset.id(), BigDecimal.valueOf(part), BigDecimal::add);
      left -= part;
      if (!asset.isCash() && (plain || !oneIn(5))) {
        quotes.put(asset.id(), new Quote(price(asset), Optional.of(AT), "test"));
      }
    }
    within.put(bucket, percents);
  }

  private Asset heldIn(Bucket bucket, Asset otherwise) {
    for (Holding holding : holdings) {
      if (holding.bucket().equals(bucket) && !holding.asset().isCash() && oneIn(2)) {
        return holding.asset();
      }
    }
    return otherwise;
  }

  private RebalanceSettings settings() {
    BigDecimal total = BigDecimal.ZERO;
    for (Holding holding : holdings) {
      if (holding.role() == Role.TRADABLE) {
        total = total.add(holding.quantity().multiply(holding.price().orElseThrow().value()));
      }
    }
    long worth = total.movePointRight(2).longValue();
    long cash = plain ? 0 : money(worth);
    Sides sides =
        plain || random.nextBoolean() ? Sides.BOTH : cash >= 0 ? Sides.ONLY_BUY : Sides.ONLY_SELL;
    Optional<TaxYear> tax = random.nextBoolean() ? Optional.of(Plans.RATES) : Optional.empty();
    Method method = Method.values()[random.nextInt(tax.isPresent() && oneIn(4) ? 4 : 3)];
    return new RebalanceSettings(
        Plans.TODAY,
        cash,
        sides,
        DESTINATIONS.get(random.nextInt(DESTINATIONS.size())),
        Objective.TURNOVER,
        method,
        plain
            ? BigDecimal.ZERO
            : oneIn(40) ? BigDecimal.valueOf(50) : new BigDecimal(FEES.get(random.nextInt(7))),
        plain || !oneIn(4) ? 0 : random.nextLong(1, 600),
        plain || random.nextBoolean() ? 0 : random.nextLong(1, oneIn(4) ? 1_000_000 : 5_000),
        plain || random.nextBoolean(),
        random.nextBoolean(),
        quotes,
        tax,
        WashSale.values()[random.nextInt(3)],
        Map.of());
  }

  private long money(long worth) {
    return switch (random.nextInt(6)) {
      case 0 -> random.nextLong(1, 1_000_000);
      case 1 -> random.nextLong(1, 2 * worth + 2);
      case 2 -> -random.nextLong(1, worth * 9 / 10 + 2);
      case 3 -> oneIn(4) ? -random.nextLong(1, worth * 3 / 2 + 2) : -random.nextLong(1, 10_000);
      default -> 0;
    };
  }
}
