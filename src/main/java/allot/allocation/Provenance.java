package allot.allocation;

import allot.catalog.Asset;
import allot.portfolio.Classification;

/** Who classified an asset, in one line. */
public final class Provenance {
  private Provenance() {}

  /** {@code catalogue: article, high confidence, 2026-11}, or the user's own word and reason. */
  public static String inWords(Asset asset, Classification classification) {
    String reason = classification.reason().isEmpty() ? "" : ": " + classification.reason();
    return switch (classification.by()) {
      case HOLDING -> "the holding in the file" + reason;
      case OWN_ASSET -> "the file's own assets" + reason;
      case CATALOGUE -> catalogue(asset.origin());
      case NOBODY -> "nobody";
    };
  }

  private static String catalogue(Asset.Origin origin) {
    return "catalogue: "
        + origin.basis().label()
        + origin.confidence().map(c -> ", " + c.label() + " confidence").orElse("")
        + (origin.asOf().isEmpty() ? "" : ", " + origin.asOf());
  }
}
