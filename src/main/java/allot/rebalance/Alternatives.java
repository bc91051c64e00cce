package allot.rebalance;

import allot.allocation.Allocation;
import allot.portfolio.DcaTerms;
import allot.portfolio.Portfolio;
import allot.problem.ProblemException;
import allot.rebalance.Alternative.Name;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The other ways to the mix, each planned in full. */
final class Alternatives {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  /** What the arithmetic of levels may miss an edge by, as a part of the total. */
  private static final BigDecimal CLOSE = new BigDecimal("1e-30");

  /** More new money than so many times the portfolio is no way. */
  private static final int MOST_TIMES = 10_000;

  private final Allocation before;
  private final Portfolio portfolio;
  private final RebalanceSettings settings;
  private final Optional<DcaTerms> dca;
  private final BigDecimal held;
  private final int decimals;

  Alternatives(Allocation before, RebalanceSettings settings, Optional<DcaTerms> dca) {
    this.before = before;
    this.portfolio = before.valuation().portfolio();
    this.settings = settings;
    this.dca = dca;
    this.held = before.valuation().total().orElseThrow();
    this.decimals = portfolio.currency().decimals();
  }

  List<Alternative> all() {
    List<Alternative> all = new ArrayList<>();
    all.add(onlyBuying());
    all.add(towards(Name.EDGE, Destination.EDGE));
    all.add(towards(Name.HALF, Destination.HALF));
    all.add(towards(Name.TARGET, Destination.TARGET));
    return all;
  }

  /** No way against a withdrawal, nor where orders that are too small keep it from arriving. */
  private Alternative onlyBuying() {
    Optional<Long> deposit = settings.cash() < 0 ? Optional.empty() : deposit();
    Optional<RebalancePlan> plan =
        deposit
            .map(cents -> Rebalancer.plan(before, settings.onlyBuying(cents)))
            .filter(way -> way.untraded().stream().noneMatch(Alternatives::isDropped));
    return new Alternative(
        Name.BUY_ONLY, plan, plan.flatMap(way -> deposit.flatMap(this::instalments)));
  }

  private static boolean isDropped(Untraded untraded) {
    return switch (untraded.reason()) {
      case BELOW_MINIMUM, NO_ASSET_CHOSEN, NO_PRICE, NO_CASH_IN_ACCOUNT -> true;
      case FROZEN, UNCLASSIFIED, ROUNDING -> false;
    };
  }

  private Alternative towards(Name name, Destination destination) {
    try {
      RebalancePlan plan = Rebalancer.plan(before, settings.towards(destination));
      return new Alternative(name, Optional.of(plan), Optional.empty());
    } catch (ProblemException e) {
      // a withdrawal that this way cannot pay
      return new Alternative(name, Optional.empty(), Optional.empty());
    }
  }

  /** The least new money in cents that brings every bucket to the destination without a sale. */
  private Optional<Long> deposit() {
    List<Pot> pots = Pots.of(before, settings.prices());
    if (held.signum() == 0) {
      return Optional.empty();
    }
    BigDecimal reached = held;
    while (!isThere(pots, reached)) {
      reached = reached.add(reached);
      if (reached.compareTo(held.multiply(BigDecimal.valueOf(MOST_TIMES))) > 0) {
        return Optional.empty();
      }
    }
    BigInteger low = held.setScale(decimals, RoundingMode.FLOOR).unscaledValue();
    BigInteger high = reached.setScale(decimals, RoundingMode.CEILING).unscaledValue();
    while (high.subtract(low).compareTo(BigInteger.ONE) > 0) {
      BigInteger middle = low.add(high).shiftRight(1);
      if (isThere(pots, new BigDecimal(middle, decimals))) {
        high = middle;
      } else {
        low = middle;
      }
    }
    return Optional.of(withFees(pots, new BigDecimal(high, decimals)));
  }

  /** Whether a total reached by buying alone is one where every bucket is where it is to be. */
  private boolean isThere(List<Pot> pots, BigDecimal total) {
    List<BigDecimal> values = pots.stream().map(Pot::value).toList();
    List<BigDecimal> targets = pots.stream().map(Pot::target).toList();
    List<BigDecimal> most = values.stream().map(value -> value.add(total)).toList();
    List<BigDecimal> filled = Level.fill(targets, values, most, total);
    BigDecimal close = total.multiply(CLOSE);
    for (int i = 0; i < pots.size(); i++) {
      Mix.Interval interval = Mix.Interval.of(pots.get(i), portfolio.bands(), settings.to(), total);
      if (filled.get(i).compareTo(interval.high().add(close)) > 0
          || filled.get(i).compareTo(interval.low().subtract(close)) < 0) {
        return false;
      }
    }
    return true;
  }

  /** The cents that lead to a total once the fees of the buys are paid. */
  private long withFees(List<Pot> pots, BigDecimal total) {
    RebalanceSettings buying = settings.onlyBuying(1);
    Goals goals = new Mix(pots, portfolio.bands(), buying, new Blocks()).at(total);
    long orders =
        goals.values().entrySet().stream()
            .filter(goal -> !goal.getKey().isCash())
            .filter(goal -> goal.getValue().compareTo(goal.getKey().value()) > 0)
            .count();
    BigDecimal fees =
        goals
            .traded()
            .multiply(settings.fee())
            .divide(HUNDRED, Level.DIGITS)
            .add(BigDecimal.valueOf(orders * settings.fixed(), decimals));
    return total
        .add(fees)
        .subtract(held)
        .setScale(decimals, RoundingMode.CEILING)
        .unscaledValue()
        .longValueExact();
  }

  /** How many instalments of the file's plan bring so many cents. */
  private Optional<Integer> instalments(long cents) {
    BigDecimal money = BigDecimal.valueOf(cents, decimals);
    Optional<BigDecimal> each =
        dca.flatMap(
            terms ->
                terms
                    .amount()
                    .or(
                        () ->
                            terms
                                .total()
                                .flatMap(
                                    total ->
                                        terms
                                            .times()
                                            .map(
                                                times ->
                                                    total.divide(
                                                        BigDecimal.valueOf(times),
                                                        Level.DIGITS)))));
    return each.filter(amount -> amount.signum() > 0)
        .map(amount -> money.divide(amount, 0, RoundingMode.CEILING))
        .filter(count -> count.compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) <= 0)
        .map(BigDecimal::intValueExact);
  }
}
