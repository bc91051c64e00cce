package allot.tax;

import static allot.tax.SomeLots.lot;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import allot.portfolio.Lot;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class LotSaleTest {
  private static final LocalDate SOLD = LocalDate.parse("2026-12-01");

  private static LotSale whole(Lot lot, String proceeds) {
    return new LotSale(new LotPart(lot, lot.quantity()), new BigDecimal(proceeds), SOLD);
  }

  private static List<String> proceeds(long cents, int decimals, Lot... lots) {
    List<LotPart> parts = List.of(lots).stream().map(l -> new LotPart(l, l.quantity())).toList();
    return LotSale.of(parts, cents, decimals, SOLD).stream()
        .map(sale -> sale.proceeds().toPlainString())
        .toList();
  }

  @Test
  void proceeds_are_divided_by_quantity_to_the_last_cent() {
    Lot unit = lot("2024-01-01", "1", "5");
    assertThat(proceeds(100, 2, unit, unit, unit)).containsExactly("0.34", "0.33", "0.33");
    assertThat(proceeds(1000, 2, unit, lot("", "3", ""))).containsExactly("2.50", "7.50");
  }

  @Test
  void a_currency_without_cents_is_divided_by_whole_units() {
    Lot unit = lot("2024-01-01", "1", "5");
    assertThat(proceeds(100, 0, unit, unit, unit)).containsExactly("34", "33", "33");
  }

  @Test
  void proceeds_are_divided_by_the_quantity_of_the_parts_not_of_the_lots() {
    Lot large = lot("2024-01-01", "100", "5");
    Lot small = lot("2024-01-01", "1", "5");
    List<LotPart> parts =
        List.of(new LotPart(large, BigDecimal.ONE), new LotPart(small, BigDecimal.ONE));
    assertThat(LotSale.of(parts, 1000, 2, SOLD))
        .allSatisfy(sale -> assertThat(sale.proceeds()).isEqualByComparingTo("5"));
    assertThat(LotSale.of(parts, 1000, 2, SOLD)).extracting(LotSale::part).isEqualTo(parts);
  }

  @Test
  void fees_may_eat_all_proceeds() {
    Lot unit = lot("2024-01-01", "1", "5");
    assertThat(proceeds(0, 2, unit, unit)).containsExactly("0.00", "0.00");
    assertThatThrownBy(() -> proceeds(-1, 2, unit)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void the_gain_is_proceeds_less_cost() {
    assertThat(whole(lot("2024-01-01", "1", "10"), "12.5").gain().orElseThrow())
        .isEqualByComparingTo("2.5");
    assertThat(whole(lot("2024-01-01", "1", "10"), "7.5").gain().orElseThrow())
        .isEqualByComparingTo("-2.5");
    LotPart half = new LotPart(lot("2024-01-01", "2", "10"), BigDecimal.ONE);
    assertThat(new LotSale(half, BigDecimal.TEN, SOLD).gain().orElseThrow())
        .isEqualByComparingTo("5");
  }

  @Test
  void without_a_cost_no_gain_is_known_but_the_term_is() {
    LotSale sale = whole(lot("2025-11-30", "1", ""), "12.5");
    assertThat(sale.gain()).isEmpty();
    assertThat(sale.term()).contains(Term.LONG);
  }

  @Test
  void without_a_date_no_term_is_known_but_the_gain_is() {
    LotSale sale = whole(lot("", "1", "10"), "12.5");
    assertThat(sale.term()).isEmpty();
    assertThat(sale.longTermFrom()).isEmpty();
    assertThat(sale.gain()).isPresent();
  }

  @Test
  void a_sale_knows_when_it_would_be_long_term() {
    LotSale sale = whole(lot("2025-12-01", "1", "10"), "12.5");
    assertThat(sale.term()).contains(Term.SHORT);
    assertThat(sale.longTermFrom()).contains(LocalDate.parse("2026-12-02"));
  }
}
