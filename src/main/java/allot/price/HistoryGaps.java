package allot.price;

import allot.catalog.Asset;
import allot.problem.Warning;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;

/** The days on which an asset has no close, in words: nothing fills them in. */
public final class HistoryGaps {
  private static final int LISTED = 3;

  private HistoryGaps() {}

  /** Days without a close, one after the other. */
  private record Range(LocalDate first, LocalDate last) {
    @Override
    public String toString() {
      return first.equals(last) ? first.toString() : first + " to " + last;
    }
  }

  /**
   * Warnings of the days between two dates that lack a close. Before an asset's first close none is
   * expected, so the day of that is told instead; an asset without any close is passed over.
   *
   * @param from the first day, in UTC
   * @param to the last day, inclusive
   */
  public static List<Warning> warnings(
      List<Asset> assets, PriceHistory history, LocalDate from, LocalDate to) {
    List<Warning> warnings = new ArrayList<>();
    for (Asset asset : assets) {
      NavigableMap<LocalDate, BigDecimal> closes =
          from.isAfter(to)
              ? new java.util.TreeMap<>()
              : history.closes(asset.id()).subMap(from, true, to, true);
      if (closes.isEmpty()) {
        continue;
      }
      LocalDate begin = closes.firstKey();
      if (begin.isAfter(from)) {
        warnings.add(warning(asset, asset.symbol() + "'s closes begin on " + begin));
      }
      holes(asset, closes, begin, to).ifPresent(message -> warnings.add(warning(asset, message)));
    }
    return warnings;
  }

  private static Warning warning(Asset asset, String message) {
    return Warning.of(Warning.Code.MISSING_CLOSES, asset.symbol(), message);
  }

  private static Optional<String> holes(
      Asset asset, NavigableMap<LocalDate, BigDecimal> closes, LocalDate begin, LocalDate to) {
    List<Range> ranges = new ArrayList<>();
    LocalDate expected = begin;
    for (LocalDate day : closes.keySet()) {
      addUntil(day, expected, ranges);
      expected = day.plusDays(1);
    }
    addUntil(to.plusDays(1), expected, ranges);
    if (ranges.isEmpty()) {
      return Optional.empty();
    }
    long days = ChronoUnit.DAYS.between(begin, to) + 1;
    return Optional.of(
        asset.symbol()
            + " has no close on "
            + (days - closes.size())
            + " of "
            + days
            + " days: "
            + listed(ranges));
  }

  /** Adds the days from the one expected to the one before the next that there is. */
  private static void addUntil(LocalDate next, LocalDate expected, List<Range> ranges) {
    if (expected.isBefore(next)) {
      ranges.add(new Range(expected, next.minusDays(1)));
    }
  }

  private static String listed(List<Range> ranges) {
    // one that is left over takes no more room than saying so
    int listed = ranges.size() > LISTED + 1 ? LISTED : ranges.size();
    StringBuilder text = new StringBuilder();
    for (Range range : ranges.subList(0, listed)) {
      text.append(text.length() == 0 ? "" : ", ").append(range);
    }
    if (listed < ranges.size()) {
      text.append(" and ").append(ranges.size() - listed).append(" more");
    }
    return text.toString();
  }
}
