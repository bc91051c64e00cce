package allot.feed;

import allot.file.CachedQuotes;
import allot.file.LockFile;
import allot.file.PrivateDirectory;
import allot.money.CurrencyUnit;
import allot.price.Quote;
import allot.problem.ProblemException;
import allot.problem.Warning;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The quotes of earlier runs, shared by all runs of one user. Nothing that is wrong with it ends a
 * run: what cannot be read is left as it is, what cannot be written is not, and {@link #warnings}
 * says so. For one thread.
 */
public final class QuoteCache {
  private static final String FILE = "quotes.json";
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Optional<Path> directory;
  private final Duration patience;
  private final CacheTrouble trouble = new CacheTrouble();

  QuoteCache(Optional<Path> directory, Duration patience) {
    this.directory = directory;
    this.patience = patience;
  }

  /** The cache in a directory, which need not exist yet. */
  public static QuoteCache at(Path directory) {
    return at(Optional.of(directory));
  }

  /** The cache in a directory; without one nothing is found and nothing kept. */
  public static QuoteCache at(Optional<Path> directory) {
    return new QuoteCache(directory, PATIENCE);
  }

  /**
   * A quote and when it was fetched.
   *
   * @param quote above zero
   */
  public record Entry(Quote quote, Instant fetched) {}

  /** The quotes in a currency by asset id, however old. */
  public Map<String, Entry> read(CurrencyUnit currency) {
    Map<String, Entry> byId = new LinkedHashMap<>();
    if (directory.isPresent()) {
      for (CachedQuotes.Entry entry : quotes(file(directory.get())).entries()) {
        if (entry.currency().equals(currency.code())) {
          byId.put(entry.id(), new Entry(entry.quote(), entry.fetched()));
        }
      }
    }
    return byId;
  }

  private CachedQuotes quotes(Path file) {
    try {
      return CachedQuotes.read(file);
    } catch (ProblemException e) {
      trouble.unreadable(file, e);
      return new CachedQuotes(List.of());
    }
  }

  /** Keeps quotes beside those that are there; of an asset's two the one fetched later stays. */
  public void save(CurrencyUnit currency, Map<String, Entry> byId) {
    if (directory.isEmpty() || byId.isEmpty()) {
      return;
    }
    List<CachedQuotes.Entry> fresh = new ArrayList<>(byId.size());
    byId.forEach(
        (id, entry) ->
            fresh.add(new CachedQuotes.Entry(currency.code(), id, entry.quote(), entry.fetched())));
    Path file = file(directory.get());
    try {
      PrivateDirectory.make(directory.get());
      LockFile lock = LockFile.acquire(file, patience);
      try {
        add(file, fresh);
      } finally {
        lock.close();
      }
    } catch (ProblemException e) {
      trouble.unwritable(e);
    }
  }

  /** To be called under the lock: what another run has kept meanwhile stays. */
  private void add(Path file, List<CachedQuotes.Entry> fresh) {
    CachedQuotes old;
    try {
      old = CachedQuotes.read(file);
    } catch (ProblemException e) {
      trouble.unreadable(file, e);
      return;
    }
    old.with(fresh).write(file);
  }

  /** What went wrong so far; empty if nothing did. */
  public List<Warning> warnings() {
    return trouble.warnings();
  }

  private static Path file(Path directory) {
    return directory.resolve(FILE);
  }
}
