package allot.catalog;

import allot.catalog.Asset.Confidence;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What to look for in the catalogue; an empty condition asks for nothing.
 *
 * @param query part of a symbol, id, name or alias; assets whose symbol or id it is come first
 * @param host a chain that one of the homes needs
 */
public record AssetSearch(
    Optional<String> query,
    Optional<Bucket> bucket,
    Optional<String> sector,
    Optional<String> host,
    Optional<Confidence> confidence) {

  /** The assets found, in the catalogue's order. */
  public List<Asset> in(AssetCatalog catalog) {
    List<Asset> exact = new ArrayList<>();
    List<Asset> partly = new ArrayList<>();
    for (Asset asset : catalog.assets()) {
      if (!passes(asset)) {
        continue;
      }
      String wanted = query.orElse("").toLowerCase(Locale.ROOT);
      if (asset.symbol().equalsIgnoreCase(wanted) || asset.id().equalsIgnoreCase(wanted)) {
        exact.add(asset);
      } else if (mentions(asset, wanted)) {
        partly.add(asset);
      }
    }
    exact.addAll(partly);
    return exact;
  }

  private boolean passes(Asset asset) {
    return bucket.filter(b -> !b.equals(asset.bucket())).isEmpty()
        && sector.filter(s -> !s.equalsIgnoreCase(asset.sector())).isEmpty()
        && confidence.filter(c -> !asset.origin().confidence().equals(Optional.of(c))).isEmpty()
        && host.filter(h -> !livesOn(asset, h)).isEmpty();
  }

  private static boolean livesOn(Asset asset, String chain) {
    for (String home : asset.homes()) {
      for (String link : home.split(">")) {
        if (link.equalsIgnoreCase(chain)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean mentions(Asset asset, String wanted) {
    if (contains(asset.symbol(), wanted)
        || contains(asset.id(), wanted)
        || contains(asset.name(), wanted)) {
      return true;
    }
    for (String alias : asset.aliases()) {
      if (contains(alias, wanted)) {
        return true;
      }
    }
    return false;
  }

  private static boolean contains(String text, String wanted) {
    return text.toLowerCase(Locale.ROOT).contains(wanted);
  }
}
