package allot.feed;

import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Exchanges over the network. A limit of the platform's client ends with the headers, so the one of
 * the whole exchange is kept here. Classes of HTTP and TLS are loaded by the first exchange.
 */
public final class HttpTransport implements Transport {
  /** How long to wait for a connection. */
  static final Duration CONNECT = Duration.ofSeconds(5);

  private static final String AGENT = "allot/0.1.0";

  private final ProxyRoute proxy;
  private Optional<HttpClient> client = Optional.empty();

  public HttpTransport(ProxyRoute proxy) {
    this.proxy = proxy;
  }

  @Override
  public Reply get(Request request) {
    CompletableFuture<HttpResponse<String>> answer =
        client().sendAsync(http(request), CappedBody::of);
    try {
      return answered(answer.get(request.limit().toNanos(), TimeUnit.NANOSECONDS));
    } catch (TimeoutException e) {
      answer.cancel(true);
      return new Broken("no answer within " + Words.of(request.limit()), false);
    } catch (InterruptedException e) {
      answer.cancel(true);
      Thread.currentThread().interrupt();
      return new Broken("was interrupted", false);
    } catch (ExecutionException e) {
      return Breakdown.of(Optional.ofNullable(e.getCause()).orElse(e));
    }
  }

  private HttpClient client() {
    if (client.isEmpty()) {
      client =
          Optional.of(
              HttpClient.newBuilder()
                  .version(HttpClient.Version.HTTP_1_1)
                  .followRedirects(HttpClient.Redirect.NEVER)
                  .connectTimeout(CONNECT)
                  .proxy(proxy)
                  .build());
    }
    return client.get();
  }

  private static HttpRequest http(Request request) {
    HttpRequest.Builder http =
        HttpRequest.newBuilder(request.uri())
            .header("Accept", "application/json")
            .header("User-Agent", AGENT);
    request.key().ifPresent(key -> http.header(key.plan().header(), key.value()));
    return http.build();
  }

  private static Answered answered(HttpResponse<String> response) {
    HttpHeaders headers = response.headers();
    return new Answered(
        response.statusCode(),
        headers.firstValue("content-type"),
        headers.firstValue("retry-after"),
        headers.firstValue("date"),
        response.body());
  }
}
