package allot.tax;

import static allot.tax.SomeLots.lot;
import static org.assertj.core.api.Assertions.assertThat;

import allot.Law;
import allot.portfolio.Lot;
import allot.tax.WashSales.Purchase;
import allot.tax.WashSales.Washed;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class WashSalesTest {
  private static final LocalDate SOLD = LocalDate.parse("2026-12-01");

  private static LotSale sale(String quantity, String cost, String proceeds) {
    return sale(SOLD, quantity, cost, proceeds);
  }

  private static LotSale sale(LocalDate sold, String quantity, String cost, String proceeds) {
    Lot lot = lot("2025-01-01", quantity, cost);
    return new LotSale(new LotPart(lot, lot.quantity()), new BigDecimal(proceeds), sold);
  }

  private static Purchase bought(String date, String quantity) {
    return new Purchase(LocalDate.parse(date), new BigDecimal(quantity));
  }

  private static void assertWashed(Washed washed, LotSale sale, String quantity, String loss) {
    assertThat(washed.sale()).isEqualTo(sale);
    assertThat(washed.quantity()).isEqualByComparingTo(quantity);
    assertThat(washed.loss()).isEqualByComparingTo(loss);
  }

  @Test
  void thirty_days_on_either_side_count_and_31_do_not() {
    List<LotSale> sales = List.of(sale("1", "100", "60"));
    for (String near : List.of("2026-11-01", "2026-11-30", "2026-12-01", "2026-12-31")) {
      List<Washed> washed = WashSales.among(sales, List.of(bought(near, "1")));
      assertThat(washed).as(near).hasSize(1);
      assertWashed(washed.get(0), sales.get(0), "1", "40");
    }
    for (String far : List.of("2026-10-31", "2027-01-01", "2025-12-01", "2027-12-01")) {
      assertThat(WashSales.among(sales, List.of(bought(far, "1")))).as(far).isEmpty();
    }
  }

  @Test
  void without_a_purchase_nothing_is_washed() {
    assertThat(WashSales.among(List.of(sale("1", "100", "60")), List.of())).isEmpty();
  }

  @Test
  void gains_and_sales_at_cost_are_untouched_and_use_no_purchase_up() {
    LotSale loss = sale("1", "100", "60");
    List<Purchase> purchases = List.of(bought("2026-12-02", "1"));
    assertThat(WashSales.among(List.of(sale("1", "50", "60"), sale("1", "60", "60")), purchases))
        .isEmpty();
    assertThat(WashSales.among(List.of(sale("1", "50", "60"), loss), purchases))
        .extracting(Washed::sale)
        .containsExactly(loss);
  }

  @Test
  void sales_without_a_cost_are_passed_over() {
    LotSale loss = sale("1", "100", "60");
    assertThat(
            WashSales.among(List.of(sale("1", "", "60"), loss), List.of(bought("2026-12-02", "1"))))
        .extracting(Washed::sale)
        .containsExactly(loss);
  }

  @Test
  void units_not_bought_again_keep_their_share_of_the_loss() {
    LotSale sale = sale("4", "100", "60");
    List<Washed> washed = WashSales.among(List.of(sale), List.of(bought("2026-12-02", "1")));
    assertThat(washed).hasSize(1);
    assertWashed(washed.get(0), sale, "1", "10");
  }

  @Test
  void purchases_add_up_but_no_more_is_washed_than_was_sold() {
    LotSale sale = sale("4", "100", "60");
    List<Purchase> three =
        List.of(bought("2026-11-15", "1"), bought("2027-02-01", "1"), bought("2026-12-02", "2"));
    List<Washed> washed = WashSales.among(List.of(sale), three);
    assertThat(washed).hasSize(1);
    assertWashed(washed.get(0), sale, "3", "30");
    washed = WashSales.among(List.of(sale), List.of(bought("2026-12-02", "9")));
    assertThat(washed).hasSize(1);
    assertWashed(washed.get(0), sale, "4", "40");
  }

  @Test
  void each_unit_bought_replaces_one_unit_once() {
    LotSale first = sale("2", "100", "60");
    LotSale second = sale("2", "200", "60");
    LotSale third = sale("2", "300", "60");
    List<Washed> washed =
        WashSales.among(List.of(first, second, third), List.of(bought("2026-12-02", "3")));
    assertThat(washed).hasSize(2);
    assertWashed(washed.get(0), first, "2", "40");
    assertWashed(washed.get(1), second, "1", "70");
  }

  @Test
  void a_purchase_near_one_sale_alone_replaces_only_its_units() {
    LotSale early = sale(LocalDate.parse("2026-10-01"), "1", "100", "60");
    LotSale late = sale("1", "100", "50");
    List<Washed> washed = WashSales.among(List.of(early, late), List.of(bought("2026-12-02", "2")));
    assertThat(washed).hasSize(1);
    assertWashed(washed.get(0), late, "1", "50");
  }

  @Test
  void a_part_of_a_loss_rounds_half_even_to_8_decimals() {
    LotSale sale = sale("3", "100", "0");
    List<Washed> washed = WashSales.among(List.of(sale), List.of(bought("2026-12-02", "2")));
    assertWashed(washed.get(0), sale, "2", "66.66666667");
    sale = sale("2", "0.00000005", "0");
    washed = WashSales.among(List.of(sale), List.of(bought("2026-12-02", "1")));
    assertWashed(washed.get(0), sale, "1", "0.00000002");
  }

  @Test
  void a_loss_washed_as_a_whole_is_washed_exactly() {
    LotSale sale = sale("3", "0.1234567812", "0");
    List<Washed> washed = WashSales.among(List.of(sale), List.of(bought("2026-12-02", "3.0")));
    assertWashed(washed.get(0), sale, "3", "0.1234567812");
  }

  @Test
  void no_more_is_washed_than_the_loss() {
    LotSale sale = sale("10", "0.000000006", "0");
    List<Washed> washed = WashSales.among(List.of(sale), List.of(bought("2026-12-02", "9")));
    assertWashed(washed.get(0), sale, "9", "0.000000006");
  }

  @Test
  void a_loss_that_rounds_to_nothing_is_not_washed() {
    assertThat(
            WashSales.among(
                List.of(sale("3", "0.01", "0")), List.of(bought("2026-12-02", "0.000000001"))))
        .isEmpty();
  }

  @Test
  void washed_units_are_those_that_a_match_unit_by_unit_finds() {
    Law.holds(
        random -> {
          List<LotSale> sales = someSales(random);
          List<Purchase> purchases = somePurchases(random);
          List<Washed> washed = WashSales.among(sales, purchases);
          List<LocalDate> unitsBought = new ArrayList<>();
          for (Purchase purchase : purchases) {
            unitsBought.addAll(
                Collections.nCopies(purchase.quantity().intValueExact(), purchase.date()));
          }
          List<String> expected = new ArrayList<>();
          for (LotSale sale : sales) {
            int units = 0;
            if (sale.gain().orElseThrow().signum() < 0) {
              for (int i = 0; i < sale.part().quantity().intValueExact(); i++) {
                units += takeNear(unitsBought, sale.sold());
              }
            }
            if (units > 0) {
              expected.add(sale + " " + units);
            }
          }
          assertThat(washed.stream().map(w -> w.sale() + " " + w.quantity().toPlainString()))
              .containsExactlyElementsOf(expected);
        });
  }

  @Test
  void a_washed_loss_is_above_nothing_and_at_most_the_loss_and_whole_if_all_is_bought_again() {
    Law.holds(
        random -> {
          for (Washed washed : WashSales.among(someSales(random), somePurchases(random))) {
            BigDecimal whole = washed.sale().gain().orElseThrow().negate();
            assertThat(washed.loss()).isPositive().isLessThanOrEqualTo(whole);
            if (washed.quantity().compareTo(washed.sale().part().quantity()) == 0) {
              assertThat(washed.loss()).isEqualByComparingTo(whole);
            }
          }
        });
  }

  private static int takeNear(List<LocalDate> unitsBought, LocalDate sold) {
    for (int i = 0; i < unitsBought.size(); i++) {
      LocalDate bought = unitsBought.get(i);
      if (!bought.isBefore(sold.minusDays(30)) && !bought.isAfter(sold.plusDays(30))) {
        unitsBought.remove(i);
        return 1;
      }
    }
    return 0;
  }

  /** Of whole units, at gains and losses finer than 8 decimals too. */
  private static List<LotSale> someSales(SplittableRandom random) {
    List<LotSale> sales = new ArrayList<>();
    int count = random.nextInt(1, 5);
    for (int i = 0; i < count; i++) {
      Lot lot =
          new Lot(
              Optional.empty(),
              BigDecimal.valueOf(random.nextInt(1, 6)),
              Optional.of(BigDecimal.valueOf(random.nextLong(1_000_000_000_000L), 10)));
      sales.add(
          new LotSale(
              new LotPart(lot, lot.quantity()),
              BigDecimal.valueOf(random.nextLong(10_000), 2),
              SOLD.plusDays(random.nextInt(60))));
    }
    return sales;
  }

  private static List<Purchase> somePurchases(SplittableRandom random) {
    List<Purchase> purchases = new ArrayList<>();
    int count = random.nextInt(5);
    for (int i = 0; i < count; i++) {
      purchases.add(
          new Purchase(
              SOLD.plusDays(random.nextInt(-45, 106)), BigDecimal.valueOf(random.nextInt(1, 6))));
    }
    return purchases;
  }
}
