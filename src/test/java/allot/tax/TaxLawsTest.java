package allot.tax;

import static org.assertj.core.api.Assertions.assertThat;

import allot.Law;
import allot.Ratio;
import allot.portfolio.Lot;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Laws of lots, of sales and of the tax of a year (RELIABILITY section 5, law 7). */
class TaxLawsTest {
  private static final LocalDate SOLD = LocalDate.of(2026, 12, 1);

  @Test
  void whatever_parts_leave_a_lot_units_and_cost_are_conserved() {
    Law.holds(
        random -> {
          Lot lot =
              new Lot(
                  Optional.of(SOLD), SomeLots.quantity(random), Optional.of(SomeLots.cost(random)));
          BigDecimal units = BigDecimal.ZERO;
          BigDecimal cost = BigDecimal.ZERO;
          Optional<Lot> left = Optional.of(lot);
          for (int i = 0; i < 8 && left.isPresent(); i++) {
            BigDecimal quantity = SomeLots.partOf(left.get().quantity(), random);
            LotPart part = new LotPart(left.get(), quantity);
            assertThat(part.cost().orElseThrow().signum()).isNotNegative();
            units = units.add(quantity);
            cost = cost.add(part.cost().orElseThrow());
            left = part.rest();
            assertThat(left.flatMap(Lot::acquired).orElse(SOLD)).isEqualTo(SOLD);
          }
          List<Lot> rest = left.stream().toList();
          assertThat(units.add(SomeLots.quantities(rest))).isEqualByComparingTo(lot.quantity());
          assertThat(cost.add(SomeLots.costs(rest))).isEqualByComparingTo(lot.cost().orElseThrow());
        });
  }

  @Test
  void a_part_costs_its_exact_share_within_half_a_unit_of_the_eighth_decimal() {
    Ratio half = Ratio.of(new BigDecimal("0.000000005"));
    Law.holds(
        random -> {
          Lot lot =
              new Lot(
                  Optional.empty(), SomeLots.quantity(random), Optional.of(SomeLots.cost(random)));
          BigDecimal quantity = SomeLots.partOf(lot.quantity(), random);
          BigDecimal cost = new LotPart(lot, quantity).cost().orElseThrow();
          Ratio exact =
              Ratio.of(lot.cost().orElseThrow())
                  .times(Ratio.of(quantity))
                  .over(Ratio.of(lot.quantity()));
          assertThat(Ratio.of(cost).minus(exact).abs()).isLessThanOrEqualTo(half);
        });
  }

  @Test
  void whatever_sales_in_whatever_order_units_costs_and_proceeds_are_conserved() {
    Law.holds(
        random -> {
          List<Lot> before = SomeLots.known(random);
          List<Lot> lots = before;
          BigDecimal units = BigDecimal.ZERO;
          BigDecimal cost = BigDecimal.ZERO;
          for (int i = 0; i < 4 && !lots.isEmpty(); i++) {
            BigDecimal quantity = SomeLots.partOf(SomeLots.quantities(lots), random);
            List<LotPart> parts = someSelection(random).take(lots, quantity);
            long cents = random.nextLong(1L << random.nextInt(1, 45));
            BigDecimal proceeds = BigDecimal.ZERO;
            BigDecimal gains = BigDecimal.ZERO;
            BigDecimal costOfSale = BigDecimal.ZERO;
            for (LotSale sale : LotSale.of(parts, cents, 2, SOLD)) {
              assertThat(sale.proceeds().signum()).isNotNegative();
              proceeds = proceeds.add(sale.proceeds());
              gains = gains.add(sale.gain().orElseThrow());
              costOfSale = costOfSale.add(sale.part().cost().orElseThrow());
              units = units.add(sale.part().quantity());
            }
            assertThat(proceeds).isEqualByComparingTo(BigDecimal.valueOf(cents, 2));
            assertThat(proceeds.subtract(costOfSale)).isEqualByComparingTo(gains);
            cost = cost.add(costOfSale);
            lots = SomeLots.without(lots, parts);
            assertThat(units.add(SomeLots.quantities(lots)))
                .isEqualByComparingTo(SomeLots.quantities(before));
            assertThat(cost.add(SomeLots.costs(lots))).isEqualByComparingTo(SomeLots.costs(before));
          }
        });
  }

  @Test
  void a_sale_takes_what_it_is_asked_for_and_lots_before_the_last_as_a_whole() {
    Law.holds(
        random -> {
          List<Lot> lots = SomeLots.thatTie(random);
          BigDecimal quantity = SomeLots.partOf(SomeLots.quantities(lots), random);
          LotSelection selection = someSelection(random);
          List<LotPart> parts = selection.take(lots, quantity);
          assertThat(parts.stream().map(LotPart::quantity).reduce(BigDecimal.ZERO, BigDecimal::add))
              .isEqualByComparingTo(quantity);
          assertThat(parts.stream().map(LotPart::lot).toList())
              .isEqualTo(selection.sorted(lots).subList(0, parts.size()));
          for (LotPart part : parts.subList(0, parts.size() - 1)) {
            assertThat(part.rest()).isEmpty();
          }
        });
  }

  @Test
  void the_order_of_the_file_does_not_matter_to_lots_that_differ() {
    Law.holds(
        random -> {
          List<Lot> lots = lotsOfDifferentKeys(random);
          List<Lot> shuffled = new ArrayList<>(lots);
          Collections.shuffle(shuffled, new Random(random.nextLong()));
          for (LotSelection selection : LotSelection.values()) {
            assertThat(selection.sorted(shuffled)).isEqualTo(selection.sorted(lots));
          }
        });
  }

  @Test
  void every_pair_of_lots_stands_in_order_the_unknown_last() {
    Law.holds(
        random -> {
          List<Lot> lots = SomeLots.thatTie(random);
          for (LotSelection selection : LotSelection.values()) {
            List<Lot> sorted = selection.sorted(lots);
            assertThat(sorted).containsExactlyInAnyOrderElementsOf(lots);
            for (int i = 0; i < sorted.size(); i++) {
              for (int k = i + 1; k < sorted.size(); k++) {
                assertThat(mayPrecede(selection, sorted.get(i), sorted.get(k)))
                    .as(selection + " " + sorted)
                    .isTrue();
              }
            }
          }
        });
  }

  @Test
  void fifo_disposes_in_the_order_of_time_over_many_sales() {
    Law.holds(
        random -> {
          List<Lot> lots = SomeLots.known(random);
          Collections.shuffle(lots, new Random(random.nextLong()));
          LocalDate last = LocalDate.MIN;
          for (int i = 0; i < 6 && !lots.isEmpty(); i++) {
            BigDecimal quantity = SomeLots.partOf(SomeLots.quantities(lots), random);
            List<LotPart> parts = LotSelection.FIFO.take(lots, quantity);
            for (LotPart part : parts) {
              LocalDate acquired = part.lot().acquired().orElseThrow();
              assertThat(acquired).isAfterOrEqualTo(last);
              last = acquired;
            }
            lots = SomeLots.without(lots, parts);
          }
        });
  }

  @Test
  void the_tax_is_that_of_netting_step_by_step() {
    Law.holds(
        random -> {
          TaxYear year = someYear(random);
          Gains net = someGains(random);
          BigDecimal zero = BigDecimal.ZERO;
          BigDecimal shortTerm = net.shortTerm().add(net.longTerm().min(zero)).max(zero);
          BigDecimal longTerm = net.longTerm().add(net.shortTerm().min(zero)).max(zero);
          BigDecimal loss = net.shortTerm().add(net.longTerm()).negate().max(zero);
          BigDecimal hundredfold =
              year.shortTerm()
                  .multiply(shortTerm)
                  .add(year.longTerm().multiply(longTerm))
                  .subtract(year.ordinary().multiply(loss.min(year.lossLimit())));
          assertThat(year.tax(net)).isEqualByComparingTo(hundredfold.movePointLeft(2));
        });
  }

  @Test
  void a_little_more_gain_changes_the_tax_by_little_also_across_borders() {
    Law.holds(
        random -> {
          TaxYear year = someYear(random);
          Gains near = someGains(random);
          BigDecimal s = BigDecimal.valueOf(random.nextInt(-3, 4), 2);
          BigDecimal l = BigDecimal.valueOf(random.nextInt(-3, 4), 2);
          BigDecimal rate = year.shortTerm().max(year.longTerm()).max(year.ordinary());
          BigDecimal most = rate.multiply(s.abs().add(l.abs())).movePointLeft(2);
          assertThat(year.tax(near.plus(new Gains(s, l))).subtract(year.tax(near)).abs())
              .isLessThanOrEqualTo(most);
        });
  }

  @Test
  void more_gain_never_lowers_the_tax() {
    Law.holds(
        random -> {
          TaxYear year = someYear(random);
          Gains further =
              new Gains(
                  BigDecimal.valueOf(random.nextInt(8_000)),
                  BigDecimal.valueOf(random.nextInt(8_000)));
          assertThat(year.change(further)).isNotNegative();
        });
  }

  @Test
  void trades_in_two_steps_change_the_tax_like_trades_in_one() {
    Law.holds(
        random -> {
          TaxYear year = someYear(random);
          Gains first = someGains(random);
          Gains second = someGains(random);
          TaxYear then =
              new TaxYear(
                  year.shortTerm(),
                  year.longTerm(),
                  year.ordinary(),
                  year.lossLimit(),
                  year.before().plus(first));
          assertThat(year.change(first).add(then.change(second)))
              .isEqualByComparingTo(year.change(first.plus(second)));
        });
  }

  private static boolean mayPrecede(LotSelection selection, Lot a, Lot b) {
    if (selection == LotSelection.HIFO) {
      if (a.cost().isEmpty() || b.cost().isEmpty()) {
        return b.cost().isEmpty() && (a.cost().isPresent() || mayPrecede(LotSelection.FIFO, a, b));
      }
      int byCost = unitCost(a).compareTo(unitCost(b));
      return byCost > 0 || (byCost == 0 && mayPrecede(LotSelection.FIFO, a, b));
    }
    if (a.acquired().isEmpty() || b.acquired().isEmpty()) {
      return b.acquired().isEmpty();
    }
    long days = ChronoUnit.DAYS.between(a.acquired().get(), b.acquired().get());
    return selection == LotSelection.FIFO ? days >= 0 : days <= 0;
  }

  private static Ratio unitCost(Lot lot) {
    return Ratio.of(lot.cost().orElseThrow()).over(Ratio.of(lot.quantity()));
  }

  private static LotSelection someSelection(SplittableRandom random) {
    return LotSelection.values()[random.nextInt(LotSelection.values().length)];
  }

  /** No two of one day or one cost a unit; one of them may lack its date, one its cost. */
  private static List<Lot> lotsOfDifferentKeys(SplittableRandom random) {
    List<Lot> lots = new ArrayList<>();
    for (Lot lot : SomeLots.known(random)) {
      if (lots.stream().noneMatch(other -> unitCost(other).compareTo(unitCost(lot)) == 0)) {
        lots.add(lot);
      }
    }
    int undated = random.nextInt(lots.size());
    int uncosted = random.nextInt(lots.size());
    if (random.nextBoolean()) {
      Lot lot = lots.get(undated);
      lots.set(undated, new Lot(Optional.empty(), lot.quantity(), lot.cost()));
    }
    if (random.nextBoolean()) {
      Lot lot = lots.get(uncosted);
      lots.set(uncosted, new Lot(lot.acquired(), lot.quantity(), Optional.empty()));
    }
    return lots;
  }

  private static TaxYear someYear(SplittableRandom random) {
    return new TaxYear(
        BigDecimal.valueOf(random.nextInt(1_000), 1),
        BigDecimal.valueOf(random.nextInt(1_000), 1),
        BigDecimal.valueOf(random.nextInt(1_000), 1),
        BigDecimal.valueOf(random.nextInt(4) * 1_500L),
        someGains(random));
  }

  /** Often on a border of two regions, or within a few cents of it. */
  private static Gains someGains(SplittableRandom random) {
    BigDecimal s = BigDecimal.valueOf(random.nextInt(-4, 5) * 1_500L);
    BigDecimal l = BigDecimal.valueOf(random.nextInt(-4, 5) * 1_500L);
    BigDecimal range = BigDecimal.valueOf(random.nextInt(3) == 0 ? 1_000 : 1);
    return new Gains(
        s.add(range.multiply(BigDecimal.valueOf(random.nextInt(-2, 3), 2))),
        l.add(range.multiply(BigDecimal.valueOf(random.nextInt(-2, 3), 2))));
  }
}
