package allot.simulate;

import allot.price.PriceHistory;
import allot.problem.Problem;
import allot.problem.ProblemException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Which days of a history are wanted, and how many at least.
 *
 * @param from the first day, inclusive; empty for all there are
 * @param to the last day, inclusive; likewise
 * @param least how many days on which every asset has a close
 * @param purpose what needs so many, {@code a simulation}
 */
public record HistoryWindow(
    Optional<LocalDate> from, Optional<LocalDate> to, int least, String purpose) {
  /** All of it, 60 closes at least. */
  public static final HistoryWindow SIMULATION =
      new HistoryWindow(Optional.empty(), Optional.empty(), 60, "a simulation");

  /** From one day to another, 2 closes at least. */
  public static HistoryWindow ofBacktest(Optional<LocalDate> from, Optional<LocalDate> to) {
    return new HistoryWindow(from, to, 2, "a back-test");
  }

  /**
   * Refuses a day that no asset has a close before, or after, or a window without days.
   *
   * @param ids of the assets whose closes are used
   * @throws ProblemException of kind USAGE
   */
  public void refuseOutside(PriceHistory history, Collection<String> ids) {
    if (from.isPresent() && to.isPresent() && from.get().isAfter(to.get())) {
      throw refused("--from " + from.get() + " is after --to " + to.get(), "exchange them");
    }
    TreeSet<LocalDate> ends = new TreeSet<>();
    for (String id : ids) {
      NavigableMap<LocalDate, BigDecimal> closes = history.closes(id);
      if (!closes.isEmpty()) {
        ends.add(closes.firstKey());
        ends.add(closes.lastKey());
      }
    }
    for (LocalDate day : Stream.concat(from.stream(), to.stream()).toList()) {
      if (!ends.isEmpty() && (day.isBefore(ends.first()) || day.isAfter(ends.last()))) {
        String option = from.filter(day::equals).isPresent() ? "--from " : "--to ";
        throw refused(
            option + day + " is outside the history",
            "choose a day from " + ends.first() + " to " + ends.last());
      }
    }
  }

  private static ProblemException refused(String what, String remedy) {
    return new ProblemException(Problem.usage(what, remedy));
  }

  NavigableMap<LocalDate, BigDecimal> of(NavigableMap<LocalDate, BigDecimal> closes) {
    NavigableMap<LocalDate, BigDecimal> rest =
        from.isPresent() ? closes.tailMap(from.get(), true) : closes;
    return to.isPresent() ? rest.headMap(to.get(), true) : rest;
  }

  /** What is done about a day on which an asset has no close. */
  String gapRule() {
    return least < SIMULATION.least
        ? "no strategy looks or trades that day"
        : "no return crosses a gap";
  }

  /** {@code " from 2025-01-01 to 2025-12-31"}, so far as it is limited. */
  String words() {
    return from.map(day -> " from " + day).orElse("") + to.map(day -> " to " + day).orElse("");
  }
}
