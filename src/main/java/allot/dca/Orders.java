package allot.dca;

import allot.catalog.Bucket;
import allot.dca.DcaSchedule.Limit;
import allot.dca.DcaSchedule.Order;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Turns budgets into orders: the fee comes out of the budget, quantities are whole steps, and what
 * leaves the pocket is rounded up to the cent but never above the budget.
 */
final class Orders {
  private final BigDecimal fee;
  private final long minOrder;
  private final int decimals;
  private final Optional<Ladder> ladder;

  /**
   * A ladder for the orders of one instalment.
   *
   * @param days how long its limits stand
   */
  record Ladder(LimitLadder limits, int days, Map<String, Double> volatility) {}

  /**
   * @param fee percent of an order's value
   * @param minOrder cents
   * @param decimals of the currency
   */
  Orders(BigDecimal fee, long minOrder, int decimals, Optional<Ladder> ladder) {
    this.fee = fee;
    this.minOrder = minOrder;
    this.decimals = decimals;
    this.ladder = ladder;
  }

  /** The order that a budget of cents pays for, if it pays for one; the slot takes it in. */
  Optional<Order> place(Slot slot, long budget) {
    Slot.Facts facts = slot.facts();
    long feeCents = feeOf(budget);
    BigDecimal notional = BigDecimal.valueOf(budget - feeCents, decimals);
    BigDecimal steps = notional.divide(facts.price().multiply(facts.step()), 0, RoundingMode.FLOOR);
    BigDecimal quantity = steps.multiply(facts.step());
    BigDecimal worth = quantity.multiply(facts.price());
    long pocket =
        worth.setScale(decimals, RoundingMode.CEILING).unscaledValue().longValueExact() + feeCents;
    long cents = Math.min(pocket, budget);
    if (steps.signum() == 0 || cents < minOrder) {
      slot.bought(BigDecimal.ZERO, 0, budget);
      return Optional.empty();
    }
    slot.bought(worth, cents, budget);
    return Optional.of(
        new Order(
            facts.asset(),
            facts.bucket(),
            facts.account(),
            cents,
            feeCents,
            facts.price(),
            quantity,
            limits(facts, cents)));
  }

  /** b × f / (1 + f), half-even to the cent. */
  private long feeOf(long budget) {
    BigDecimal hundred = BigDecimal.valueOf(100);
    return BigDecimal.valueOf(budget)
        .multiply(fee)
        .divide(hundred.add(fee), 0, RoundingMode.HALF_EVEN)
        .longValueExact();
  }

  private List<Limit> limits(Slot.Facts facts, long cents) {
    List<Limit> limits = new ArrayList<>();
    if (ladder.isEmpty() || facts.bucket().equals(Bucket.STABLECOIN)) {
      return limits;
    }
    Ladder settings = ladder.get();
    Optional<Double> volatility =
        Optional.ofNullable(settings.volatility().get(facts.asset().id()));
    for (LimitLadder.Rung rung : settings.limits().rungs(cents, facts.price(), minOrder)) {
      limits.add(
          new Limit(
              rung, volatility.map(v -> FillProbability.of(rung.offset(), settings.days(), v))));
    }
    return limits;
  }
}
