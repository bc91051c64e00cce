package allot.rebalance;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The money of each account: what its buys need is paid by its own sales, then by new money, then
 * by its own cash; what is lacking has to come from other accounts.
 */
final class Accounts {
  private final Map<String, Long> flows = new LinkedHashMap<>();
  private final Map<String, Long> cash = new LinkedHashMap<>();
  private final List<Transfer> transfers = new ArrayList<>();
  private final Set<String> lacking = new HashSet<>();

  /**
   * @param cash cents that are held and may be spent, by account
   * @param newMoney cents; negative: a withdrawal
   */
  Accounts(List<Order> orders, Map<String, Long> cash, long newMoney) {
    this.cash.putAll(cash);
    for (Order order : orders) {
      flows.merge(order.account(), order.cashFlow(), Long::sum);
    }
    if (newMoney > 0) {
      bring(newMoney);
    } else {
      withdraw(-newMoney);
    }
    for (String account : flows.keySet()) {
      draw(account);
    }
    for (String account : List.copyOf(flows.keySet())) {
      fetch(account);
    }
  }

  List<Transfer> transfers() {
    return transfers;
  }

  /** The accounts whose buys need money of other accounts. */
  Set<String> lacking() {
    return lacking;
  }

  private void bring(long money) {
    long left = money;
    for (Map.Entry<String, Long> flow : flows.entrySet()) {
      long part = Math.min(left, Math.max(0, -flow.getValue()));
      flow.setValue(flow.getValue() + part);
      left -= part;
    }
  }

  private void withdraw(long money) {
    long left = money;
    for (Map<String, Long> source : List.of(flows, cash)) {
      for (Map.Entry<String, Long> entry : source.entrySet()) {
        long part = Math.min(left, Math.max(0, entry.getValue()));
        entry.setValue(entry.getValue() - part);
        left -= part;
      }
    }
  }

  private void draw(String account) {
    long need = Math.max(0, -flows.getOrDefault(account, 0L));
    long part = Math.min(need, cash.getOrDefault(account, 0L));
    flows.merge(account, part, Long::sum);
    cash.merge(account, -part, Long::sum);
  }

  /** Takes what an account lacks from the largest surplus, then from the most cash. */
  private void fetch(String account) {
    for (Map<String, Long> source : List.of(flows, cash)) {
      long need = Math.max(0, -flows.getOrDefault(account, 0L));
      while (need > 0) {
        Optional<Map.Entry<String, Long>> richest =
            source.entrySet().stream()
                .filter(entry -> entry.getValue() > 0 && !entry.getKey().equals(account))
                .max(Comparator.comparingLong(Map.Entry::getValue));
        if (richest.isEmpty()) {
          break;
        }
        long part = Math.min(need, richest.get().getValue());
        String from = richest.get().getKey();
        source.merge(from, -part, Long::sum);
        flows.merge(account, part, Long::sum);
        need -= part;
        move(from, account, part);
        lacking.add(account);
      }
    }
  }

  /** One transfer for each pair of accounts, whether proceeds or cash move. */
  private void move(String from, String to, long cents) {
    for (int i = 0; i < transfers.size(); i++) {
      Transfer earlier = transfers.get(i);
      if (earlier.from().equals(from) && earlier.to().equals(to)) {
        transfers.set(i, new Transfer(from, to, earlier.cents() + cents));
        return;
      }
    }
    transfers.add(new Transfer(from, to, cents));
  }
}
