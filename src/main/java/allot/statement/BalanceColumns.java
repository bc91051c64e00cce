package allot.statement;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.RandomAccess;

/** Balances by columns, for a ledger states one in every row. */
final class BalanceColumns extends AbstractList<Balance> implements RandomAccess {
  private final Map<Purse, Purse> purses = new HashMap<>();
  private final List<Purse> purse = new ArrayList<>();
  private final PlaceColumn places = new PlaceColumn();
  private final DecimalColumn quantities = new DecimalColumn();

  /** What a balance is of, and who says so. */
  private record Purse(String account, String wallet, Coin coin, String file) {

    /** Of the words alone: an asset has much to say, and all of it would be hashed. */
    @Override
    public int hashCode() {
      return 31 * (31 * account.hashCode() + wallet.hashCode()) + coin.code().hashCode();
    }
  }

  @Override
  public boolean add(Balance balance) {
    Purse its =
        new Purse(balance.account(), balance.wallet(), balance.coin(), balance.origin().file());
    purse.add(purses.computeIfAbsent(its, key -> key));
    places.add(balance.at(), balance.origin().line());
    quantities.add(Optional.of(balance.quantity()));
    return true;
  }

  @Override
  public Balance get(int row) {
    Purse its = purse.get(row);
    return new Balance(
        places.at(row),
        its.account(),
        its.wallet(),
        its.coin(),
        quantities.get(row).orElseThrow(),
        new Entry.Origin(its.file(), places.line(row)));
  }

  @Override
  public int size() {
    return places.size();
  }

  PlaceColumn places() {
    return places;
  }
}
