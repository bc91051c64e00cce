package allot.feed;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;

/** A service on loopback that plays the shapes that are documented. */
final class StubService implements Closeable {
  static final Instant AT = Instant.parse("2026-11-20T16:00:00Z");

  private final FaultServer server;
  private final Deque<Page> pages = new ConcurrentLinkedDeque<>();

  private record Page(int status, String type, String body) {}

  StubService() throws IOException {
    server = FaultServer.of(this::answer);
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

  private void answer(OutputStream out) throws IOException {
    Page page = pages.size() > 1 ? pages.remove() : pages.element();
    byte[] body = page.body().getBytes(UTF_8);
    FaultServer.say(
        out,
        "HTTP/1.1 " + page.status() + " Whatever",
        "Content-Type: " + page.type(),
        "Content-Length: " + body.length,
        "Connection: close",
        "",
        "");
    out.write(body);
    out.flush();
  }

  ServiceRoot root() {
    return ServiceRoot.parse("ROOT", server.root().uri() + "/api/");
  }

  /** Paths and queries, in order, as they were written. */
  List<String> asked() {
    return server.requests().stream().map(request -> request.split(" ", 3)[1]).toList();
  }

  /** Requests in order, with their headers. */
  List<String> requests() {
    return server.requests();
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
  public void close() throws IOException {
    server.close();
  }
}
