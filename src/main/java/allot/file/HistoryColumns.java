package allot.file;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What the columns of a history are, by the names in its header.
 *
 * @param kind what a row says
 * @param time the column of the row's time, 0-based
 * @param prices the columns of prices; a single one unless the kind is {@link Kind#WIDE}
 */
record HistoryColumns(Kind kind, int time, List<Integer> prices) {
  private static final String POINT = "snapped_at";
  private static final String DATE = "date";
  private static final String CLOSE = "close";
  private static final String PRICE = "price";

  /** Where an exchange writes a row's time, the most telling first. */
  private static final List<String> TIMES =
      List.of(DATE, "time", "timestamp", "datetime", "open_time", "open time", "unix");

  /** What a row of a history says. */
  enum Kind {
    /** The closes of several assets on one day. */
    WIDE,
    /** The close of one asset on one day. */
    DAY,
    /** What one asset was worth at an instant. */
    POINT,
    /** How trade in one asset went in an interval that begins at an instant or is a day. */
    CANDLE
  }

  /** The columns of a header; empty if it is none of a history. */
  static Optional<HistoryColumns> of(List<String> header) {
    Map<String, Integer> at = new HashMap<>();
    for (int i = 0; i < header.size(); i++) {
      at.putIfAbsent(folded(header.get(i)), i);
    }
    if (at.containsKey(POINT) && at.containsKey(PRICE)) {
      return one(Kind.POINT, at, POINT, PRICE);
    }
    Optional<String> time = TIMES.stream().filter(at::containsKey).findFirst();
    if (time.isPresent() && at.containsKey(CLOSE)) {
      return one(Kind.CANDLE, at, time.get(), CLOSE);
    }
    if (!at.containsKey(DATE) || header.size() < 2) {
      return Optional.empty();
    }
    return at.containsKey(PRICE) ? one(Kind.DAY, at, DATE, PRICE) : wide(at, header.size());
  }

  private static Optional<HistoryColumns> one(
      Kind kind, Map<String, Integer> at, String time, String price) {
    return Optional.of(
        new HistoryColumns(kind, at.getOrDefault(time, 0), List.of(at.getOrDefault(price, 0))));
  }

  private static Optional<HistoryColumns> wide(Map<String, Integer> at, int size) {
    int date = at.getOrDefault(DATE, 0);
    List<Integer> prices = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      if (i != date) {
        prices.add(i);
      }
    }
    return Optional.of(new HistoryColumns(Kind.WIDE, date, prices));
  }

  private static String folded(String name) {
    return name.strip().toLowerCase(Locale.ROOT);
  }
}
