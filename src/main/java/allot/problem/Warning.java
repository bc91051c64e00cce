package allot.problem;

import java.util.Optional;

/**
 * Something the user should know beside a result that stands all the same.
 *
 * @param code what it is about, for scripts
 * @param message one line for people
 * @param asset the asset it is about, by its symbol
 */
public record Warning(Code code, String message, Optional<String> asset) {

  /** What a warning is about. */
  public enum Code {
    UNCLASSIFIED,
    RENAMED,
    NO_MARKET,
    OFF_PEG,
    STALE_PRICE,
    UNDATED_PRICE,
    PRICES_DIFFER,
    PRICE_JUMP,
    SERVICE,
    SECTOR_COUNT,
    SECTOR_SHARE,
    CONCENTRATION,
    LOW_CONFIDENCE,
    LOTS_DIFFER,
    COST_UNKNOWN,
    IGNORED_KEYS,
    NO_TIMEZONE,
    OTHER_TAX_YEAR,
    WASH_SALE,
    SOON_LONG_TERM,
    LOT_IDENTIFICATION,
    EXCESS_USED,
    NO_ASSET_CHOSEN,
    BELOW_MINIMUM,
    ABOVE_MEAN,
    CACHE,
    MISSING_CLOSES,
    STALE_HISTORY,
    UNTRADABLE,
    PROXY,
    LATE_LISTING,
    DELISTED,
    FIRST_DAY_SPIKE,
    MISSING_DAYS,
    OUTLIER,
    SHORT_HISTORY,
    UNDER_A_YEAR,
    YOUNG_LOTS,
    LOT_METHOD,
    AMBIGUOUS_RETURN;

    /** The code in kebab case, as documents write it. */
    public String label() {
      return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
  }

  public static Warning of(Code code, String message) {
    return new Warning(code, message, Optional.empty());
  }

  public static Warning of(Code code, String asset, String message) {
    return new Warning(code, message, Optional.of(asset));
  }
}
