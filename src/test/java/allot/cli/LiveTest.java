package allot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import allot.cli.LiveShell.Run;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What --live does to a verb: whom it asks, what it takes, and what it does without. */
class LiveTest {
  private static final String OUTAGE =
      "CoinGecko: refused the request (403): a page instead of data";

  @TempDir Path directory;
  private LiveShell shell;

  @BeforeEach
  void open() throws IOException {
    shell = new LiveShell(directory);
  }

  @AfterEach
  void close() throws IOException {
    shell.close();
  }

  private static JsonNode json(Run run) throws IOException {
    return new ObjectMapper().readTree(run.out());
  }

  private static List<String> warnings(Run run) throws IOException {
    return json(run).path("warnings").findValuesAsText("message");
  }

  /** A run that fetches both prices and keeps them. */
  private void fetched(String tao, String akt) {
    shell.quotes(tao, akt);
    assertThat(shell.run("prices").exit()).isZero();
  }

  // outages
  @Test
  void with_a_fresh_cache_a_total_outage_does_not_keep_check_from_deciding() throws IOException {
    fetched("400", "1.2");
    shell.outage();
    shell.later(Duration.ofHours(23));
    assertThat(shell.run("check", "--live")).isEqualTo(new Run(0, "", ""));
    assertThat(warnings(shell.run("report", "--live", "--json")))
        .contains(
            OUTAGE, "no service answers for TAO, AKT: last known prices taken from the cache");
    Run out = shell.run("check", "--live", "--target", "layer-1=30,hybrid=60,stablecoin=10");
    assertThat(out.exit()).isEqualTo(10);
    assertThat(out.err()).contains("warning: ", OUTAGE);
  }

  @Test
  void with_a_stale_cache_a_total_outage_is_20() {
    fetched("400", "1.2");
    shell.outage();
    shell.later(Duration.ofHours(24));
    Run check = shell.run("check", "--live");
    assertThat(check.exit()).isEqualTo(20);
    assertThat(check.out()).isEmpty();
    assertThat(check.err())
        .contains("cannot decide: the price of TAO is 24 h old", "cannot decide: the price of AKT")
        .contains(OUTAGE);
    assertThat(shell.run("check", "--live", "--max-price-age", "3d").exit()).isZero();
    assertThat(shell.run("report", "--live").exit()).isZero();
    assertThat(shell.run("prices").exit()).isZero();
    assertThat(shell.run("prices", "--exit-code").exit()).isEqualTo(20);
  }

  @Test
  void with_no_cache_a_total_outage_is_69() throws IOException {
    shell.outage();
    String priced =
        shell.write("priced.json", LiveShell.PORTFOLIO.replace("15 }", "15, \"price\": 400 }"));
    for (String[] command :
        new String[][] {
          {"report", "--live"},
          {"report", "--live", "--json"},
          {"report", "--live", priced},
          {"rebalance", "--live", "--json"},
          {"why", "TAO", "--live"},
          {"dca", "--live", "--amount", "1", "--every", "week", "--times", "1"},
          {"prices"},
          {"prices", "--json"},
          {"prices", "--history", "30"}
        }) {
      Run run = shell.run(command);
      assertThat(run.exit()).as(List.of(command).toString()).isEqualTo(69);
      assertThat(run.out()).isEmpty();
      assertThat(run.err())
          .startsWith("error: no price can be had and nothing usable is cached: " + OUTAGE)
          .hasLineCount(1);
    }
    Run check = shell.run("check", "--live", "--json");
    assertThat(check.exit()).isEqualTo(69);
    assertThat(json(check).path("exitCode").asInt()).isEqualTo(69);
    assertThat(json(check).path("files").path(0).path("status").asText()).isEqualTo("invalid");
  }

  @Test
  void a_service_that_nobody_runs_is_an_outage() throws IOException {
    shell.coinGecko.close();
    shell.defiLlama.close();
    Run run = shell.run("check", "--live");
    assertThat(run.exit()).isEqualTo(69);
    assertThat(run.err())
        .contains("CoinGecko: connection refused, DeFi Llama: connection refused; try again later");
  }

  @Test
  void each_of_several_files_is_checked_and_the_fault_said_once() throws IOException {
    shell.outage();
    String cash =
        shell.write(
            "cash.json",
            "{\"holdings\": [{\"asset\": \"USD\", \"quantity\": 1}],"
                + " \"target\": {\"stablecoin\": 100}}");
    Run run =
        shell.run("check", "--live", "--json", shell.path("p.json"), cash, shell.path("p.json"));
    assertThat(run.exit()).isEqualTo(69);
    assertThat(json(run).path("files").findValuesAsText("status"))
        .containsExactly("invalid", "in-band", "invalid");
    assertThat(run.err().lines().filter(line -> line.startsWith("error: "))).hasSize(1);
    assertThat(shell.coinGecko.asked()).hasSize(1);
  }

  @Test
  void files_that_are_checked_together_share_one_fetch() throws IOException {
    shell.quotes("400", "1.2");
    String other = shell.write("other.json", LiveShell.PORTFOLIO);
    assertThat(shell.run("check", "--live", shell.path("p.json"), other))
        .isEqualTo(new Run(0, "", ""));
    assertThat(shell.coinGecko.asked()).hasSize(1);
    assertThat(shell.defiLlama.asked()).isEmpty();
  }

  // which price counts
  @Test
  void price_beats_live_beats_prices_beats_the_file() throws IOException {
    String file =
        shell.write(
            "four.json",
            """
            { "timezone": "UTC", "asOf": "2026-11-20T17:59:59Z", "holdings": [
              { "asset": "TAO", "quantity": 1, "price": 1 },
              { "asset": "AKT", "quantity": 1, "price": 2 },
              { "asset": "NEAR", "quantity": 1, "price": 3 },
              { "asset": "FIL", "quantity": 1, "price": 4 } ] }
            """);
    String prices =
        shell.write(
            "prices.json",
            "{\"TAO\": 10, \"AKT\": 20, \"NEAR\": 30, \"asOf\": \"2026-11-20T17:59:59Z\"}");
    shell.quotes("100", "200");
    shell.defiLlama.json("{\"coins\": {}}");
    Run run =
        shell.run("report", "--json", "--live", "--prices", prices, "--price", "TAO=1000", file);
    assertThat(run.exit()).isZero();
    JsonNode holdings = json(run).path("holdings");
    assertThat(holdings.findValuesAsText("price")).containsExactly("1000", "200", "30", "4");
    assertThat(holdings.findValuesAsText("priceSource").get(1)).isEqualTo("CoinGecko");
    assertThat(shell.coinGecko.asked().get(0))
        .as("a price that is given is not fetched")
        .contains("ids=akash-network,near,filecoin&");
  }

  @Test
  void without_live_nobody_is_asked() {
    assertThat(shell.run("check").exit()).isEqualTo(20);
    assertThat(shell.run("report").exit()).isEqualTo(20);
    assertThat(shell.coinGecko.asked()).isEmpty();
    assertThat(shell.defiLlama.asked()).isEmpty();
    assertThat(directory.resolve("cache")).doesNotExist();
  }

  @Test
  void an_as_of_replaces_the_clock() {
    fetched("400", "1.2");
    shell.outage();
    assertThat(shell.run("check", "--live", "--as-of", "2026-11-21T18:00:00Z").exit())
        .isEqualTo(20);
    assertThat(shell.run("check", "--live", "--as-of", "2026-11-20T18:00:00Z").exit()).isZero();
    Run before = shell.run("check", "--live", "--as-of", "2026-11-20T12:00:00Z");
    assertThat(before.exit()).as("what was quoted later is not usable").isEqualTo(69);
  }

  // the environment
  @Test
  void without_a_home_it_works_without_a_cache() {
    shell.env.remove("XDG_CACHE_HOME");
    shell.env.remove("ALLOT_PORTFOLIO");
    shell.quotes("400", "1.2");
    assertThat(shell.run("check", "--live", shell.path("p.json"))).isEqualTo(new Run(0, "", ""));
    assertThat(shell.run("check", "--live", shell.path("p.json"))).isEqualTo(new Run(0, "", ""));
    assertThat(shell.coinGecko.asked()).hasSize(2);
    assertThat(shell.env).containsOnlyKeys("COINGECKO_BASE_URL", "DEFILLAMA_BASE_URL");
  }

  @ParameterizedTest
  @CsvSource({"relative/cache, home", "'', home", "/nowhere\u0000, none"})
  void a_cache_home_that_is_no_absolute_path_is_passed_over(String value, String where)
      throws IOException {
    shell.env.put("XDG_CACHE_HOME", value);
    shell.env.put("HOME", directory.resolve("home").toString());
    shell.quotes("400", "1.2");
    assertThat(shell.run("check", "--live").exit()).isZero();
    Path kept = directory.resolve("home/.cache/allot/quotes.json");
    if (where.equals("home")) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(kept)))
          .isEqualTo("rw-------");
    } else {
      assertThat(kept).doesNotExist();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://api.coingecko.com/api/v3",
        "http://192.168.0.1/",
        "ftp://localhost/",
        "localhost",
        "https://user:secret@localhost/",
        "https://"
      })
  void a_root_that_is_not_https_is_refused(String root) {
    for (String variable : List.of("COINGECKO_BASE_URL", "DEFILLAMA_BASE_URL")) {
      String before = String.valueOf(shell.env.put(variable, root));
      for (String[] command : new String[][] {{"prices"}, {"check", "--live"}}) {
        Run run = shell.run(command);
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).startsWith("error: " + variable).doesNotContain("secret");
        assertThat(run.err()).hasLineCount(1);
      }
      assertThat(shell.run("check").exit()).as("it matters with --live alone").isEqualTo(20);
      shell.env.put(variable, before);
    }
  }

  @Test
  void the_answer_does_not_depend_on_the_environment_variables_of_others() {
    shell.quotes("400", "1.2");
    shell.env.putAll(
        Map.of("http_proxy", "http://127.0.0.1:1", "HTTP_PROXY", "http://127.0.0.1:1"));
    assertThat(shell.run("check", "--live")).isEqualTo(new Run(0, "", ""));
  }
}
