package allot.price;

import java.util.Locale;

/** Why a service or a cache gives no price of an asset. */
public enum Gap {
  /** No service knows the id. */
  UNKNOWN_ID,
  /** The id is known and has no price now. */
  NO_QUOTE,
  /** The asset is not traded anywhere, so nobody is asked. */
  NO_MARKET,
  /** The service wants fewer questions. */
  RATE_LIMITED,
  /** The service could not be reached, or its answer not be read. */
  NETWORK,
  /** There is a price, and it cannot be right. */
  REJECTED;

  /** The reason in kebab case, as documents write it. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
