package allot.feed;

import java.net.URI;
import java.util.Optional;

/**
 * Where a service is, and the key that it is asked with.
 *
 * @param key goes to the root's origin and nowhere else
 */
public record Access(ServiceRoot root, Optional<ApiKey> key) {

  /** A service that is asked without a key. */
  public static Access keyless(ServiceRoot root) {
    return new Access(root, Optional.empty());
  }

  /** The key, if that address may see it. */
  Optional<ApiKey> keyFor(URI uri) {
    return key.filter(known -> root.sharesOriginWith(uri));
  }

  /** What a server said, without the key. */
  String hidden(String text) {
    return key.map(known -> known.hiddenIn(text)).orElse(text);
  }
}
