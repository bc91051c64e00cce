package allot.file;

import allot.problem.Problems;
import allot.problem.Source;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;

/**
 * A history as CoinGecko's market_chart answers it: {@code {"prices":[[ms,price],...],...}} of one
 * asset. A price of null is no price.
 */
public final class HistoryChart {
  /** There is but one asset, so its name is nobody's business. */
  private static final String THE_ASSET = "";

  /** The year 9999 ends here; the year 1973 begins at about the least. */
  private static final BigDecimal MOST_MILLIS = new BigDecimal("253402300799999");

  private static final BigDecimal LEAST_MILLIS = new BigDecimal("100000000000");

  private HistoryChart() {}

  /**
   * The closes by UTC day that an answer gives, maybe none: those of {@link HistoryFile}.
   *
   * @throws allot.problem.ProblemException of kind DATA with everything that is wrong with it
   */
  public static NavigableMap<LocalDate, BigDecimal> closes(Source source) {
    Problems problems = new Problems(source);
    JsonValue json = JsonReader.read(source, problems);
    problems.throwIfAny();
    CloseCollector closes = new CloseCollector(problems, List.of());
    read(json, problems, THE_ASSET, closes);
    problems.throwIfAny();
    return closes.of(THE_ASSET);
  }

  /** Adds the closes of one asset. */
  static void read(JsonValue json, Problems problems, String assetId, CloseCollector closes) {
    List<PointSeries.Point> points = new ArrayList<>();
    Optional<Node> prices =
        new Node(json, "", problems).members().flatMap(members -> members.need("prices"));
    for (Node pair : prices.flatMap(Node::items).orElse(List.of())) {
      readPoint(pair, points, closes);
    }
    problems.throwIfAny();
    PointSeries.addPoints(points, assetId, closes);
  }

  private static void readPoint(Node pair, List<PointSeries.Point> points, CloseCollector closes) {
    Optional<List<Node>> items = pair.items();
    if (items.isEmpty()) {
      return;
    }
    if (items.get().size() != 2) {
      pair.refuse("must be a time and a price, [ms, price]", "");
      return;
    }
    Node time = items.get().get(0);
    Node price = items.get().get(1);
    Optional<Instant> at = time.number(Node.Range.POSITIVE).flatMap(HistoryChart::instant);
    if (at.isEmpty()) {
      time.refuse("is no time in milliseconds since 1970", "");
      return;
    }
    closes.follow(at.get(), time.json().span());
    if (!(price.json() instanceof JsonValue.Nul)) {
      price
          .number(Node.Range.POSITIVE)
          .ifPresent(p -> points.add(new PointSeries.Point(at.get(), p, price.json().span())));
    }
  }

  private static Optional<Instant> instant(BigDecimal millis) {
    boolean whole = millis.stripTrailingZeros().scale() <= 0;
    return whole && millis.compareTo(LEAST_MILLIS) >= 0 && millis.compareTo(MOST_MILLIS) <= 0
        ? Optional.of(Instant.ofEpochMilli(millis.longValueExact()))
        : Optional.empty();
  }
}
