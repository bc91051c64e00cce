package allot.statement;

import allot.catalog.Asset;
import allot.catalog.AssetCatalog;
import allot.catalog.Match;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Finds what a code in a statement stands for. In exchanges' files an alias comes before a symbol,
 * for {@code XBT} there is bitcoin, whatever coin trades as XBT elsewhere. A code that nobody knows
 * is kept as it is written.
 */
public final class Coins {
  private static final Set<String> MONEY =
      Set.of(
          "USD", "EUR", "GBP", "CAD", "AUD", "JPY", "CHF", "NZD", "SEK", "NOK", "DKK", "PLN", "CZK",
          "HUF", "SGD", "HKD", "KRW", "INR", "BRL", "MXN", "ZAR", "TRY", "ILS", "AED", "THB", "IDR",
          "PHP", "TWD", "CNY", "ARS", "CLP", "COP", "NGN", "UAH", "RON", "BGN", "ISK", "MYR");

  /** What exchanges called ether that was staked before it could be withdrawn. */
  private static final String STAKED_ETHER = "ETH2";

  private final AssetCatalog catalog;
  private final Map<String, Coin> known = new HashMap<>();

  public Coins(AssetCatalog catalog) {
    this.catalog = catalog;
  }

  /**
   * The coin of a code.
   *
   * @throws RowFault if the code is empty, or that of several assets
   */
  public Coin of(String code) {
    Coin coin = known.get(code);
    if (coin == null) {
      coin = find(code.strip());
      known.put(code, coin);
    }
    return coin;
  }

  /** Money of a currency. */
  public Coin money(String code) {
    return known.computeIfAbsent("money " + code, key -> new Coin(Asset.cash(code), code, true));
  }

  /** Whether a code is a currency of a state. */
  public static boolean isMoney(String code) {
    return MONEY.contains(code.strip().toUpperCase(Locale.ROOT));
  }

  private Coin find(String code) {
    if (code.isEmpty()) {
      throw new RowFault("an amount has no currency", "");
    }
    if (code.chars().anyMatch(c -> c < ' ')) {
      throw new RowFault("the name of an asset holds a control character", "remove it");
    }
    if (isMoney(code)) {
      return money(code.toUpperCase(Locale.ROOT));
    }
    Match match = catalog.findCode(code.equals(STAKED_ETHER) ? "ETH" : code);
    if (match instanceof Match.Ambiguous ambiguous) {
      throw new RowFault(
          code + " is a symbol of several assets",
          "write " + ambiguous.choices() + " in its place");
    }
    if (match instanceof Match.Found found) {
      return new Coin(found.asset(), found.asset().symbol(), false);
    }
    return new Coin(Asset.unknown(code), code, false);
  }
}
