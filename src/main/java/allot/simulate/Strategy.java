package allot.simulate;

import allot.portfolio.Bands;
import allot.portfolio.DcaTerms;
import allot.portfolio.Rhythm;
import allot.problem.Problem;
import allot.problem.ProblemException;
import allot.rebalance.Destination;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What is done with a portfolio while prices move.
 *
 * @param name as the user wrote it, in lower case
 */
public record Strategy(String name, Rule rule) {
  public static final String FORMS =
      "write hold, band[:BAND][:target|half|edge], week, month, quarter, year,"
          + " dca[:fill|gap|fixed][:EVERY] or lump, with commas between them";
  private static final int MOST = 20;

  /** When money moves, and where to. */
  public sealed interface Rule {}

  /** Nothing is ever traded. */
  public record Hold() implements Rule {}

  /**
   * Trades at a close at which a bucket is out of band.
   *
   * @param bands empty for those of the portfolio
   */
  public record OutOfBand(Optional<Bands> bands, Destination to) implements Rule {}

  /** Trades to target at the first close, and at the first close of each new period. */
  public record Calendar(Period period) implements Rule {}

  /**
   * Buys with new money, and never sells.
   *
   * @param rhythm empty for that of the plan
   */
  public record Instalments(DcaTerms.Strategy how, Optional<Rhythm> rhythm) implements Rule {}

  /** All the new money of the plan at the first close. */
  public record LumpSum() implements Rule {}

  /** A part of the calendar. */
  public enum Period {
    WEEK,
    MONTH,
    QUARTER,
    YEAR;

    /** Whether a later day is in another period than an earlier one. */
    boolean isNew(LocalDate before, LocalDate day) {
      return number(before) != number(day);
    }

    private long number(LocalDate day) {
      return switch (this) {
        // weeks begin on Monday; the first day of the epoch was a Thursday
        case WEEK -> Math.floorDiv(day.toEpochDay() + 3, 7);
        case MONTH -> 12L * day.getYear() + day.getMonthValue();
        case QUARTER -> 4L * day.getYear() + day.get(IsoFields.QUARTER_OF_YEAR);
        case YEAR -> day.getYear();
      };
    }

    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Whether it lives on new money. */
  public boolean isPaidIn() {
    return rule instanceof Instalments || rule instanceof LumpSum;
  }

  /**
   * Reads an option's value: {@code band:5/25:edge,quarter,hold}. A band that names buckets, {@code
   * band:layer-1=4,default=5/25}, goes on over its commas until something names no bucket.
   *
   * @throws ProblemException of kind USAGE if a strategy is none, or is named twice
   */
  public static List<Strategy> parseList(String text) {
    List<Strategy> strategies = new ArrayList<>();
    for (String item : items(text.toLowerCase(Locale.ROOT))) {
      if (item.isEmpty()) {
        throw refused(
            "--strategy " + text + " has a comma without a strategy beside it", "leave it out");
      }
      Strategy strategy = parse(item);
      if (strategies.contains(strategy)) {
        throw refused("--strategy names " + strategy.name + " twice", "leave one of them out");
      }
      strategies.add(strategy);
    }
    if (strategies.size() > MOST) {
      throw refused("--strategy names more than " + MOST + " strategies", "name fewer");
    }
    return List.copyOf(strategies);
  }

  private static List<String> items(String text) {
    List<String> items = new ArrayList<>();
    boolean open = false;
    for (String part : text.split(",", -1)) {
      String item = part.strip();
      int equals = item.indexOf('=');
      if (open && equals >= 0 && item.lastIndexOf(':', equals) < 0) {
        items.set(items.size() - 1, items.get(items.size() - 1) + "," + item);
      } else {
        items.add(item);
      }
      // behind a destination nothing more of a band can come
      open = equals >= 0 && item.indexOf(':', equals) < 0;
    }
    return items;
  }

  private static Strategy parse(String text) {
    List<String> parts = List.of(text.split(":", -1));
    Optional<Rule> rule =
        switch (parts.get(0)) {
          case "hold" -> alone(parts, new Hold());
          case "lump" -> alone(parts, new LumpSum());
          case "week" -> alone(parts, new Calendar(Period.WEEK));
          case "month" -> alone(parts, new Calendar(Period.MONTH));
          case "quarter" -> alone(parts, new Calendar(Period.QUARTER));
          case "year" -> alone(parts, new Calendar(Period.YEAR));
          case "band" -> band(parts);
          case "dca" -> instalments(parts);
          default -> Optional.empty();
        };
    return new Strategy(
        text, rule.orElseThrow(() -> refused("--strategy " + text + " is no strategy", FORMS)));
  }

  private static Optional<Rule> alone(List<String> parts, Rule rule) {
    return parts.size() == 1 ? Optional.of(rule) : Optional.empty();
  }

  private static Optional<Rule> band(List<String> parts) {
    int last = parts.size() - 1;
    boolean ends = List.of("target", "half", "edge").contains(parts.get(last));
    Destination to = ends ? Destination.parse(parts.get(last)).orElseThrow() : Destination.TARGET;
    List<String> bands = parts.subList(1, ends ? last : last + 1);
    return switch (bands.size()) {
      case 0 -> Optional.of(new OutOfBand(Optional.empty(), to));
      case 1 ->
          Optional.of(new OutOfBand(Optional.of(bands(String.join(":", parts), bands.get(0))), to));
      default -> Optional.empty();
    };
  }

  private static Bands bands(String strategy, String text) {
    try {
      return Bands.parse(text);
    } catch (ProblemException e) {
      throw refused("--strategy " + strategy + ": `" + text + "` is no band", FORMS);
    }
  }

  private static Optional<Rule> instalments(List<String> parts) {
    DcaTerms.Strategy how = DcaTerms.Strategy.FILL;
    int next = 1;
    if (parts.size() > 1) {
      for (DcaTerms.Strategy each : DcaTerms.Strategy.values()) {
        if (each.name().toLowerCase(Locale.ROOT).equals(parts.get(1))) {
          how = each;
          next = 2;
        }
      }
    }
    if (next == parts.size()) {
      return Optional.of(new Instalments(how, Optional.empty()));
    }
    Optional<Rhythm> rhythm = Rhythm.parseEvery(parts.get(next));
    return next + 1 == parts.size() && rhythm.isPresent()
        ? Optional.of(new Instalments(how, rhythm))
        : Optional.empty();
  }

  private static ProblemException refused(String what, String remedy) {
    return new ProblemException(Problem.usage(what, remedy));
  }
}
