package allot.feed;

import static org.assertj.core.api.Assertions.assertThat;

import allot.money.CurrencyUnit;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The key is seen by the origin that it was given for, and by nobody else. */
class RedirectKeyTest {
  private static final String SECRET = "CG-s3cr3t/K3y";
  private static final ApiKey KEY = ApiKey.of(ApiKey.Plan.DEMO, SECRET, "KEY");

  private final List<String> log = new ArrayList<>();

  private CoinGecko service(ServiceRoot root) {
    Fetcher fetcher =
        Fetcher.forQuotes(
            new HttpTransport(ProxyRoute.none()), new FakeTime(), () -> 0.0, log::add);
    return new CoinGecko(fetcher, new Access(root, Optional.of(KEY)));
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 303, 307, 308})
  void a_redirect_to_another_host_is_not_followed(int status) throws IOException {
    try (FaultServer other = FaultServer.saying("HTTP/1.1 200 OK", "Content-Length: 2", "", "{}");
        FaultServer pinned =
            FaultServer.saying(
                "HTTP/1.1 " + status + " Elsewhere",
                "Location: " + other.root().at("/simple/price"),
                "Content-Length: 0",
                "",
                "")) {
      PriceService.Quotes quotes =
          service(pinned.root()).quotes(List.of("bitcoin"), CurrencyUnit.USD, StubService.AT);
      assertThat(quotes.failure().map(PriceService.Failure::reason))
          .contains("answered with a redirect, which is not followed");
      assertThat(pinned.requests()).hasSize(1);
      assertThat(pinned.requests().get(0)).contains("\r\nx-cg-demo-api-key: " + SECRET + "\r\n");
      assertThat(pinned.requests().get(0).lines().findFirst().orElseThrow()).doesNotContain(SECRET);
      assertThat(other.requests()).isEmpty();
    }
  }

  @Test
  void a_file_is_no_place_to_go_on() throws IOException {
    try (FaultServer pinned =
        FaultServer.saying(
            "HTTP/1.1 302 Found", "Location: file:///etc/passwd", "Content-Length: 0", "", "")) {
      assertThat(
              service(pinned.root())
                  .quotes(List.of("bitcoin"), CurrencyUnit.USD, StubService.AT)
                  .failure())
          .isPresent();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "https://api.coingecko.com/api/v3/ping, true",
    "https://API.coingecko.com:443/other, true",
    "https://api.coingecko.com:8443/api/v3/ping, false",
    "http://api.coingecko.com/api/v3/ping, false",
    "https://pro-api.coingecko.com/api/v3/ping, false",
    "https://api.coingecko.com.example.org/api/v3, false",
    "https://api.coingecko.com@example.org/api/v3, false",
    "https://user@api.coingecko.com/api/v3, false",
  })
  void the_key_belongs_to_one_origin(String uri, boolean mayHave) {
    Access access = new Access(ServiceRoot.COINGECKO, Optional.of(KEY));
    assertThat(access.keyFor(URI.create(uri)).isPresent()).isEqualTo(mayHave);
  }

  @Test
  void each_plan_has_a_header_of_its_own() throws IOException {
    try (StubService stub = new StubService().json("{}")) {
      ApiKey pro = ApiKey.of(ApiKey.Plan.PRO, SECRET, "KEY");
      new CoinGecko(stub.fetcher(), new Access(stub.root(), Optional.of(pro)))
          .quotes(List.of("a"), CurrencyUnit.USD, StubService.AT);
      assertThat(stub.requests().get(0))
          .contains("\r\nx-cg-pro-api-key: " + SECRET + "\r\n")
          .doesNotContain("x-cg-demo-api-key");
    }
  }

  @Test
  void a_server_that_repeats_the_key_does_not_make_us_show_it() throws IOException {
    try (StubService stub =
        new StubService().refuse(401, "{\"error\":\"no such key " + SECRET + "\"}")) {
      PriceService.Quotes quotes =
          service(stub.root()).quotes(List.of("a"), CurrencyUnit.USD, StubService.AT);
      assertThat(quotes.failure().map(PriceService.Failure::reason))
          .contains("refused the key (401): no such key [key]");
      assertThat(log).hasSize(1).noneMatch(line -> line.contains(SECRET));
    }
  }

  @Test
  void no_text_of_what_holds_it_shows_it() {
    Access access = new Access(ServiceRoot.COINGECKO, Optional.of(KEY));
    Transport.Request request =
        new Transport.Request(
            access.root().at("/ping"), access.key(), java.time.Duration.ofSeconds(1));
    assertThat(KEY + " " + access + " " + request).doesNotContain(SECRET).contains("DEMO key");
  }
}
