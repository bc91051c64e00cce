package allot.statement;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The money that moves beside the coins. It is no holding, but what is left of it is told. */
final class CashSeen {
  private final Map<Purse, BigDecimal> left = new TreeMap<>();

  private record Purse(String account, String currency) implements Comparable<Purse> {
    @Override
    public int compareTo(Purse other) {
      int accounts = account.compareTo(other.account);
      return accounts == 0 ? currency.compareTo(other.currency) : accounts;
    }
  }

  /**
   * @param account by its one name
   * @param reached where it goes, of a transfer; else the account
   */
  void count(Entry entry, String account, String reached) {
    if (entry.kind() != Entry.Kind.INTERNAL) {
      count(reached, entry.in(), false);
      count(account, entry.out(), true);
    }
    count(account, entry.fee(), true);
  }

  private void count(String account, Optional<Leg> leg, boolean goes) {
    if (leg.isPresent() && leg.get().coin().money()) {
      BigDecimal quantity = goes ? leg.get().quantity().negate() : leg.get().quantity();
      left.merge(new Purse(account, leg.get().coin().code()), quantity, BigDecimal::add);
    }
  }

  /** One line for each account with money left; below zero its deposits are not in the file. */
  void tell(LedgerNotes notes) {
    left.forEach(
        (purse, money) -> {
          if (money.signum() > 0) {
            notes.addLast(
                purse.account()
                    + ": by its rows "
                    + LedgerNotes.plain(money)
                    + " "
                    + purse.currency()
                    + " are left; money is not imported, so give it a holding of its own");
          }
        });
  }
}
