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
public final class StubService implements Closeable {
  public static final Instant AT = Instant.parse("2026-11-20T16:00:00Z");

  private final FaultServer server;
  private final Deque<Page> pages = new ConcurrentLinkedDeque<>();

  private record Page(int status, String type, String body) {}

  public StubService() throws IOException {
    server = FaultServer.of(this::answer);
  }

  /** The next request gets this; the last one stays. */
  public StubService then(int status, String type, String body) {
    pages.add(new Page(status, type, body));
    return this;
  }

  /** What it would have said is forgotten: it says what it is told next. */
  public StubService anew() {
    pages.clear();
    return this;
  }

  public StubService json(String body) {
    return then(200, "application/json; charset=utf-8", body);
  }

  public StubService refuse(int status, String body) {
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

  public ServiceRoot root() {
    return ServiceRoot.parse("ROOT", server.root().uri() + "/api/");
  }

  /** Paths and queries, in order, as they were written. */
  public List<String> asked() {
    return server.requests().stream().map(request -> request.split(" ", 3)[1]).toList();
  }

  /** Requests in order, with their headers. */
  public List<String> requests() {
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
