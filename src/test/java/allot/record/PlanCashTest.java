package allot.record;

import static org.assertj.core.api.Assertions.assertThat;

import allot.Law;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PlanCashTest {
  private static Map<String, BigDecimal> flows(Object... pairs) {
    Map<String, BigDecimal> flows = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      flows.put((String) pairs[i], new BigDecimal(pairs[i + 1].toString()));
    }
    return flows;
  }

  private static Map<String, BigDecimal> divided(
      String cash, Map<String, BigDecimal> trades, String newMoney) {
    return PlanCash.divide(Books.portfolio(cash), trades, new BigDecimal(newMoney));
  }

  @Test
  void without_new_money_every_account_keeps_its_own() {
    assertThat(divided("USD 5 a", flows("a", "-3.50", "b", 2), "0"))
        .isEqualTo(flows("a", "-3.50", "b", 2));
  }

  @Test
  void new_money_goes_first_where_cash_does_not_suffice() {
    assertThat(divided("USD 500 a", flows("a", -500, "b", -300), "300"))
        .isEqualTo(flows("a", -500, "b", 0));
  }

  @Test
  void then_to_those_that_spend_and_the_rest_where_most_cash_is() {
    assertThat(divided("USD 500 a, USD 9 c, USD 600 d", flows("a", -500, "b", -300), "900"))
        .isEqualTo(flows("a", 0, "b", 0, "d", 100));
    assertThat(divided("TAO 5 a", flows("b", -300), "900")).isEqualTo(flows("b", 600));
  }

  @Test
  void a_withdrawal_is_taken_from_what_comes_in_then_from_cash() {
    assertThat(divided("USD 50 a, USD 60 c", flows("b", 20), "-90"))
        .isEqualTo(flows("b", 0, "a", -50, "c", -20));
    assertThat(divided("USD 50 a", flows("a", -20, "b", 20), "-40"))
        .isEqualTo(flows("a", -40, "b", 0));
  }

  @Test
  void what_nobody_has_is_missing_where_most_cash_is() {
    assertThat(divided("USD 50 a", flows("b", 20), "-90")).isEqualTo(flows("b", 0, "a", -90 + 20));
  }

  @Test
  void the_changes_always_add_up_to_the_residue() {
    Law.holds(
        random -> {
          StringBuilder cash = new StringBuilder("TAO 1 z");
          Map<String, BigDecimal> trades = new LinkedHashMap<>();
          BigDecimal residue = BigDecimal.valueOf(random.nextLong(-9_999, 9_999), 2);
          BigDecimal newMoney = residue;
          for (String account : new String[] {"a", "b", "c", "d"}) {
            if (random.nextBoolean()) {
              cash.append(", USD ").append(random.nextInt(100)).append(' ').append(account);
            }
            if (random.nextBoolean()) {
              BigDecimal flow = BigDecimal.valueOf(random.nextLong(-9_999, 9_999), 2);
              trades.put(account, flow);
              residue = residue.add(flow);
            }
          }
          BigDecimal sum =
              PlanCash.divide(Books.portfolio(cash.toString()), trades, newMoney).values().stream()
                  .reduce(BigDecimal.ZERO, BigDecimal::add);
          assertThat(sum).isEqualByComparingTo(residue);
        });
  }
}
