package allot.rebalance;

import allot.money.Apportionment;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Writes orders: whole steps, value to the cent, fee by the terms. */
record Ticket(BigDecimal feePercent, long fixed, int decimals) {
  private static final BigDecimal SNAP = new BigDecimal("1e-12");

  /** The whole steps in an amount; a hair's breadth from a whole number is that number. */
  static BigDecimal steps(
      BigDecimal amount, BigDecimal price, BigDecimal step, RoundingMode rounding) {
    BigDecimal steps = amount.divide(price.multiply(step), Level.DIGITS);
    BigDecimal nearest = steps.setScale(0, RoundingMode.HALF_EVEN);
    return steps.subtract(nearest).abs().compareTo(SNAP) <= 0
        ? nearest
        : steps.setScale(0, rounding);
  }

  Order sell(Line line, Pile pile, BigDecimal wanted, BigDecimal quantity) {
    long value = cents(quantity.multiply(pile.price()), RoundingMode.HALF_EVEN);
    return new Order(
        line, Optional.of(pile), pile.account(), wanted, quantity, pile.price(), value, fee(value));
  }

  Order buy(Line line, String account, BigDecimal wanted, BigDecimal quantity) {
    BigDecimal price = line.price().orElseThrow();
    long value = cents(quantity.multiply(price), RoundingMode.HALF_EVEN);
    return new Order(line, Optional.empty(), account, wanted, quantity, price, value, fee(value));
  }

  /** What a buy of so much costs with its fees, exact. */
  BigDecimal cost(BigDecimal value) {
    return value.add(value.multiply(feePercent).movePointLeft(2)).add(money(fixed));
  }

  /**
   * Divides cents among buys: to each what it costs, down to the cent, and what is left by largest
   * remainder. Where there is clearly more or less than all of them cost, in proportion.
   */
  List<Long> budgets(long cents, List<BigDecimal> costs) {
    BigDecimal sum = Level.total(costs);
    BigDecimal off = money(cents).subtract(sum);
    boolean close = off.abs().compareTo(money(costs.size())) <= 0;
    List<Long> budgets = new ArrayList<>();
    List<BigDecimal> remainders = new ArrayList<>();
    long left = cents;
    for (BigDecimal cost : costs) {
      long budget = cents(cost, RoundingMode.FLOOR);
      budgets.add(budget);
      remainders.add(cost.subtract(money(budget)));
      left -= budget;
    }
    if (!close || left < 0) {
      return Apportionment.split(BigInteger.valueOf(cents), costs).stream()
          .map(BigInteger::longValueExact)
          .toList();
    }
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < costs.size(); i++) {
      order.add(i);
    }
    order.sort(Comparator.<Integer, BigDecimal>comparing(remainders::get).reversed());
    for (int k = 0; k < left; k++) {
      int i = order.get(k % order.size());
      budgets.set(i, budgets.get(i) + 1);
    }
    return budgets;
  }

  /** The largest buy that a budget of cents pays for with its fee. */
  Order buyWithin(Line line, String account, BigDecimal wanted, long budget) {
    BigDecimal hundred = BigDecimal.valueOf(100);
    BigDecimal cent = BigDecimal.ONE.movePointLeft(decimals);
    BigDecimal worth =
        BigDecimal.valueOf(Math.max(0, budget - fixed), decimals)
            .multiply(hundred)
            .divide(hundred.add(feePercent), Level.DIGITS);
    Order order = buyFor(line, account, wanted, worth);
    // value and fee are each rounded to the cent, so the two may be a cent above the budget
    while (order.value() > 0 && -order.cashFlow() > budget) {
      worth = worth.subtract(cent).max(BigDecimal.ZERO);
      order = buyFor(line, account, wanted, worth);
    }
    return order;
  }

  private Order buyFor(Line line, String account, BigDecimal wanted, BigDecimal worth) {
    BigDecimal steps = steps(worth, line.price().orElseThrow(), line.step(), RoundingMode.FLOOR);
    return buy(line, account, wanted, steps.multiply(line.step()));
  }

  private long fee(long value) {
    if (value == 0) {
      return 0;
    }
    return BigDecimal.valueOf(value)
            .multiply(feePercent)
            .movePointLeft(2)
            .setScale(0, RoundingMode.HALF_EVEN)
            .longValueExact()
        + fixed;
  }

  BigDecimal money(long cents) {
    return BigDecimal.valueOf(cents, decimals);
  }

  long cents(BigDecimal amount, RoundingMode rounding) {
    return amount.setScale(decimals, rounding).unscaledValue().longValueExact();
  }
}
