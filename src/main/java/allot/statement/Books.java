package allot.statement;

import allot.tax.LotSelection;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** All accounts and their lots. Names that differ in case alone are one, as first written. */
final class Books {
  private final LotSelection selection;
  private final Map<String, Account> bySpelling = new HashMap<>();
  private final Map<String, Account> byName = new LinkedHashMap<>();

  Books(LotSelection selection) {
    this.selection = selection;
  }

  /** An account's lots by the id of the asset. */
  private record Account(String name, Map<String, Lots> lots) {}

  /** What an account's name is compared by. */
  static String folded(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  private Account account(String written) {
    Account account = bySpelling.get(written);
    if (account == null) {
      account =
          byName.computeIfAbsent(
              folded(written), name -> new Account(written, new LinkedHashMap<>()));
      bySpelling.put(written, account);
    }
    return account;
  }

  /** Makes an account known, though nothing is held there. */
  String name(String account) {
    return account(account).name();
  }

  Lots lots(String account, Coin coin) {
    Account at = account(account);
    Lots lots = at.lots().get(coin.asset().id());
    if (lots == null) {
      lots = new Lots(at.name(), coin, selection);
      at.lots().put(coin.asset().id(), lots);
    }
    return lots;
  }

  List<Ledger.Position> positions() {
    List<Ledger.Position> positions = new ArrayList<>();
    for (Account account : byName.values()) {
      account.lots().values().forEach(lots -> lots.position().ifPresent(positions::add));
    }
    return List.copyOf(positions);
  }

  List<String> accounts() {
    return byName.values().stream().map(Account::name).toList();
  }
}
