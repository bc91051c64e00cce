package allot.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import allot.feed.StubService;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;

/** Runs the program against two services on loopback, with a directory and a clock of its own. */
final class LiveShell implements Closeable {
  static final Instant NOW = Instant.parse("2026-11-20T18:00:00Z");

  /** In band at 400 and 1.2; nothing in it has a price. */
  static final String PORTFOLIO =
      """
      { "timezone": "UTC", "target": { "layer-1": 60, "hybrid": 30, "stablecoin": 10 },
        "holdings": [
          { "asset": "TAO", "quantity": 15 },
          { "asset": "AKT", "quantity": 2500, "bucket": "hybrid" },
          { "asset": "USD", "quantity": 1000 } ] }
      """;

  private static final String PAGE = "<html>Just a moment...</html>";

  final StubService coinGecko = new StubService();
  final StubService defiLlama = new StubService();
  final Map<String, String> env = new HashMap<>();
  private final Path directory;
  private Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);

  /** What a command did. */
  record Run(int exit, String out, String err) {}

  LiveShell(Path directory) throws IOException {
    this.directory = directory;
    env.put("COINGECKO_BASE_URL", coinGecko.root().uri().toString());
    env.put("DEFILLAMA_BASE_URL", defiLlama.root().uri().toString());
    env.put("XDG_CACHE_HOME", directory.resolve("cache").toString());
    env.put("ALLOT_PORTFOLIO", write("p.json", PORTFOLIO));
  }

  String write(String name, String text) throws IOException {
    return Files.writeString(directory.resolve(name), text).toString();
  }

  String path(String name) {
    return directory.resolve(name).toString();
  }

  void later(Duration time) {
    clock = Clock.offset(clock, time);
  }

  Instant now() {
    return clock.instant();
  }

  /** Neither service gives anything from now on, and both do it at once. */
  void outage() {
    coinGecko.anew().then(403, "text/html", PAGE);
    defiLlama.anew().then(403, "text/html", PAGE);
  }

  /** What CoinGecko says from now on, quoted a minute ago. */
  LiveShell quotes(String tao, String akt) {
    coinGecko
        .anew()
        .json(
            "{\"bittensor\": "
                + coin(tao, now())
                + ", \"akash-network\": "
                + coin(akt, now())
                + "}");
    return this;
  }

  private static String coin(String price, Instant at) {
    long seconds = at.minusSeconds(60).getEpochSecond();
    return "{\"usd\": " + price + ", \"last_updated_at\": " + seconds + "}";
  }

  /** What DeFi Llama says of one coin. */
  String llama(String id, String price) {
    return "\"coingecko:"
        + id
        + "\": {\"price\": "
        + price
        + ", \"timestamp\": "
        + now().minusSeconds(60).getEpochSecond()
        + ", \"confidence\": 0.99}";
  }

  Run run(String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int exit = Main.run(args, InputStream.nullInputStream(), out, err, env, clock);
    return new Run(exit, out.toString(UTF_8), err.toString(UTF_8));
  }

  @Override
  public void close() throws IOException {
    coinGecko.close();
    defiLlama.close();
  }
}
