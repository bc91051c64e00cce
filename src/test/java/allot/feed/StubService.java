package allot.feed;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;

/** A service on loopback that plays the shapes that are documented. */
final class StubService implements Closeable {
  static final Instant AT = Instant.parse("2026-11-20T16:00:00Z");

  private final HttpServer server;
  private final Deque<Page> pages = new ArrayDeque<>();
  private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
  private final List<Headers> headers = Collections.synchronizedList(new ArrayList<>());

  private record Page(int status, String type, String body) {}

  StubService() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  /** The next request gets this; the last one stays. */
  StubService then(int status, String type, String body) {
    pages.add(new Page(status, type, body));
    return this;
  }

  StubService json(String body) {
    return then(200, "application/json; charset=utf-8", body);
  }

  StubService refuse(int status, String body) {
    return then(status, "application/json", body);
  }

  private void answer(HttpExchange exchange) throws IOException {
    asked.add(exchange.getRequestURI().toString());
    headers.add(exchange.getRequestHeaders());
    Page page = pages.size() > 1 ? pages.poll() : pages.element();
    byte[] body = page.body().getBytes(UTF_8);
    exchange.getResponseHeaders().set("Content-Type", page.type());
    exchange.sendResponseHeaders(page.status(), body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  ServiceRoot root() {
    return ServiceRoot.parse("ROOT", "http://127.0.0.1:" + server.getAddress().getPort() + "/api/");
  }

  /** Paths and queries, in order, as they were written. */
  List<String> asked() {
    return List.copyOf(asked);
  }

  List<Headers> headers() {
    return List.copyOf(headers);
  }

  Fetcher fetcher() {
    return Fetcher.forQuotes(
        new HttpTransport(ProxyRoute.none()), new FakeTime(), () -> 0.5, line -> {});
  }

  CoinGecko coinGecko() {
    return new CoinGecko(fetcher(), Access.keyless(root()));
  }

  DefiLlama defiLlama() {
    return new DefiLlama(fetcher(), root());
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
