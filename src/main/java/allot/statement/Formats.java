package allot.statement;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * All formats that are known, in the order in which a header is shown to them: the particular ones
 * first, then the one that takes any CSV with the columns that it needs.
 */
public final class Formats {
  private final List<StatementFormat> all;
  private final Map<String, String> map;

  private Formats(List<StatementFormat> all, Map<String, String> map) {
    this.all = List.copyOf(all);
    this.map = Collections.unmodifiableMap(new LinkedHashMap<>(map));
  }

  /**
   * All formats.
   *
   * @param map columns of a CSV of one's own by field, as {@code --map} gives them; maybe none
   * @throws allot.problem.ProblemException of kind USAGE if the map names no field of ours
   */
  public static Formats all(Map<String, String> map) {
    List<StatementFormat> all = new ArrayList<>();
    all.add(new Coinbase());
    all.add(new CoinbasePro());
    all.add(new KrakenLedgers());
    all.add(new KrakenTrades());
    all.add(new Gemini());
    all.add(new BinanceUs());
    all.add(new CryptoCom());
    // tools after exchanges, and last of all what takes any columns that suffice
    all.add(new Koinly());
    all.add(new CoinTracker());
    all.add(new CoinTracking());
    all.add(new Delta());
    all.add(new Generic(map));
    return new Formats(all, map);
  }

  /** Only those of one source. */
  public Formats of(String source) {
    return new Formats(all.stream().filter(format -> format.source().equals(source)).toList(), map);
  }

  /** What {@code --source} can name. */
  public List<String> sources() {
    Set<String> sources = new LinkedHashSet<>();
    all.forEach(format -> sources.add(format.source()));
    return List.copyOf(sources);
  }

  /** A format that knows a header, and how it reads. */
  record Opened(StatementFormat format, StatementFormat.Rows rows) {}

  Optional<Opened> open(Header header, ReadingTerms terms) {
    for (StatementFormat format : all) {
      Optional<StatementFormat.Rows> rows = format.open(header, terms);
      if (rows.isPresent()) {
        return Optional.of(new Opened(format, rows.get()));
      }
    }
    return Optional.empty();
  }

  /** What helps where no format knows a header. */
  String remedy(Header header) {
    for (Map.Entry<String, String> column : map.entrySet()) {
      if (!header.has(column.getValue())) {
        return "--map names the column `" + column.getValue() + "`, which is not there";
      }
    }
    if (!sources().contains("generic")) {
      return "without --source any known header will do";
    }
    return "name its columns with --map date=...,asset=...,side=...,quantity=...";
  }

  /** A known header and how many of its names another one has. */
  record Nearest(String source, String header, int shared) {}

  /** The known header that shares most names with one that is not. */
  Optional<Nearest> nearest(Header header) {
    Optional<Nearest> nearest = Optional.empty();
    for (StatementFormat format : all) {
      for (String known : format.headers()) {
        Set<String> names = new LinkedHashSet<>();
        Collections.addAll(names, known.toLowerCase(java.util.Locale.ROOT).split(","));
        names.retainAll(header.names());
        int shared = names.size();
        if (shared > 0 && nearest.filter(best -> best.shared() >= shared).isEmpty()) {
          nearest = Optional.of(new Nearest(format.source(), known, shared));
        }
      }
    }
    return nearest;
  }
}
