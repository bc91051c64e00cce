package allot.catalog;

import java.util.Locale;
import java.util.Optional;

/**
 * A class of assets that a target gives a share to. Buckets are open: beside the standard four any
 * name in kebab case is one.
 *
 * @param name lower case, words joined by hyphens
 */
public record Bucket(String name) {
  public static final Bucket LAYER_1 = new Bucket("layer-1");
  public static final Bucket LAYER_2 = new Bucket("layer-2");
  public static final Bucket HYBRID = new Bucket("hybrid");
  public static final Bucket STABLECOIN = new Bucket("stablecoin");

  /** Where an asset goes that nothing classifies; no target and no holding can name it. */
  public static final Bucket UNCLASSIFIED = new Bucket("unclassified");

  private static final int LONGEST = 40;

  /**
   * Reads a bucket's name; L1, L2, stable and near spellings stand for the standard ones. Case does
   * not count.
   */
  public static Optional<Bucket> parse(String text) {
    String name = text.toLowerCase(Locale.ROOT);
    return switch (name) {
      case "l1", "layer1", "layer-1" -> Optional.of(LAYER_1);
      case "l2", "layer2", "layer-2" -> Optional.of(LAYER_2);
      case "hybrid" -> Optional.of(HYBRID);
      case "stable", "stablecoin", "stablecoins" -> Optional.of(STABLECOIN);
      case "unclassified" -> Optional.empty();
      default -> isKebab(name) ? Optional.of(new Bucket(name)) : Optional.empty();
    };
  }

  private static boolean isKebab(String name) {
    boolean wordBegins = true;
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean letter = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
      if (!letter && (c != '-' || wordBegins)) {
        return false;
      }
      wordBegins = c == '-';
    }
    return !wordBegins && name.length() <= LONGEST;
  }

  // written out, for those that the compiler makes for records are linked anew at every start
  @Override
  public boolean equals(Object other) {
    return other instanceof Bucket bucket && name.equals(bucket.name);
  }

  @Override
  public int hashCode() {
    return name.hashCode();
  }

  @Override
  public String toString() {
    return name;
  }
}
