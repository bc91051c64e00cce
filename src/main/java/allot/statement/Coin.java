package allot.statement;

import allot.catalog.Asset;

/**
 * What an amount is of.
 *
 * @param asset of the catalogue, or unknown under its written code; of money its cash
 * @param code as holdings and messages name it: {@code TAO}, {@code USD}
 * @param money whether it is a currency of a state, which is a price and never a holding
 */
public record Coin(Asset asset, String code, boolean money) {

  /** Two coins are the same if their assets are. */
  public boolean is(Coin other) {
    return asset.id().equals(other.asset.id());
  }
}
