package allot.record;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How the new money of a plan is divided among the accounts, or a withdrawal found in them. New
 * money goes first to accounts whose own cash does not suffice, then to the others that spend, the
 * rest to the account with the most cash, or without any to the first that trades. A withdrawal is
 * taken first from accounts that the trades bring money to, then from cash.
 */
final class NewMoney {
  private final Map<String, BigDecimal> cash;
  private final Map<String, BigDecimal> flows;
  private final Map<String, BigDecimal> shares = new LinkedHashMap<>();
  private BigDecimal left;

  /**
   * @param cash held before the plan, by account, in the order of the file
   * @param flows what trades and transfers bring to each account, negative if they cost, in the
   *     order in which the accounts first appear
   * @param newMoney negative: a withdrawal
   */
  NewMoney(Map<String, BigDecimal> cash, Map<String, BigDecimal> flows, BigDecimal newMoney) {
    this.cash = cash;
    this.flows = flows;
    this.left = newMoney.abs();
    if (newMoney.signum() > 0) {
      fill();
    } else {
      withdraw();
    }
  }

  /** The share of each account that has one, negative if it leaves: they add up to the money. */
  Map<String, BigDecimal> shares() {
    return shares;
  }

  private BigDecimal held(String account) {
    return cash.getOrDefault(account, BigDecimal.ZERO);
  }

  /** What the trades bring, with the share so far. */
  private BigDecimal flow(String account) {
    BigDecimal share = shares.getOrDefault(account, BigDecimal.ZERO);
    return flows.getOrDefault(account, BigDecimal.ZERO).add(share);
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

  /** Rows of 0 do not count: the plan's own trades, recorded in pieces, may have made them. */
  private String mainAccount() {
    return PlanCash.mostCash(cash)
        .filter(account -> held(account).signum() > 0)
        .or(() -> flows.keySet().stream().findFirst())
        .orElse("");
  }

  private void give(String account, BigDecimal wanted) {
    BigDecimal part = wanted.min(left);
    if (part.signum() > 0) {
      shares.merge(account, part, BigDecimal::add);
      left = left.subtract(part);
    }
  }

  private void withdraw() {
    for (String account : flows.keySet()) {
      takeFrom(account, flow(account));
    }
    for (String account : cash.keySet()) {
      takeFrom(account, flow(account).add(held(account)));
    }
    if (left.signum() > 0) {
      // what nobody has is missing where most is: booking it says so
      shares.merge(mainAccount(), left.negate(), BigDecimal::add);
    }
  }

  private void takeFrom(String account, BigDecimal available) {
    BigDecimal part = available.min(left);
    if (part.signum() > 0) {
      shares.merge(account, part.negate(), BigDecimal::add);
      left = left.subtract(part);
    }
  }
}
