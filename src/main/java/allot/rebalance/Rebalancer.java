package allot.rebalance;

import allot.allocation.Allocation;
import allot.allocation.BucketShare;
import allot.allocation.Position;
import allot.catalog.Asset;
import allot.catalog.Bucket;
import allot.portfolio.DcaTerms;
import allot.portfolio.Portfolio;
import allot.portfolio.Role;
import allot.portfolio.TaxProfile.Method;
import allot.problem.Kind;
import allot.problem.Problem;
import allot.problem.ProblemException;
import allot.rebalance.RebalancePlan.BeyondNeed;
import allot.rebalance.RebalanceSettings.Objective;
import allot.rebalance.RebalanceSettings.Sides;
import allot.rebalance.Trade.Reason;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Plans trades that bring every bucket to where it is to be. */
public final class Rebalancer {
  /** Above this worth, in whole units of the currency, cents no longer fit. */
  private static final BigDecimal MOST = new BigDecimal("1e15");

  private final Allocation before;
  private final Portfolio portfolio;
  private final RebalanceSettings settings;
  private final List<Pot> pots;

  private Rebalancer(Allocation before, RebalanceSettings settings) {
    this.before = before;
    this.portfolio = before.valuation().portfolio();
    this.settings = settings;
    this.pots = Pots.of(before, settings.prices());
  }

  /**
   * The trades: none with every bucket in band and no new money, unless forced.
   *
   * @param before everything held has a fresh price
   * @throws ProblemException of kind USAGE if more is withdrawn than can be sold
   */
  public static RebalancePlan plan(Allocation before, RebalanceSettings settings) {
    refuseTooMuch(before);
    boolean inBand = before.inBand().orElse(false);
    if (!inBand || settings.force()) {
      boolean leastTax = settings.minimize() == Objective.TAX && settings.tax().isPresent();
      return new Rebalancer(before, leastTax ? settings.withLots(Method.MIN_TAX) : settings).plan();
    } else if (settings.cash() == 0) {
      return new Rebalancer(before, settings).nothing();
    }
    Sides sides = settings.cash() > 0 ? Sides.ONLY_BUY : Sides.ONLY_SELL;
    return new Rebalancer(before, settings.trading(sides)).plan();
  }

  /**
   * The other ways, each a full plan: buying only, to the edge, half way, to the target.
   *
   * @param dca the file's plan of buys, to say how many of its instalments buying only takes
   */
  public static List<Alternative> alternatives(
      Allocation before, RebalanceSettings settings, Optional<DcaTerms> dca) {
    return new Alternatives(before, settings, dca).all();
  }

  private static void refuseTooMuch(Allocation before) {
    if (before.valuation().total().orElseThrow().compareTo(MOST) > 0) {
      throw new ProblemException(
          Problem.of(
              Kind.DATA,
              "the portfolio is worth more than 1,000,000,000,000,000 "
                  + before.valuation().portfolio().currency().code(),
              "check its quantities and prices"));
    }
  }

  private RebalancePlan nothing() {
    Map<Bucket, BigDecimal> values = new LinkedHashMap<>();
    for (BucketShare share : before.shares()) {
      values.put(share.bucket(), share.value().orElseThrow());
    }
    LotTaking lots = new LotTaking(portfolio, settings, List.of());
    return new RebalancePlan(
        before,
        settings,
        List.of(),
        List.of(),
        List.of(),
        0,
        values,
        lots.gains(),
        lots.tax(),
        List.of(),
        settings.lots(),
        Optional.empty(),
        Optional.empty());
  }

  private RebalancePlan plan() {
    if (settings.minimize() == Objective.TURNOVER
        || settings.sides() != Sides.BOTH
        || settings.tax().isEmpty()) {
      return finished(drafted(turnoverAim()), Optional.empty(), Optional.empty(), Optional.empty());
    }
    Draft plain = drafted(turnoverAim());
    RebalancePlan least = finished(plain, Optional.empty(), Optional.empty(), Optional.empty());
    LeastTaxAim aim =
        new LeastTaxAim(
            pots, portfolio.bands(), settings, before.valuation().total().orElseThrow());
    Draft thrifty = drafted(aim);
    Optional<Set<Pot>> needed = Optional.of(sold(plain));
    RebalancePlan plan = finished(thrifty, needed, Optional.empty(), aim.fallback());
    Optional<BigDecimal> saves = price(least).flatMap(more -> price(plan).map(more::subtract));
    if (saves.isEmpty() || saves.get().signum() <= 0) {
      return finished(plain, Optional.empty(), Optional.empty(), aim.fallback());
    }
    long beyond = Math.max(0, plan.sold() - least.sold());
    return beyond == 0
        ? plan
        : finished(
            thrifty, needed, Optional.of(new BeyondNeed(beyond, saves.get())), aim.fallback());
  }

  private Draft.Aim turnoverAim() {
    return (money, blocks, margin) ->
        new Mix(pots, portfolio.bands(), settings, blocks).goals(money);
  }

  private Draft drafted(Draft.Aim aim) {
    return new Draft(before, pots, settings, aim);
  }

  private Set<Pot> sold(Draft draft) {
    Set<Pot> sold = new HashSet<>();
    for (Order sale : draft.orders().sales()) {
      pots.stream().filter(pot -> pot.has(sale.line())).forEach(sold::add);
    }
    return sold;
  }

  /** Tax plus fees. */
  private Optional<BigDecimal> price(RebalancePlan plan) {
    return plan.tax().map(tax -> tax.add(money(plan.fees())));
  }

  private BigDecimal money(long cents) {
    return BigDecimal.valueOf(cents, portfolio.currency().decimals());
  }

  /**
   * @param needed the buckets that have to sell, if others may do so for the tax
   */
  private RebalancePlan finished(
      Draft draft,
      Optional<Set<Pot>> needed,
      Optional<BeyondNeed> beyond,
      Optional<String> fallback) {
    Orders orders = draft.orders();
    LotTaking lots = new LotTaking(portfolio, settings, orders.sales());
    List<Trade> trades = new ArrayList<>();
    for (Order order : orders.all()) {
      trades.add(
          new Trade(
              order.side(),
              order.line().asset(),
              order.line().bucket(),
              order.account(),
              order.quantity(),
              order.price(),
              order.value(),
              order.fee(),
              reason(order, needed),
              order.pile().isPresent() ? lots.of(order) : List.of()));
    }
    Map<Pot, BigDecimal> values = draft.after();
    Map<Bucket, BigDecimal> after = new LinkedHashMap<>();
    values.forEach(
        (pot, value) -> {
          if (before.share(pot.bucket()).isPresent() || value.signum() != 0) {
            after.put(pot.bucket(), value);
          }
        });
    List<Untraded> untraded = new ArrayList<>(draft.untraded());
    untraded.addAll(untradable(values));
    return new RebalancePlan(
        before,
        settings,
        trades,
        draft.accounts().transfers(),
        untraded,
        orders.residue(),
        after,
        lots.gains(),
        lots.tax(),
        lots.washed(),
        settings.tax().isEmpty() && settings.lots() == Method.MIN_TAX
            ? Method.FIFO
            : settings.lots(),
        beyond,
        fallback.or(lots::fallback));
  }

  private Reason reason(Order order, Optional<Set<Pot>> needed) {
    boolean sale = order.pile().isPresent();
    if (settings.sides() == Sides.ONLY_SELL) {
      return Reason.WITHDRAWAL;
    } else if (settings.sides() == Sides.ONLY_BUY && settings.cash() > 0) {
      return Reason.NEW_MONEY;
    }
    Pot pot = pots.stream().filter(p -> p.has(order.line())).findFirst().orElseThrow();
    if (sale && needed.filter(pots -> !pots.contains(pot)).isPresent()) {
      return Reason.TAX;
    }
    BigDecimal total = before.valuation().total().orElseThrow();
    int drift = pot.value().movePointRight(2).compareTo(pot.target().multiply(total));
    if (sale) {
      return drift <= 0 && settings.cash() < 0 ? Reason.WITHDRAWAL : Reason.OVER_TARGET;
    }
    return drift >= 0 && settings.cash() > 0 ? Reason.NEW_MONEY : Reason.UNDER_TARGET;
  }

  /** What stays above its interval because it is frozen or unclassified. */
  private List<Untraded> untradable(Map<Pot, BigDecimal> after) {
    List<Untraded> untraded = new ArrayList<>();
    if (settings.sides() == Sides.ONLY_BUY) {
      return untraded;
    }
    BigDecimal total = Level.total(new ArrayList<>(after.values()));
    for (Map.Entry<Pot, BigDecimal> entry : after.entrySet()) {
      Pot pot = entry.getKey();
      boolean unclassified = pot.bucket().equals(Bucket.UNCLASSIFIED);
      Mix.Interval interval = Mix.Interval.of(pot, portfolio.bands(), settings.to(), total);
      BigDecimal left =
          unclassified ? entry.getValue() : frozen(pot.bucket()).subtract(interval.high());
      for (Position position : before.valuation().held()) {
        boolean stuck = unclassified || position.holding().role() == Role.FROZEN;
        if (position.holding().bucket().equals(pot.bucket()) && stuck) {
          BigDecimal part = left.min(position.value().orElseThrow()).max(BigDecimal.ZERO);
          left = left.subtract(part);
          add(untraded, position, part, unclassified);
        }
      }
    }
    return untraded;
  }

  private BigDecimal frozen(Bucket bucket) {
    BigDecimal sum = BigDecimal.ZERO;
    for (Position position : before.valuation().held()) {
      if (position.holding().bucket().equals(bucket) && position.holding().role() == Role.FROZEN) {
        sum = sum.add(position.value().orElseThrow());
      }
    }
    return sum;
  }

  private void add(
      List<Untraded> untraded, Position position, BigDecimal value, boolean unclassified) {
    long cents =
        value
            .setScale(portfolio.currency().decimals(), RoundingMode.HALF_EVEN)
            .unscaledValue()
            .longValueExact();
    Asset asset = position.holding().asset();
    if (cents > 0) {
      untraded.add(
          new Untraded(
              Optional.of(asset),
              position.holding().bucket(),
              position.holding().account(),
              cents,
              unclassified ? Untraded.Reason.UNCLASSIFIED : Untraded.Reason.FROZEN));
    }
  }
}
