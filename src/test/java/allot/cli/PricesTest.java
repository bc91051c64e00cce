package allot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import allot.cli.LiveShell.Run;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Current prices, from the command line to the services and back. */
class PricesTest {
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
}
