package allot.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import allot.problem.Kind;
import allot.problem.ProblemException;
import java.io.IOException;
import java.net.Proxy;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProxyRouteTest {

  private static String route(String noProxy, String uri) {
    Proxy proxy =
        ProxyRoute.of("HTTPS_PROXY", "http://proxy.example.org:3128/", noProxy)
            .select(URI.create(uri))
            .get(0);
    return proxy.type() == Proxy.Type.DIRECT ? "direct" : String.valueOf(proxy.address());
  }

  @ParameterizedTest
  @CsvSource({
    "'', https://api.coingecko.com/api/v3, proxy",
    "'', http://localhost:8080/, direct",
    "'', http://127.0.0.1/, direct",
    "'', http://[::1]:8080/, direct",
    "'coins.llama.fi, coingecko.com', https://api.coingecko.com/, direct",
    "' .coingecko.com', https://api.coingecko.com/, direct",
    "'*.coingecko.com', https://api.coingecko.com/, direct",
    "'gecko.com,', https://api.coingecko.com/, proxy",
    "'COINS.LLAMA.FI', https://coins.llama.fi/, direct",
    "'*', https://coins.llama.fi/, direct"
  })
  void requests_go_through_it_but_to_this_machine_and_the_exempt(
      String noProxy, String uri, String way) {
    assertThat(route(noProxy, uri)).startsWith(way);
  }

  @Test
  void the_scheme_may_be_left_out() {
    assertThat(
            ProxyRoute.of("HTTPS_PROXY", "proxy.example.org:3128", "")
                .select(URI.create("https://coins.llama.fi"))
                .toString())
        .contains("proxy.example.org", "3128");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://me:S3CRET@proxy.example.org:3128",
        "socks5://proxy.example.org:1080",
        "https://proxy.example.org:3128",
        "http://proxy.example.org",
        "http://:3128",
        "http://proxy example.org:1",
        ""
      })
  void any_other_is_refused_in_one_line(String text) {
    ProblemException refusal =
        catchThrowableOfType(ProblemException.class, () -> ProxyRoute.of("HTTPS_PROXY", text, ""));
    assertThat(refusal.kind()).isEqualTo(Kind.USAGE);
    assertThat(refusal.getMessage())
        .startsWith("HTTPS_PROXY ")
        .endsWith("; write it as http://host:port")
        .doesNotContain("S3CRET");
  }

  @Test
  void this_machine_is_asked_directly_even_if_a_proxy_is_set() throws IOException {
    try (StubService stub = new StubService().json("{}");
        FaultServer proxy = FaultServer.of(out -> {})) {
      Transport transport =
          new HttpTransport(ProxyRoute.of("HTTPS_PROXY", "" + proxy.root().uri(), ""));
      Transport.Request request =
          new Transport.Request(
              stub.root().at("/x"), java.util.Optional.empty(), java.time.Duration.ofSeconds(10));
      assertThat(transport.get(request)).isInstanceOf(Transport.Answered.class);
      assertThat(proxy.requests()).isEmpty();
    }
  }

  @Test
  void a_proxy_is_asked_to_connect_and_sees_no_key() throws IOException {
    try (FaultServer proxy =
        FaultServer.saying("HTTP/1.1 502 Bad Gateway", "Content-Length: 0", "", "")) {
      Transport transport = new HttpTransport(ProxyRoute.of("P", "" + proxy.root().uri(), ""));
      ApiKey key = ApiKey.of(ApiKey.Plan.DEMO, "S3CRET", "KEY");
      Transport.Request request =
          new Transport.Request(
              URI.create("https://prices.example.org/x"),
              java.util.Optional.of(key),
              java.time.Duration.ofSeconds(10));
      transport.get(request);
      assertThat(proxy.requests()).isNotEmpty();
      assertThat(proxy.requests())
          .allMatch(seen -> seen.startsWith("CONNECT prices.example.org:443 "))
          .noneMatch(seen -> seen.contains("S3CRET"));
    }
  }
}
