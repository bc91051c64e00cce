package allot.cli;

import allot.problem.Problem;
import allot.problem.ProblemException;
import allot.problem.Spelling;
import allot.render.Page;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of every verb about where its answer goes and how it looks. */
final class OutputOptions {
  private static final int DEFAULT_WIDTH = 80;
  private static final int LEAST_WIDTH = 40;
  private static final int MOST_WIDTH = 1000;
  private static final List<String> COLORS = List.of("auto", "always", "never");

  @Option(names = "--format", paramLabel = "FORMAT", description = "form of the answer")
  private String format;

  @Option(names = "--json", description = "the same as --format json")
  private boolean json;

  @Option(
      names = "--width",
      paramLabel = "N",
      description = "columns of text; default the terminal's, else 80")
  private String width;

  @Option(
      names = "--color",
      paramLabel = "WHEN",
      description = "auto (default), always or never; NO_COLOR is honoured")
  private String color;

  @Mixin private PlainOptions plain = new PlainOptions();

  /** The format asked for: one of those that the verb knows, the first if none is asked for. */
  String format(List<String> known) {
    if (json) {
      if (format != null && !format.equals("json")) {
        throw new ProblemException(
            Problem.usage("--json and --format " + format + " contradict each other", "keep one"));
      }
    }
    String asked = json ? "json" : format;
    if (asked == null) {
      return known.get(0);
    }
    if (!known.contains(asked)) {
      String near = Spelling.suggest(asked, known);
      throw new ProblemException(
          Problem.usage("--format " + asked + " is none of " + String.join(", ", known), near));
    }
    return asked;
  }

  /** Formats as help names them. */
  static String words(List<String> known) {
    int last = known.size() - 1;
    String others = String.join(", ", known.subList(0, last));
    return others.replaceFirst(known.get(0), known.get(0) + " (default)")
        + " or "
        + known.get(last);
  }

  Optional<String> file() {
    return plain.file();
  }

  boolean isQuiet() {
    return plain.isQuiet();
  }

  /** How text is laid out: as the options say, else as the terminal is. */
  Page page(Session session) {
    boolean terminal = session.terminal().outIsTerminal() && file().isEmpty();
    String when = color == null ? "auto" : color;
    if (!COLORS.contains(when)) {
      throw new ProblemException(
          Problem.usage("--color " + when + " is none of auto, always, never", ""));
    }
    boolean dumb = session.env().getOrDefault("TERM", "dumb").equals("dumb");
    boolean wanted = session.env().getOrDefault("NO_COLOR", "").isEmpty() && !dumb;
    boolean colour = when.equals("always") || (when.equals("auto") && terminal && wanted);
    return new Page(
        columns(session, terminal), colour, terminal && !Terminal.showsUnicode(session.env()));
  }

  private int columns(Session session, boolean terminal) {
    if (width != null) {
      return columns(width);
    }
    int columns = session.terminal().columns();
    return terminal && columns > 0
        ? Math.max(LEAST_WIDTH, Math.min(columns, MOST_WIDTH))
        : DEFAULT_WIDTH;
  }

  /** A width that was typed. */
  static int columns(String width) {
    int columns = -1;
    if (width.length() <= 4
        && width.chars().allMatch(c -> c >= '0' && c <= '9')
        && !width.isEmpty()) {
      columns = Integer.parseInt(width);
    }
    if (columns < LEAST_WIDTH || columns > MOST_WIDTH) {
      throw new ProblemException(
          Problem.usage("--width " + width + " is no width", "write a number from 40 to 1000"));
    }
    return columns;
  }
}
