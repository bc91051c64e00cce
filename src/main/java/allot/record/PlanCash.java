package allot.record;

import allot.portfolio.Holding;
import allot.portfolio.Portfolio;
import allot.portfolio.Role;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The cash of a plan, recorded as a whole or in pieces. Which trades are recorded decides which
 * cash has moved, not the order in which they were: whatever the pieces, in the end the cash of
 * each account is what recording the whole plan makes of it.
 *
 * <p>A trade moves its account's cash. An account's buys use up what it has itself (its sales, new
 * money, cash), then the plan's transfers, which come in as far as they are needed. New money comes
 * in, all of it, with the first buy: how it is divided depends on the cash there was before the
 * plan, which later pieces could not tell any more. A withdrawal leaves with the last trade, as
 * does what transfers bring beyond need.
 */
public final class PlanCash {
  private final List<Flow> trades;
  private final List<Transfer> transfers;
  private final BigDecimal newMoney;
  private final Set<Integer> all = new HashSet<>();

  /**
   * What a trade brings.
   *
   * @param n its number in the plan
   * @param amount after the fee; negative if it costs, as a buy does
   */
  public record Flow(int n, String account, BigDecimal amount) {}

  /** Money that moves between two accounts, zero or more. */
  public record Transfer(String from, String to, BigDecimal amount) {}

  /**
   * @param newMoney negative: a withdrawal
   */
  public PlanCash(List<Flow> trades, List<Transfer> transfers, BigDecimal newMoney) {
    this.trades = List.copyOf(trades);
    this.transfers = List.copyOf(transfers);
    this.newMoney = newMoney;
    trades.forEach(trade -> all.add(trade.n()));
  }

  /** What all trades and the new money leave: by so much all cash together changes. */
  public BigDecimal residue() {
    BigDecimal sum = newMoney;
    for (Flow trade : trades) {
      sum = sum.add(trade.amount());
    }
    return sum;
  }

  /**
   * How the cash of each account changes.
   *
   * @param portfolio in which some trades may be recorded
   * @param before the numbers of those
   * @param now the numbers of those that are recorded now
   */
  public Map<String, BigDecimal> change(
      Portfolio portfolio, Set<Integer> before, Set<Integer> now) {
    Set<Integer> then = new HashSet<>(before);
    then.addAll(now);
    Map<String, BigDecimal> old = flows(before);
    Map<String, BigDecimal> change = flows(then);
    old.forEach((account, flow) -> change.merge(account, flow.negate(), BigDecimal::add));
    if (movesNewMoney(then) && !movesNewMoney(before)) {
      Map<String, BigDecimal> cash = held(portfolio);
      old.forEach((account, flow) -> cash.merge(account, flow.negate(), BigDecimal::add));
      new NewMoney(cash, flows(all), newMoney)
          .shares()
          .forEach((account, share) -> change.merge(account, share, BigDecimal::add));
    }
    return change;
  }

  /** The trades that bring money to an account and are not among those recorded. */
  public List<Integer> awaited(String account, Set<Integer> recorded) {
    List<Integer> awaited = new ArrayList<>();
    for (Flow trade : trades) {
      boolean brings = trade.account().equals(account) && trade.amount().signum() > 0;
      if (brings && !recorded.contains(trade.n())) {
        awaited.add(trade.n());
      }
    }
    return awaited;
  }

  /** The account with the most tradable cash, of equal ones the first; empty without cash. */
  public static Optional<String> mostCash(Portfolio portfolio) {
    return mostCash(held(portfolio));
  }

  static Optional<String> mostCash(Map<String, BigDecimal> cash) {
    String most = null;
    for (Map.Entry<String, BigDecimal> entry : cash.entrySet()) {
      if (most == null || entry.getValue().compareTo(cash.get(most)) > 0) {
        most = entry.getKey();
      }
    }
    return Optional.ofNullable(most);
  }

  private static Map<String, BigDecimal> held(Portfolio portfolio) {
    Map<String, BigDecimal> cash = new LinkedHashMap<>();
    for (Holding holding : portfolio.holdings()) {
      if (portfolio.isOwnCash(holding.asset()) && holding.role() == Role.TRADABLE) {
        cash.merge(holding.account(), holding.quantity(), BigDecimal::add);
      }
    }
    return cash;
  }

  private boolean isWhole(Set<Integer> recorded) {
    return recorded.containsAll(all);
  }

  private boolean movesNewMoney(Set<Integer> recorded) {
    return isWhole(recorded)
        || (newMoney.signum() > 0
            && trades.stream().anyMatch(t -> t.amount().signum() < 0 && recorded.contains(t.n())));
  }

  /** What the recorded trades and the transfers for them bring, without new money. */
  private Map<String, BigDecimal> flows(Set<Integer> recorded) {
    Map<String, BigDecimal> flows = trades(recorded);
    Map<String, BigDecimal> lacking = lacking(flows);
    for (Transfer transfer : transfers) {
      BigDecimal part = transfer.amount();
      if (!isWhole(recorded)) {
        part = part.min(lacking.getOrDefault(transfer.to(), BigDecimal.ZERO));
        lacking.merge(transfer.to(), part.negate(), BigDecimal::add);
      }
      flows.merge(transfer.from(), part.negate(), BigDecimal::add);
      flows.merge(transfer.to(), part, BigDecimal::add);
    }
    return flows;
  }

  private Map<String, BigDecimal> trades(Set<Integer> recorded) {
    Map<String, BigDecimal> flows = new LinkedHashMap<>();
    for (Flow trade : trades) {
      if (recorded.contains(trade.n())) {
        flows.merge(trade.account(), trade.amount(), BigDecimal::add);
      }
    }
    return flows;
  }

  /** What recorded trades cost beyond what their account is to pay itself, by the plan. */
  private Map<String, BigDecimal> lacking(Map<String, BigDecimal> recorded) {
    Map<String, BigDecimal> planned = trades(all);
    Map<String, BigDecimal> lacking = new LinkedHashMap<>();
    recorded.forEach(
        (account, flow) -> {
          BigDecimal cost = planned.getOrDefault(account, BigDecimal.ZERO).negate();
          BigDecimal own = cost.subtract(incoming(account));
          BigDecimal beyond = flow.negate().subtract(own.max(BigDecimal.ZERO));
          lacking.put(account, beyond.max(BigDecimal.ZERO));
        });
    return lacking;
  }

  private BigDecimal incoming(String account) {
    BigDecimal sum = BigDecimal.ZERO;
    for (Transfer transfer : transfers) {
      sum = transfer.to().equals(account) ? sum.add(transfer.amount()) : sum;
    }
    return sum;
  }
}
