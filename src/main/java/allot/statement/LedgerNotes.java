package allot.statement;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the user should know of a ledger: each a line for an account and its asset, with counts. */
final class LedgerNotes {
  private final Map<Topic, Map<Subject, Tally>> tallies = new EnumMap<>(Topic.class);
  private final List<String> first = new ArrayList<>();
  private final List<String> last = new ArrayList<>();

  /** What can happen to an asset in an account more than once. */
  enum Topic {
    DEPOSIT("deposit", "deposits", " from elsewhere", "date and cost unknown"),
    WITHDRAWAL("withdrawal", "withdrawals", " to elsewhere", "they left without a sale"),
    COST("acquisition", "acquisitions", "", "cost unknown"),
    INCOME("entry of income", "entries of income", "", "value and cost unknown"),
    PROCEEDS("disposal", "disposals", "", "proceeds unknown"),
    FILLED(
        "entry",
        "entries",
        " that took more than was held",
        "counted as held before, date and cost unknown");

    private final String one;
    private final String many;
    private final String where;
    private final String what;

    Topic(String one, String many, String where, String what) {
      this.one = one;
      this.many = many;
      this.where = where;
      this.what = what;
    }
  }

  private record Subject(String account, String symbol) {}

  /** How often, how much, and where first. */
  private static final class Tally {
    private final Entry.Origin origin;
    private int count;
    private BigDecimal quantity = BigDecimal.ZERO;

    Tally(Entry.Origin origin) {
      this.origin = origin;
    }
  }

  void count(Topic topic, String account, Leg leg, Entry.Origin origin) {
    Tally tally =
        tallies
            .computeIfAbsent(topic, key -> new LinkedHashMap<>())
            .computeIfAbsent(new Subject(account, leg.coin().code()), key -> new Tally(origin));
    tally.count++;
    tally.quantity = tally.quantity.add(leg.quantity());
  }

  /** A line before all counts. */
  void addFirst(String line) {
    first.add(line);
  }

  /** A line behind all counts. */
  void addLast(String line) {
    last.add(line);
  }

  static String plain(BigDecimal quantity) {
    return quantity.stripTrailingZeros().toPlainString();
  }

  List<String> lines() {
    List<String> lines = new ArrayList<>(first);
    tallies.forEach(
        (topic, subjects) ->
            subjects.forEach((subject, tally) -> lines.add(line(topic, subject, tally))));
    lines.addAll(last);
    return List.copyOf(lines);
  }

  private static String line(Topic topic, Subject subject, Tally tally) {
    return subject.account()
        + ": "
        + plain(tally.quantity)
        + " "
        + subject.symbol()
        + " in "
        + tally.count
        + " "
        + (tally.count == 1 ? topic.one : topic.many)
        + topic.where
        + (tally.count == 1 ? " (" : " (the first ")
        + tally.origin
        + "): "
        + topic.what;
  }
}
