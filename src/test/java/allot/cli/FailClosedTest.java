package allot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** With one price wrong nothing is decided by it: no weights, no trades, and the reason is said. */
class FailClosedTest {
  private static final Set<String> FIGURES =
      Set.of("weight", "drift", "relativeDrift", "totalDrift", "accuracy", "total", "toTarget");

  @TempDir Path directory;
  private LiveShell shell;

  /** What may be wrong with the one price of TAO that there is. */
  private enum Fault {
    NONE(null, -60, "no service knows the id `bittensor`"),
    STALE("400", -25 * 3600, "25 h old"),
    ZERO("0", -60, "cannot be right"),
    NEGATIVE("-400", -60, "cannot be right"),
    FUTURE("400", 600, "cannot be right"),
    TENFOLD("4000", -60, "TAO moved by +900 %, from 400");

    private final String price;
    private final long seconds;
    private final String reason;

    Fault(String price, long seconds, String reason) {
      this.price = price;
      this.seconds = seconds;
      this.reason = reason;
    }

    /** Whether there is a price that may be shown, if not decided by. */
    boolean isShown() {
      return this == STALE;
    }
  }

  @BeforeEach
  void open() throws IOException {
    shell = new LiveShell(directory);
  }

  @AfterEach
  void close() throws IOException {
    shell.close();
  }

  private void suffer(Fault fault) {
    if (fault == Fault.TENFOLD) {
      shell.quotes("400", "1.2");
      assertThat(shell.run("prices").exit()).isZero();
      shell.later(Duration.ofHours(1));
    }
    long good = shell.now().getEpochSecond() - 60;
    String tao = "";
    if (fault.price != null) {
      long at = shell.now().getEpochSecond() + fault.seconds;
      tao = "\"bittensor\": {\"usd\": " + fault.price + ", \"last_updated_at\": " + at + "}, ";
      shell.defiLlama.json(
          String.format(
              Locale.ROOT,
              "{\"coins\": {\"coingecko:bittensor\": {\"price\": %s, \"timestamp\": %d}}}",
              fault.price,
              at));
    } else {
      shell.defiLlama.json("{\"coins\": {}}");
    }
    shell
        .coinGecko
        .anew()
        .json("{" + tao + "\"akash-network\": {\"usd\": 1.2, \"last_updated_at\": " + good + "}}");
  }

  private static final List<String> COMMANDS =
      List.of(
          "check --live",
          "rebalance --live",
          "report --live",
          "why TAO --live",
          "why AKT --live",
          "dca --live --amount 100 --every week --times 2",
          "prices");

  static Stream<Arguments> faultsAndCommands() {
    return Arrays.stream(Fault.values())
        .flatMap(fault -> COMMANDS.stream().map(command -> Arguments.of(fault, command)));
  }

  private static int exit(Fault fault, String command) {
    boolean decides = command.startsWith("check") || command.startsWith("rebalance");
    return decides || !fault.isShown() ? 20 : 0;
  }

  private LiveShell.Run run(String command, String... more) {
    List<String> words = new ArrayList<>(List.of(command.split(" ")));
    words.addAll(List.of(more));
    return shell.run(words.toArray(new String[0]));
  }

  @ParameterizedTest
  @MethodSource("faultsAndCommands")
  void one_price_that_is_wrong_is_20_with_its_reason_and_without_figures(
      Fault fault, String command) throws IOException {
    suffer(fault);
    LiveShell.Run run = run(command, "--json");
    assertThat(run.exit()).as(run.toString()).isEqualTo(exit(fault, command));
    JsonNode json = new ObjectMapper().readTree(run.out());
    if (exit(fault, command) == 20 && !fault.isShown()) {
      assertThat(figures(json)).as(run.out()).isEmpty();
    }
    if (exit(fault, command) == 20) {
      assertThat(json.findValues("trades")).allMatch(JsonNode::isEmpty);
      assertThat(json.findValues("orders")).allMatch(JsonNode::isEmpty);
    }
    if (command.equals("prices")) {
      assertThat(json.path("missing").findValuesAsText("reason"))
          .isEqualTo(
              fault.isShown()
                  ? List.of()
                  : List.of(fault == Fault.NONE ? "unknown-id" : "rejected"));
    } else if (!command.contains("AKT")) {
      assertThat(reasons(json) + run.err()).contains("TAO").contains(fault.reason);
    }
  }

  /** Figures of the mix that are there, though it is not known. */
  private static List<String> figures(JsonNode json) {
    List<String> found = new ArrayList<>();
    json.properties()
        .forEach(
            field -> {
              if (FIGURES.contains(field.getKey()) && field.getValue().isNumber()) {
                found.add(field.getKey());
              }
            });
    json.forEach(child -> found.addAll(figures(child)));
    return found;
  }

  private static String reasons(JsonNode json) {
    return String.join("\n", json.findValuesAsText("message"))
        + String.join("\n", json.findValuesAsText("from"))
        + String.join("\n", json.findValuesAsText("value"));
  }

  @ParameterizedTest
  @MethodSource("faultsAndCommands")
  void people_are_told_the_same(Fault fault, String command) throws IOException {
    suffer(fault);
    LiveShell.Run run = run(command);
    assertThat(run.exit()).as(run.toString()).isEqualTo(exit(fault, command));
    if (!command.contains("AKT")) {
      String said = (run.out() + run.err()).replaceAll("\\s+", " ");
      assertThat(said).contains("TAO").contains(command.equals("prices") ? "TAO" : fault.reason);
      if (fault == Fault.TENFOLD) {
        assertThat(said).contains("`allot prices --accept-jump` takes it");
      }
    }
    if (command.startsWith("check") || command.startsWith("rebalance")) {
      assertThat(run.out()).isEmpty();
      assertThat(run.err()).contains("cannot decide: ");
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Fault.class,
      names = {"ZERO", "NEGATIVE", "FUTURE", "TENFOLD"})
  void a_price_in_a_file_does_not_stand_in_for_one_that_cannot_be_right(Fault fault)
      throws IOException {
    suffer(fault);
    String priced =
        LiveShell.PORTFOLIO.replace(
            "\"quantity\": 15",
            "\"quantity\": 15, \"price\": 400, \"priceAsOf\": \"2026-11-20T17:59:00Z\"");
    String file = shell.write("priced.json", priced);
    String prices = shell.write("prices.csv", "asset,price,asOf\nTAO,400,2026-11-20T17:59:00Z\n");
    assertThat(run("check --live", file).exit()).isEqualTo(20);
    assertThat(run("check --live", file, "--prices", prices).exit()).isEqualTo(20);
    assertThat(run("check --live", file, "--price", "TAO=400").exit()).isZero();
    assertThat(run("check", file).exit()).isEqualTo(20);
    assertThat(run("check", file, "--price", "AKT=1.2").exit()).isZero();
  }

  @Test
  void a_price_in_a_file_stands_in_for_one_that_nobody_has() throws IOException {
    suffer(Fault.NONE);
    String prices = shell.write("prices.csv", "asset,price,asOf\nTAO,400,2026-11-20T17:59:00Z\n");
    LiveShell.Run run = run("check --live", "--prices", prices);
    assertThat(run).isEqualTo(new LiveShell.Run(0, "", ""));
  }

  @Test
  void every_price_is_right() {
    shell.quotes("400", "1.2");
    for (String command : COMMANDS) {
      assertThat(run(command).exit()).as(command).isZero();
    }
    assertThat(shell.coinGecko.asked()).as("fetched once, then young").hasSize(1);
  }
}
