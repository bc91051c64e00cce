package allot.feed;

import allot.problem.Problem;
import allot.problem.ProblemException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Where a service is: everything it is asked for lies under this address.
 *
 * @param uri https, or http on this very machine; a host, perhaps a port and a path that does not
 *     end in a slash; nothing else
 */
public record ServiceRoot(URI uri) {
  /** CoinGecko without a key, or with a demo key. */
  public static final ServiceRoot COINGECKO = of("https://api.coingecko.com/api/v3");

  /** CoinGecko with a key that is paid for. */
  public static final ServiceRoot COINGECKO_PRO = of("https://pro-api.coingecko.com/api/v3");

  public static final ServiceRoot DEFILLAMA = of("https://coins.llama.fi");

  private static final Pattern LOOPBACK =
      Pattern.compile("localhost|\\[::1\\]|\\[0:0:0:0:0:0:0:1\\]|127(\\.[0-9]{1,3}){3}");
  private static final int MOST_PORT = 65_535;

  public ServiceRoot {
    String fault = fault(uri);
    if (!fault.isEmpty()) {
      throw new IllegalArgumentException("a root " + fault);
    }
  }

  private static ServiceRoot of(String text) {
    return new ServiceRoot(URI.create(text));
  }

  /**
   * The root that a variable names. A slash at its end is left out.
   *
   * @param variable where the text comes from, for the message; the text itself is never shown, for
   *     it may hold a password
   * @throws ProblemException of kind USAGE if it is none
   */
  public static ServiceRoot parse(String variable, String text) {
    String trimmed = text.strip();
    int end = trimmed.length();
    while (end > 0 && trimmed.charAt(end - 1) == '/') {
      end--;
    }
    URI uri;
    try {
      uri = new URI(trimmed.substring(0, end));
    } catch (URISyntaxException e) {
      throw refused(variable, "is no URL");
    }
    String fault = fault(uri);
    if (!fault.isEmpty()) {
      throw refused(variable, fault);
    }
    return new ServiceRoot(uri);
  }

  private static ProblemException refused(String variable, String fault) {
    return new ProblemException(
        Problem.usage(
            variable + " " + fault,
            "write it as https://host/path; http:// only with localhost, 127.0.0.1 or [::1]"));
  }

  /** What is wrong with it, as a clause; empty if nothing is. */
  private static String fault(URI uri) {
    if (uri.getScheme() == null || uri.getHost() == null) {
      return "is no URL with a host";
    }
    if (uri.getRawUserInfo() != null) {
      return "holds a user name";
    }
    if (uri.getRawQuery() != null || uri.getRawFragment() != null) {
      return "has something behind its path";
    }
    if (uri.getPort() == 0 || uri.getPort() > MOST_PORT) {
      return "has no such port";
    }
    String scheme = folded(uri.getScheme());
    boolean safe = scheme.equals("https") || (scheme.equals("http") && isLoopback(uri.getHost()));
    return safe ? "" : "is not https";
  }

  /** Whether a host, as a URI holds it, is this machine by its very name. */
  static boolean isLoopback(String host) {
    return LOOPBACK.matcher(folded(host)).matches();
  }

  private static String folded(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  /**
   * An address under the root.
   *
   * @param pathAndQuery begins with a slash and is encoded
   */
  public URI at(String pathAndQuery) {
    if (!pathAndQuery.startsWith("/")) {
      throw new IllegalArgumentException("a path begins with a slash");
    }
    return URI.create(uri + pathAndQuery);
  }

  /** Whether an address has this root's scheme, host and port. */
  public boolean sharesOriginWith(URI other) {
    return origin(uri).equals(origin(other));
  }

  private static String origin(URI uri) {
    String scheme = folded(String.valueOf(uri.getScheme()));
    int usual = scheme.equals("https") ? 443 : 80;
    int port = uri.getPort() < 0 ? usual : uri.getPort();
    return scheme
        + "://"
        + folded(String.valueOf(uri.getRawAuthority())).replaceFirst(":\\d+$", "")
        + ":"
        + port;
  }

  /** Whether the service's own people run it, so that their limits hold. */
  public boolean isPublic() {
    return sharesOriginWith(COINGECKO.uri) || isProHost() || sharesOriginWith(DEFILLAMA.uri);
  }

  /** Whether it is the host that takes none but pro keys. */
  public boolean isProHost() {
    return sharesOriginWith(COINGECKO_PRO.uri);
  }
}
