package allot.dca;

import allot.allocation.Allocation;
import allot.allocation.Position;
import allot.catalog.Asset;
import allot.catalog.Bucket;
import allot.portfolio.Holding;
import allot.portfolio.Portfolio;
import allot.price.Quote;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds what a plan may buy in each bucket: the assets that {@code within} names, else those that
 * are held there. New units go to the account that holds most of the asset.
 */
final class SlotFinder {
  private final Allocation allocation;
  private final Portfolio portfolio;
  private final Map<String, Quote> prices;

  /**
   * @param prices quotes of assets that are not held, by asset id
   */
  SlotFinder(Allocation allocation, Map<String, Quote> prices) {
    this.allocation = allocation;
    this.portfolio = allocation.valuation().portfolio();
    this.prices = prices;
  }

  Map<Bucket, List<Slot>> slots(Collection<Bucket> buckets) {
    Map<Bucket, List<Slot>> slots = new LinkedHashMap<>();
    for (Bucket bucket : buckets) {
      Map<String, BigDecimal> within = portfolio.within().get(bucket);
      slots.put(bucket, within == null ? held(bucket) : named(bucket, within));
    }
    return slots;
  }

  private List<Slot> held(Bucket bucket) {
    Map<String, Asset> assets = new LinkedHashMap<>();
    for (Position position : allocation.valuation().held()) {
      Holding holding = position.holding();
      if (holding.bucket().equals(bucket) && position.value().orElseThrow().signum() > 0) {
        assets.putIfAbsent(holding.asset().id(), holding.asset());
      }
    }
    List<Slot> slots = new ArrayList<>();
    for (Asset asset : assets.values()) {
      slots.add(slot(asset, bucket, Optional.empty()));
    }
    return slots;
  }

  private List<Slot> named(Bucket bucket, Map<String, BigDecimal> within) {
    List<Slot> slots = new ArrayList<>();
    within.forEach(
        (id, percent) -> {
          Asset asset = portfolio.catalog().byId(id).orElseThrow();
          slots.add(slot(asset, bucket, Optional.of(percent)));
        });
    return slots;
  }

  private Slot slot(Asset asset, Bucket bucket, Optional<BigDecimal> share) {
    BigDecimal value = BigDecimal.ZERO;
    Optional<Quote> quote = Optional.ofNullable(prices.get(asset.id()));
    Map<String, BigDecimal> accounts = new LinkedHashMap<>();
    for (Position position : allocation.valuation().held()) {
      Holding holding = position.holding();
      if (holding.asset().id().equals(asset.id())) {
        quote = position.price().usable();
        accounts.merge(holding.account(), holding.quantity(), BigDecimal::add);
        if (holding.bucket().equals(bucket)) {
          value = value.add(position.value().orElseThrow());
        }
      }
    }
    boolean cash = portfolio.isOwnCash(asset);
    BigDecimal price =
        cash
            ? BigDecimal.ONE
            : quote
                .map(Quote::value)
                .filter(p -> p.signum() > 0)
                .orElseThrow(() -> new UnpricedAsset(asset.symbol()));
    return new Slot(
        new Slot.Facts(
            asset,
            bucket,
            most(accounts),
            cash,
            share,
            price,
            portfolio.costs().step(asset.id()),
            value));
  }

  /** The account with the largest quantity, the first of equals; empty if there is none. */
  private static String most(Map<String, BigDecimal> accounts) {
    String account = "";
    BigDecimal most = BigDecimal.ZERO;
    for (Map.Entry<String, BigDecimal> entry : accounts.entrySet()) {
      if (entry.getValue().compareTo(most) > 0) {
        account = entry.getKey();
        most = entry.getValue();
      }
    }
    return account;
  }
}
