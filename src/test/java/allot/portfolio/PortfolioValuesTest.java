package allot.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import allot.catalog.Asset;
import allot.catalog.Bucket;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PortfolioValuesTest {

  private static Holding holding(String quantity, Role role) {
    return new Holding(
        Asset.unknown("X"),
        new BigDecimal(quantity),
        Optional.empty(),
        "",
        role,
        new Classification(Bucket.HYBRID, Classification.By.HOLDING, "mine"),
        List.of(),
        Optional.empty(),
        "");
  }

  @Test
  void a_role_is_read_back_from_its_label() {
    for (Role role : Role.values()) {
      assertThat(Role.parse(role.label())).contains(role);
    }
    assertThat(Role.parse("Frozen")).isEmpty();
    assertThat(Role.parse("")).isEmpty();
  }

  @Test
  void held_is_more_than_nothing_and_not_excluded() {
    assertThat(holding("1", Role.TRADABLE).isHeld()).isTrue();
    assertThat(holding("1", Role.FROZEN).isHeld()).isTrue();
    assertThat(holding("1", Role.EXCLUDED).isHeld()).isFalse();
    assertThat(holding("0.00", Role.TRADABLE).isHeld()).isFalse();
    assertThat(holding("1", Role.FROZEN).bucket()).isEqualTo(Bucket.HYBRID);
  }

  @Test
  void a_negative_quantity_cannot_be_built() {
    assertThatThrownBy(() -> holding("-1", Role.TRADABLE))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_lot_has_units_and_no_negative_cost() {
    Optional<BigDecimal> nothing = Optional.of(BigDecimal.ZERO);
    assertThat(new Lot(Optional.empty(), BigDecimal.ONE, nothing).cost()).isEqualTo(nothing);
    assertThatThrownBy(() -> new Lot(Optional.empty(), BigDecimal.ZERO, Optional.empty()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () -> new Lot(Optional.empty(), BigDecimal.ONE, Optional.of(BigDecimal.ONE.negate())))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void an_assets_step_is_its_own_or_a_hundred_millionth() {
    Map<String, BigDecimal> steps = new HashMap<>();
    steps.put("bittensor", new BigDecimal("0.0001"));
    Costs costs = new Costs(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, steps);
    steps.clear();
    assertThat(costs.step("bittensor")).isEqualByComparingTo("0.0001");
    assertThat(costs.step("ethereum")).isEqualByComparingTo("0.00000001");
    assertThat(Costs.NONE.step("bittensor")).isEqualByComparingTo("1e-8");
    assertThat(Costs.NONE.fee()).isZero();
    assertThat(Costs.NONE.minOrder()).isZero();
  }

  @Test
  void labels_are_kebab_case() {
    assertThat(TaxProfile.Method.MIN_TAX.label()).isEqualTo("min-tax");
    assertThat(TaxProfile.WashSale.DISALLOW.label()).isEqualTo("disallow");
  }

  @Test
  void lots_cannot_be_changed_from_outside() {
    List<Lot> lots = new ArrayList<>();
    Holding holding =
        new Holding(
            Asset.unknown("X"),
            BigDecimal.ONE,
            Optional.empty(),
            "",
            Role.TRADABLE,
            new Classification(Bucket.HYBRID, Classification.By.NOBODY, ""),
            lots,
            Optional.empty(),
            "");
    lots.add(new Lot(Optional.empty(), BigDecimal.ONE, Optional.empty()));
    assertThat(holding.lots()).isEmpty();
  }
}
