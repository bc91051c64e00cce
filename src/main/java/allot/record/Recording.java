package allot.record;

import allot.portfolio.Holding;
import allot.portfolio.HoldingChange;
import allot.portfolio.Portfolio;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a portfolio becomes when entries are booked on it.
 *
 * @param before the portfolio
 * @param changes of its holdings, in their order
 * @param added holdings that are new, in the order in which they came to be
 * @param lots what happened to lots, in the order of the entries
 */
public record Recording(
    Portfolio before,
    List<Entry> entries,
    List<HoldingChange> changes,
    List<Holding> added,
    List<LotLine> lots) {
  public Recording {
    entries = List.copyOf(entries);
    changes = List.copyOf(changes);
    added = List.copyOf(added);
    lots = List.copyOf(lots);
  }

  /** Cash of the portfolio's currency in one account. */
  public record CashChange(String account, BigDecimal before, BigDecimal after) {}

  /** All holdings after it: those of the portfolio in their order, then the new ones. */
  public List<Holding> after() {
    List<Holding> after = new ArrayList<>(before.holdings());
    for (HoldingChange change : changes) {
      after.set(change.row(), change.after());
    }
    after.addAll(added);
    return after;
  }

  /** What the sales gained, by year. */
  public List<YearGains> gains() {
    return YearGains.of(lots);
  }

  /** The accounts whose cash changes, tradable cash alone. */
  public List<CashChange> cash() {
    Map<String, CashChange> cash = new LinkedHashMap<>();
    for (HoldingChange change : changes) {
      if (before.isOwnCash(change.after().asset())) {
        add(cash, change.after().account(), change.before().quantity(), change.after().quantity());
      }
    }
    for (Holding holding : added) {
      if (before.isOwnCash(holding.asset())) {
        add(cash, holding.account(), BigDecimal.ZERO, holding.quantity());
      }
    }
    return List.copyOf(cash.values());
  }

  private static void add(
      Map<String, CashChange> cash, String account, BigDecimal before, BigDecimal after) {
    cash.merge(
        account,
        new CashChange(account, before, after),
        (a, b) -> new CashChange(account, a.before().add(b.before()), a.after().add(b.after())));
  }
}
