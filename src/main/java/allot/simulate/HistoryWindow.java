package allot.simulate;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.NavigableMap;
import java.util.Optional;

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

  NavigableMap<LocalDate, BigDecimal> of(NavigableMap<LocalDate, BigDecimal> closes) {
    NavigableMap<LocalDate, BigDecimal> rest =
        from.isPresent() ? closes.tailMap(from.get(), true) : closes;
    return to.isPresent() ? rest.headMap(to.get(), true) : rest;
  }

  /** {@code " from 2025-01-01 to 2025-12-31"}, so far as it is limited. */
  String words() {
    return from.map(day -> " from " + day).orElse("") + to.map(day -> " to " + day).orElse("");
  }
}
