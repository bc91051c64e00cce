package allot.statement;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Compares what statements say that is held with what their entries come to. Of several balances of
 * one instant any may be the last one, for rows have no order then; wallets of an account are
 * summed.
 */
final class Balances {
  private static final Comparator<Balance> ORDER =
      Comparator.comparing(Balance::at)
          .thenComparing(balance -> Books.folded(balance.account()))
          .thenComparing(balance -> balance.coin().asset().id())
          .thenComparing(Balance::wallet)
          .thenComparing(Balance::quantity)
          .thenComparing(balance -> balance.origin().file())
          .thenComparing(balance -> balance.origin().line());

  /** Among more than so many ways to order the rows of an instant, none is looked for. */
  private static final int MOST_WAYS = 10_000;

  private final BalanceColumns balances = new BalanceColumns();
  private final Integer[] order;
  private final Books books;
  private final Map<Lots, Stated> stated = new LinkedHashMap<>();
  private int next;

  Balances(List<Statement> statements, Books books) {
    this.books = books;
    for (Statement statement : statements) {
      for (Balance balance : statement.balances()) {
        if (!balance.coin().money()) {
          balances.add(balance);
        }
      }
    }
    order = new Integer[balances.size()];
    Arrays.setAll(order, row -> row);
    Arrays.sort(order, this::compare);
  }

  private int compare(int a, int b) {
    int times = balances.places().compareTimes(a, balances.places(), b);
    return times == 0 ? ORDER.compare(balances.get(a), balances.get(b)) : times;
  }

  private Balance at(int index) {
    return balances.get(order[index]);
  }

  /** What is said of one asset in one account. */
  private static final class Stated {
    private final Map<String, BigDecimal> wallets = new LinkedHashMap<>();
    private final List<Difference> differences = new ArrayList<>(2);

    void add(Difference difference) {
      if (differences.size() == 2) {
        differences.set(1, difference);
      } else {
        differences.add(difference);
      }
    }
  }

  private record Difference(BigDecimal stated, BigDecimal counted, Entry.Origin origin) {
    @Override
    public String toString() {
      return LedgerNotes.plain(stated)
          + " by the statement, "
          + LedgerNotes.plain(counted)
          + " by its entries ("
          + origin
          + ")";
    }
  }

  /** Compares the balances before an instant, when all entries before it have been counted. */
  void checkBefore(Instant instant) {
    while (next < order.length && balances.places().at(order[next]).isBefore(instant)) {
      checkNext();
    }
  }

  /** Compares the rest. */
  void checkAll() {
    while (next < order.length) {
      checkNext();
    }
  }

  /** Compares the next balances of one instant, account and asset. */
  private void checkNext() {
    Balance first = at(next);
    Lots lots = books.lots(first.account(), first.coin());
    Stated known = stated.computeIfAbsent(lots, key -> new Stated());
    Map<String, List<BigDecimal>> said = new LinkedHashMap<>();
    Balance last = first;
    while (next < order.length && isSame(first, at(next))) {
      last = at(next++);
      said.computeIfAbsent(last.wallet(), key -> new ArrayList<>(1)).add(last.quantity());
    }
    said.forEach((wallet, quantities) -> known.wallets.put(wallet, quantities.get(0)));
    long ways = 1;
    for (List<BigDecimal> quantities : said.values()) {
      ways = Math.min(MOST_WAYS + 1L, ways * quantities.size());
    }
    if (ways <= MOST_WAYS
        && !settle(known.wallets, new ArrayList<>(said.entrySet()), 0, lots.held())) {
      known.add(new Difference(sum(known.wallets), lots.held(), last.origin()));
    }
  }

  private static boolean isSame(Balance a, Balance b) {
    return a.at().equals(b.at())
        && a.coin().is(b.coin())
        && Books.folded(a.account()).equals(Books.folded(b.account()));
  }

  /** Looks for one balance of each wallet that together are what is held. */
  private static boolean settle(
      Map<String, BigDecimal> wallets,
      List<Map.Entry<String, List<BigDecimal>>> said,
      int from,
      BigDecimal held) {
    if (from == said.size()) {
      return sum(wallets).compareTo(held) == 0;
    }
    String wallet = said.get(from).getKey();
    for (BigDecimal quantity : said.get(from).getValue()) {
      wallets.put(wallet, quantity);
      if (settle(wallets, said, from + 1, held)) {
        return true;
      }
    }
    return false;
  }

  private static BigDecimal sum(Map<String, BigDecimal> wallets) {
    BigDecimal sum = BigDecimal.ZERO;
    for (BigDecimal quantity : wallets.values()) {
      sum = sum.add(quantity);
    }
    return sum;
  }

  /** Notes the first and the last difference of each. */
  void tell(LedgerNotes notes) {
    stated.forEach(
        (lots, said) -> {
          if (!said.differences.isEmpty()) {
            String last =
                said.differences.size() == 2 ? "; at last " + said.differences.get(1) : "";
            notes.addLast(
                lots.account()
                    + ": of "
                    + lots.coin().code()
                    + " there are "
                    + said.differences.get(0)
                    + last);
          }
        });
  }
}
