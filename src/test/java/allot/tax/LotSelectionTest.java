package allot.tax;

import static allot.tax.SomeLots.lot;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import allot.portfolio.Lot;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class LotSelectionTest {
  private static final Lot OLD = lot("2022-06-01", "1", "300");
  private static final Lot MIDDLE = lot("2024-03-10", "2", "200");
  private static final Lot YOUNG = lot("2026-01-15", "4", "1600");
  private static final Lot UNDATED = lot("", "1", "350");
  private static final Lot UNCOSTED = lot("2023-01-01", "1", "");

  @Test
  void fifo_takes_the_oldest_first() {
    assertThat(LotSelection.FIFO.sorted(List.of(YOUNG, OLD, MIDDLE)))
        .containsExactly(OLD, MIDDLE, YOUNG);
  }

  @Test
  void lifo_takes_the_youngest_first() {
    assertThat(LotSelection.LIFO.sorted(List.of(MIDDLE, OLD, YOUNG)))
        .containsExactly(YOUNG, MIDDLE, OLD);
  }

  @Test
  void hifo_takes_the_highest_cost_a_unit_first_not_the_highest_cost() {
    Lot dearUnit = lot("2020-01-01", "0.1", "50");
    assertThat(LotSelection.HIFO.sorted(List.of(MIDDLE, OLD, YOUNG, dearUnit)))
        .containsExactly(dearUnit, YOUNG, OLD, MIDDLE);
  }

  @Test
  void hifo_tells_costs_apart_that_no_decimal_division_would() {
    Lot third = lot("2020-01-01", "3", "1");
    Lot justMore = lot("2021-01-01", "1", "0.33333333333333333333333333333333333333333334");
    Lot justLess = lot("2019-01-01", "1", "0.33333333333333333333333333333333333333333333");
    assertThat(LotSelection.HIFO.sorted(List.of(justLess, third, justMore)))
        .containsExactly(justMore, third, justLess);
  }

  @Test
  void hifo_takes_the_oldest_of_equal_costs_a_unit() {
    Lot young = lot("2025-01-01", "2", "600.0");
    assertThat(LotSelection.HIFO.sorted(List.of(young, OLD))).containsExactly(OLD, young);
  }

  @Test
  void lots_without_a_date_are_last_in_fifo_and_in_lifo() {
    List<Lot> lots = List.of(UNDATED, YOUNG, OLD);
    assertThat(LotSelection.FIFO.sorted(lots)).containsExactly(OLD, YOUNG, UNDATED);
    assertThat(LotSelection.LIFO.sorted(lots)).containsExactly(YOUNG, OLD, UNDATED);
    assertThat(LotSelection.HIFO.sorted(lots)).containsExactly(YOUNG, UNDATED, OLD);
  }

  @Test
  void lots_without_a_cost_are_last_in_hifo_the_oldest_of_them_first() {
    Lot free = lot("2026-05-05", "1", "0");
    Lot nothingKnown = lot("", "1", "");
    List<Lot> lots = List.of(nothingKnown, UNCOSTED, free, OLD);
    assertThat(LotSelection.HIFO.sorted(lots)).containsExactly(OLD, free, UNCOSTED, nothingKnown);
    assertThat(LotSelection.FIFO.sorted(lots)).containsExactly(OLD, UNCOSTED, free, nothingKnown);
    assertThat(LotSelection.LIFO.sorted(lots)).containsExactly(free, UNCOSTED, OLD, nothingKnown);
  }

  @Test
  void lots_that_tie_stand_as_in_the_file_in_lifo_the_other_way_round() {
    Lot first = lot("2024-03-10", "1", "10");
    Lot second = lot("2024-03-10", "2", "20");
    Lot undatedFirst = lot("", "1", "10");
    Lot undatedSecond = lot("", "2", "20");
    List<Lot> lots = List.of(undatedFirst, first, undatedSecond, second);
    assertThat(LotSelection.FIFO.sorted(lots))
        .containsExactly(first, second, undatedFirst, undatedSecond);
    assertThat(LotSelection.LIFO.sorted(lots))
        .containsExactly(second, first, undatedSecond, undatedFirst);
    assertThat(LotSelection.HIFO.sorted(lots))
        .containsExactly(first, second, undatedFirst, undatedSecond);
  }

  @Test
  void the_last_lot_taken_is_taken_in_part() {
    assertThat(LotSelection.FIFO.take(List.of(YOUNG, MIDDLE, OLD), new BigDecimal("4.5")))
        .containsExactly(
            new LotPart(OLD, BigDecimal.ONE),
            new LotPart(MIDDLE, new BigDecimal("2")),
            new LotPart(YOUNG, new BigDecimal("1.5")));
  }

  @Test
  void a_sale_that_ends_with_a_lot_leaves_the_next_alone() {
    assertThat(LotSelection.LIFO.take(List.of(OLD, YOUNG, MIDDLE), new BigDecimal("6.00")))
        .extracting(LotPart::lot)
        .containsExactly(YOUNG, MIDDLE);
  }

  @Test
  void in_order_takes_lots_as_they_stand() {
    assertThat(LotSelection.inOrder(List.of(MIDDLE, YOUNG, OLD), BigDecimal.ONE))
        .containsExactly(new LotPart(MIDDLE, BigDecimal.ONE));
  }

  @Test
  void more_than_the_lots_hold_cannot_be_taken() {
    assertThat(LotSelection.FIFO.take(List.of(OLD, MIDDLE), new BigDecimal("3"))).hasSize(2);
    assertThatThrownBy(() -> LotSelection.FIFO.take(List.of(OLD, MIDDLE), new BigDecimal("3.1")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("more than the lots hold");
    assertThatThrownBy(() -> LotSelection.FIFO.take(List.of(OLD), BigDecimal.ONE.negate()))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
