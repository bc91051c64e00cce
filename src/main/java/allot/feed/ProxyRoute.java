package allot.feed;

import allot.problem.Problem;
import allot.problem.ProblemException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Through which proxy a request goes, if any. What is on this machine is always asked directly.
 * Without a proxy of its own it leaves the choice to the platform ({@code -Dhttps.proxyHost}).
 */
public final class ProxyRoute extends ProxySelector {
  private static final String EVERYTHING = "*";

  private final Optional<InetSocketAddress> proxy;
  private final List<String> exempt;

  private ProxyRoute(Optional<InetSocketAddress> proxy, List<String> exempt) {
    this.proxy = proxy;
    this.exempt = exempt;
  }

  /** No proxy but the platform's. */
  public static ProxyRoute none() {
    return new ProxyRoute(Optional.empty(), List.of());
  }

  /**
   * The proxy that a variable names.
   *
   * @param variable where the text comes from, for the message; the text itself is never shown
   * @param text {@code http://host:port}
   * @param noProxy hosts that are asked directly, with all under them, divided by commas; {@code *}
   *     for all; empty for none
   * @throws ProblemException of kind USAGE if it is no such proxy
   */
  public static ProxyRoute of(String variable, String text, String noProxy) {
    String address = text.strip();
    URI uri;
    try {
      uri = new URI(address.contains("://") ? address : "http://" + address);
    } catch (URISyntaxException e) {
      throw refused(variable, "is no URL");
    }
    if (!"http".equalsIgnoreCase(uri.getScheme())) {
      throw refused(variable, "is no http:// proxy");
    }
    if (uri.getRawUserInfo() != null) {
      throw refused(variable, "holds a user name, which is not supported");
    }
    if (uri.getHost() == null || uri.getPort() < 1 || uri.getPort() > 65_535) {
      throw refused(variable, "has no host and port");
    }
    return new ProxyRoute(
        Optional.of(InetSocketAddress.createUnresolved(bare(uri.getHost()), uri.getPort())),
        Stream.of(noProxy.split(","))
            .map(host -> bare(host.strip().replaceFirst("^\\*?\\.", "")))
            .filter(host -> !host.isEmpty())
            .toList());
  }

  private static ProblemException refused(String variable, String fault) {
    return new ProblemException(
        Problem.usage(variable + " " + fault, "write it as http://host:port"));
  }

  @Override
  public List<Proxy> select(URI uri) {
    String host = Optional.ofNullable(uri.getHost()).orElse("");
    if (ServiceRoot.isLoopback(host) || isExempt(bare(host))) {
      return List.of(Proxy.NO_PROXY);
    }
    if (proxy.isPresent()) {
      return List.of(new Proxy(Proxy.Type.HTTP, proxy.get()));
    }
    return Optional.ofNullable(ProxySelector.getDefault())
        .map(platform -> platform.select(uri))
        .orElse(List.of(Proxy.NO_PROXY));
  }

  private boolean isExempt(String host) {
    return exempt.stream()
        .anyMatch(
            name -> name.equals(EVERYTHING) || host.equals(name) || host.endsWith("." + name));
  }

  private static String bare(String host) {
    String plain =
        host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
    return plain.toLowerCase(Locale.ROOT);
  }

  @Override
  public void connectFailed(URI uri, SocketAddress address, IOException failure) {
    // the exchange says so itself, and there is no other way to go
  }
}
