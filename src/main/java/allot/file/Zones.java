package allot.file;

import allot.problem.Spelling;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** Reads time zones by their IANA names. */
public final class Zones {
  private Zones() {}

  static Optional<ZoneId> read(Node node) {
    Optional<String> text = node.word();
    Optional<ZoneId> zone = text.flatMap(Zones::parse);
    if (text.isPresent() && zone.isEmpty()) {
      node.reveal("is no time zone", remedy(text.get()));
    }
    return zone;
  }

  /** What to write instead of a text that is no zone. */
  public static String remedy(String text) {
    String near = Spelling.suggest(text, names());
    return near.isEmpty() ? "write it as America/New_York or UTC" : near;
  }

  private static List<String> names() {
    return ZoneId.getAvailableZoneIds().stream()
        .filter(id -> id.indexOf('/') > 0)
        .sorted()
        .toList();
  }

  /** A zone by its name; abbreviations such as EST name no zone, for they mean several. */
  public static Optional<ZoneId> parse(String text) {
    if (text.equals("UTC") || text.equals("Z")) {
      return Optional.of(ZoneOffset.UTC);
    }
    if (text.indexOf('/') < 0) {
      return Optional.empty();
    }
    try {
      return Optional.of(ZoneId.of(text));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
