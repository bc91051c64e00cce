package allot.catalog;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * An asset, its class, and who says so.
 *
 * @param id the CoinGecko id; of an asset that no catalogue knows, its written name in lower case
 * @param symbol the ticker that outputs name it by
 * @param bucket its class
 * @param sector what its project works on; empty if unknown
 * @param homes where it lives, main home first: paths of chains, {@code base>ethereum} needs both
 * @param peg the currency it keeps the value of
 * @param aliases other tickers and exchange codes
 * @param origin who classified it, on what evidence
 * @param market where a price can come from
 * @param former aliases under which it was known before it was renamed
 * @param successor the id of the asset it converts to
 */
public record Asset(
    String id,
    String symbol,
    String name,
    Bucket bucket,
    String sector,
    List<String> homes,
    Optional<String> peg,
    List<String> aliases,
    Origin origin,
    Market market,
    List<String> former,
    Optional<String> successor) {

  /** Who placed an asset. */
  public enum Basis {
    /** An article's explicit placement. */
    ARTICLE,
    /** The rule that the articles imply. */
    RULE,
    /** The user's own entry in the portfolio file. */
    OWN,
    /** Nobody. */
    NONE;

    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** How sure the catalogue is. */
  public enum Confidence {
    HIGH,
    MEDIUM,
    LOW;

    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Where a price of an asset can come from. */
  public enum Market {
    LISTED,
    /** Nowhere: it is not traded. */
    NONE,
    /** It is money. */
    CASH
  }

  /**
   * The provenance of a classification.
   *
   * @param basis who placed the asset
   * @param source the article with the place in it, the evidence, or the user's reason
   * @param confidence how sure that is; empty if nobody says
   * @param note what else is known
   * @param asOf the month it was looked at, {@code 2026-11}; empty if nobody says
   */
  public record Origin(
      Basis basis, String source, Optional<Confidence> confidence, String note, String asOf) {}

  /** An asset that nothing classifies, known by its written name alone. */
  public static Asset unknown(String written) {
    return new Asset(
        written.toLowerCase(Locale.ROOT),
        written,
        written,
        Bucket.UNCLASSIFIED,
        "",
        List.of(),
        Optional.empty(),
        List.of(),
        new Origin(Basis.NONE, "", Optional.empty(), "", ""),
        Market.LISTED,
        List.of(),
        Optional.empty());
  }

  /** Money of a currency that the catalogue does not list. */
  public static Asset cash(String currency) {
    return new Asset(
        currency.toLowerCase(Locale.ROOT),
        currency,
        currency + " (cash)",
        Bucket.STABLECOIN,
        "stable",
        List.of(),
        Optional.of(currency),
        List.of(),
        new Origin(Basis.RULE, "fiat cash", Optional.of(Confidence.HIGH), "", ""),
        Market.CASH,
        List.of(),
        Optional.empty());
  }

  public boolean isKnown() {
    return origin.basis() != Basis.NONE;
  }

  public boolean isCash() {
    return market == Market.CASH;
  }

  /** Whether the articles contradict each other about its bucket. */
  public boolean isDisputed() {
    return origin.note().startsWith("CONFLICT");
  }

  /** The chains that its main home needs, nearest first; empty if unknown. */
  public List<String> hostChains() {
    return homes.isEmpty() ? List.of() : List.of(homes.get(0).split(">"));
  }
}
