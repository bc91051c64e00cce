package allot.file;

import allot.money.ExactDecimal;
import allot.price.Timestamp;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The daily closes of one asset that a service gave, kept so that an interrupted run can go on.
 *
 * @param source the service's name
 * @param currency the code of the currency they are in
 * @param id of the asset
 * @param days how many days had been asked for, at least 1
 * @param fetched when they were
 * @param closes by UTC day, each above zero; maybe none
 */
public record CachedCloses(
    String source,
    String currency,
    String id,
    int days,
    Instant fetched,
    NavigableMap<LocalDate, BigDecimal> closes) {
  private static final String SCHEMA = "allot.closes-cache/1";

  public CachedCloses {
    closes = Collections.unmodifiableNavigableMap(new TreeMap<>(closes));
  }

  /**
   * Reads the closes; empty if there is no such file.
   *
   * @throws allot.problem.ProblemException if the file cannot be read or holds something else,
   *     perhaps what a newer version wrote
   */
  public static Optional<CachedCloses> read(Path file) {
    Optional<CacheJson.Opened> opened = CacheJson.open(file, SCHEMA);
    if (opened.isEmpty()) {
      return Optional.empty();
    }
    Members members = opened.get().members();
    Optional<String> source = members.need("source").flatMap(Node::anyText);
    Optional<String> currency = members.need("currency").flatMap(Node::anyText);
    Optional<String> id = members.need("id").flatMap(Node::anyText);
    Optional<Integer> days = members.need("days").flatMap(n -> n.whole(1, Integer.MAX_VALUE));
    Optional<Instant> fetched = members.need("fetched").flatMap(n -> n.instant(ZoneOffset.UTC));
    TreeMap<LocalDate, BigDecimal> closes = new TreeMap<>();
    members.need("closes").flatMap(Node::members).ifPresent(byDay -> readCloses(byDay, closes));
    opened.get().problems().throwIfAny();
    return Optional.of(
        new CachedCloses(
            source.orElseThrow(),
            currency.orElseThrow(),
            id.orElseThrow(),
            days.orElseThrow(),
            fetched.orElseThrow(),
            closes));
  }

  private static void readCloses(Members byDay, Map<LocalDate, BigDecimal> closes) {
    for (Members.Entry entry : byDay.takeRest()) {
      Optional<LocalDate> date = Timestamp.parseDate(entry.key());
      Optional<BigDecimal> price = entry.value().number(Node.Range.POSITIVE);
      if (date.isEmpty()) {
        byDay.refuseKey(entry, "is no date of the calendar", "");
      } else {
        price.ifPresent(close -> closes.put(date.get(), close));
      }
    }
  }

  /**
   * Writes the closes, for their owner alone, whole or not at all.
   *
   * @throws allot.problem.ProblemException of kind UNWRITABLE; the old content is then still there
   */
  public void write(Path file) {
    write(file, new FileOperations.Real());
  }

  void write(Path file, FileOperations files) {
    CacheJson.write(file, SCHEMA, this::writeMembers, files);
  }

  private void writeMembers(JsonGenerator json) throws IOException {
    json.writeStringField("source", source);
    json.writeStringField("currency", currency);
    json.writeStringField("id", id);
    json.writeNumberField("days", days);
    json.writeStringField("fetched", Timestamp.format(fetched));
    json.writeObjectFieldStart("closes");
    for (Map.Entry<LocalDate, BigDecimal> close : closes.entrySet()) {
      json.writeFieldName(close.getKey().toString());
      json.writeNumber(ExactDecimal.plain(close.getValue()));
    }
    json.writeEndObject();
  }
}
