package allot.rebalance;

import java.util.Locale;
import java.util.Optional;

/**
 * Another way, computed as a full plan.
 *
 * @param plan empty if there is no such way
 * @param instalments for buying only: how many of the file's DCA instalments its money is
 */
public record Alternative(Name name, Optional<RebalancePlan> plan, Optional<Integer> instalments) {

  /** Which way. */
  public enum Name {
    /** The least new money that reaches the destination without a sale. */
    BUY_ONLY,
    EDGE,
    HALF,
    TARGET;

    public String label() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
