package allot.statement;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Counts each transaction of overlapping files once: of what is the same, as many as the file has
 * that has most, for what is twice in one file happened twice. Two are the same if they have the
 * same id; one that has none is the same as any of the same content, so that an export without ids
 * and a later one with them count once too.
 */
final class CountOnce {
  private final Sources sources;
  private final List<Entry> kept = new ArrayList<>();
  private final Map<String, Boolean> overlaps = new HashMap<>();
  private final Map<Named, ByFile> byId = new LinkedHashMap<>();
  private final Map<Content, Same> byContent = new LinkedHashMap<>();
  private int dropped;

  private CountOnce(Sources sources) {
    this.sources = sources;
  }

  private record Named(String account, String id) {}

  /** What happened, for entries that nobody named. */
  private record Content(
      Entry.Kind kind,
      Instant at,
      String account,
      String toAccount,
      Optional<Amount> in,
      Optional<Amount> out,
      Optional<Amount> fee,
      String hash) {
    static Content of(Entry entry) {
      return new Content(
          entry.kind(),
          entry.at(),
          Books.folded(entry.account()),
          Books.folded(entry.toAccount()),
          entry.in().map(Amount::of),
          entry.out().map(Amount::of),
          entry.fee().map(Amount::of),
          entry.hash());
    }
  }

  private record Amount(String asset, BigDecimal quantity) {
    static Amount of(Leg leg) {
      return new Amount(leg.coin().asset().id(), leg.quantity().stripTrailingZeros());
    }
  }

  /** Entries that are the same, by the number of their file. */
  private static final class ByFile {
    private final Map<Integer, List<Entry>> files = new LinkedHashMap<>();

    void add(int file, Entry entry) {
      files.computeIfAbsent(file, key -> new ArrayList<>(1)).add(entry);
    }

    int most() {
      return files.values().stream().mapToInt(List::size).max().orElse(0);
    }

    int all() {
      return files.values().stream().mapToInt(List::size).sum();
    }

    /** Those of the file that has most; of several such files, of the one that orders first. */
    List<Entry> best() {
      List<Entry> best = List.of();
      for (List<Entry> entries : files.values()) {
        entries.sort(EntryOrder.ORDER);
        if (entries.size() > best.size()
            || (entries.size() == best.size() && isBefore(entries, best))) {
          best = entries;
        }
      }
      return best;
    }

    private static boolean isBefore(List<Entry> a, List<Entry> b) {
      for (int i = 0; i < a.size(); i++) {
        int order = EntryOrder.ORDER.compare(a.get(i), b.get(i));
        if (order != 0) {
          return order < 0;
        }
      }
      return false;
    }
  }

  /** What has the same content: those without an id, and how many have one. */
  private static final class Same {
    private final ByFile nameless = new ByFile();
    private final Map<Integer, Integer> named = new HashMap<>();
    private int kept;

    /** How many have to be added to those that have an id. */
    int lacking() {
      int most = 0;
      for (Map.Entry<Integer, List<Entry>> file : nameless.files.entrySet()) {
        most = Math.max(most, file.getValue().size() + named.getOrDefault(file.getKey(), 0));
      }
      return Math.min(nameless.most(), Math.max(0, most - kept));
    }
  }

  /** The entries that count, in no order. */
  static List<List<Entry>> of(List<Statement> statements, Sources sources, LedgerNotes notes) {
    if (!sources.anyOverlap()) {
      return statements.stream().map(Statement::entries).toList();
    }
    CountOnce once = new CountOnce(sources);
    for (int file = 0; file < statements.size(); file++) {
      for (Entry entry : statements.get(file).entries()) {
        once.add(file, entry);
      }
    }
    once.count();
    if (once.dropped > 0) {
      notes.addFirst(
          once.dropped
              + (once.dropped == 1 ? " entry stands" : " entries stand")
              + " in another file too and "
              + (once.dropped == 1 ? "counts once" : "count once"));
    }
    return List.of(once.kept);
  }

  private void add(int file, Entry entry) {
    if (!overlaps.computeIfAbsent(entry.account(), sources::overlap)) {
      kept.add(entry);
    } else if (entry.id().isEmpty()) {
      Content content = Content.of(entry);
      byContent.computeIfAbsent(content, key -> new Same()).nameless.add(file, entry);
    } else {
      byId.computeIfAbsent(
              new Named(Books.folded(entry.account()), entry.id()), key -> new ByFile())
          .add(file, entry);
    }
  }

  private void count() {
    for (ByFile same : byId.values()) {
      List<Entry> best = same.best();
      kept.addAll(best);
      dropped += same.all() - best.size();
      if (!byContent.isEmpty()) {
        named(same, best);
      }
    }
    for (Same same : byContent.values()) {
      List<Entry> best = same.nameless.best().subList(0, same.lacking());
      kept.addAll(best);
      dropped += same.nameless.all() - best.size();
    }
  }

  private void named(ByFile same, List<Entry> best) {
    for (Entry entry : best) {
      Same content = byContent.get(Content.of(entry));
      if (content != null) {
        content.kept++;
      }
    }
    same.files.forEach(
        (file, entries) -> {
          for (Entry entry : entries) {
            Same content = byContent.get(Content.of(entry));
            if (content != null) {
              content.named.merge(file, 1, Integer::sum);
            }
          }
        });
  }
}
