package allot.portfolio;

import allot.catalog.Bucket;

/**
 * The bucket of a holding and who put it there.
 *
 * @param by whose word it is
 * @param reason the user's reason; empty if none was given
 */
public record Classification(Bucket bucket, By by, String reason) {

  /** Whose word a classification is. */
  public enum By {
    /** The holding itself. */
    HOLDING,
    /** The file's own list of assets. */
    OWN_ASSET,
    CATALOGUE,
    NOBODY
  }
}
