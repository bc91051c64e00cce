package allot.rebalance;

import allot.allocation.Allocation;
import allot.allocation.BucketShare;
import allot.allocation.Position;
import allot.catalog.Asset;
import allot.catalog.Bucket;
import allot.catalog.Match;
import allot.portfolio.Holding;
import allot.portfolio.Portfolio;
import allot.portfolio.Role;
import allot.price.Quote;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Sorts what is held, and what {@code within} names, into buckets, assets and accounts. */
final class Pots {
  private final Portfolio portfolio;
  private final Map<String, Quote> prices;
  private final Map<Bucket, Map<String, List<Position>>> held = new LinkedHashMap<>();

  private Pots(Portfolio portfolio, Map<String, Quote> prices) {
    this.portfolio = portfolio;
    this.prices = prices;
  }

  /**
   * @param allocation of a portfolio in which everything held has a price
   * @param prices of assets that are not held, by asset id
   */
  static List<Pot> of(Allocation allocation, Map<String, Quote> prices) {
    Portfolio portfolio = allocation.valuation().portfolio();
    Pots pots = new Pots(portfolio, prices);
    for (Position position : allocation.valuation().held()) {
      Holding holding = position.holding();
      pots.held
          .computeIfAbsent(holding.bucket(), bucket -> new LinkedHashMap<>())
          .computeIfAbsent(holding.asset().id(), id -> new ArrayList<>())
          .add(position);
    }
    List<Pot> all = new ArrayList<>();
    boolean stable = false;
    for (BucketShare share : allocation.shares()) {
      stable |= share.bucket().equals(Bucket.STABLECOIN);
      all.add(pots.pot(share.bucket(), share.target()));
    }
    if (!stable) {
      all.add(pots.pot(Bucket.STABLECOIN, BigDecimal.ZERO));
    }
    return all;
  }

  private Pot pot(Bucket bucket, BigDecimal target) {
    Map<String, List<Position>> inside = held.getOrDefault(bucket, Map.of());
    Optional<Map<String, BigDecimal>> within = Optional.ofNullable(portfolio.within().get(bucket));
    List<Line> lines = new ArrayList<>();
    if (within.isPresent()) {
      for (String id : within.get().keySet()) {
        lines.add(
            line(
                bucket,
                portfolio.catalog().byId(id).orElseThrow(),
                within,
                inside.getOrDefault(id, List.of())));
      }
    }
    for (List<Position> positions : inside.values()) {
      Asset asset = positions.get(0).holding().asset();
      if (within.isEmpty() || !within.get().containsKey(asset.id())) {
        lines.add(line(bucket, asset, within, positions));
      }
    }
    if (bucket.equals(Bucket.STABLECOIN) && lines.stream().noneMatch(Line::isCash)) {
      boolean alone = lines.isEmpty();
      cash().ifPresent(asset -> lines.add(purse(asset, alone)));
    }
    return new Pot(bucket, target, within.isPresent() || isPurseAlone(lines), lines);
  }

  private static boolean isPurseAlone(List<Line> lines) {
    return lines.size() == 1 && lines.get(0).isCash() && lines.get(0).value().signum() == 0;
  }

  private Optional<Asset> cash() {
    return portfolio.catalog().find(portfolio.currency().code()) instanceof Match.Found found
        ? Optional.of(found.asset())
        : Optional.empty();
  }

  /** Cash that nobody holds yet: what is left over ends here, and all of the bucket if alone. */
  private static Line purse(Asset asset, boolean alone) {
    return new Line(
        Bucket.STABLECOIN,
        asset,
        true,
        BigDecimal.ONE,
        Optional.of(alone ? BigDecimal.valueOf(100) : BigDecimal.ZERO),
        Optional.of(BigDecimal.ONE),
        Optional.empty(),
        BigDecimal.ZERO,
        List.of());
  }

  private Line line(
      Bucket bucket,
      Asset asset,
      Optional<Map<String, BigDecimal>> within,
      List<Position> positions) {
    boolean cash = portfolio.isOwnCash(asset);
    BigDecimal step = portfolio.costs().step(asset.id());
    Map<String, Pile> piles = new LinkedHashMap<>();
    BigDecimal value = BigDecimal.ZERO;
    for (Position position : positions) {
      Holding holding = position.holding();
      value = value.add(position.value().orElseThrow());
      BigDecimal price = position.price().usable().map(Quote::value).orElse(BigDecimal.ZERO);
      if (holding.role() == Role.TRADABLE
          && price.signum() > 0
          && !bucket.equals(Bucket.UNCLASSIFIED)) {
        String key = holding.account() + "\n" + price.stripTrailingZeros();
        piles
            .computeIfAbsent(
                key, k -> new Pile(holding.account(), price, cash ? new BigDecimal("1e-30") : step))
            .add(holding);
      }
    }
    Home home = new Home(asset, bucket);
    return new Line(
        bucket,
        asset,
        cash,
        step,
        within.map(percents -> percents.getOrDefault(asset.id(), BigDecimal.ZERO)),
        cash ? Optional.of(BigDecimal.ONE) : home.price(),
        home.account(),
        value,
        new ArrayList<>(piles.values()));
  }

  /** Where new units of an asset go, and at what price: where most of it is held. */
  private final class Home {
    private final Map<String, BigDecimal> accounts = new LinkedHashMap<>();
    private final Map<String, Quote> quotes = new LinkedHashMap<>();
    private final Asset asset;

    Home(Asset asset, Bucket bucket) {
      this.asset = asset;
      for (Bucket other : held.keySet()) {
        for (Position position : held.get(other).getOrDefault(asset.id(), List.of())) {
          String account = position.holding().account();
          accounts.merge(account, position.holding().quantity(), BigDecimal::add);
          if (other.equals(bucket) || !quotes.containsKey(account)) {
            position.price().usable().ifPresent(quote -> quotes.put(account, quote));
          }
        }
      }
    }

    Optional<String> account() {
      Optional<String> most = Optional.empty();
      BigDecimal quantity = BigDecimal.ZERO;
      for (Map.Entry<String, BigDecimal> entry : accounts.entrySet()) {
        if (entry.getValue().compareTo(quantity) > 0) {
          most = Optional.of(entry.getKey());
          quantity = entry.getValue();
        }
      }
      return most;
    }

    Optional<BigDecimal> price() {
      return account()
          .map(quotes::get)
          .or(() -> Optional.ofNullable(prices.get(asset.id())))
          .map(Quote::value)
          .filter(price -> price.signum() > 0);
    }
  }
}
