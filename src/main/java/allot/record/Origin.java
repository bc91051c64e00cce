package allot.record;

import allot.problem.Kind;

/**
 * Who says that something happened.
 *
 * @param label what messages call it, as {@code trade 2}; empty for what the user typed
 * @param n its number in a plan; 0 for what the user typed
 * @param kind of the problem if it cannot have happened
 */
public record Origin(String label, int n, Kind kind) {
  /** What was typed. */
  public static final Origin TYPED = new Origin("", 0, Kind.USAGE);

  /**
   * An entry of a plan.
   *
   * @param noun what the plan calls its entries
   */
  public static Origin ofPlan(String noun, int n) {
    return new Origin(noun + " " + n, n, Kind.DATA);
  }
}
