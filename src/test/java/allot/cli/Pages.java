package allot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Answers to write to pages, of portfolios plain, hostile and large. */
final class Pages {
  static final List<String> VERBS = List.of("report", "dca", "rebalance", "backtest", "simulate");
  static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

  private static final Instant NOW = Instant.parse("2026-11-20T18:00:00Z");

  private Pages() {}

  static String sample() throws IOException {
    return Files.readString(Path.of("samples", "portfolio.json"));
  }

  /** A portfolio in which every name that a file can choose is this one, but for a letter. */
  static String named(String name) throws IOException {
    String text = JSON.writeValueAsString(name);
    String asset = JSON.writeValueAsString("Z" + name);
    return """
        { "version": 1, "name": NAME, "timezone": "UTC", "asOf": "2026-11-20T16:00:00Z",
          "holdings": [
            { "asset": "TAO", "quantity": 20, "price": 402.15, "account": NAME },
            { "asset": ASSET, "quantity": 4000, "price": 4.15, "account": NAME, "note": NAME },
            { "asset": "RENDER", "quantity": 500, "price": 4.15, "account": "b" },
            { "asset": "USD", "quantity": 4000, "account": "b" } ],
          "assets": [ { "id": "own", "symbol": ASSET, "name": NAME, "bucket": "hybrid",
            "sector": NAME, "hosts": [ "ethereum" ], "reason": NAME } ],
          "dca": { "amount": 500, "every": "week", "on": "friday", "start": "2026-12-04",
            "times": 8 } }
        """
        .replace("NAME", text)
        .replace("ASSET", asset);
  }

  /** A portfolio of so many holdings in own assets. */
  static String large(int holdings) {
    String[] buckets = {"layer-2", "layer-1", "hybrid", "stablecoin"};
    List<String> rows = new ArrayList<>();
    List<String> assets = new ArrayList<>();
    for (int i = 0; i < holdings; i++) {
      rows.add(
          "{\"asset\":\"COIN"
              + i
              + "\",\"quantity\":\"1234.5678"
              + i
              + "\",\"price\":\"3.14159"
              + i
              + "\",\"account\":\"Account number "
              + i % 7
              + "\"}");
      assets.add(
          "{\"id\":\"coin-"
              + i
              + "\",\"symbol\":\"COIN"
              + i
              + "\",\"name\":\"A coin with a long name "
              + i
              + "\",\"bucket\":\""
              + buckets[i % 4]
              + "\",\"sector\":\"compute\",\"hosts\":[\"ethereum\"],\"reason\":\"test\"}");
    }
    return "{\"version\":1,\"asOf\":\"2026-11-20T16:00:00Z\",\"target\":{\"layer-2\":40,"
        + "\"layer-1\":30,\"hybrid\":20,\"stablecoin\":10},\"holdings\":["
        + String.join(",", rows)
        + "],\"assets\":["
        + String.join(",", assets)
        + "],\"dca\":{\"amount\":500,\"every\":\"week\",\"on\":\"friday\","
        + "\"start\":\"2026-12-04\",\"times\":52}}";
  }

  static String page(Path file, String verb) {
    return answer(file, verb, "html");
  }

  static JsonNode json(Path file, String verb) throws IOException {
    return JSON.readTree(answer(file, verb, "json"));
  }

  /** What a verb answers; closes are those in a file beside the portfolio, else the sample's. */
  static String answer(Path file, String verb, String format) {
    List<String> arguments = new ArrayList<>(List.of(verb, file.toString(), "--format", format));
    if (verb.equals("backtest") || verb.equals("simulate")) {
      Path own = file.resolveSibling(file.getFileName() + ".csv");
      Path closes = Files.exists(own) ? own : Path.of("samples", "history.csv");
      arguments.addAll(List.of("--history", closes.toString()));
    }
    if (verb.equals("simulate")) {
      arguments.addAll(List.of("--paths", "300", "--days", "120"));
    }
    return run(arguments.toArray(String[]::new));
  }

  /** Writes a portfolio, and closes of its own beside it. */
  static Path withCloses(Path file, String portfolio) throws IOException {
    Files.writeString(file.resolveSibling(file.getFileName() + ".csv"), closes(portfolio));
    return Files.writeString(file, portfolio);
  }

  /** A hundred closes of every asset in a portfolio, which go up and down, each in its own way. */
  private static String closes(String portfolio) throws IOException {
    List<String> assets = new ArrayList<>();
    for (JsonNode holding : JSON.readTree(portfolio).get("holdings")) {
      String asset = holding.get("asset").asText();
      if (!asset.equals("USD") && !assets.contains(asset)) {
        assets.add(asset);
      }
    }
    StringBuilder table = new StringBuilder("date");
    assets.forEach(asset -> table.append(",\"").append(asset.replace("\"", "\"\"")).append('"'));
    for (int day = 0; day < 100; day++) {
      table.append('\n').append(LocalDate.of(2026, 8, 12).plusDays(day));
      for (int i = 0; i < assets.size(); i++) {
        table.append(',').append(100 + (day * (i + 3) + day % 7 * 31) % 41);
      }
    }
    return table.append('\n').toString();
  }

  static String run(String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    int code = Main.run(arguments, InputStream.nullInputStream(), out, err, Map.of(), clock);
    assertThat(code).as(err.toString(StandardCharsets.UTF_8)).isZero();
    return out.toString(StandardCharsets.UTF_8);
  }
}
