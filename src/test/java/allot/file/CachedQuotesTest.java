package allot.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import allot.file.CachedQuotes.Entry;
import allot.price.Quote;
import allot.problem.Kind;
import allot.problem.ProblemException;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CachedQuotesTest {
  private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

  @TempDir Path directory;

  private static Entry entry(String currency, String id, String price, Instant fetched) {
    Quote quote = new Quote(new BigDecimal(price), Optional.of(fetched), "CoinGecko");
    return new Entry(currency, id, quote, fetched);
  }

  private static CachedQuotes quotes(Entry... entries) {
    return new CachedQuotes(List.of(entries));
  }

  private String refused(String text) throws IOException {
    Path file = Files.writeString(directory.resolve("bad.json"), text, UTF_8);
    ProblemException refusal =
        catchThrowableOfType(ProblemException.class, () -> CachedQuotes.read(file));
    assertThat(refusal).as(text).isNotNull();
    return refusal.getMessage().substring(file.toString().length());
  }

  @Test
  void what_is_written_is_read_back() {
    Path file = directory.resolve("quotes.json");
    CachedQuotes quotes =
        quotes(
            entry("EUR", "bittensor", "380.1234567890123456789", NOON.plusMillis(5)),
            entry("USD", "odd \" né\t", "1e-30", NOON),
            new Entry("USD", "x", new Quote(new BigDecimal("1e30"), Optional.empty(), ""), NOON));
    quotes.write(file);
    assertThat(CachedQuotes.read(file).entries())
        .usingRecursiveComparison()
        .withComparatorForType(BigDecimal::compareTo, BigDecimal.class)
        .isEqualTo(quotes.entries());
  }

  @Test
  void without_a_file_there_are_none() {
    assertThat(CachedQuotes.read(directory.resolve("none")).entries()).isEmpty();
  }

  @Test
  void fields_that_a_later_version_adds_are_passed_over() throws IOException {
    Path file =
        Files.writeString(
            directory.resolve("f"),
            """
            {"schema": "allot.quote-cache/1", "by": "x", "quotes": [{"currency": "USD",
             "id": "a", "price": 1.50, "asOf": null, "source": "s", "volume": {},
             "fetched": "2026-11-20T12:00:00Z"}]}
            """);
    assertThat(CachedQuotes.read(file).entries())
        .containsExactly(
            new Entry("USD", "a", new Quote(new BigDecimal("1.50"), Optional.empty(), "s"), NOON));
  }

  @Test
  void anything_else_is_refused() throws IOException {
    assertThat(refused("")).contains("empty");
    assertThat(refused("{\"schema\": \"allot.quote-cache/2\"}"))
        .isEqualTo(":1:12: schema: must be allot.quote-cache/1");
    assertThat(refused("{\"quotes\": []}")).isEqualTo(":1:1: needs `schema`");
    String start = "{\"schema\": \"allot.quote-cache/1\", \"quotes\": ";
    assertThat(refused(start)).isNotEmpty();
    assertThat(refused(start + "{}}")).endsWith("quotes: must be a list, [ ... ]");
    assertThat(refused(start + "[{}]}")).endsWith("quotes[0]: needs `currency`");
    String quote =
        "[{\"currency\": \"USD\", \"id\": \"a\", \"price\": PRICE, \"asOf\": null,"
            + " \"source\": \"s\", \"fetched\": \"WHEN\"}]}";
    String when = "2026-11-20T12:00:00Z";
    for (String price : List.of("0", "-1", "null", "1e999", "\"\"")) {
      assertThat(refused(start + quote.replace("PRICE", price).replace("WHEN", when)))
          .contains("quotes[0].price: ");
    }
    assertThat(refused(start + quote.replace("PRICE", "1").replace("WHEN", "soon")))
        .contains("quotes[0].fetched: is no instant");
  }

  @Test
  void of_two_quotes_the_one_fetched_later_stays() {
    CachedQuotes old = quotes(entry("USD", "a", "1", NOON), entry("USD", "b", "2", NOON));
    Instant before = NOON.minusSeconds(1);
    List<Entry> others =
        List.of(
            entry("USD", "a", "3", before),
            entry("USD", "b", "4", NOON),
            entry("EUR", "a", "5", before));
    assertThat(old.with(others).entries())
        .containsExactly(
            entry("EUR", "a", "5", before),
            entry("USD", "a", "1", NOON),
            entry("USD", "b", "4", NOON));
  }

  @Test
  void the_entries_fetched_last_are_kept_and_no_more_than_a_bound() {
    List<Entry> many = new ArrayList<>();
    for (int i = 0; i < CachedQuotes.MOST + 10; i++) {
      many.add(entry("USD", "coin-" + i, "1", NOON.minusSeconds(i)));
    }
    List<Entry> kept = quotes().with(many).entries();
    assertThat(kept).hasSize(CachedQuotes.MOST);
    assertThat(kept).contains(many.get(CachedQuotes.MOST - 1));
    assertThat(kept).doesNotContain(many.get(CachedQuotes.MOST));
    assertThat(quotes().with(List.of(entry("USD", "x".repeat(300), "1", NOON))).entries())
        .isEmpty();
  }

  @Test
  void when_the_disk_is_full_the_old_quotes_are_still_there() throws IOException {
    Path file = directory.resolve("quotes.json");
    CachedQuotes old = quotes(entry("USD", "a", "1", NOON));
    CachedQuotes fresh = quotes(entry("USD", "a", "2", NOON));
    int failures = 0;
    for (int nth = 1; ; nth++) {
      Files.deleteIfExists(file);
      old.write(file);
      FailingOperations files = new FailingOperations(nth);
      ProblemException refusal =
          catchThrowableOfType(ProblemException.class, () -> fresh.write(file, files));
      try (var names = Files.list(directory)) {
        assertThat(names).containsExactly(file);
      }
      CachedQuotes expected = refusal == null || files.hasMoved() ? fresh : old;
      assertThat(CachedQuotes.read(file)).isEqualTo(expected);
      if (refusal == null) {
        break;
      }
      assertThat(refusal.kind()).isEqualTo(Kind.UNWRITABLE);
      failures++;
    }
    assertThat(failures).isEqualTo(6);
  }
}
