package allot.allocation;

import allot.allocation.BucketShare.Standing;
import allot.catalog.Bucket;
import java.util.Locale;
import java.util.Optional;

/**
 * One thing that a check found.
 *
 * @param bucket the bucket out of band
 * @param asset the symbol of the asset it is about
 * @param message one line for people, without the file
 * @param standing the weights of a bucket out of band
 */
public record Finding(
    Code code,
    Optional<Bucket> bucket,
    Optional<String> asset,
    String message,
    Optional<Standing> standing) {

  /** What was found. */
  public enum Code {
    OUT_OF_BAND(false),
    OFF_PEG(false),
    NO_PRICE(true),
    STALE_PRICE(true),
    FUTURE_PRICE(true),
    EMPTY(true),
    INVALID(true);

    private final boolean undecided;

    Code(boolean undecided) {
      this.undecided = undecided;
    }

    /** Whether it keeps the check from deciding. */
    public boolean isUndecided() {
      return undecided;
    }

    /** The code in kebab case, as documents write it. */
    public String label() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  static Finding ofAsset(Code code, String asset, String message) {
    return new Finding(code, Optional.empty(), Optional.of(asset), message, Optional.empty());
  }

  /** Something that is said of the file as a whole. */
  public static Finding ofFile(Code code, String message) {
    return new Finding(code, Optional.empty(), Optional.empty(), message, Optional.empty());
  }
}
