package allot.tax;

import static allot.tax.SomeLots.lot;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import allot.portfolio.Lot;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class LotPartTest {

  private static LotPart part(String quantity, Lot lot) {
    return new LotPart(lot, new BigDecimal(quantity));
  }

  private static void assertCosts(LotPart part, String cost, String rest) {
    assertThat(part.cost().orElseThrow()).isEqualByComparingTo(cost);
    assertThat(part.rest().orElseThrow().cost().orElseThrow()).isEqualByComparingTo(rest);
  }

  @Test
  void a_part_costs_its_share() {
    assertCosts(part("0.25", lot("2024-01-01", "1", "1000")), "250", "750");
    assertCosts(part("1", lot("2024-01-01", "3", "100")), "33.33333333", "66.66666667");
    assertCosts(part("2", lot("2024-01-01", "3", "100")), "66.66666667", "33.33333333");
  }

  @Test
  void half_a_unit_of_the_eighth_decimal_rounds_to_even() {
    assertCosts(part("1", lot("2024-01-01", "2", "0.00000001")), "0", "0.00000001");
    assertCosts(part("1", lot("2024-01-01", "2", "0.00000003")), "0.00000002", "0.00000001");
    assertCosts(part("1", lot("2024-01-01", "2", "0.00000005")), "0.00000002", "0.00000003");
  }

  @Test
  void rounding_never_makes_a_part_dearer_than_its_lot() {
    assertCosts(part("9", lot("2024-01-01", "10", "0.000000006")), "0.000000006", "0");
  }

  @Test
  void a_whole_lot_costs_its_cost_however_fine_and_leaves_nothing() {
    LotPart whole = part("3.00", lot("2024-01-01", "3", "0.1234567812"));
    assertThat(whole.cost().orElseThrow()).isEqualByComparingTo("0.1234567812");
    assertThat(whole.rest()).isEmpty();
  }

  @Test
  void the_rest_keeps_the_date_and_the_remaining_units() {
    Lot rest = part("0.3", lot("2024-01-01", "1", "10")).rest().orElseThrow();
    assertThat(rest.acquired()).isEqualTo(lot("2024-01-01", "1", "10").acquired());
    assertThat(rest.quantity()).isEqualByComparingTo("0.7");
  }

  @Test
  void what_is_unknown_of_a_lot_is_unknown_of_its_part_and_rest() {
    LotPart part = part("0.3", lot("", "1", ""));
    assertThat(part.cost()).isEmpty();
    assertThat(part.rest().orElseThrow()).isEqualTo(lot("", "0.7", ""));
  }

  @Test
  void a_part_is_above_nothing_and_at_most_the_lot() {
    Lot lot = lot("2024-01-01", "1", "10");
    assertThat(part("1.0", lot).rest()).isEmpty();
    assertThatThrownBy(() -> part("1.000000000000000001", lot))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> part("0", lot)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> part("-1", lot)).isInstanceOf(IllegalArgumentException.class);
  }
}
