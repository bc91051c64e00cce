package allot.file;

import allot.money.ExactDecimal;
import allot.price.Quote;
import allot.price.Timestamp;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The last quotes that services gave, kept for later runs.
 *
 * @param entries at most one for each asset and currency
 */
public record CachedQuotes(List<Entry> entries) {
  /** So many entries are kept, those fetched last. */
  public static final int MOST = 5_000;

  private static final String SCHEMA = "allot.quote-cache/1";

  /** No service has an id as long as this; what has one is not worth a cache's room. */
  private static final int LONGEST_ID = 256;

  /**
   * A quote of one asset.
   *
   * @param currency the code of the currency it is in
   * @param id of the asset
   * @param quote above zero
   * @param fetched when it was fetched, which is later than when it was quoted
   */
  public record Entry(String currency, String id, Quote quote, Instant fetched) {

    private String key() {
      return currency + " " + id;
    }
  }

  public CachedQuotes {
    entries = List.copyOf(entries);
  }

  /**
   * Reads the cache; there are no entries if there is no such file.
   *
   * @throws allot.problem.ProblemException if the file cannot be read or holds something else,
   *     perhaps what a newer version wrote
   */
  public static CachedQuotes read(Path file) {
    List<Entry> entries = new ArrayList<>();
    Optional<CacheJson.Opened> opened = CacheJson.open(file, SCHEMA);
    if (opened.isPresent()) {
      for (Node item :
          opened.get().members().need("quotes").flatMap(Node::items).orElse(List.of())) {
        item.members().flatMap(CachedQuotes::entry).ifPresent(entries::add);
      }
      opened.get().problems().throwIfAny();
    }
    return new CachedQuotes(entries);
  }

  private static Optional<Entry> entry(Members members) {
    Optional<String> currency = members.need("currency").flatMap(Node::anyText);
    Optional<String> id = members.need("id").flatMap(Node::anyText);
    Optional<BigDecimal> price = members.need("price").flatMap(n -> n.number(Node.Range.POSITIVE));
    Optional<Instant> asOf =
        members
            .need("asOf")
            .filter(node -> !(node.json() instanceof JsonValue.Nul))
            .flatMap(node -> node.instant(ZoneOffset.UTC));
    Optional<String> source = members.need("source").flatMap(Node::anyText);
    Optional<Instant> fetched = members.need("fetched").flatMap(n -> n.instant(ZoneOffset.UTC));
    if (currency.isEmpty() || id.isEmpty() || price.isEmpty() || fetched.isEmpty()) {
      return Optional.empty();
    }
    Quote quote = new Quote(price.get(), asOf, source.orElse(""));
    return Optional.of(new Entry(currency.get(), id.get(), quote, fetched.get()));
  }

  /**
   * These entries and others. Of an asset that both have, the quote fetched later stays; of all,
   * the {@value #MOST} that were fetched last.
   */
  public CachedQuotes with(List<Entry> others) {
    Map<String, Entry> byKey = new TreeMap<>();
    for (Entry entry : entries) {
      byKey.merge(entry.key(), entry, CachedQuotes::later);
    }
    for (Entry entry : others) {
      if (entry.id().length() <= LONGEST_ID) {
        byKey.merge(entry.key(), entry, CachedQuotes::later);
      }
    }
    if (byKey.size() > MOST) {
      List<Entry> oldestFirst = new ArrayList<>(byKey.values());
      oldestFirst.sort(Comparator.comparing(Entry::fetched));
      oldestFirst.subList(0, byKey.size() - MOST).forEach(entry -> byKey.remove(entry.key()));
    }
    return new CachedQuotes(List.copyOf(byKey.values()));
  }

  /** By the service's own time where it gives one: that of a run may be any that the user chose. */
  private static Entry later(Entry a, Entry b) {
    Instant before = a.quote().asOf().orElse(a.fetched());
    return b.quote().asOf().orElse(b.fetched()).isBefore(before) ? a : b;
  }

  /**
   * Writes the cache, for its owner alone, whole or not at all.
   *
   * @throws allot.problem.ProblemException of kind UNWRITABLE; the old content is then still there
   */
  public void write(Path file) {
    write(file, new FileOperations.Real());
  }

  void write(Path file, FileOperations files) {
    CacheJson.write(file, SCHEMA, this::writeQuotes, files);
  }

  private void writeQuotes(JsonGenerator json) throws IOException {
    json.writeArrayFieldStart("quotes");
    for (Entry entry : entries) {
      json.writeStartObject();
      json.writeStringField("currency", entry.currency());
      json.writeStringField("id", entry.id());
      json.writeFieldName("price");
      json.writeNumber(ExactDecimal.plain(entry.quote().value()));
      json.writeFieldName("asOf");
      if (entry.quote().asOf().isPresent()) {
        json.writeString(Timestamp.format(entry.quote().asOf().get()));
      } else {
        json.writeNull();
      }
      json.writeStringField("source", entry.quote().source());
      json.writeStringField("fetched", Timestamp.format(entry.fetched()));
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
