package allot.render;

import allot.rebalance.Alternative;
import allot.rebalance.RebalancePlan;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** A plan's alternatives side by side, the plan itself marked among them. */
final class WaysTable {
  private static final String NONE = "-";
  private static final List<Column> COLUMNS =
      List.of(
          Column.left("way", Fit.KEEP),
          Column.right("new money", Fit.KEEP),
          Column.right("turnover", Fit.KEEP),
          Column.right("fees", Fit.KEEP),
          Column.right("tax", Fit.KEEP),
          Column.right("drift", Fit.KEEP),
          Column.right("trades", Fit.KEEP),
          Column.left("", Fit.drop(1)));

  private final RebalancePlan plan;
  private final List<Alternative> alternatives;
  private final Figures figures;

  WaysTable(RebalancePlan plan, List<Alternative> alternatives) {
    this.plan = plan;
    this.alternatives = alternatives;
    this.figures = Figures.of(plan.before());
  }

  Block block() {
    List<List<Cell>> rows = new ArrayList<>();
    for (Alternative way : alternatives) {
      rows.add(way.plan().map(other -> row(way, other)).orElseGet(() -> nothing(way)));
    }
    return new Table(COLUMNS, rows);
  }

  private List<Cell> row(Alternative way, RebalancePlan other) {
    boolean same = isThisPlan(way, other);
    Tone tone = same ? Tone.STRONG : Tone.PLAIN;
    long cash = other.settings().cash();
    String note =
        same
            ? "this plan"
            : way.instalments().map(n -> n + (n == 1 ? " instalment" : " instalments")).orElse("");
    return List.of(
        Cell.of(words(way.name()), tone),
        Cell.of(cash == 0 ? NONE : figures.minus(cash), tone),
        Cell.of(figures.bare(other.turnover()), tone),
        Cell.of(figures.bare(other.fees()), tone),
        Cell.of(other.tax().map(figures::signed).orElse("?"), tone),
        Cell.of(
            other
                .totalDriftAfter()
                .map(drift -> drift.rounded(2, RoundingMode.HALF_EVEN).toPlainString())
                .orElse("?"),
            tone),
        Cell.of(String.valueOf(other.trades().size()), tone),
        Cell.of(note, same ? Tone.STRONG : Tone.MUTED));
  }

  private boolean isThisPlan(Alternative way, RebalancePlan other) {
    boolean named =
        way.name() == Alternative.Name.BUY_ONLY
            || way.name().label().equals(plan.settings().to().label());
    return named
        && !plan.trades().isEmpty()
        && other.settings().cash() == plan.settings().cash()
        && other.trades().equals(plan.trades());
  }

  private static List<Cell> nothing(Alternative way) {
    Cell none = Cell.of(NONE, Tone.MUTED);
    return List.of(
        Cell.of(words(way.name())),
        none,
        none,
        none,
        none,
        none,
        none,
        Cell.of("no such way", Tone.MUTED));
  }

  private static String words(Alternative.Name name) {
    return switch (name) {
      case BUY_ONLY -> "only buy";
      case EDGE -> "to the edge";
      case HALF -> "half way";
      case TARGET -> "to target";
    };
  }
}
