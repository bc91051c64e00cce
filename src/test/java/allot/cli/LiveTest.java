package allot.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import allot.cli.LiveShell.Run;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Prices that are fetched, from the command line to the services and back. */
class LiveTest {
  private static final String SECRET = "CG-n0b0dySeesThis";
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

  // prices

  @ParameterizedTest
  @CsvSource({"text, 0", "json, 0", "csv, 1", "markdown, 0"})
  void prices_prints_what_it_has_and_what_it_has_not(String format, int linesOnStderr) {
    shell.coinGecko.json("{\"akash-network\": {\"usd\": 1.2}}");
    shell.defiLlama.json("{\"coins\": {}}");
    Run run = shell.run("prices", "--format", format);
    assertThat(run.exit()).isEqualTo(20);
    assertThat(run.out()).contains("1.2", "AKT", "CoinGecko");
    assertThat(run.out() + run.err())
        .contains("TAO", format.equals("json") ? "unknown-id" : "knows");
    assertThat(run.err().lines().filter(line -> line.startsWith("not priced: TAO: ")))
        .hasSize(linesOnStderr);
  }

  @Test
  void the_document_is_as_the_contract_says() throws IOException {
    shell.coinGecko.json(
        "{\"akash-network\": {\"usd\": 1.2345678901234567890e-5, \"last_updated_at\": 1795197540}}");
    shell.defiLlama.refuse(429, "");
    Run run = shell.run("prices", "--json");
    assertThat(run.exit()).isEqualTo(20);
    assertThat(run.out()).contains("\"price\": 0.00001234567890123456789");
    JsonNode json = json(run);
    assertThat(json.path("schema").asText()).isEqualTo("allot.prices/1");
    assertThat(json.path("asOf").asText()).isEqualTo("2026-11-20T18:00:00Z");
    assertThat(json.path("currency").asText()).isEqualTo("USD");
    assertThat(json.path("inputs").path(0).path("sha256").asText()).hasSize(64);
    JsonNode quote = json.path("quotes").path(0);
    assertThat(quote.path("id").asText()).isEqualTo("akash-network");
    assertThat(quote.path("symbol").asText()).isEqualTo("AKT");
    assertThat(quote.path("asOf").asText()).isEqualTo("2026-11-20T17:59:00Z");
    assertThat(quote.path("source").asText()).isEqualTo("CoinGecko");
    JsonNode missing = json.path("missing").path(0);
    assertThat(missing.path("id").asText()).isEqualTo("bittensor");
    assertThat(missing.path("reason").asText()).isEqualTo("unknown-id");
    assertThat(json.path("warnings").findValuesAsText("code")).contains("service");
  }

  @ParameterizedTest
  @ValueSource(strings = {"json", "csv"})
  void what_prices_writes_is_what_prices_reads(String format) throws IOException {
    shell.quotes("400.123456789012345678", "1.2e-7");
    String file = shell.path("prices." + format);
    assertThat(shell.run("prices", "--format", format, "-o", file)).isEqualTo(new Run(0, "", ""));
    assertThat(shell.run("report", "--prices", file, "-o", file).exit()).isNotZero();
    JsonNode offline = json(shell.run("report", "--json", "--prices", file)).path("holdings");
    JsonNode live = json(shell.run("report", "--json", "--live")).path("holdings");
    for (String field : List.of("price", "priceAsOf", "value", "weight")) {
      assertThat(offline.findValuesAsText(field)).isEqualTo(live.findValuesAsText(field));
    }
    assertThat(offline.path(0).path("price").asText()).startsWith("400.123456789");
  }

  @Test
  void a_portfolio_of_nothing_to_price_asks_nobody() throws IOException {
    String file =
        shell.write("cash.json", "{\"holdings\": [{\"asset\": \"USD\", \"quantity\": 1}]}");
    assertThat(shell.run("prices", file).exit()).isZero();
    Run history = shell.run("prices", "--history", "5", file);
    assertThat(history.exit()).isZero();
    assertThat(shell.coinGecko.asked()).isEmpty();
  }

  @Test
  void a_stablecoin_off_its_peg_is_said() throws IOException {
    String file =
        shell.write("usdc.json", "{\"holdings\": [{\"asset\": \"USDC\", \"quantity\": 1}]}");
    shell.coinGecko.json("{\"usd-coin\": {\"usd\": 0.97, \"last_updated_at\": 1795197540}}");
    Run run = shell.run("prices", file);
    assertThat(run.exit()).isZero();
    assertThat(run.out()).contains("USDC", "peg");
    assertThat(shell.run("prices", "--exit-code", file).exit()).isEqualTo(10);
    assertThat(shell.run("check", "--live", "--target", "stablecoin=100", file).exit())
        .isEqualTo(10);
  }

  @Test
  void many_assets_are_one_request() throws IOException {
    String holdings =
        Stream.iterate(0, i -> i + 1)
            .limit(200)
            .map(i -> "{\"asset\": \"coin-number-" + i + "\", \"quantity\": 1}")
            .collect(Collectors.joining(","));
    String file = shell.write("many.json", "{\"holdings\": [" + holdings + "]}");
    shell.coinGecko.json("{}");
    shell.defiLlama.json("{\"coins\": {}}");
    assertThat(shell.run("prices", file).exit()).isEqualTo(20);
    assertThat(shell.coinGecko.asked()).hasSize(1);
  }

  // jumps, sources, comparing

  @Test
  void a_jump_is_taken_when_it_is_accepted() throws IOException {
    fetched("400", "1.2");
    shell.later(Duration.ofHours(1));
    shell.quotes("4000", "1.2");
    Run refused = shell.run("prices", "--json");
    assertThat(refused.exit()).isEqualTo(20);
    assertThat(json(refused).path("missing").findValuesAsText("reason"))
        .containsExactly("rejected");
    assertThat(json(refused).path("warnings").findValuesAsText("code")).contains("price-jump");
    Run accepted = shell.run("prices", "--accept-jump", "--json");
    assertThat(accepted.exit()).isZero();
    assertThat(json(accepted).path("quotes").path(0).path("price").asInt()).isEqualTo(4000);
    Run next = shell.run("report", "--live", "--json");
    assertThat(next.exit()).isZero();
    assertThat(json(next).path("holdings").path(0).path("price").asInt()).isEqualTo(4000);
  }

  @Test
  void a_cross_check_names_what_the_services_disagree_on() throws IOException {
    shell.quotes("400", "1.2");
    shell.defiLlama.json(
        "{\"coins\": {"
            + shell.llama("bittensor", "440")
            + ","
            + shell.llama("akash-network", "1.236")
            + "}}");
    Run run = shell.run("prices", "--cross-check", "--json");
    assertThat(run.exit()).isZero();
    assertThat(json(run).path("quotes").findValuesAsText("source")).containsOnly("CoinGecko");
    assertThat(warnings(run))
        .containsExactly("TAO is 400 by CoinGecko, 440 by DeFi Llama: +10 % apart");
    assertThat(shell.defiLlama.asked()).hasSize(1);
  }

  @Test
  void one_service_alone_may_be_asked() throws IOException {
    shell.defiLlama.json("{\"coins\": {" + shell.llama("bittensor", "400") + "}}");
    Run run = shell.run("prices", "--source", "defillama", "--json");
    assertThat(run.exit()).isEqualTo(20);
    assertThat(json(run).path("quotes").findValuesAsText("source")).containsExactly("DeFi Llama");
    assertThat(shell.coinGecko.asked()).isEmpty();
    shell.quotes("400", "1.2");
    assertThat(shell.run("prices", "--source", "CoinGecko").exit()).isZero();
    assertThat(shell.defiLlama.asked()).hasSize(1);
  }

  @Test
  void a_source_that_has_not_the_currency_is_refused() throws IOException {
    String file =
        shell.write(
            "eur.json",
            "{\"currency\": \"EUR\", \"holdings\": [{\"asset\": \"TAO\", \"quantity\": 1}]}");
    for (String option : List.of("--source=defillama", "--cross-check")) {
      Run run = shell.run("prices", option, file);
      assertThat(run.exit()).isEqualTo(2);
      assertThat(run.err()).contains("EUR").hasLineCount(1);
    }
    shell.coinGecko.json("{\"bittensor\": {\"eur\": 350, \"last_updated_at\": 1795197540}}");
    assertThat(shell.run("prices", file).exit()).isZero();
    assertThat(shell.coinGecko.asked().get(0)).contains("vs_currencies=eur");
    assertThat(shell.defiLlama.asked()).isEmpty();
  }

  // faults of services

  @ParameterizedTest
  @CsvSource({
    "10010, refused the key: it is of another plan than the host (10010)",
    "10011, refused the key: it is of another plan than the host (10011)",
    "10002, asks for a key (10002)",
    "10005, does not give that to the plan of this key (10005)"
  })
  void a_key_that_is_refused_falls_back_and_is_said(int code, String said) throws IOException {
    shell.coinGecko.refuse(
        401, "{\"status\": {\"error_code\": " + code + ", \"error_message\": \"x\"}}");
    shell.defiLlama.json(
        "{\"coins\": {"
            + shell.llama("bittensor", "400")
            + ","
            + shell.llama("akash-network", "1.2")
            + "}}");
    Run run = shell.run("prices", "--json");
    assertThat(run.exit()).isZero();
    assertThat(json(run).path("quotes").findValuesAsText("source")).containsOnly("DeFi Llama");
    assertThat(warnings(run)).singleElement().asString().startsWith("CoinGecko: " + said + "; ");
    Run check = shell.run("check", "--live");
    assertThat(check.exit()).isZero();
    shell.later(Duration.ofMinutes(2));
    shell.env.put("XDG_CACHE_HOME", shell.path("another"));
    Run alone = shell.run("prices", "--source", "coingecko");
    assertThat(alone.exit()).isEqualTo(69);
    assertThat(alone.err()).contains(said).hasLineCount(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"page", "429", "redirect", "truncated"})
  void a_service_that_answers_badly_falls_back(String fault) throws IOException {
    switch (fault) {
      case "page" -> shell.coinGecko.then(200, "text/html", "<!DOCTYPE html><html></html>");
      case "429" -> shell.coinGecko.refuse(429, "{\"status\": {\"error_code\": 429}}");
      case "redirect" -> shell.coinGecko.then(302, "application/json", "");
      default -> shell.coinGecko.json("{\"bittensor\": {\"usd\": 4");
    }
    shell.defiLlama.json(
        "{\"coins\": {"
            + shell.llama("bittensor", "400")
            + ","
            + shell.llama("akash-network", "1.2")
            + "}}");
    Run run = shell.run("prices", "--json");
    assertThat(run.exit()).isZero();
    assertThat(json(run).path("quotes").findValuesAsText("source")).containsOnly("DeFi Llama");
    assertThat(json(run).path("warnings").findValuesAsText("code")).containsExactly("service");
  }

  // keys

  @ParameterizedTest
  @CsvSource({
    "COINGECKO_DEMO_API_KEY, x-cg-demo-api-key",
    "COINGECKO_PRO_API_KEY, x-cg-pro-api-key"
  })
  void a_key_of_the_environment_is_seen_by_its_service_alone(String variable, String header)
      throws IOException {
    shell.env.put(variable, SECRET);
    seenByItsServiceAlone(header, "prices", "--debug");
  }

  @ParameterizedTest
  @CsvSource({"rw-------, demo", "r--------, pro"})
  void a_key_in_a_file_is_seen_by_its_service_alone(String mode, String plan) throws IOException {
    String file = keyFile(mode);
    if (plan.equals("pro")) {
      shell.env.put("COINGECKO_PRO_API_KEY", "weaker-than-the-file");
    }
    seenByItsServiceAlone(
        "x-cg-" + plan + "-api-key", "report", "--live", "--debug", "--api-key-file", file);
  }

  private void seenByItsServiceAlone(String header, String... command) throws IOException {
    shell.coinGecko.json(
        "{\"akash-network\": {\"usd\": 1.2}, \"bittensor\": {\"usd\": \"" + SECRET + "\"}}");
    shell.coinGecko.refuse(401, "{\"error\": \"" + SECRET + " is no key\"}");
    shell.defiLlama.json("{\"coins\": {}}");
    Run run = shell.run(command);
    shell.later(Duration.ofHours(1));
    Run second = shell.run(command);
    assertThat(shell.coinGecko.requests()).hasSize(2);
    assertThat(shell.coinGecko.requests())
        .allMatch(request -> request.contains("\r\n" + header + ": " + SECRET + "\r\n"));
    assertThat(shell.coinGecko.asked()).noneMatch(line -> line.contains(SECRET));
    assertThat(shell.defiLlama.requests()).isNotEmpty().noneMatch(r -> r.contains(SECRET));
    for (Run said : List.of(run, second)) {
      assertThat(said.err()).contains("GET http://127.0.0.1:");
      assertThat(said.out() + said.err()).doesNotContain(SECRET);
    }
    try (Stream<Path> files = Files.walk(directory.resolve("cache"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        assertThat(Files.readString(file)).doesNotContain(SECRET);
      }
    }
  }

  private String keyFile(String mode) throws IOException {
    Path file = Files.writeString(directory.resolve("key"), SECRET + "\n", UTF_8);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
    return file.toString();
  }

  @ParameterizedTest
  @ValueSource(strings = {"rw-r--r--", "rw-r-----", "rw--w----", "rw----r--"})
  void a_key_file_that_others_may_read_is_refused(String mode) throws IOException {
    String file = keyFile(mode);
    for (String[] command :
        new String[][] {
          {"prices", "--api-key-file", file}, {"report", "--live", "--api-key-file", file}
        }) {
      Run run = shell.run(command);
      assertThat(run.exit()).isEqualTo(65);
      assertThat(run.out()).isEmpty();
      assertThat(run.err()).contains("chmod 600 ").doesNotContain(SECRET).hasLineCount(1);
    }
    assertThat(shell.coinGecko.asked()).isEmpty();
  }

  @Test
  void a_key_file_is_not_overwritten_by_the_answer() throws IOException {
    String file = keyFile("rw-------");
    Run run = shell.run("prices", "--api-key-file", file, "-o", file);
    assertThat(run.exit()).isNotZero();
    assertThat(Files.readString(Path.of(file))).isEqualTo(SECRET + "\n");
    assertThat(shell.run("prices", "--api-key-file", shell.path("none")).exit()).isEqualTo(66);
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

  // histories

  /** What CoinGecko says of so many days up to today, the running one included. */
  private static String chart(Instant now, int days) {
    List<String> points = new ArrayList<>();
    LocalDate today = now.atOffset(ZoneOffset.UTC).toLocalDate();
    for (int ago = days - 1; ago >= 0; ago--) {
      Instant midnight = today.minusDays(ago).atStartOfDay(ZoneOffset.UTC).toInstant();
      points.add("[" + midnight.toEpochMilli() + ", " + (ago % 2 == 0 ? "400.5" : "410.25") + "]");
    }
    points.add("[" + now.toEpochMilli() + ", 999]");
    return "{\"prices\": [" + String.join(", ", points) + "]}";
  }

  @Test
  void a_history_is_daily_closes_up_to_yesterday_and_is_read_back() throws IOException {
    shell.coinGecko.json(chart(shell.now(), 30)).json(chart(shell.now(), 30));
    String file = shell.path("closes.csv");
    assertThat(shell.run("prices", "--history", "30", "-o", file)).isEqualTo(new Run(0, "", ""));
    List<String> lines = Files.readAllLines(Path.of(file));
    assertThat(lines).hasSize(31);
    assertThat(lines.get(0)).isEqualTo("date,bittensor,akash-network");
    assertThat(lines.get(1)).isEqualTo("2026-10-21,410.25,410.25");
    assertThat(lines.get(30)).isEqualTo("2026-11-19,400.5,400.5");
    Run dca =
        shell.run(
            "dca",
            "--amount",
            "100",
            "--every",
            "week",
            "--times",
            "1",
            "--ladder",
            "0,5",
            "--history",
            file,
            "--price",
            "TAO=400",
            "--price",
            "AKT=1.2",
            "--json");
    assertThat(dca.exit()).isZero();
    assertThat(json(dca).findValues("fillProbability")).isNotEmpty().allMatch(JsonNode::isNumber);
  }

  @Test
  void a_history_of_json_is_read_back_too() throws IOException {
    shell.coinGecko.json(chart(shell.now(), 30)).json(chart(shell.now(), 30));
    String file = shell.path("closes.json");
    assertThat(shell.run("prices", "--history", "30", "--json", "-o", file).exit()).isZero();
    JsonNode json = new ObjectMapper().readTree(Path.of(file).toFile());
    assertThat(json.path("schema").asText()).isEqualTo("allot.history/1");
    Run dca =
        shell.run(
            "dca",
            "--amount",
            "100",
            "--every",
            "week",
            "--times",
            "1",
            "--ladder",
            "0,5",
            "--history",
            file,
            "--price",
            "TAO=400",
            "--price",
            "AKT=1.2",
            "--json");
    assertThat(dca.exit()).isZero();
    assertThat(json(dca).findValues("fillProbability")).isNotEmpty().allMatch(JsonNode::isNumber);
  }

  @Test
  void a_history_that_was_interrupted_goes_on_and_says_what_is_missing() throws IOException {
    shell.coinGecko.json(chart(shell.now(), 5)).then(403, "text/html", "<html>");
    shell.defiLlama.then(403, "text/html", "<html>");
    Run first = shell.run("prices", "--history", "5", "-q");
    assertThat(first.exit()).isEqualTo(20);
    assertThat(first.out()).startsWith("date,bittensor\n").hasLineCount(6);
    assertThat(first.err()).startsWith("not priced: AKT: ").hasLineCount(1);
    shell.coinGecko.anew().json(chart(shell.now(), 5));
    Run second = shell.run("prices", "--history", "5", "-q");
    assertThat(second.exit()).isZero();
    assertThat(second.err()).isEmpty();
    assertThat(second.out()).startsWith("date,bittensor,akash-network\n");
    assertThat(shell.coinGecko.asked())
        .extracting(question -> question.replaceFirst("\\?.*", ""))
        .containsExactly(
            "/api/coins/bittensor/market_chart",
            "/api/coins/akash-network/market_chart",
            "/api/coins/akash-network/market_chart");
  }

  @Test
  void days_without_a_close_stay_empty_and_are_said() {
    String gap = chart(shell.now(), 6).replaceFirst("\\[1795046400000, [0-9.]+\\], ", "");
    shell.coinGecko.json(gap).json(chart(shell.now(), 3));
    Run run = shell.run("prices", "--history", "5");
    assertThat(run.exit()).isZero();
    assertThat(run.out())
        .isEqualTo(
            """
            date,bittensor,akash-network
            2026-11-15,400.5,
            2026-11-16,410.25,
            2026-11-17,400.5,400.5
            2026-11-18,,410.25
            2026-11-19,400.5,400.5
            """);
    assertThat(run.err())
        .contains("TAO has no close on 1 of 5 days: 2026-11-18")
        .contains("AKT's closes begin on 2026-11-17");
  }

  @Test
  void a_history_beyond_what_is_free_says_so_and_falls_back() throws IOException {
    String wall =
        "{\"error\": {\"status\": {\"error_code\": 10012, \"error_message\": \"Your request exceeds"
            + " the allowed time range.\"}}}";
    shell.coinGecko.refuse(401, wall);
    Run alone = shell.run("prices", "--history", "400", "--source", "coingecko");
    assertThat(alone.exit()).isEqualTo(69);
    assertThat(alone.err())
        .contains("365 days without a paid plan (10012); write --history 365")
        .hasLineCount(1);
    shell.defiLlama.json(
        String.format(
            Locale.ROOT,
            "{\"coins\": {\"coingecko:bittensor\": {\"prices\": [{\"timestamp\": %d, \"price\":"
                + " 400}]}}}",
            Instant.parse("2026-11-20T00:00:00Z").getEpochSecond()));
    Run both = shell.run("prices", "--history", "400");
    assertThat(both.exit()).isEqualTo(20);
    assertThat(both.out()).contains("\n2026-11-19,400\n");
    assertThat(both.err()).contains("warning: CoinGecko: ", "(10012)", "not priced: AKT");
    assertThat(shell.coinGecko.asked()).as("and is not asked again").hasSize(2);
  }

  @Test
  void the_answer_does_not_depend_on_the_environment_variables_of_others() {
    shell.quotes("400", "1.2");
    shell.env.putAll(
        Map.of("http_proxy", "http://127.0.0.1:1", "HTTP_PROXY", "http://127.0.0.1:1"));
    assertThat(shell.run("check", "--live")).isEqualTo(new Run(0, "", ""));
  }
}
