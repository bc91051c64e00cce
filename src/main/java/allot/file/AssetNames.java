package allot.file;

import allot.catalog.Asset;
import allot.catalog.AssetCatalog;
import allot.catalog.Match;
import allot.problem.Kind;
import allot.problem.Problem;
import allot.problem.ProblemException;

/** Under which name a portfolio file finds an asset. */
final class AssetNames {
  private AssetNames() {}

  /** The symbol, where it names this asset and no other; else the id. */
  static String of(AssetCatalog catalog, Asset asset) {
    Match match = catalog.find(asset.symbol());
    boolean other = match instanceof Match.Found found && !found.asset().id().equals(asset.id());
    return other || match instanceof Match.Ambiguous ? asset.id() : asset.symbol();
  }

  /**
   * An asset as the file knows it: what no catalogue knew when it was read elsewhere may be one of
   * the file's own.
   *
   * @throws ProblemException of kind DATA if the file's name for it means several, or money
   */
  static Asset resolved(String file, AssetCatalog catalog, Asset asset) {
    Match match = asset.isKnown() ? known(catalog, asset) : catalog.find(asset.symbol());
    if (match instanceof Match.Ambiguous ambiguous) {
      throw refused(
          file, asset, "is a symbol of several assets", "write " + ambiguous.choices() + " for it");
    }
    Asset found = match instanceof Match.Found one ? one.asset() : asset;
    if (found.isCash()) {
      throw refused(file, asset, "is money here, and money has no lots", "");
    }
    return found;
  }

  private static Match known(AssetCatalog catalog, Asset asset) {
    return new Match.Found(catalog.byId(asset.id()).orElse(asset), Match.By.ID);
  }

  private static ProblemException refused(String file, Asset asset, String what, String remedy) {
    return new ProblemException(
        Problem.ofFile(Kind.DATA, file, asset.symbol() + " " + what, remedy));
  }
}
