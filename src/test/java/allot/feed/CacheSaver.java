package allot.feed;

import allot.money.CurrencyUnit;
import allot.price.Quote;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Another run of the program, as far as the cache sees it: saves quotes one by one. */
final class CacheSaver {
  static final Instant START = Instant.parse("2026-11-20T12:00:00Z");

  private CacheSaver() {}

  /** Directory, name of the run, number of saves; exits 3 if anything went wrong. */
  public static void main(String[] args) {
    if (!save(Path.of(args[0]), args[1], Integer.parseInt(args[2])).isEmpty()) {
      System.exit(3);
    }
  }

  /** So many saves: each of an own asset, and of one that all runs price. Answers the warnings. */
  static List<String> save(Path directory, String run, int times) {
    QuoteCache cache = QuoteCache.at(directory);
    for (int i = 0; i < times; i++) {
      Instant fetched = START.plusSeconds(i);
      BigDecimal price = BigDecimal.valueOf(i + 1L);
      Quote quote = new Quote(price, Optional.of(fetched), "CoinGecko");
      QuoteCache.Entry entry = new QuoteCache.Entry(quote, fetched);
      cache.save(CurrencyUnit.USD, Map.of(run + "-" + i, entry, "shared", entry));
    }
    return cache.warnings().stream().map(warning -> warning.message()).toList();
  }

  /** Starts {@link #main} in a process of its own, perhaps within limits. */
  static Process start(String limits, Path directory, String run, int times)
      throws java.io.IOException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String command =
        limits + " exec \"$0\" -XX:-UsePerfData -XX:TieredStopAtLevel=1 -Xmx64m -cp \"$@\"";
    return new ProcessBuilder(
            "sh",
            "-c",
            command,
            java,
            System.getProperty("java.class.path"),
            CacheSaver.class.getName(),
            directory.toString(),
            run,
            String.valueOf(times))
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
  }
}
