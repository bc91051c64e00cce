package allot.file;

import allot.problem.Span;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Prices at instants, turned into daily closes. A point of the minute 00:00 is the close of the day
 * before, any other may be the close of its own day, and the latest of a day is. The last day of a
 * series counts only with its point of 00:00: without it, it was still running.
 */
final class PointSeries {
  /** Rows further apart than this are of whole days; no exchange has longer parts of a day. */
  private static final Duration LONGEST_PART = Duration.ofHours(12);

  private PointSeries() {}

  /**
   * A price at an instant.
   *
   * @param span where it stands
   */
  record Point(Instant at, BigDecimal price, Span span) {

    private Point later(Duration by) {
      return new Point(at.plus(by), price, span);
    }

    private boolean atMidnight() {
      LocalDateTime utc = LocalDateTime.ofInstant(at, ZoneOffset.UTC);
      return utc.getHour() == 0 && utc.getMinute() == 0;
    }

    private LocalDate date() {
      return at.atOffset(ZoneOffset.UTC).toLocalDate();
    }

    private LocalDate dayOfClose() {
      return atMidnight() ? date().minusDays(1) : date();
    }
  }

  /** Adds the closes that the points make. */
  static void addPoints(List<Point> points, String assetId, CloseCollector closes) {
    TreeMap<LocalDate, Point> lastOfDay = new TreeMap<>();
    Map<Instant, Point> byInstant = new TreeMap<>();
    for (Point point : points) {
      Point same = byInstant.putIfAbsent(point.at(), point);
      if (same == null) {
        lastOfDay.merge(point.dayOfClose(), point, PointSeries::later);
      } else if (same.price().compareTo(point.price()) != 0) {
        closes.refuseTwice(point.span(), point.dayOfClose());
      }
    }
    if (!lastOfDay.isEmpty() && !lastOfDay.lastEntry().getValue().atMidnight()) {
      lastOfDay.pollLastEntry();
    }
    lastOfDay.forEach((day, point) -> closes.add(assetId, day, point.price(), point::span));
  }

  /**
   * Adds the closes that an exchange's rows make. A row of a day closes that day; rows of parts of
   * a day are points at their ends, one interval after their beginnings.
   */
  static void addCandles(List<Point> rows, String assetId, CloseCollector closes) {
    Duration interval = interval(rows);
    if (interval.compareTo(LONGEST_PART) > 0) {
      rows.forEach(row -> closes.add(assetId, row.date(), row.price(), row::span));
    } else {
      addPoints(rows.stream().map(row -> row.later(interval)).toList(), assetId, closes);
    }
  }

  /** The least distance of two rows in time: missing rows only make distances longer. */
  private static Duration interval(List<Point> rows) {
    Duration least = Duration.ofDays(1);
    for (int i = 1; i < rows.size(); i++) {
      Duration between = Duration.between(rows.get(i - 1).at(), rows.get(i).at()).abs();
      if (!between.isZero() && between.compareTo(least) < 0) {
        least = between;
      }
    }
    return least;
  }

  private static Point later(Point a, Point b) {
    return Comparator.comparing(Point::at).compare(a, b) < 0 ? b : a;
  }
}
