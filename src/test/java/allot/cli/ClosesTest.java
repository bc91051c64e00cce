package allot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import allot.cli.LiveShell.Run;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Histories, from the command line to the services and back into a plan. */
class ClosesTest {
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
}
