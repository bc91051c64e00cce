package allot.rebalance;

import static org.assertj.core.api.Assertions.assertThat;

import allot.Law;
import allot.portfolio.Lot;
import allot.rebalance.LotChoice.Choice;
import allot.rebalance.LotChoice.Sale;
import allot.tax.Gains;
import allot.tax.LotPart;
import allot.tax.LotSelection;
import allot.tax.TaxYear;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The numbers V29 to V33 are those of ALGORITHMS section 4; the lots are the ones named there. */
class LotChoiceTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

  private static final Lot L1 = lot("2022-06-01", ".10", "2000");
  private static final Lot L3 = lot("2024-03-10", ".05", "3500");
  private static final Lot L5 = lot("2026-01-15", ".20", "8000");
  private static final Lot L2 = lot("2026-05-05", ".10", "5500");
  private static final Lot L4 = lot("2026-08-20", ".10", "6600");
  private static final List<Lot> LOTS = List.of(L1, L3, L5, L2, L4);

  @Test
  void V29_losses_are_sold_first() {
    Sale sale = sale(".15");
    Choice choice = choose(sale, year("0", "0"));
    assertThat(tax(choice, sale, year("0", "0"))).isEqualByComparingTo("-385");
    assertThat(choice.parts().get(0))
        .containsExactlyInAnyOrder(
            new LotPart(L3, new BigDecimal(".05")), new LotPart(L4, new BigDecimal(".10")));
    assertThat(choice.fallback()).isEmpty();
  }

  @Test
  void V33_a_split_that_no_order_takes_may_be_best() {
    Sale sale = sale(".35");
    TaxYear year = year("0", "10000");
    Choice choice = choose(sale, year);
    assertThat(tax(choice, sale, year))
        .isBetween(new BigDecimal("494.99"), new BigDecimal("495.01"));
    assertThat(taxOf(LotSelection.FIFO, sale, year)).isEqualByComparingTo("1925");
    assertThat(taxOf(LotSelection.LIFO, sale, year)).isEqualByComparingTo("1015");
    assertThat(taxOf(LotSelection.HIFO, sale, year)).isEqualByComparingTo("590");
  }

  @Test
  void V32_with_large_gains_of_both_terms_the_sort_by_tax_is_exact_and_hifo_is_not() {
    Sale sale = sale(".30");
    TaxYear year = year("50000", "50000");
    Choice choice = choose(sale, year);
    // -6000 x .10 x .35 - 10000 x .05 x .15 + 5000 x .10 x .35 + 40000 x .05 x .15
    assertThat(tax(choice, sale, year)).isEqualByComparingTo("190");
    assertThat(choice.parts().get(0))
        .containsExactly(
            new LotPart(L4, new BigDecimal(".10")),
            new LotPart(L3, new BigDecimal(".05")),
            new LotPart(L2, new BigDecimal(".10")),
            new LotPart(L1, new BigDecimal(".05")));
    assertThat(taxOf(LotSelection.HIFO, sale, year)).isEqualByComparingTo("240");
  }

  @Test
  void of_choices_with_the_same_tax_the_first_in_first_out_is_taken() {
    Sale sale = sale(".15");
    TaxYear free =
        new TaxYear(
            BigDecimal.ZERO,
            BigDecimal.ZERO,
            BigDecimal.ZERO,
            new BigDecimal("3000"),
            new Gains(BigDecimal.ZERO, BigDecimal.ZERO));
    assertThat(choose(sale, free).parts().get(0))
        .isEqualTo(LotSelection.FIFO.take(LOTS, new BigDecimal(".15")));
  }

  @Test
  void losses_of_one_asset_are_matched_with_gains_of_another() {
    // a long-term loss of 4,000 is worth .35 against a short-term gain and nothing beyond 3,000
    Sale gains =
        new Sale(
            List.of(lot("2026-02-01", "1", "1000"), lot("2022-02-01", "1", "1000")),
            BigDecimal.ONE,
            600_000);
    Sale losses =
        new Sale(
            List.of(lot("2022-02-01", "1", "5000"), lot("2022-02-02", "1", "1000")),
            BigDecimal.ONE,
            100_000);
    List<Sale> sales = List.of(gains, losses);
    TaxYear year = year("0", "0");
    Choice choice = LotChoice.leastTax(sales, year, TODAY, 2);
    // long 5,000 - 4,000 at .15 beats short 5,000 - long 4,000 at .35
    assertThat(LotChoice.tax(choice.parts(), sales, year, TODAY, 2)).isEqualByComparingTo("150");
  }

  @Test
  void with_more_than_200_lots_the_fallback_says_so() {
    List<Lot> lots = new ArrayList<>();
    for (int i = 0; i < 201; i++) {
      lots.add(lot("2026-02-01", "1", String.valueOf(i)));
    }
    Sale sale = new Sale(lots, new BigDecimal("1.5"), 15_000);
    Choice choice = choose(sale, year("0", "0"));
    assertThat(choice.fallback())
        .contains("more than 200 lots: the best of fifo, lifo, hifo and the sort by tax was used");
    assertThat(tax(choice, sale, year("0", "0"))).isEqualByComparingTo("-52.325");
    Sale fewer = new Sale(lots.subList(0, 200), new BigDecimal("1.5"), 15_000);
    assertThat(choose(fewer, year("0", "0")).fallback()).isEmpty();
  }

  @Test
  void a_lot_of_which_little_is_left_of_much_is_no_trouble() {
    Lot ruin = new Lot(day("2022-02-01"), new BigDecimal("0.00000001"), cost("50000"));
    Sale sale = new Sale(List.of(L1, L4, ruin), new BigDecimal(".1"), 600_000);
    Choice choice = choose(sale, year("0", "0"));
    assertThat(tax(choice, sale, year("0", "0"))).isEqualByComparingTo("-1050");
    assertThat(choice.fallback()).isEmpty();
  }

  @Test
  void parts_add_up_and_no_named_order_is_better() {
    Law.holds(
        random -> {
          List<Sale> sales = new ArrayList<>();
          for (int i = random.nextInt(1, 4); i > 0; i--) {
            sales.add(anySale(random, random.nextInt(1, 7)));
          }
          TaxYear year = anyYear(random);
          Choice choice = LotChoice.leastTax(sales, year, TODAY, 2);
          BigDecimal tax = LotChoice.tax(choice.parts(), sales, year, TODAY, 2);
          for (LotSelection selection : LotSelection.values()) {
            List<List<LotPart>> parts =
                sales.stream().map(sale -> selection.take(sale.lots(), sale.quantity())).toList();
            assertThat(tax).isLessThanOrEqualTo(LotChoice.tax(parts, sales, year, TODAY, 2));
          }
          for (int i = 0; i < sales.size(); i++) {
            BigDecimal sold = BigDecimal.ZERO;
            for (LotPart part : choice.parts().get(i)) {
              sold = sold.add(part.quantity());
            }
            assertThat(sold).isEqualByComparingTo(sales.get(i).quantity());
            assertThat(choice.parts().get(i)).extracting(LotPart::lot).doesNotHaveDuplicates();
          }
          assertThat(choice.fallback()).isEmpty();
        });
  }

  @Test
  void no_point_of_a_grid_of_splits_is_better() {
    Law.holds(
        random -> {
          if (random.nextInt(10) > 0) {
            return; // grids are slow: one case in ten
          }
          Sale sale = anySale(random, 3);
          TaxYear year = anyYear(random);
          BigDecimal tax = tax(choose(sale, year), sale, year);
          for (int a = 0; a <= 20; a++) {
            for (int b = 0; b <= 20; b++) {
              Optional<List<LotPart>> split = split(sale, a, b);
              if (split.isPresent()) {
                // a cent may fall to another lot
                assertThat(tax.subtract(new BigDecimal("0.02")))
                    .isLessThan(LotChoice.tax(List.of(split.get()), List.of(sale), year, TODAY, 2));
              }
            }
          }
        });
  }

  @Test
  void money_times_k_makes_the_tax_times_k() {
    Law.holds(
        random -> {
          Sale sale = anySale(random, random.nextInt(1, 7));
          TaxYear year = anyYear(random);
          int power = random.nextInt(1, 6);
          BigDecimal k = BigDecimal.TEN.pow(power);
          List<Lot> lots =
              sale.lots().stream()
                  .map(lot -> new Lot(lot.acquired(), lot.quantity(), lot.cost().map(k::multiply)))
                  .toList();
          Sale larger = new Sale(lots, sale.quantity(), sale.cents() * k.longValueExact());
          TaxYear scaled =
              new TaxYear(
                  year.shortTerm(),
                  year.longTerm(),
                  year.ordinary(),
                  year.lossLimit().multiply(k),
                  new Gains(
                      year.before().shortTerm().multiply(k), year.before().longTerm().multiply(k)));
          BigDecimal tax = tax(choose(sale, year), sale, year).multiply(k);
          assertThat(tax(choose(larger, scaled), larger, scaled))
              .isBetween(
                  tax.subtract(k.multiply(new BigDecimal("0.02"))),
                  tax.add(k.multiply(new BigDecimal("0.02"))));
        });
  }

  /** So many twentieths of the first two lots, the rest of the third, if it has that much. */
  private static Optional<List<LotPart>> split(Sale sale, int a, int b) {
    BigDecimal twentieth = new BigDecimal("0.05");
    List<BigDecimal> quantities = new ArrayList<>();
    quantities.add(
        sale.lots().get(0).quantity().multiply(twentieth).multiply(BigDecimal.valueOf(a)));
    quantities.add(
        sale.lots().get(1).quantity().multiply(twentieth).multiply(BigDecimal.valueOf(b)));
    BigDecimal rest = sale.quantity().subtract(quantities.get(0)).subtract(quantities.get(1));
    if (rest.signum() < 0 || rest.compareTo(sale.lots().get(2).quantity()) > 0) {
      return Optional.empty();
    }
    quantities.add(rest);
    List<LotPart> parts = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      if (quantities.get(i).signum() > 0) {
        parts.add(new LotPart(sale.lots().get(i), quantities.get(i)));
      }
    }
    return Optional.of(parts);
  }

  private static Sale anySale(SplittableRandom random, int size) {
    List<Lot> lots = new ArrayList<>();
    BigDecimal held = BigDecimal.ZERO;
    for (int i = 0; i < size; i++) {
      BigDecimal quantity = BigDecimal.valueOf(random.nextLong(1, 200_000_000), 8);
      held = held.add(quantity);
      BigDecimal unitCost = BigDecimal.valueOf(random.nextLong(0, 1_000_000), 2);
      lots.add(
          new Lot(
              Optional.of(TODAY.minusDays(random.nextInt(800))),
              quantity,
              Optional.of(unitCost.multiply(quantity))));
    }
    BigDecimal quantity =
        BigDecimal.valueOf(random.nextLong(1, held.unscaledValue().longValueExact() + 1), 8);
    long price = random.nextLong(0, 1_000_000);
    return new Sale(lots, quantity, quantity.multiply(BigDecimal.valueOf(price)).longValue());
  }

  private static TaxYear anyYear(SplittableRandom random) {
    return new TaxYear(
        BigDecimal.valueOf(random.nextInt(0, 51)),
        BigDecimal.valueOf(random.nextInt(0, 31)),
        BigDecimal.valueOf(random.nextInt(0, 51)),
        BigDecimal.valueOf(random.nextBoolean() ? 3000 : random.nextInt(5000)),
        new Gains(
            BigDecimal.valueOf(random.nextBoolean() ? 0 : random.nextInt(-8000, 8000)),
            BigDecimal.valueOf(random.nextBoolean() ? 0 : random.nextInt(-8000, 8000))));
  }

  private static Choice choose(Sale sale, TaxYear year) {
    return LotChoice.leastTax(List.of(sale), year, TODAY, 2);
  }

  private static BigDecimal tax(Choice choice, Sale sale, TaxYear year) {
    return LotChoice.tax(choice.parts(), List.of(sale), year, TODAY, 2);
  }

  private static BigDecimal taxOf(LotSelection selection, Sale sale, TaxYear year) {
    List<LotPart> parts = selection.take(sale.lots(), sale.quantity());
    return LotChoice.tax(List.of(parts), List.of(sale), year, TODAY, 2);
  }

  /** Out of the lots above at 60,000. */
  private static Sale sale(String quantity) {
    BigDecimal units = new BigDecimal(quantity);
    return new Sale(LOTS, units, units.movePointRight(2).longValueExact() * 60_000);
  }

  private static TaxYear year(String shortTerm, String longTerm) {
    return new TaxYear(
        new BigDecimal("35"),
        new BigDecimal("15"),
        new BigDecimal("35"),
        new BigDecimal("3000"),
        new Gains(new BigDecimal(shortTerm), new BigDecimal(longTerm)));
  }

  private static Lot lot(String acquired, String quantity, String cost) {
    return new Lot(day(acquired), new BigDecimal(quantity), cost(cost));
  }

  private static Optional<LocalDate> day(String text) {
    return Optional.of(LocalDate.parse(text));
  }

  private static Optional<BigDecimal> cost(String text) {
    return Optional.of(new BigDecimal(text));
  }
}
