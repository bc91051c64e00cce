package allot.cli;

import allot.file.InputFile;
import allot.file.Zones;
import allot.portfolio.TaxProfile.Method;
import allot.problem.Problem;
import allot.problem.ProblemException;
import allot.problem.Spelling;
import allot.statement.Formats;
import allot.tax.LotSelection;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** How statements are to be read and booked, as it was typed. */
final class ImportOptions {
  private static final int FIRST_YEAR = 2009;
  private static final int LAST_YEAR = 9999;

  @Option(
      names = "--into",
      paramLabel = "FILE",
      description = "replace the holdings of the imported accounts in this portfolio file")
  private String into;

  @Option(
      names = "--source",
      paramLabel = "NAME",
      description = "read as this format, whatever the header says: koinly, coinbase, ...")
  private String source;

  @Option(
      names = "--account",
      paramLabel = "NAME",
      description = "account of all that is imported, instead of the statements' own")
  private String account;

  @Option(
      names = "--map",
      paramLabel = "FIELD=COLUMN,...",
      description = "columns of a CSV of one's own: date=When,asset=Coin,side=What,quantity=Units")
  private String map;

  @Option(
      names = "--missing",
      paramLabel = "WHAT",
      description = "what was sold and never bought: refuse (default), or unknown: add lots")
  private String missing;

  @Option(names = "--skip-bad", description = "go on without the rows that cannot be read")
  private boolean skipBad;

  @Option(names = "--dry-run", description = "list how every row is read, and write nothing")
  private boolean dryRun;

  @Option(
      names = "--history",
      arity = "1..*",
      parameterConsumer = HistoryFiles.class,
      paramLabel = "FILE",
      description = "daily closes, for values that the statements do not tell")
  private List<String> history = List.of();

  @Option(
      names = "--realized",
      paramLabel = "YEAR",
      description = "print gains and income of a year instead of writing a portfolio")
  private String realized;

  @Option(
      names = "--lots",
      paramLabel = "METHOD",
      description = "order of lots: fifo, lifo or hifo; default the file's tax.method, else fifo")
  private String lots;

  @Option(
      names = "--as-of",
      paramLabel = "INSTANT",
      description = "instant that documents are dated by, default now")
  private String asOf;

  @Option(
      names = "--timezone",
      paramLabel = "ZONE",
      description = "where dates are local: America/New_York; default the file's, else UTC")
  private String timezone;

  Optional<String> into() {
    return Optional.ofNullable(into);
  }

  Optional<String> account() {
    return Optional.ofNullable(account).map(name -> RecordOptions.name("--account", name));
  }

  boolean skipsBad() {
    return skipBad;
  }

  boolean isDryRun() {
    return dryRun;
  }

  List<String> history() {
    return history;
  }

  /** The formats to read with. */
  Formats formats() {
    Formats all = Formats.all(columns());
    if (source == null) {
      return all;
    }
    String wanted = source.toLowerCase(Locale.ROOT);
    if (!all.sources().contains(wanted)) {
      String near = Spelling.suggest(wanted, all.sources());
      throw usage(
          "--source " + source + " is no known format",
          near.isEmpty() ? "write one of " + String.join(", ", all.sources()) : near);
    }
    return all.of(wanted);
  }

  private Map<String, String> columns() {
    Map<String, String> columns = new LinkedHashMap<>();
    if (map == null) {
      return columns;
    }
    for (String pair : map.split(",")) {
      int equals = pair.indexOf('=');
      if (equals < 1 || equals == pair.length() - 1) {
        throw usage("--map " + pair + " lacks a field or a column", "write date=When,asset=Coin");
      }
      String field = pair.substring(0, equals).strip().toLowerCase(Locale.ROOT);
      if (columns.put(field, pair.substring(equals + 1).strip()) != null) {
        throw usage("--map names " + field + " twice", "keep one of the two");
      }
    }
    return columns;
  }

  boolean fillsMissing() {
    if (missing == null || missing.equals("refuse")) {
      return false;
    }
    if (missing.equals("unknown")) {
      return true;
    }
    throw usage("--missing " + missing + " is neither refuse nor unknown", "");
  }

  Optional<Integer> year() {
    if (realized == null) {
      return Optional.empty();
    }
    boolean digits = realized.length() == 4 && realized.chars().allMatch(c -> c >= '0' && c <= '9');
    int year = digits ? Integer.parseInt(realized) : 0;
    if (year < FIRST_YEAR || year > LAST_YEAR) {
      throw usage("--realized " + realized + " is no year", "write it as 2026");
    }
    return Optional.of(year);
  }

  Optional<ZoneId> zone() {
    if (timezone == null) {
      return Optional.empty();
    }
    Optional<ZoneId> zone = Zones.parse(timezone);
    if (zone.isEmpty()) {
      throw usage("--timezone " + timezone + " is no time zone", Zones.remedy(timezone));
    }
    return zone;
  }

  /** When documents are made. */
  AsOf asOf() {
    return asOf == null ? AsOf.NOW : AsOf.parse(asOf);
  }

  /**
   * The order of lots.
   *
   * @param ofFile the portfolio's; least tax is no order of what has happened, so it is fifo
   */
  LotSelection selection(Optional<Method> ofFile) {
    if (lots == null) {
      return switch (ofFile.orElse(Method.FIFO)) {
        case FIFO, MIN_TAX -> LotSelection.FIFO;
        case LIFO -> LotSelection.LIFO;
        case HIFO -> LotSelection.HIFO;
      };
    }
    return switch (lots) {
      case "fifo" -> LotSelection.FIFO;
      case "lifo" -> LotSelection.LIFO;
      case "hifo" -> LotSelection.HIFO;
      default -> throw usage("--lots " + lots + " is none of fifo, lifo, hifo", "");
    };
  }

  void refuseContradictions(boolean output) {
    if (into != null && output) {
      throw usage("-o and --into contradict each other", "keep one");
    }
    if (InputFile.STDIN.equals(into)) {
      throw usage("standard input cannot be written back to", "name a portfolio file");
    }
    if (into != null && realized != null) {
      throw usage(
          "--realized writes no portfolio",
          "leave out --into; --timezone and --lots say what it would");
    }
    if (dryRun && realized != null) {
      throw usage("--dry-run and --realized contradict each other", "keep one");
    }
  }

  private static ProblemException usage(String message, String remedy) {
    return new ProblemException(Problem.usage(message, remedy));
  }
}
