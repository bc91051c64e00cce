package allot.record;

import allot.catalog.Asset;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/** Something that happened and is to be booked. */
public sealed interface Entry {

  Origin origin();

  /**
   * A purchase.
   *
   * @param quoted when its price held, for a holding that is new
   */
  record Buy(Origin origin, Deal deal, Instant quoted, Payment payment) implements Entry {}

  /** A sale. */
  record Sell(Origin origin, Deal deal, LotChoice lots, Payment payment) implements Entry {}

  /** Units that changed the account; their lots go with them. */
  record Move(
      Origin origin, Asset asset, BigDecimal quantity, String from, String to, LotChoice lots)
      implements Entry {}

  /**
   * Money of the portfolio's currency that came into an account or left it.
   *
   * @param amount negative if it left
   * @param awaited numbers of the plan's sales that are to bring money to the account and are not
   *     recorded yet
   */
  record Cash(Origin origin, String account, BigDecimal amount, List<Integer> awaited)
      implements Entry {}
}
