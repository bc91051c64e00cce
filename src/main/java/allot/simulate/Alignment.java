package allot.simulate;

import allot.catalog.Asset;
import allot.price.PriceHistory;
import allot.problem.Kind;
import allot.problem.Problem;
import allot.problem.ProblemException;
import allot.problem.Warning;
import allot.problem.Warning.Code;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;

/** Puts the closes of several assets side by side, and notes what it had to do. */
final class Alignment {
  /** A move by this factor, up or down, is no ordinary day. */
  private static final double OUTLIER = 3;

  /** A first close that the second is so many times of is a listing's, not a market's. */
  private static final double SPIKE = 2;

  private static final int MOST_SPIKES = 3;
  private static final int TWO_YEARS = 730;
  private static final String FETCH = "fetch them with `allot prices --history 1095 -o closes.csv`";

  private final PriceHistory history;
  private final List<Asset> assets;
  private final Map<String, Asset> proxies;
  private final HistoryWindow window;
  private final List<Warning> notes = new ArrayList<>();

  Alignment(
      PriceHistory history, List<Asset> assets, Map<String, Asset> proxies, HistoryWindow window) {
    this.history = history;
    this.assets = List.copyOf(assets);
    this.proxies = Map.copyOf(proxies);
    this.window = window;
  }

  CloseTable table() {
    List<NavigableMap<LocalDate, BigDecimal>> series = series();
    if (series.isEmpty()) {
      return new CloseTable(List.of(), List.of(), new double[0][], Set.of(), notes);
    }
    LocalDate from = begin(series);
    LocalDate to = end(series);
    List<LocalDate> common = common(series, from, to);
    if (common.size() < window.least()) {
      throw tooFew(common.size());
    }
    missing(series, from, to);
    double[][] closes = new double[series.size()][common.size()];
    for (int i = 0; i < closes.length; i++) {
      for (int day = 0; day < common.size(); day++) {
        closes[i][day] = price(series.get(i), common.get(day));
      }
      outliers(assets.get(i), closes[i], common);
    }
    shortness(common.size());
    return new CloseTable(assets, common, closes, proxies.keySet(), notes);
  }

  private static List<LocalDate> common(
      List<NavigableMap<LocalDate, BigDecimal>> series, LocalDate from, LocalDate to) {
    List<LocalDate> common = new ArrayList<>();
    if (from.isAfter(to)) {
      return common;
    }
    for (LocalDate day : series.get(0).subMap(from, true, to, true).keySet()) {
      if (series.stream().allMatch(closes -> closes.containsKey(day))) {
        common.add(day);
      }
    }
    return common;
  }

  private List<NavigableMap<LocalDate, BigDecimal>> series() {
    List<NavigableMap<LocalDate, BigDecimal>> series = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    for (Asset asset : assets) {
      Asset source = proxies.getOrDefault(asset.id(), asset);
      NavigableMap<LocalDate, BigDecimal> closes = window.of(history.closes(source.id()));
      if (closes.isEmpty()) {
        problems.add(
            Problem.of(
                Kind.DATA,
                "no closes of " + source.symbol() + " in the history" + window.words(),
                FETCH + ", or let another stand in: --proxy " + asset.symbol() + "=OTHER"));
        continue;
      }
      if (!source.equals(asset)) {
        note(Code.PROXY, asset, source.symbol() + " stands in for " + asset.symbol());
      }
      series.add(withoutSpikes(asset, closes));
    }
    if (!problems.isEmpty()) {
      throw new ProblemException(problems, 0);
    }
    return series;
  }

  private NavigableMap<LocalDate, BigDecimal> withoutSpikes(
      Asset asset, NavigableMap<LocalDate, BigDecimal> closes) {
    NavigableMap<LocalDate, BigDecimal> kept = closes;
    for (int dropped = 0; dropped < MOST_SPIKES && kept.size() > 1; dropped++) {
      LocalDate first = kept.firstKey();
      LocalDate second = kept.tailMap(first, false).firstKey();
      double move = ratio(kept, first, second);
      if (move <= SPIKE && move >= 1 / SPIKE) {
        break;
      }
      note(
          Code.FIRST_DAY_SPIKE,
          asset,
          asset.symbol()
              + ": the first close, of "
              + first
              + ", is left out: the next is "
              + rounded(move)
              + " times as much");
      kept = kept.tailMap(first, false);
    }
    return kept;
  }

  private static double ratio(
      NavigableMap<LocalDate, BigDecimal> closes, LocalDate before, LocalDate after) {
    return price(closes, after) / price(closes, before);
  }

  private static double price(NavigableMap<LocalDate, BigDecimal> closes, LocalDate day) {
    BigDecimal close = closes.get(day);
    if (close == null) {
      throw new IllegalStateException("no close of " + day);
    }
    return close.doubleValue();
  }

  private LocalDate begin(List<NavigableMap<LocalDate, BigDecimal>> series) {
    LocalDate first = series.get(0).firstKey();
    LocalDate last = first;
    for (NavigableMap<LocalDate, BigDecimal> closes : series) {
      first = closes.firstKey().isBefore(first) ? closes.firstKey() : first;
      last = closes.firstKey().isAfter(last) ? closes.firstKey() : last;
    }
    for (int i = 0; i < series.size(); i++) {
      // only who makes the others wait is named
      if (last.isAfter(first) && series.get(i).firstKey().equals(last)) {
        String symbol = assets.get(i).symbol();
        long lost = ChronoUnit.DAYS.between(first, last);
        String rule = " begins on " + last + ": " + days(lost, "earlier") + " of others";
        note(Code.LATE_LISTING, assets.get(i), symbol + rule + leftOut(lost));
      }
    }
    return last;
  }

  private LocalDate end(List<NavigableMap<LocalDate, BigDecimal>> series) {
    LocalDate first = series.get(0).lastKey();
    LocalDate last = first;
    for (NavigableMap<LocalDate, BigDecimal> closes : series) {
      first = closes.lastKey().isBefore(first) ? closes.lastKey() : first;
      last = closes.lastKey().isAfter(last) ? closes.lastKey() : last;
    }
    for (int i = 0; i < series.size(); i++) {
      if (last.isAfter(first) && series.get(i).lastKey().equals(first)) {
        String symbol = assets.get(i).symbol();
        long lost = ChronoUnit.DAYS.between(first, last);
        String rule = " ends on " + first + ": " + days(lost, "later") + " of others";
        note(Code.DELISTED, assets.get(i), symbol + rule + leftOut(lost));
      }
    }
    return first;
  }

  private static String days(long count, String which) {
    return count + " " + which + (count == 1 ? " day" : " days");
  }

  private static String leftOut(long count) {
    return count == 1 ? " is left out" : " are left out";
  }

  private void missing(
      List<NavigableMap<LocalDate, BigDecimal>> series, LocalDate from, LocalDate to) {
    long days = ChronoUnit.DAYS.between(from, to) + 1;
    for (int i = 0; i < series.size(); i++) {
      long gone = days - series.get(i).subMap(from, true, to, true).size();
      if (gone > 0) {
        String count = gone == 1 ? "1 day is" : gone + " days are";
        note(
            Code.MISSING_DAYS,
            assets.get(i),
            assets.get(i).symbol() + ": " + count + " missing; " + window.gapRule());
      }
    }
  }

  private void outliers(Asset asset, double[] closes, List<LocalDate> days) {
    int first = -1;
    int count = 0;
    for (int day = 1; day < closes.length; day++) {
      double growth = closes[day] / closes[day - 1];
      if (CloseTable.follows(days, day) && (growth > OUTLIER || growth < 1 / OUTLIER)) {
        first = count == 0 ? day : first;
        count++;
      }
    }
    if (count == 0) {
      return;
    }
    String more = count == 1 ? "" : " (and " + (count - 1) + " more)";
    note(
        Code.OUTLIER,
        asset,
        asset.symbol()
            + " closed on "
            + days.get(first)
            + " at "
            + rounded(closes[first] / closes[first - 1])
            + " times the day before"
            + more
            + "; kept as it is");
  }

  private void shortness(int closes) {
    if (closes <= TWO_YEARS) {
      String message = "only " + closes + " days of closes: under two years say little";
      notes.add(Warning.of(Code.SHORT_HISTORY, message));
    }
  }

  private void note(Code code, Asset asset, String message) {
    notes.add(Warning.of(code, asset.symbol(), message));
  }

  private static String rounded(double factor) {
    BigDecimal exact = new BigDecimal(Double.toString(factor));
    return (factor >= 0.01 ? exact.setScale(2, RoundingMode.HALF_EVEN) : exact).toPlainString();
  }

  private ProblemException tooFew(int closes) {
    return new ProblemException(
        Problem.of(
            Kind.DATA,
            "the assets have closes in common on "
                + closes
                + (closes == 1 ? " day" : " days")
                + window.words()
                + "; "
                + window.purpose()
                + " needs "
                + window.least(),
            "give a longer history, or let another asset stand in with --proxy"));
  }
}
