package allot.statement;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Kraken's own codes of assets and pairs: {@code XXBT}, {@code ZUSD}, {@code DOT28.S}, {@code
 * AI16ZUSD}.
 */
final class KrakenCodes {
  /** The wallet that was the only one before there were others. */
  private static final String MAIN = "spot / main";

  /** Fee credits are no asset. */
  static final String CREDITS = "KFEE";

  /** Old codes of coins, with an X in front; nothing else loses its X or Z. */
  private static final Map<String, String> OLD =
      Map.ofEntries(
          Map.entry("XXBT", "BTC"),
          Map.entry("XBT", "BTC"),
          Map.entry("XETH", "ETH"),
          Map.entry("ETH2", "ETH"),
          Map.entry("XXDG", "DOGE"),
          Map.entry("XDG", "DOGE"),
          Map.entry("XLTC", "LTC"),
          Map.entry("XXRP", "XRP"),
          Map.entry("XXLM", "XLM"),
          Map.entry("XXMR", "XMR"),
          Map.entry("XZEC", "ZEC"),
          Map.entry("XETC", "ETC"),
          Map.entry("XMLN", "MLN"),
          Map.entry("XREP", "REP"));

  /** What a code ends in that is staked, in a programme or on hold. */
  private static final List<String> SUFFIXES = List.of(".HOLD", ".S", ".M", ".P", ".B", ".F");

  private static final Set<String> DAYS = Set.of("03", "04", "07", "14", "21", "28");

  /** What is quoted in, longer ones before their own ends. */
  private static final List<String> QUOTES =
      List.of(
          "PYUSD", "RLUSD", "EUROP", "ZUSD", "ZEUR", "ZGBP", "ZCAD", "ZJPY", "ZAUD", "XXBT", "XETH",
          "USDC", "USDT", "USDG", "USDD", "USDQ", "USDR", "USD1", "USD", "EUR", "GBP", "CAD", "JPY",
          "AUD", "CHF", "AED", "XBT", "ETH", "DAI", "DOT", "SOL", "POL");

  private final Coins coins;
  private final Map<String, Coin> known = new HashMap<>();

  KrakenCodes(Coins coins) {
    this.coins = coins;
  }

  /** The coin of a code, wherever in Kraken it is. */
  Coin coin(String code) {
    Coin coin = known.get(code);
    if (coin == null) {
      coin = coins.of(common(code));
      known.put(code, coin);
    }
    return coin;
  }

  /** The code by which others know the asset. */
  static String common(String code) {
    String base = bare(code);
    String old = OLD.get(base);
    if (old != null) {
      return old;
    }
    boolean money = base.length() == 4 && base.charAt(0) == 'Z' && Coins.isMoney(base.substring(1));
    return money ? base.substring(1) : base;
  }

  /** Without what says where in Kraken it is. */
  static String bare(String code) {
    for (String suffix : SUFFIXES) {
      if (code.endsWith(suffix) && code.length() > suffix.length()) {
        String base = code.substring(0, code.length() - suffix.length());
        int digits = base.length() - 2;
        return suffix.equals(".S") && digits > 0 && DAYS.contains(base.substring(digits))
            ? base.substring(0, digits)
            : base;
      }
    }
    return code;
  }

  /** The two sides of a market. */
  record Pair(String base, String quote) {}

  /**
   * The sides of a pair, {@code TAO/USD} or {@code XXBTZUSD}.
   *
   * @throws RowFault if the quote side is not known
   */
  static Pair pair(String written) {
    int slash = written.indexOf('/');
    if (slash > 0) {
      return new Pair(written.substring(0, slash), written.substring(slash + 1));
    }
    return QUOTES.stream()
        .filter(quote -> fits(written, quote))
        .findFirst()
        .map(quote -> new Pair(written.substring(0, written.length() - quote.length()), quote))
        .orElseThrow(() -> RowFault.unknown("pair", written));
  }

  /**
   * An old quote code stands beside an old base only: {@code XTZUSD} is XTZ and USD, and so are
   * {@code AI16ZUSD} and {@code TRXXBT} split behind the letter.
   */
  private static boolean fits(String written, String quote) {
    if (!written.endsWith(quote) || written.length() == quote.length()) {
      return false;
    }
    boolean old = quote.length() == 4 && (OLD.containsKey(quote) || quote.charAt(0) == 'Z');
    String base = written.substring(0, written.length() - quote.length());
    return !old
        || base.equals("USDT")
        || (base.length() == 4 && (OLD.containsKey(base) || !common(base).equals(base)));
  }

  /** Whether a code is one of fee credits. */
  static boolean isCredits(String code) {
    return code.equals(CREDITS) || code.equals("FEE");
  }

  /**
   * The part of the account that a row's balance is of: before there were wallets, staked coins had
   * codes of their own.
   */
  static String wallet(String wallet, String code) {
    Optional<String> staked =
        bare(code).equals(code) && !code.equals("ETH2") ? Optional.empty() : Optional.of(code);
    String part = wallet.equals(MAIN) ? "" : wallet;
    return staked.map(own -> part.isEmpty() ? own : part + " " + own).orElse(part);
  }
}
