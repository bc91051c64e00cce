package allot.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import allot.problem.Kind;
import allot.problem.ProblemException;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServiceRootTest {
  private static final String REMEDY =
      "; write it as https://host/path; http:// only with localhost, 127.0.0.1 or [::1]";

  @ParameterizedTest
  @CsvSource({
    "https://api.coingecko.com/api/v3, https://api.coingecko.com/api/v3/x",
    "' https://api.coingecko.com/api/v3// ', https://api.coingecko.com/api/v3/x",
    "https://prices.example.org:8443, https://prices.example.org:8443/x",
    "http://localhost:8080/, http://localhost:8080/x",
    "http://127.0.0.1:1, http://127.0.0.1:1/x",
    "http://127.8.9.10, http://127.8.9.10/x",
    "http://[::1]:80/v3/, http://[::1]:80/v3/x",
    "HTTPS://example.org, HTTPS://example.org/x"
  })
  void a_root_is_https_or_on_this_machine(String text, String address) {
    assertThat(ServiceRoot.parse("ROOT", text).at("/x")).isEqualTo(URI.create(address));
  }

  @ParameterizedTest
  @CsvSource({
    "http://api.coingecko.com, is not https",
    "http://10.0.0.1/, is not https",
    "http://localhost.example.org, is not https",
    "http://127.0.0.1.example.org, is not https",
    "http://0.0.0.0, is not https",
    "ftp://example.org, is not https",
    "file:///etc/passwd, is no URL with a host",
    "api.coingecko.com, is no URL with a host",
    "'', is no URL",
    "https://, is no URL",
    "https:///api, is no URL with a host",
    "https://me:S3CRET@example.org, holds a user name",
    "https://example.org/?key=S3CRET, has something behind its path",
    "https://example.org/v3#S3CRET, has something behind its path",
    "https://example.org:0, has no such port",
    "https://example.org:99999, has no such port",
    "https://exa mple.org, is no URL"
  })
  void anything_else_is_refused_by_the_name_of_its_variable(String text, String fault) {
    ProblemException refusal =
        catchThrowableOfType(
            ProblemException.class, () -> ServiceRoot.parse("COINGECKO_BASE_URL", text));
    assertThat(refusal.kind()).isEqualTo(Kind.USAGE);
    assertThat(refusal.getMessage())
        .startsWith("COINGECKO_BASE_URL " + fault)
        .endsWith(REMEDY)
        .doesNotContain("S3CRET");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "@example.org/", ".example.org/"})
  void what_is_asked_for_lies_under_the_root(String path) {
    assertThatThrownBy(() -> ServiceRoot.DEFILLAMA.at(path))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void the_services_own_hosts_are_known() {
    assertThat(ServiceRoot.COINGECKO.isPublic()).isTrue();
    assertThat(ServiceRoot.DEFILLAMA.isPublic()).isTrue();
    assertThat(ServiceRoot.parse("X", "https://pro-api.coingecko.com/api/v3/").isPublic()).isTrue();
    assertThat(ServiceRoot.parse("X", "https://pro-api.coingecko.com").isProHost()).isTrue();
    assertThat(ServiceRoot.COINGECKO.isProHost()).isFalse();
    assertThat(ServiceRoot.parse("X", "http://localhost:1").isPublic()).isFalse();
  }
}
