package allot.rebalance;

import allot.allocation.Allocation;
import allot.money.Money;
import allot.portfolio.Portfolio;
import allot.problem.Problem;
import allot.problem.ProblemException;
import allot.rebalance.RebalanceSettings.Sides;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Plans until all orders can be placed: what is under the minimum, under a step, without a price or
 * without cash in its account is dropped, the smallest first, and the rest is planned again.
 */
final class Draft {
  private static final int MOST_FIXED_ROUNDS = 5;
  private static final int MOST_EDGE_ROUNDS = 50;

  /** A goal this part of the total outside its interval was meant to be inside. */
  private static final BigDecimal ROUNDING = new BigDecimal("1e-4");

  /** From so many orders under the minimum on, a quarter of them is dropped at a time. */
  private static final int MANY = 64;

  /** A way to find the goals for the money there is before fees. */
  interface Aim {

    /**
     * @param margin value by which a bucket is to keep away from the edges of its interval, for
     *     rounding; an aim whose edges can be met by rounding alone need not look at it
     */
    Goals goals(BigDecimal money, Blocks blocks, BigDecimal margin);
  }

  private final Portfolio portfolio;
  private final BigDecimal total;
  private final List<Pot> pots;
  private final RebalanceSettings settings;
  private final Aim aim;
  private final Ticket ticket;
  private final Blocks blocks = new Blocks();
  private final List<Untraded> untraded = new ArrayList<>();
  private Orders orders;

  Draft(Allocation before, List<Pot> pots, RebalanceSettings settings, Aim aim) {
    this.portfolio = before.valuation().portfolio();
    this.total = before.valuation().total().orElseThrow();
    this.pots = pots;
    this.settings = settings;
    this.aim = aim;
    this.ticket = new Ticket(settings.fee(), settings.fixed(), portfolio.currency().decimals());
    this.orders = written();
    for (List<Drop> drops = drops(); apply(drops); drops = drops()) {
      this.orders = written();
    }
    refuseUnpayable();
  }

  Orders orders() {
    return orders;
  }

  List<Untraded> untraded() {
    return untraded;
  }

  Accounts accounts() {
    Map<String, Long> cash = new LinkedHashMap<>();
    for (Pot pot : pots) {
      for (Line line : pot.lines()) {
        for (Pile pile : line.isCash() ? line.piles() : List.<Pile>of()) {
          cash.merge(pile.account(), ticket.cents(pile.value(), RoundingMode.FLOOR), Long::sum);
        }
      }
    }
    return new Accounts(orders.all(), cash, settings.cash());
  }

  /** What each bucket is worth after the orders, the residue counted as cash. */
  Map<Pot, BigDecimal> after() {
    Map<Pot, BigDecimal> after = new LinkedHashMap<>();
    BigDecimal residue = ticket.money(orders.residue());
    Optional<Pot> purse = pots.stream().filter(Draft::hasCash).findFirst();
    for (Pot pot : pots) {
      boolean cash = purse.filter(pot::equals).isPresent();
      after.put(pot, cash ? pot.value().add(residue) : pot.value());
    }
    Map<Line, Pot> home = new LinkedHashMap<>();
    pots.forEach(pot -> pot.lines().forEach(line -> home.put(line, pot)));
    for (Order order : orders.all()) {
      Optional.ofNullable(home.get(order.line()))
          .ifPresent(pot -> after.merge(pot, order.change(), BigDecimal::add));
    }
    return after;
  }

  private static boolean hasCash(Pot pot) {
    return pot.lines().stream().anyMatch(Line::isCash);
  }

  /** Orders for the money there is; fixed fees lessen it but do not steer the choice. */
  private Orders written() {
    BigDecimal money = total.add(ticket.money(settings.cash()));
    long fixed = 0;
    Orders written = towards(money);
    for (int round = 0; round < MOST_FIXED_ROUNDS && settings.fixed() > 0; round++) {
      long needed = Math.multiplyExact(settings.fixed(), (long) written.all().size());
      if (needed == fixed) {
        break;
      }
      fixed = needed;
      written = towards(money.subtract(ticket.money(fixed)));
    }
    return written;
  }

  private Orders towards(BigDecimal money) {
    Orders written = towards(money, BigDecimal.ZERO);
    if (settings.to().fraction().signum() == 0 || settings.sides() != Sides.BOTH) {
      return written;
    }
    moveInside(written.goals());
    if (orders.overdrawn() > 0 || !outside(written.goals()).isEmpty()) {
      Orders wary = towards(money, margin());
      moveInside(wary.goals());
      if (wary.overdrawn() == 0 && outside(wary.goals()).isEmpty()) {
        return wary;
      }
      orders = written;
    }
    return written;
  }

  private Orders towards(BigDecimal money, BigDecimal margin) {
    Goals goals = aim.goals(money, blocks, margin);
    orders = new Orders(pots, goals, settings, blocks, ticket);
    if (orders.lacking() > 0 && !goals.toLowerEdge().isEmpty()) {
      orders = new Orders(pots, goals.withoutLowerEdges(), settings, blocks, ticket);
    }
    return orders;
  }

  /** What rounding can move a bucket by: a step of every asset, a cent of its value and its fee. */
  private BigDecimal margin() {
    BigDecimal margin = BigDecimal.ZERO;
    for (Pot pot : pots) {
      for (Line line : pot.lines()) {
        BigDecimal step = line.price().map(line.step()::multiply).orElse(BigDecimal.ZERO);
        margin = margin.add(step).add(ticket.money(2));
      }
    }
    return margin;
  }

  /**
   * Moves one bucket after the other by the value that rounding has left it outside its interval.
   * Steps may be too coarse for all of them, and what one is bought with another may lack: of all
   * that was tried, the orders that can be paid and are least outside count.
   */
  private void moveInside(Goals goals) {
    Orders.Moves best = orders.moves();
    long overdrawn = orders.overdrawn();
    Map<Pot, BigDecimal> outside = outside(goals);
    BigDecimal least = off(outside);
    for (int round = 0; round < MOST_EDGE_ROUNDS && moved(outside); round++) {
      outside = outside(goals);
      int less = Long.compare(orders.overdrawn(), overdrawn);
      if (less < 0 || (less == 0 && off(outside).compareTo(least) < 0)) {
        best = orders.moves();
        overdrawn = orders.overdrawn();
        least = off(outside);
      }
    }
    orders.moveTo(best);
  }

  private boolean moved(Map<Pot, BigDecimal> outside) {
    return outside.entrySet().stream().anyMatch(off -> orders.move(off.getKey(), off.getValue()));
  }

  private static BigDecimal off(Map<Pot, BigDecimal> outside) {
    return Level.total(outside.values().stream().map(BigDecimal::abs).toList());
  }

  /** By how much rounding has left buckets outside their intervals: above zero if below. */
  private Map<Pot, BigDecimal> outside(Goals goals) {
    Map<Pot, BigDecimal> after = after();
    BigDecimal sum = Level.total(new ArrayList<>(after.values()));
    BigDecimal rounding = sum.multiply(ROUNDING);
    Map<Pot, BigDecimal> outside = new LinkedHashMap<>();
    for (Map.Entry<Pot, BigDecimal> entry : after.entrySet()) {
      Pot pot = entry.getKey();
      Mix.Interval interval = Mix.Interval.of(pot, portfolio.bands(), settings.to(), sum);
      BigDecimal inside = entry.getValue().max(interval.low()).min(interval.high());
      BigDecimal goal = goals.of(pot);
      boolean meant =
          goal.compareTo(interval.low().subtract(rounding)) >= 0
              && goal.compareTo(interval.high().add(rounding)) <= 0;
      BigDecimal off = inside.subtract(entry.getValue());
      if (meant && off.signum() != 0) {
        outside.put(pot, off);
      }
    }
    return outside;
  }

  /** Something that cannot be traded. */
  private record Drop(Untraded untraded, Optional<Order> order, Optional<Pot> pot) {}

  /** Whether there was anything that had not been dropped before. */
  private boolean apply(List<Drop> drops) {
    boolean fresh = false;
    for (Drop drop : drops) {
      if (block(drop)) {
        fresh = true;
        if (drop.untraded().cents() > 0) {
          untraded.add(drop.untraded());
        }
      }
    }
    return fresh;
  }

  private boolean block(Drop drop) {
    boolean fresh = drop.pot().filter(blocks.closed()::add).isPresent();
    if (drop.order().isPresent()) {
      Order order = drop.order().get();
      fresh |=
          order.pile().isPresent()
              ? blocks.unsellable().add(order.pile().get())
              : blocks.unbuyable().add(order.line());
    }
    return fresh;
  }

  /** What has to go next: all that has no asset or price, else what is too small, else no cash. */
  private List<Drop> drops() {
    List<Drop> impossible = impossible();
    if (!impossible.isEmpty()) {
      return impossible;
    }
    List<Order> small = new ArrayList<>();
    for (Order order : orders.all()) {
      if (reason(order).isPresent()) {
        small.add(order);
      }
    }
    small.sort(Comparator.comparing(Order::wanted));
    int count = small.size() > MANY ? small.size() / 4 : Math.min(1, small.size());
    List<Drop> drops = new ArrayList<>();
    for (Order order : small.subList(0, count)) {
      drops.add(drop(order, reason(order).orElseThrow()));
    }
    if (drops.isEmpty() && !settings.transfers()) {
      withoutCash().ifPresent(order -> drops.add(drop(order, Untraded.Reason.NO_CASH_IN_ACCOUNT)));
    }
    return drops;
  }

  private List<Drop> impossible() {
    List<Drop> drops = new ArrayList<>();
    for (Map.Entry<Pot, BigDecimal> entry : orders.goals().unplaced().entrySet()) {
      drops.add(
          new Drop(
              new Untraded(
                  Optional.empty(),
                  entry.getKey().bucket(),
                  "",
                  ticket.cents(entry.getValue(), RoundingMode.HALF_EVEN),
                  Untraded.Reason.NO_ASSET_CHOSEN),
              Optional.empty(),
              Optional.of(entry.getKey())));
    }
    for (Order order : orders.unpriced()) {
      drops.add(drop(order, Untraded.Reason.NO_PRICE));
    }
    return drops;
  }

  private Drop drop(Order order, Untraded.Reason reason) {
    return new Drop(
        new Untraded(
            Optional.of(order.line().asset()),
            order.line().bucket(),
            order.account(),
            ticket.cents(order.wanted(), RoundingMode.HALF_EVEN),
            reason),
        Optional.of(order),
        Optional.empty());
  }

  private Optional<Untraded.Reason> reason(Order order) {
    if (order.value() == 0) {
      return Optional.of(Untraded.Reason.ROUNDING);
    }
    boolean eaten = order.pile().isPresent() && order.value() <= order.fee();
    return order.value() < settings.minOrder() || eaten
        ? Optional.of(Untraded.Reason.BELOW_MINIMUM)
        : Optional.empty();
  }

  /**
   * A buy whose account lacks the money: the smallest that makes up for all that is lacking there,
   * else the largest.
   */
  private Optional<Order> withoutCash() {
    Accounts accounts = accounts();
    for (String account : accounts.lacking()) {
      long lack = 0;
      for (Transfer transfer : accounts.transfers()) {
        lack += transfer.to().equals(account) ? transfer.cents() : 0;
      }
      List<Order> buys =
          new ArrayList<>(
              orders.buys().stream().filter(buy -> buy.account().equals(account)).toList());
      buys.sort(Comparator.comparingLong(Order::value));
      for (Order buy : buys) {
        if (-buy.cashFlow() >= lack) {
          return Optional.of(buy);
        }
      }
      if (!buys.isEmpty()) {
        return Optional.of(buys.get(buys.size() - 1));
      }
    }
    return Optional.empty();
  }

  private void refuseUnpayable() {
    if (settings.sides() == Sides.ONLY_SELL || settings.cash() < 0) {
      BigDecimal lacking = ticket.money(orders.overdrawn());
      if (lacking.signum() > 0) {
        BigDecimal most = ticket.money(-settings.cash()).subtract(lacking);
        String smaller =
            untraded.isEmpty() ? "" : ", or allow smaller orders and transfers between accounts";
        throw new ProblemException(
            Problem.usage(
                "a withdrawal of "
                    + Money.of(ticket.money(-settings.cash()), portfolio.currency()).format()
                    + " is more than what may be sold and spent brings, "
                    + Money.of(most, portfolio.currency()).format(),
                "withdraw less" + smaller));
      }
    }
  }
}
