package allot.feed;

import static org.assertj.core.api.Assertions.assertThat;

import allot.feed.PriceService.Failure;
import allot.price.Gap;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServiceErrorTest {
  private static final Access KEYLESS =
      Access.keyless(ServiceRoot.parse("ROOT", "https://prices.example.org"));
  private static final Access KEYED =
      new Access(KEYLESS.root(), Optional.of(ApiKey.of(ApiKey.Plan.DEMO, "K3Y", "KEY")));

  private static Failure of(int status, String body) {
    return of(status, body, KEYLESS);
  }

  private static Failure of(int status, String body, Access access) {
    return ServiceError.of(new Answer.Refused(status, body, Optional.empty()), access);
  }

  private static String flat(int code) {
    return "{\"status\":{\"error_code\":" + code + ",\"error_message\":\"Words.\"}}";
  }

  private static String nested(int code) {
    return "{\"error\":{\"status\":{\"timestamp\":\"2024-04-20T22:00:05.123+00:00\",\"error_code\":"
        + code
        + ",\"error_message\":\"Words.\"}}}";
  }

  private static Optional<Failure> in200(String body) {
    return Json.parse(body).flatMap(json -> ServiceError.in(json, KEYLESS));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "10002|asks for a key (10002)|a free one goes into COINGECKO_DEMO_API_KEY",
        "10005|does not give that to the plan of this key (10005)"
            + "|use a key of another plan, or --source defillama",
        "10010|refused the key: it is of another plan than the host (10010)"
            + "|a demo key goes with api.coingecko.com in COINGECKO_DEMO_API_KEY, a pro key with"
            + " pro-api.coingecko.com in COINGECKO_PRO_API_KEY",
        "10011|refused the key: it is of another plan than the host (10011)"
            + "|a demo key goes with api.coingecko.com in COINGECKO_DEMO_API_KEY, a pro key with"
            + " pro-api.coingecko.com in COINGECKO_PRO_API_KEY",
        "10012|gives no more than the past 365 days without a paid plan (10012)"
            + "|write --history 365, or --source defillama"
      })
  void codes_of_keys_and_plans_have_their_remedies(int code, String reason, String remedy) {
    Failure failure = new Failure(Gap.NETWORK, reason, remedy);
    assertThat(of(401, flat(code))).isEqualTo(failure);
    assertThat(of(400, nested(code))).isEqualTo(failure);
    assertThat(of(429, flat(code))).isEqualTo(failure);
    assertThat(in200(flat(code))).contains(failure);
    assertThat(in200(nested(code))).contains(failure);
    assertThat(of(401, flat(code).replace("" + code, "\"" + code + "\""))).isEqualTo(failure);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{}",
        "not JSON",
        "{\"status\":{\"error_code\":429,\"error_message\":\"You've exceeded the Rate Limit.\"}}",
        "<!DOCTYPE html><html>Error 1015: You are being rate limited</html>"
      })
  void a_limit_is_a_limit_whatever_its_body(String body) {
    assertThat(of(429, body))
        .isEqualTo(
            new Failure(Gap.RATE_LIMITED, "wants fewer requests (429)", "try again in a minute"));
  }

  @Test
  void a_limit_may_hide_behind_another_status() {
    assertThat(of(401, flat(429)).gap()).isEqualTo(Gap.RATE_LIMITED);
    assertThat(in200(flat(429)).map(Failure::gap)).contains(Gap.RATE_LIMITED);
  }

  @Test
  void a_limit_says_when_and_how_to_get_more() {
    Answer.Refused refused = new Answer.Refused(429, "", Optional.of(Duration.ofSeconds(119)));
    assertThat(ServiceError.of(refused, Access.keyless(ServiceRoot.COINGECKO)).remedy())
        .isEqualTo("try again in 119 s; a free key in COINGECKO_DEMO_API_KEY allows more");
    refused = new Answer.Refused(429, "", Optional.of(Duration.ofSeconds(3541)));
    assertThat(ServiceError.of(refused, Access.keyless(ServiceRoot.DEFILLAMA)).remedy())
        .isEqualTo("try again in 60 minutes");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      value = {
        "404|{\"error\":\"coin not found\"}|answered with an error (404): coin not found",
        "422|{\"error\":\"Invalid  vs\\ncurrency\"}|answered with an error (422): Invalid vs currency",
        "500|{\"message\":\"Internal server error\"}|answered with an error (500): Internal server error",
        "400|{\"error\":{\"error_code\":7,\"error_message\":\"x\"}}|answered with an error (400): x",
        "503||answered with an error (503)",
        "403|<html>Access denied 1020</html>|refused the request (403): a page instead of data",
        "401|{\"error\":\"Invalid API key\"}|refused the request (401): Invalid API key",
        "204||answered with an error (204)"
      },
      nullValues = "null")
  void other_errors_are_told_in_the_servers_words(int status, String body, String reason) {
    String text = body == null ? "" : body;
    assertThat(of(status, text).reason()).isEqualTo(reason);
    assertThat(of(status, text).gap()).isEqualTo(Gap.NETWORK);
  }

  @Test
  void a_key_that_was_sent_is_what_was_refused() {
    assertThat(of(403, "{\"error\":\"no K3Y\"}", KEYED))
        .isEqualTo(
            new Failure(
                Gap.NETWORK,
                "refused the key (403): no [key]",
                "check the key, and that it is of the host's plan"));
  }

  @Test
  void what_a_server_says_is_cut() {
    String reason = of(500, "{\"error\":\"" + "😀".repeat(5000) + "\"}").reason();
    assertThat(reason).startsWith("answered with an error (500): 😀").endsWith("😀…");
    assertThat(reason.codePointCount(0, reason.length())).isEqualTo(30 + 160);
  }

  @Test
  void a_body_of_status_200_can_be_an_error() {
    assertThat(in200("{\"error\":\"coin not found\"}"))
        .contains(new Failure(Gap.NETWORK, "answered with an error: coin not found", ""));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"status\":{\"usd\":0.03,\"last_updated_at\":1795190000}}",
        "{\"error\":{\"usd\":0.03}}",
        "{\"message\":{\"usd\":1}}",
        "{\"coins\":{}}",
        "[1]"
      })
  void an_asset_may_be_called_like_an_error(String body) {
    assertThat(in200(body)).isEmpty();
  }
}
