package allot.statement;

import java.util.HashMap;
import java.util.Map;

/**
 * What a currency cell of Koinly stands for: {@code TAO}, or {@code TAO;28452} with Koinly's own
 * number; {@code NULL1}, {@code NULL2} are tokens that it does not know, and stay unknown.
 */
final class KoinlyCoins {
  private final Coins coins;
  private final Map<String, Coin> known = new HashMap<>();

  KoinlyCoins(Coins coins) {
    this.coins = coins;
  }

  Coin of(String cell) {
    Coin coin = known.get(cell);
    if (coin == null) {
      coin = coins.of(named(cell));
      known.put(cell, coin);
    }
    return coin;
  }

  /** A cell without the number behind it. */
  static String named(String cell) {
    int end = cell.lastIndexOf(';');
    return end < 0 ? cell : cell.substring(0, end).strip();
  }
}
