package allot.feed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import allot.file.CachedCloses;
import allot.file.LockFile;
import allot.money.CurrencyUnit;
import allot.price.Quote;
import allot.problem.Warning;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A cache never loses what is in it, never ends a run, and is its owner's alone. */
class CacheSafetyTest {
  private static final Instant NOON = CacheSaver.START;
  private static final String NEWER =
      "{\"schema\": \"allot.quote-cache/2\", \"quotes\": {\"by\": \"a newer version\"}}";

  @TempDir Path directory;

  private Path file() {
    return directory.resolve("quotes.json");
  }

  private static Map<String, QuoteCache.Entry> tao(String price) {
    Quote quote = new Quote(new BigDecimal(price), Optional.of(NOON), "CoinGecko");
    return Map.of("bittensor", new QuoteCache.Entry(quote, NOON));
  }

  private static CachedCloses closes(String id, String price) {
    TreeMap<LocalDate, BigDecimal> byDay = new TreeMap<>();
    byDay.put(LocalDate.of(2026, 11, 19), new BigDecimal(price));
    return new CachedCloses("CoinGecko", "USD", id, 365, NOON, byDay);
  }

  private static List<String> messages(List<Warning> warnings) {
    assertThat(warnings).allMatch(warning -> warning.code() == Warning.Code.CACHE);
    return warnings.stream().map(Warning::message).toList();
  }

  private static String mode(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  // quotes

  @Test
  void a_quote_is_found_by_its_currency_and_id() {
    QuoteCache.at(directory).save(CurrencyUnit.USD, tao("402.1500"));
    QuoteCache cache = QuoteCache.at(directory);
    assertThat(cache.read(CurrencyUnit.USD)).containsExactlyEntriesOf(tao("402.15"));
    assertThat(cache.read(CurrencyUnit.of("EUR").orElseThrow())).isEmpty();
    assertThat(cache.warnings()).isEmpty();
  }

  @Test
  void without_a_directory_nothing_is_kept_and_nothing_said() {
    QuoteCache cache = QuoteCache.at(Optional.empty());
    cache.save(CurrencyUnit.USD, tao("1"));
    assertThat(cache.read(CurrencyUnit.USD)).isEmpty();
    assertThat(cache.warnings()).isEmpty();
    ClosesCache history = ClosesCache.at(Optional.empty());
    history.save(closes("bittensor", "1"));
    assertThat(history.find("CoinGecko", CurrencyUnit.USD, "bittensor")).isEmpty();
    assertThat(history.warnings()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "{\"schema\": \"allot.quote-cache/1\", \"quo", "[]", NEWER})
  void what_cannot_be_read_is_left_alone_and_said_once(String content) throws IOException {
    Files.writeString(file(), content, UTF_8);
    QuoteCache cache = QuoteCache.at(directory);
    assertThat(cache.read(CurrencyUnit.USD)).isEmpty();
    cache.save(CurrencyUnit.USD, tao("1"));
    cache.save(CurrencyUnit.USD, tao("2"));
    assertThat(file()).hasContent(content).hasSize(content.length());
    assertThat(messages(cache.warnings()))
        .singleElement()
        .asString()
        .startsWith("the cache " + file() + " cannot be read (")
        .endsWith(") and is left alone; delete it to start anew");
  }

  @Test
  void the_reason_names_what_is_wrong() throws IOException {
    Files.writeString(file(), NEWER, UTF_8);
    QuoteCache cache = QuoteCache.at(directory);
    cache.save(CurrencyUnit.USD, tao("1"));
    assertThat(messages(cache.warnings()))
        .singleElement()
        .asString()
        .contains("(schema must be allot.quote-cache/1)");
  }

  @Test
  void a_file_that_is_none_is_left_alone() throws IOException {
    Files.createDirectory(file());
    QuoteCache cache = QuoteCache.at(directory);
    cache.save(CurrencyUnit.USD, tao("1"));
    assertThat(file()).isDirectory();
    assertThat(messages(cache.warnings())).singleElement().asString().contains("no regular file");
  }

  @Test
  void nobody_may_read_it_and_so_it_is_left_alone() throws IOException {
    QuoteCache.at(directory).save(CurrencyUnit.USD, tao("1"));
    byte[] content = Files.readAllBytes(file());
    Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("-w-------"));
    assumeTrue(!Files.isReadable(file()), "root reads everything");
    QuoteCache cache = QuoteCache.at(directory);
    assertThat(cache.read(CurrencyUnit.USD)).isEmpty();
    cache.save(CurrencyUnit.USD, tao("2"));
    Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("rw-------"));
    assertThat(file()).hasBinaryContent(content);
    assertThat(messages(cache.warnings())).singleElement().asString().contains("may not be read");
  }

  @Test
  void a_directory_that_cannot_be_written_is_said_and_the_run_goes_on() throws IOException {
    QuoteCache.at(directory).save(CurrencyUnit.USD, tao("1"));
    Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("r-xr-xr-x"));
    try {
      assumeTrue(!Files.isWritable(directory), "root writes everything");
      QuoteCache cache = QuoteCache.at(directory);
      cache.save(CurrencyUnit.USD, tao("2"));
      assertThat(cache.read(CurrencyUnit.USD)).containsExactlyEntriesOf(tao("1"));
      assertThat(messages(cache.warnings()))
          .singleElement()
          .asString()
          .startsWith("what was fetched is not cached: " + file());
    } finally {
      Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
    }
  }

  @Test
  void a_directory_that_cannot_be_made_is_said() throws IOException {
    Path other = Files.writeString(directory.resolve("file"), "x");
    QuoteCache cache = QuoteCache.at(other);
    cache.save(CurrencyUnit.USD, tao("1"));
    QuoteCache below = QuoteCache.at(other.resolve("allot"));
    below.save(CurrencyUnit.USD, tao("1"));
    assertThat(messages(cache.warnings()))
        .containsExactly("what was fetched is not cached: " + other + " is no directory");
    assertThat(messages(below.warnings())).hasSize(1);
    assertThat(other).hasContent("x");
  }

  @Test
  void a_lock_that_another_run_holds_is_said_and_the_run_goes_on() {
    QuoteCache.at(directory).save(CurrencyUnit.USD, tao("1"));
    LockFile held = LockFile.acquire(file(), Duration.ZERO);
    try {
      QuoteCache cache = new QuoteCache(Optional.of(directory), Duration.ofMillis(50));
      cache.save(CurrencyUnit.USD, tao("2"));
      assertThat(cache.read(CurrencyUnit.USD)).containsExactlyEntriesOf(tao("1"));
      assertThat(messages(cache.warnings()))
          .containsExactly(
              "what was fetched is not cached: " + file() + " is in use by another run of allot");
    } finally {
      held.close();
    }
  }

  @Test
  void directory_and_files_are_their_owners_alone() throws Exception {
    Path made = directory.resolve("cache/allot");
    assertThat(CacheSaver.start("umask 000;", made, "a", 1).waitFor()).isZero();
    assertThat(mode(made)).isEqualTo("rwx------");
    assertThat(mode(directory.resolve("cache"))).isEqualTo("rwx------");
    assertThat(mode(made.resolve("quotes.json"))).isEqualTo("rw-------");
    assertThat(mode(made.resolve("quotes.json.lock"))).isEqualTo("rw-------");
    ClosesCache.at(made).save(closes("bittensor", "1"));
    assertThat(mode(made.resolve("history"))).isEqualTo("rwx------");
    assertThat(mode(made.resolve("history/coingecko-usd-bittensor.json"))).isEqualTo("rw-------");
  }

  @Test
  void threads_lose_nothing_to_each_other() throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(4);
    try {
      List<Callable<List<String>>> runs = new ArrayList<>();
      for (int run = 0; run < 4; run++) {
        String name = "t" + run;
        runs.add(() -> CacheSaver.save(directory, name, 25));
      }
      for (Future<List<String>> warnings : pool.invokeAll(runs)) {
        assertThat(warnings.get()).isEmpty();
      }
    } finally {
      pool.shutdownNow();
    }
    assertNothingIsLost("t", 25);
  }

  @Test
  void processes_lose_nothing_to_each_other() throws Exception {
    List<Process> runs = new ArrayList<>();
    for (int run = 0; run < 4; run++) {
      runs.add(CacheSaver.start("", directory, "p" + run, 50));
    }
    for (Process run : runs) {
      assertThat(run.waitFor(60, TimeUnit.SECONDS)).isTrue();
      assertThat(run.exitValue()).isZero();
    }
    assertNothingIsLost("p", 50);
  }

  private void assertNothingIsLost(String runs, int saves) {
    Map<String, QuoteCache.Entry> all = QuoteCache.at(directory).read(CurrencyUnit.USD);
    assertThat(all).hasSize(4 * saves + 1);
    for (int run = 0; run < 4; run++) {
      for (int i = 0; i < saves; i++) {
        assertThat(all).containsKey(runs + run + "-" + i);
      }
    }
    assertThat(all.get("shared").fetched()).isEqualTo(NOON.plusSeconds(saves - 1L));
  }

  @Test
  void a_run_that_is_killed_leaves_a_cache_that_can_be_read() throws Exception {
    for (int kill = 0; kill < 3; kill++) {
      Process run = CacheSaver.start("", directory, "k", 1_000_000);
      for (int i = 0; i < 600 && !Files.exists(file()); i++) {
        Thread.sleep(50);
      }
      Thread.sleep(20L * kill);
      run.destroyForcibly().waitFor();
      QuoteCache cache = QuoteCache.at(directory);
      assertThat(cache.read(CurrencyUnit.USD)).containsKey("shared");
      cache.save(CurrencyUnit.USD, tao("1"));
      assertThat(cache.read(CurrencyUnit.USD)).containsKeys("shared", "bittensor");
      assertThat(cache.warnings()).isEmpty();
      Files.delete(file());
    }
  }

  @Test
  void when_a_file_may_not_grow_the_old_quotes_stay() throws Exception {
    // forty such entries take more than the four blocks of 512 or 1024 bytes that are allowed
    CacheSaver.save(directory, "old", 2);
    Process run = CacheSaver.start("ulimit -f 4;", directory, "x".repeat(240), 50);
    assertThat(run.waitFor()).isEqualTo(3);
    Map<String, QuoteCache.Entry> left = QuoteCache.at(directory).read(CurrencyUnit.USD);
    assertThat(left).containsKeys("old-0", "old-1").hasSizeBetween(3, 40);
    try (var names = Files.list(directory)) {
      assertThat(names.map(path -> path.getFileName().toString()))
          .containsExactlyInAnyOrder("quotes.json", "quotes.json.lock");
    }
  }

  // closes

  @Test
  void closes_are_found_by_service_currency_and_id() {
    ClosesCache.at(directory).save(closes("bittensor", "400"));
    ClosesCache.at(directory).save(closes("bittensor", "402.1234567890123456"));
    ClosesCache cache = ClosesCache.at(directory);
    assertThat(cache.find("CoinGecko", CurrencyUnit.USD, "bittensor"))
        .contains(closes("bittensor", "402.1234567890123456"));
    assertThat(cache.find("DefiLlama", CurrencyUnit.USD, "bittensor")).isEmpty();
    assertThat(cache.find("CoinGecko", CurrencyUnit.of("EUR").orElseThrow(), "bittensor"))
        .isEmpty();
    assertThat(cache.warnings()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../../x",
        "..",
        ".",
        "/etc/passwd",
        "a/b",
        "A b",
        "é₿",
        "a..b",
        "nul\u0000",
        "-3"
      })
  void an_id_names_a_file_in_the_folder_whatever_it_is(String id) throws IOException {
    ClosesCache cache = ClosesCache.at(directory);
    cache.save(closes(id, "1"));
    cache.save(closes(id + "x".repeat(500), "2"));
    cache.save(closes(id + "x".repeat(501), "3"));
    assertThat(cache.warnings()).isEmpty();
    try (var all = Files.walk(directory)) {
      List<String> names =
          all.filter(Files::isRegularFile)
              .map(path -> directory.resolve("history").relativize(path).toString())
              .toList();
      assertThat(names)
          .hasSize(3)
          .allMatch(name -> name.matches("coingecko-usd-[a-zA-Z0-9._%-]{1,130}"))
          .noneMatch(name -> name.contains(".."));
    }
    if (id.indexOf('\u0000') < 0) {
      assertThat(cache.find("CoinGecko", CurrencyUnit.USD, id)).contains(closes(id, "1"));
      assertThat(cache.find("CoinGecko", CurrencyUnit.USD, id + "x".repeat(500)))
          .contains(closes(id + "x".repeat(500), "2"));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{}",
        "{\"schema\": \"allot.closes-cache/2\"}",
        "{\"schema\": \"allot.closes-cache/1\", \"source\": \"CoinGecko\", \"currency\": \"USD\","
            + " \"id\": \"bittensor\", \"days\": 3, \"fetched\": \"2026-11-20T12:00:00Z\","
            + " \"closes\": {\"2026-02-30\": 1}}"
      })
  void closes_that_cannot_be_read_are_left_alone_and_said_once(String content) throws IOException {
    ClosesCache.at(directory).save(closes("bittensor", "1"));
    Path file = directory.resolve("history/coingecko-usd-bittensor.json");
    Files.writeString(file, content, UTF_8);
    ClosesCache cache = ClosesCache.at(directory);
    assertThat(cache.find("CoinGecko", CurrencyUnit.USD, "bittensor")).isEmpty();
    cache.save(closes("bittensor", "2"));
    cache.save(closes("filecoin", "2"));
    assertThat(file).hasContent(content);
    assertThat(cache.find("CoinGecko", CurrencyUnit.USD, "filecoin")).isPresent();
    assertThat(messages(cache.warnings()))
        .singleElement()
        .asString()
        .startsWith("the cache " + file + " cannot be read (");
  }

  @Test
  void closes_that_cannot_be_kept_are_said_once() throws IOException {
    Path other = Files.writeString(directory.resolve("file"), "x");
    ClosesCache cache = ClosesCache.at(other);
    cache.save(closes("bittensor", "1"));
    cache.save(closes("filecoin", "1"));
    assertThat(messages(cache.warnings())).hasSize(1);
  }
}
