package allot.feed;

import allot.file.CachedCloses;
import allot.file.InputFile;
import allot.file.PrivateDirectory;
import allot.money.CurrencyUnit;
import allot.problem.ProblemException;
import allot.problem.Warning;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The daily closes that earlier runs fetched, a file for each asset, so that an interrupted run can
 * go on. Nothing that is wrong with it ends a run: what cannot be read is left as it is, what
 * cannot be written is not, and {@link #warnings} says so. For one thread.
 */
public final class ClosesCache {
  private static final String FOLDER = "history";

  /** With the marks of a temporary file it must stay below 255, the most that systems take. */
  private static final int LONGEST = 120;

  private static final int HASH = 16;

  private final Optional<Path> directory;
  private final CacheTrouble trouble = new CacheTrouble();

  private ClosesCache(Optional<Path> directory) {
    this.directory = directory;
  }

  /** The cache in a directory, which need not exist yet. */
  public static ClosesCache at(Path directory) {
    return at(Optional.of(directory));
  }

  /** The cache in a directory; without one nothing is found and nothing kept. */
  public static ClosesCache at(Optional<Path> directory) {
    return new ClosesCache(directory.map(path -> path.resolve(FOLDER)));
  }

  /** What a service gave of an asset, however old. */
  public Optional<CachedCloses> find(String source, CurrencyUnit currency, String id) {
    return directory
        .map(folder -> folder.resolve(fileName(source, currency.code(), id)))
        .flatMap(this::read)
        .filter(found -> found.source().equals(source))
        .filter(found -> found.currency().equals(currency.code()))
        .filter(found -> found.id().equals(id));
  }

  private Optional<CachedCloses> read(Path file) {
    try {
      return CachedCloses.read(file);
    } catch (ProblemException e) {
      trouble.unreadable(file, e);
      return Optional.empty();
    }
  }

  /** Keeps closes in place of what the service gave of the asset before. */
  public void save(CachedCloses closes) {
    if (directory.isEmpty()) {
      return;
    }
    Path folder = directory.get();
    Path file = folder.resolve(fileName(closes.source(), closes.currency(), closes.id()));
    try {
      CachedCloses.read(file);
    } catch (ProblemException e) {
      trouble.unreadable(file, e);
      return;
    }
    try {
      PrivateDirectory.make(folder);
      closes.write(file);
    } catch (ProblemException e) {
      trouble.unwritable(e);
    }
  }

  /** What went wrong so far; empty if nothing did. */
  public List<Warning> warnings() {
    return trouble.warnings();
  }

  /** {@code coingecko-usd-bittensor.json}. Ids come from people's files and may be anything. */
  private static String fileName(String source, String currency, String id) {
    String name =
        safe(source.toLowerCase(Locale.ROOT))
            + "-"
            + safe(currency.toLowerCase(Locale.ROOT))
            + "-"
            + safe(id);
    if (name.length() > LONGEST) {
      byte[] whole = name.getBytes(StandardCharsets.UTF_8);
      String hash = InputFile.of(name, whole).sha256().substring(0, HASH);
      name = name.substring(0, LONGEST - HASH - 1) + "-" + hash;
    }
    return name + ".json";
  }

  /**
   * The text with all but {@code a-z0-9_-}, and points between such, as {@code %2F}, byte by byte.
   */
  private static String safe(String text) {
    byte[] octets = text.getBytes(StandardCharsets.UTF_8);
    StringBuilder name = new StringBuilder(octets.length);
    for (int i = 0; i < octets.length; i++) {
      boolean point = octets[i] == '.' && i + 1 < octets.length && isPlain(octets[i + 1]);
      if (isPlain(octets[i]) || point) {
        name.append((char) octets[i]);
      } else {
        name.append('%').append(HexFormat.of().withUpperCase().toHexDigits(octets[i]));
      }
    }
    return name.toString();
  }

  private static boolean isPlain(byte octet) {
    return (octet >= 'a' && octet <= 'z')
        || (octet >= '0' && octet <= '9')
        || octet == '-'
        || octet == '_';
  }
}
