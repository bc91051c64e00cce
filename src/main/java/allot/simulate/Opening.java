package allot.simulate;

import allot.catalog.Asset;
import allot.catalog.Bucket;
import allot.catalog.Match;
import allot.portfolio.Holding;
import allot.portfolio.Lot;
import allot.portfolio.Portfolio;
import allot.portfolio.Role;
import allot.problem.Problem;
import allot.problem.ProblemException;
import allot.rebalance.Destination;
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
 */
final class Opening {
  private final Portfolio portfolio;
  private final ClosePrices prices;
  private final BacktestSettings settings;
  private final List<Bucket> buckets;
  private final Basket basket;
  private final BigDecimal value;
  private double fees;
  private int youngLots;

  private Opening(Portfolio portfolio, ClosePrices prices, BacktestSettings settings) {
    this.portfolio = portfolio;
    this.prices = prices;
    this.settings = settings;
    this.buckets = buckets(portfolio);
    List<BasketLine> held = lines();
    if (settings.start().isEmpty()) {
      boolean trades =
          settings.strategies().stream().anyMatch(s -> !(s.rule() instanceof Strategy.Hold));
      this.value = heldValue();
      this.basket = new Basket(steered(held, false), buckets.size());
      if (trades) {
        refuseUntold(basket.lines());
      }
      return;
    }
    youngLots = 0;
    this.value = BigDecimal.valueOf(settings.start().get(), portfolio.currency().decimals());
    List<BasketLine> told = emptied(steered(held, true));
    refuseUntold(told);
    Basket bought = new Basket(told, buckets.size());
    if (value.signum() > 0) {
      bought.cash().addCash(value.doubleValue());
      bought.value(prices, 0);
      BasketBook book = new BasketBook(bought, this, prices, settings);
      book.rebalance(portfolio.bands(), Destination.TARGET, 0);
      fees = book.fees();
      this.basket = new Basket(steered(bought.lines(), false), buckets.size());
    } else {
      this.basket = bought;
    }
  }

  static Opening of(Portfolio portfolio, ClosePrices prices, BacktestSettings settings) {
    return new Opening(portfolio, prices, settings);
  }

  Portfolio portfolio() {
    return portfolio;
  }

  /** The buckets of the target, then others that are held or may come to be, by name. */
  List<Bucket> buckets() {
    return buckets;
  }

  /** What is held after the first purchase, for one strategy to go on with. */
  Basket basket() {
    return new Basket(
        basket.lines().stream().map(line -> line.copy(line.share)).toList(), buckets.size());
  }

  /** What it began with, exact. */
  BigDecimal value() {
    return value;
  }

  /** Fees of the first purchase. */
  double fees() {
    return fees;
  }

  /** Lots that are younger than the first close, and taken to be bought at it. */
  int youngLots() {
    return youngLots;
  }

  double money(long cents) {
    return BigDecimal.valueOf(cents, portfolio.currency().decimals()).doubleValue();
  }

  private static List<Bucket> buckets(Portfolio portfolio) {
    Set<Bucket> all = new LinkedHashSet<>(portfolio.target().percents().keySet());
    Set<String> others = new TreeSet<>();
    for (Holding holding : portfolio.holdings()) {
      if (holding.isHeld()) {
        others.add(holding.bucket().name());
      }
    }
    others.add(Bucket.STABLECOIN.name());
    boolean unclassified = others.remove(Bucket.UNCLASSIFIED.name());
    others.forEach(name -> all.add(new Bucket(name)));
    if (unclassified) {
      all.add(Bucket.UNCLASSIFIED);
    }
    return List.copyOf(all);
  }

  /** Where a line belongs. */
  private record Place(Bucket bucket, String id) {}

  /** A line for all that is held, or named in {@code within}, and one for money. */
  private List<BasketLine> lines() {
    Map<Place, BasketLine> lines = new LinkedHashMap<>();
    Map<Place, List<Holding>> held = new LinkedHashMap<>();
    for (Holding holding : portfolio.holdings()) {
      if (holding.isHeld()) {
        Place place = new Place(holding.bucket(), holding.asset().id());
        held.computeIfAbsent(place, p -> new ArrayList<>()).add(holding);
      }
    }
    held.forEach(
        (place, rows) -> lines.put(place, line(rows.get(0).asset(), place.bucket(), rows)));
    for (Bucket bucket : buckets) {
      for (String id : portfolio.within().getOrDefault(bucket, Map.of()).keySet()) {
        Asset asset = portfolio.catalog().byId(id).orElseThrow();
        lines.computeIfAbsent(new Place(bucket, id), p -> line(asset, bucket, List.of()));
      }
    }
    Asset cash = cash();
    lines.computeIfAbsent(
        new Place(Bucket.STABLECOIN, cash.id()), p -> line(cash, Bucket.STABLECOIN, List.of()));
    return new ArrayList<>(lines.values());
  }

  private Asset cash() {
    return portfolio.catalog().find(portfolio.currency().code()) instanceof Match.Found found
        ? found.asset()
        : Asset.cash(portfolio.currency().code());
  }

  private BasketLine line(Asset asset, Bucket bucket, List<Holding> rows) {
    boolean cash = portfolio.isOwnCash(asset);
    double stuck = 0;
    Map<String, Stock> stocks = new LinkedHashMap<>();
    for (Holding row : rows) {
      double units = row.quantity().doubleValue();
      if (row.role() != Role.TRADABLE || bucket.equals(Bucket.UNCLASSIFIED)) {
        stuck += units;
        continue;
      }
      Stock stock = stocks.computeIfAbsent(row.account(), a -> new Stock(a, 0, List.of()));
      if (cash) {
        stock.add(units);
      } else {
        lots(row).forEach(stock::buy);
      }
    }
    return new BasketLine(
        asset,
        buckets.indexOf(bucket),
        prices.column(asset.id()),
        cash,
        Double.NaN,
        stuck,
        new ArrayList<>(stocks.values()));
  }

  private List<TaxLot> lots(Holding row) {
    List<TaxLot> lots = new ArrayList<>();
    LocalDate first = prices.days().get(0);
    for (Lot lot : row.lots()) {
      boolean young = lot.acquired().filter(day -> day.isAfter(first)).isPresent();
      youngLots += young ? 1 : 0;
      double units = lot.quantity().doubleValue();
      double close = prices.close(prices.column(row.asset().id()), 0);
      lots.add(young ? new TaxLot(Optional.of(first), units, units * close) : TaxLot.of(lot));
    }
    return lots.isEmpty()
        ? List.of(TaxLot.of(new Lot(Optional.empty(), row.quantity(), row.cost())))
        : lots;
  }

  private BigDecimal heldValue() {
    BigDecimal sum = BigDecimal.ZERO;
    for (Holding row : portfolio.holdings()) {
      if (row.isHeld()) {
        BigDecimal close = prices.exact(prices.column(row.asset().id()), 0);
        sum = sum.add(row.quantity().multiply(close));
      }
    }
    return sum;
  }

  /**
   * The lines with what the file says of the inside of their buckets. A stablecoin bucket of which
   * nothing is held, and nothing said, is money.
   *
   * @param all whether a bucket of which nothing is said is to be bought as it is held
   */
  private List<BasketLine> steered(List<BasketLine> lines, boolean all) {
    double[] worth = new double[buckets.size()];
    for (BasketLine line : lines) {
      worth[line.bucket] += line.quantity() * prices.close(line.column, 0);
    }
    List<BasketLine> steered = new ArrayList<>();
    for (BasketLine line : lines) {
      Bucket bucket = buckets.get(line.bucket);
      Map<String, BigDecimal> inside = portfolio.within().get(bucket);
      double share = Double.NaN;
      if (inside != null) {
        share = inside.getOrDefault(line.asset.id(), BigDecimal.ZERO).doubleValue();
      } else if (worth[line.bucket] == 0) {
        share = line.cash ? 100 : 0;
      } else if (all) {
        share = line.quantity() * prices.close(line.column, 0);
      }
      steered.add(line.copy(share));
    }
    return steered;
  }

  /** The same without anything held. */
  private static List<BasketLine> emptied(List<BasketLine> lines) {
    List<BasketLine> empty = new ArrayList<>();
    for (BasketLine line : lines) {
      empty.add(
          new BasketLine(
              line.asset, line.bucket, line.column, line.cash, line.share, 0, List.of()));
    }
    return empty;
  }

  private void refuseUntold(List<BasketLine> lines) {
    for (int b = 0; b < buckets.size(); b++) {
      int bucket = b;
      boolean told =
          lines.stream()
              .anyMatch(
                  line ->
                      line.bucket == bucket
                          && (Double.isNaN(line.share) ? line.quantity() > 0 : line.share > 0));
      if (portfolio.target().of(buckets.get(b)).signum() > 0 && !told) {
        throw new ProblemException(
            Problem.usage(
                "nothing is held of " + buckets.get(b) + ", and nothing says what would be bought",
                "name its assets in `within` of the portfolio file"));
      }
    }
  }
}
