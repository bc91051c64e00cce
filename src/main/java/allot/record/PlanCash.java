package allot.record;

import allot.portfolio.Holding;
import allot.portfolio.Portfolio;
import allot.portfolio.Role;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How the money of a whole plan changes the cash of each account. The changes add up to what the
 * trades bring plus the new money: to the plan's residue.
 */
public final class PlanCash {
  private final Portfolio portfolio;
  private final Map<String, BigDecimal> flows;
  private BigDecimal left;

  private PlanCash(Portfolio portfolio, Map<String, BigDecimal> flows, BigDecimal left) {
    this.portfolio = portfolio;
    this.flows = flows;
    this.left = left;
  }

  /**
   * Divides new money among the accounts, or finds a withdrawal in them.
   *
   * @param trades what trades and transfers bring to each account, negative if they cost, in the
   *     order in which the accounts first appear
   * @param newMoney goes first to accounts whose own cash does not suffice, then to the others that
   *     spend, the rest to the account with the most cash, else the first that trades; negative: is
   *     taken first from accounts that the trades bring money to, then from cash
   */
  public static Map<String, BigDecimal> divide(
      Portfolio portfolio, Map<String, BigDecimal> trades, BigDecimal newMoney) {
    PlanCash plan = new PlanCash(portfolio, new LinkedHashMap<>(trades), newMoney.abs());
    if (newMoney.signum() > 0) {
      plan.fill();
    } else {
      plan.withdraw();
    }
    return plan.flows;
  }

  /** The account with the most tradable cash, of equal ones the first; empty without cash. */
  public static Optional<String> mostCash(Portfolio portfolio) {
    Map<String, BigDecimal> cash = new LinkedHashMap<>();
    for (Holding holding : portfolio.holdings()) {
      if (portfolio.isOwnCash(holding.asset()) && holding.role() == Role.TRADABLE) {
        cash.merge(holding.account(), holding.quantity(), BigDecimal::add);
      }
    }
    String most = null;
    for (Map.Entry<String, BigDecimal> entry : cash.entrySet()) {
      if (most == null || entry.getValue().compareTo(cash.get(most)) > 0) {
        most = entry.getKey();
      }
    }
    return Optional.ofNullable(most);
  }

  private BigDecimal held(String account) {
    BigDecimal held = BigDecimal.ZERO;
    for (Holding holding : portfolio.holdings()) {
      if (holding.account().equals(account)
          && portfolio.isOwnCash(holding.asset())
          && holding.role() == Role.TRADABLE) {
        held = held.add(holding.quantity());
      }
    }
    return held;
  }

  private BigDecimal flow(String account) {
    return flows.getOrDefault(account, BigDecimal.ZERO);
  }

  private void fill() {
    for (String account : flows.keySet()) {
      give(account, flow(account).add(held(account)).negate());
    }
    for (String account : flows.keySet()) {
      give(account, flow(account).negate());
    }
    give(mainAccount(), left);
  }

  private String mainAccount() {
    return mostCash(portfolio).or(() -> flows.keySet().stream().findFirst()).orElse("");
  }

  private void give(String account, BigDecimal wanted) {
    BigDecimal part = wanted.min(left);
    if (part.signum() > 0) {
      flows.merge(account, part, BigDecimal::add);
      left = left.subtract(part);
    }
  }

  private void withdraw() {
    for (String account : flows.keySet()) {
      takeFrom(account, flow(account));
    }
    for (Holding holding : portfolio.holdings()) {
      if (portfolio.isOwnCash(holding.asset())) {
        takeFrom(holding.account(), flow(holding.account()).add(held(holding.account())));
      }
    }
    // what nobody has is missing where most is: booking it says so
    flows.merge(mainAccount(), left.negate(), BigDecimal::add);
  }

  private void takeFrom(String account, BigDecimal available) {
    BigDecimal part = available.min(left);
    if (part.signum() > 0) {
      flows.merge(account, part.negate(), BigDecimal::add);
      left = left.subtract(part);
    }
  }
}
