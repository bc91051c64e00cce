package allot.rebalance;

import allot.portfolio.Lot;
import allot.tax.Gains;
import allot.tax.HoldingPeriod;
import allot.tax.LotPart;
import allot.tax.LotSale;
import allot.tax.LotSelection;
import allot.tax.TaxYear;
import allot.tax.Term;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The lots that make the least tax of the year when what is sold is given (ALGORITHMS section 4).
 * The tax of every candidate is computed exactly: the three named orders, the sort by tax on a unit
 * with the rates of each region of the tax, and what the linear program of each region proposes. So
 * the choice is never worse than a named order, and an ordering is not all it can find: netting may
 * make the best a split that no order takes.
 */
final class LotChoice {
  /** With more lots than these, of all sales, the linear programs are left out. */
  static final int MOST_LOTS = 200;

  private static final String ORDERS = "the best of fifo, lifo, hifo and the sort by tax was used";

  private LotChoice() {}

  /**
   * A sale of an asset out of one account.
   *
   * @param lots that it may take, all with cost and date
   * @param quantity above zero, at most what the lots hold
   * @param cents proceeds after fees, zero or more
   */
  record Sale(List<Lot> lots, BigDecimal quantity, long cents) {
    Sale {
      lots = List.copyOf(lots);
      BigDecimal held = lots.stream().map(Lot::quantity).reduce(BigDecimal.ZERO, BigDecimal::add);
      if (quantity.signum() <= 0 || quantity.compareTo(held) > 0 || cents < 0) {
        throw new IllegalArgumentException("a sale takes what the lots hold");
      }
    }
  }

  /**
   * What the sales take.
   *
   * @param parts of each sale, adding up to its quantity
   * @param fallback what was done instead, in words, where the linear programs were left out
   */
  record Choice(List<List<LotPart>> parts, Optional<String> fallback) {}

  /**
   * The lots of least tax; of choices that tie the first: fifo, lifo, hifo, sorts, programs.
   *
   * @param today the local date of sale
   * @param decimals of the currency
   */
  static Choice leastTax(List<Sale> sales, TaxYear year, LocalDate today, int decimals) {
    List<List<List<LotPart>>> candidates = orders(sales, year, today, decimals);
    Optional<String> fallback = Optional.empty();
    if (sales.stream().mapToInt(sale -> sale.lots().size()).sum() > MOST_LOTS) {
      fallback = Optional.of("more than " + MOST_LOTS + " lots: " + ORDERS);
    } else if (!sales.isEmpty()) {
      List<List<List<LotPart>>> solved =
          new LotProgram(sales, today, decimals)
              .best(year).stream().map(shares -> LotShares.parts(sales, shares)).toList();
      candidates.addAll(solved);
      if (solved.isEmpty()) {
        fallback = Optional.of("the least tax could not be solved: " + ORDERS);
      }
    }
    List<List<LotPart>> best = candidates.get(0);
    BigDecimal least = tax(best, sales, year, today, decimals);
    for (List<List<LotPart>> candidate : candidates.subList(1, candidates.size())) {
      BigDecimal tax = tax(candidate, sales, year, today, decimals);
      if (tax.compareTo(least) < 0) {
        best = candidate;
        least = tax;
      }
    }
    return new Choice(best, fallback);
  }

  /** What the year's tax changes by when the sales take these parts, exact. */
  static BigDecimal tax(
      List<List<LotPart>> parts, List<Sale> sales, TaxYear year, LocalDate today, int decimals) {
    Gains gains = Gains.NONE;
    for (int i = 0; i < sales.size(); i++) {
      for (LotSale sale : LotSale.of(parts.get(i), sales.get(i).cents(), decimals, today)) {
        gains = gains.plus(sale.term().orElseThrow(), sale.gain().orElseThrow());
      }
    }
    return year.change(gains);
  }

  private static List<List<List<LotPart>>> orders(
      List<Sale> sales, TaxYear year, LocalDate today, int decimals) {
    List<List<List<LotPart>>> orders = new ArrayList<>();
    for (LotSelection selection : LotSelection.values()) {
      orders.add(sales.stream().map(sale -> selection.take(sale.lots(), sale.quantity())).toList());
    }
    orders.add(sorted(sales, year.shortTerm(), year.longTerm(), today, decimals));
    for (BigDecimal rate : List.of(year.shortTerm(), year.longTerm(), year.ordinary())) {
      orders.add(sorted(sales, rate, rate, today, decimals));
    }
    return orders;
  }

  /** By tax on a unit, the least first, at the rates of one region. */
  private static List<List<LotPart>> sorted(
      List<Sale> sales, BigDecimal shortRate, BigDecimal longRate, LocalDate today, int decimals) {
    List<List<LotPart>> parts = new ArrayList<>();
    for (Sale sale : sales) {
      List<Lot> lots = new ArrayList<>(sale.lots());
      lots.sort(byTax(sale, shortRate, longRate, today, decimals));
      parts.add(LotSelection.inOrder(lots, sale.quantity()));
    }
    return parts;
  }

  /** Rate × (proceeds × lot / sale − cost) / lot, compared crosswise, so exactly. */
  private static Comparator<Lot> byTax(
      Sale sale, BigDecimal shortRate, BigDecimal longRate, LocalDate today, int decimals) {
    BigDecimal proceeds = BigDecimal.valueOf(sale.cents(), decimals);
    return (a, b) -> {
      BigDecimal taxOfA = taxTimesSale(a, sale, proceeds, isLong(a, today) ? longRate : shortRate);
      BigDecimal taxOfB = taxTimesSale(b, sale, proceeds, isLong(b, today) ? longRate : shortRate);
      return taxOfA.multiply(b.quantity()).compareTo(taxOfB.multiply(a.quantity()));
    };
  }

  private static BigDecimal taxTimesSale(Lot lot, Sale sale, BigDecimal proceeds, BigDecimal rate) {
    BigDecimal cost = lot.cost().orElseThrow().multiply(sale.quantity());
    return proceeds.multiply(lot.quantity()).subtract(cost).multiply(rate);
  }

  static boolean isLong(Lot lot, LocalDate today) {
    return HoldingPeriod.term(lot.acquired().orElseThrow(), today) == Term.LONG;
  }
}
