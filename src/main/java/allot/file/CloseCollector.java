package allot.file;

import allot.price.PriceHistory;
import allot.problem.Problems;
import allot.problem.Span;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/** The closes of one file as they come: in order of time, one for each day, none contradicted. */
final class CloseCollector {
  private final Problems problems;
  private final List<Earlier> earlier;
  private final Map<String, Map<LocalDate, BigDecimal>> byId = new HashMap<>();
  private Optional<Instant> last = Optional.empty();
  private int direction;
  private boolean unordered;
  private Optional<LocalDate> doubled = Optional.empty();

  /** A file that has been read before this one. */
  record Earlier(String file, PriceHistory history) {}

  CloseCollector(Problems problems, List<Earlier> earlier) {
    this.problems = problems;
    this.earlier = earlier;
  }

  /** Takes note of the next row's time; a file has its newest row first or last. */
  void follow(Instant at, Span span) {
    int step = last.map(at::compareTo).orElse(0);
    if (direction == 0) {
      direction = Integer.signum(step);
    } else if (step * direction < 0 && !unordered) {
      // said once: from here on every second row would be wrong
      unordered = true;
      problems.add(
          span,
          "",
          "is out of order: the rows before go " + (direction > 0 ? "forward" : "back"),
          "sort the file by date",
          true);
    }
    last = Optional.of(at);
  }

  /**
   * Adds a close.
   *
   * @param span where it stands: asked for only if something is wrong, for a wide table has many
   */
  void add(String assetId, LocalDate date, BigDecimal price, Supplier<Span> span) {
    BigDecimal known =
        byId.computeIfAbsent(assetId, id -> new HashMap<>()).putIfAbsent(date, price);
    if (known != null && known.compareTo(price) != 0) {
      refuseTwice(span.get(), date);
    } else if (known == null) {
      compareWithEarlier(assetId, date, price, span);
    }
  }

  /** Adds a close that nothing else may give for its day, not even the same; said once a day. */
  void addOnce(String assetId, LocalDate date, BigDecimal price, Supplier<Span> span) {
    Optional<BigDecimal> known =
        Optional.ofNullable(byId.getOrDefault(assetId, Map.of()).get(date));
    if (known.filter(close -> close.compareTo(price) == 0).isPresent()) {
      if (doubled.filter(date::equals).isEmpty()) {
        problems.add(span.get(), "", "is a second close of " + date, "keep one of them", true);
      }
      doubled = Optional.of(date);
    } else {
      add(assetId, date, price, span);
    }
  }

  void refuseTwice(Span span, LocalDate date) {
    problems.add(span, "", "is a second, different close of " + date, "keep one of them", true);
  }

  private void compareWithEarlier(
      String assetId, LocalDate date, BigDecimal price, Supplier<Span> span) {
    for (Earlier file : earlier) {
      Optional<BigDecimal> other = file.history().close(assetId, date);
      if (other.isPresent() && other.get().compareTo(price) != 0) {
        String message = "differs from the close of " + assetId + " on " + date + " in ";
        problems.add(span.get(), "", message + file.file(), "keep one of them", true);
        return;
      }
    }
  }

  /** The closes of one asset so far. */
  NavigableMap<LocalDate, BigDecimal> of(String assetId) {
    return new TreeMap<>(byId.getOrDefault(assetId, Map.of()));
  }

  /** All closes, once nothing is wrong. */
  PriceHistory history() {
    if (byId.isEmpty()) {
      problems.add(new Span(0, 0), "", "holds no daily close", "", false);
    }
    problems.throwIfAny();
    return PriceHistory.of(byId);
  }
}
