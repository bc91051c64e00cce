package allot.record;

import static org.assertj.core.api.Assertions.assertThat;

import allot.Law;
import allot.portfolio.Portfolio;
import allot.record.PlanCash.Flow;
import allot.record.PlanCash.Transfer;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
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
    return change(Books.portfolio(cash), trades, new BigDecimal(newMoney));
  }

  /** Of a plan with one trade in each account. */
  private static Map<String, BigDecimal> change(
      Portfolio cash, Map<String, BigDecimal> trades, BigDecimal newMoney) {
    List<Flow> flows = new ArrayList<>();
    trades.forEach((account, flow) -> flows.add(new Flow(flows.size() + 1, account, flow)));
    Set<Integer> all = flows.stream().map(Flow::n).collect(Collectors.toSet());
    return new PlanCash(flows, List.of(), newMoney).change(cash, Set.of(), all);
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

  /** A sale in a, two buys in b: they lack 500 beyond cash and new money. */
  private static final PlanCash PLAN =
      new PlanCash(
          List.of(
              new Flow(1, "a", new BigDecimal(500)),
              new Flow(2, "b", new BigDecimal(-300)),
              new Flow(3, "b", new BigDecimal(-400))),
          List.of(new Transfer("a", "b", new BigDecimal(500))),
          new BigDecimal(100));

  private static Map<String, BigDecimal> change(
      String cash, Set<Integer> before, Set<Integer> now) {
    return PLAN.change(Books.portfolio(cash), before, now);
  }

  @Test
  void transfers_come_as_far_as_buys_need_more_than_their_account_is_to_pay() {
    assertThat(change("USD 100 b", Set.of(), Set.of(1))).isEqualTo(flows("a", 500, "b", 0));
    assertThat(change("USD 100 b, USD 500 a", Set.of(1), Set.of(2)))
        .isEqualTo(flows("a", -100, "b", -100));
    assertThat(change("USD 0 b, USD 400 a", Set.of(1, 2), Set.of(3)))
        .isEqualTo(flows("a", -400, "b", 0));
  }

  @Test
  void new_money_comes_with_the_first_buy_and_a_withdrawal_leaves_with_the_last_trade() {
    PlanCash withdrawal =
        new PlanCash(
            List.of(new Flow(1, "a", BigDecimal.TEN), new Flow(2, "b", BigDecimal.TEN)),
            List.of(),
            new BigDecimal(-15));
    assertThat(withdrawal.change(Books.portfolio("TAO 1 a"), Set.of(), Set.of(2)))
        .isEqualTo(flows("b", 10));
    assertThat(withdrawal.change(Books.portfolio("USD 10 b"), Set.of(2), Set.of(1)))
        .isEqualTo(flows("a", 0, "b", -5));
  }

  @Test
  void sales_that_are_still_to_bring_money_are_named() {
    assertThat(PLAN.awaited("a", Set.of(2))).containsExactly(1);
    assertThat(PLAN.awaited("a", Set.of(1, 2))).isEmpty();
    assertThat(PLAN.awaited("b", Set.of())).isEmpty();
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
            if (account.equals("a") || random.nextBoolean()) {
              BigDecimal flow = BigDecimal.valueOf(random.nextLong(-9_999, 9_999), 2);
              trades.put(account, flow);
              residue = residue.add(flow);
            }
          }
          BigDecimal sum =
              change(Books.portfolio(cash.toString()), trades, newMoney).values().stream()
                  .reduce(BigDecimal.ZERO, BigDecimal::add);
          assertThat(sum).isEqualByComparingTo(residue);
        });
  }
}
