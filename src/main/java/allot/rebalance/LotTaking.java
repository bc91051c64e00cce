package allot.rebalance;

import allot.catalog.Asset;
import allot.portfolio.Holding;
import allot.portfolio.Lot;
import allot.portfolio.Portfolio;
import allot.portfolio.TaxProfile.Method;
import allot.portfolio.TaxProfile.WashSale;
import allot.tax.Gains;
import allot.tax.LotPart;
import allot.tax.LotSale;
import allot.tax.LotSelection;
import allot.tax.Term;
import allot.tax.WashSales;
import allot.tax.WashSales.Purchase;
import allot.tax.WashSales.Washed;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Chooses the lots of sales and adds up their gains and tax. */
final class LotTaking {
  private final Portfolio portfolio;
  private final RebalanceSettings settings;
  private final IdentityHashMap<Order, List<LotSale>> lots = new IdentityHashMap<>();
  private final List<Washed> washed = new ArrayList<>();
  private final Optional<Gains> gains;
  private Optional<String> fallback = Optional.empty();

  LotTaking(Portfolio portfolio, RebalanceSettings settings, List<Order> sales) {
    this.portfolio = portfolio;
    this.settings = settings;
    if (settings.lots() == Method.MIN_TAX && settings.tax().isPresent()) {
      takeLeastTax(sales);
    }
    for (Order sale : sales) {
      if (!lots.containsKey(sale)) {
        lots.put(sale, sold(sale, selection().take(lots(sale), sale.quantity())));
      }
    }
    if (settings.washSale() != WashSale.OFF) {
      wash(sales);
    }
    this.gains = gains(sales);
  }

  /** The lots a sale takes; none where neither lots nor cost are known. */
  List<LotSale> of(Order order) {
    List<LotSale> sales = lots.getOrDefault(order, List.of());
    boolean known =
        sales.stream()
            .map(sale -> sale.part().lot())
            .anyMatch(lot -> lot.acquired().isPresent() || lot.cost().isPresent());
    return known ? sales : List.of();
  }

  /** Empty if something sold has no cost or no date. */
  Optional<Gains> gains() {
    return gains;
  }

  /** The change of the year's tax. */
  Optional<BigDecimal> tax() {
    return settings.tax().flatMap(year -> gains.map(year::change));
  }

  List<Washed> washed() {
    return washed;
  }

  Optional<String> fallback() {
    return fallback;
  }

  /** The lots of what is sold; a holding without lots is one of unknown date. */
  static List<Lot> lots(Order sale) {
    return lots(sale.pile().orElseThrow());
  }

  static List<Lot> lots(Pile pile) {
    List<Lot> lots = new ArrayList<>();
    for (Holding holding : pile.holdings()) {
      if (holding.lots().isEmpty()) {
        lots.add(new Lot(Optional.empty(), holding.quantity(), holding.cost()));
      } else {
        lots.addAll(holding.lots());
      }
    }
    return lots;
  }

  static boolean areKnown(List<Lot> lots) {
    return lots.stream().allMatch(LotTaking::isKnown);
  }

  private static boolean isKnown(Lot lot) {
    return lot.acquired().isPresent() && lot.cost().isPresent();
  }

  private static BigDecimal units(List<Lot> lots) {
    return lots.stream().map(Lot::quantity).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private LotSelection selection() {
    return switch (settings.lots()) {
      case LIFO -> LotSelection.LIFO;
      case HIFO -> LotSelection.HIFO;
      case FIFO, MIN_TAX -> LotSelection.FIFO;
    };
  }

  /** Among the lots whose gain is known, where they suffice: the others' tax is not known. */
  private void takeLeastTax(List<Order> sales) {
    List<Order> known = new ArrayList<>();
    List<LotChoice.Sale> choices = new ArrayList<>();
    for (Order sale : sales) {
      List<Lot> lots = lots(sale).stream().filter(LotTaking::isKnown).toList();
      if (units(lots).compareTo(sale.quantity()) >= 0) {
        known.add(sale);
        choices.add(new LotChoice.Sale(lots, sale.quantity(), sale.cashFlow()));
      }
    }
    if (known.isEmpty()) {
      return;
    }
    LotChoice.Choice choice =
        LotChoice.leastTax(
            choices,
            settings.tax().orElseThrow(),
            settings.today(),
            portfolio.currency().decimals());
    fallback = choice.fallback();
    for (int i = 0; i < known.size(); i++) {
      lots.put(known.get(i), sold(known.get(i), choice.parts().get(i)));
    }
  }

  private List<LotSale> sold(Order sale, List<LotPart> parts) {
    return LotSale.of(parts, sale.cashFlow(), portfolio.currency().decimals(), settings.today());
  }

  private void wash(List<Order> sales) {
    Map<Asset, List<LotSale>> byAsset = new LinkedHashMap<>();
    Set<Lot> touched = Collections.newSetFromMap(new IdentityHashMap<>());
    for (Order sale : sales) {
      List<LotSale> parts = lots.getOrDefault(sale, List.of());
      byAsset.computeIfAbsent(sale.line().asset(), a -> new ArrayList<>()).addAll(parts);
      parts.forEach(part -> touched.add(part.part().lot()));
    }
    byAsset.forEach(
        (asset, parts) -> washed.addAll(WashSales.among(parts, purchases(asset, touched))));
  }

  private List<Purchase> purchases(Asset asset, Set<Lot> touched) {
    List<Purchase> purchases = new ArrayList<>();
    for (Holding holding : portfolio.holdings()) {
      if (holding.asset().id().equals(asset.id())) {
        for (Lot lot : holding.lots()) {
          if (!touched.contains(lot) && lot.acquired().isPresent()) {
            purchases.add(new Purchase(lot.acquired().get(), lot.quantity()));
          }
        }
      }
    }
    purchases.addAll(settings.plannedBuys().getOrDefault(asset.id(), List.of()));
    return purchases;
  }

  private Optional<Gains> gains(List<Order> sales) {
    Gains sum = Gains.NONE;
    for (Order sale : sales) {
      for (LotSale part : lots.getOrDefault(sale, List.of())) {
        Optional<BigDecimal> gain = part.gain();
        Optional<Term> term = part.term();
        if (gain.isEmpty() || term.isEmpty()) {
          return Optional.empty();
        }
        sum = sum.plus(term.get(), gain.get());
      }
    }
    if (settings.washSale() == WashSale.DISALLOW) {
      for (Washed loss : washed) {
        sum = sum.plus(loss.sale().term().orElseThrow(), loss.loss());
      }
    }
    return Optional.of(sum);
  }
}
