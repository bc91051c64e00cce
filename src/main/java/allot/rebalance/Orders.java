package allot.rebalance;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Turns goals into orders of whole steps: first the sales, then buys with the money that is really
 * there. Sales are rounded down, but up where they end at the edge of an interval or have to pay
 * for something; buys are rounded down, but up where they end at an edge.
 */
final class Orders {
  /** A part of a value that is due to the limits of arithmetic, not to a goal. */
  private static final BigDecimal NOTHING = new BigDecimal("1e-24");

  private final List<Pot> pots;
  private final Goals goals;
  private final RebalanceSettings settings;
  private final Blocks blocks;
  private final Ticket ticket;
  private final Map<Line, Integer> places = new HashMap<>();
  private final Map<Pile, BigDecimal> moreSold = new HashMap<>();
  private final Map<Line, BigDecimal> moreBought = new HashMap<>();
  private final List<Order> sales = new ArrayList<>();
  private final List<Order> buys = new ArrayList<>();
  private final long spendable;
  private long keptMore;
  private long residue;
  private long lacking;

  Orders(List<Pot> pots, Goals goals, RebalanceSettings settings, Blocks blocks, Ticket ticket) {
    this.pots = pots;
    this.goals = goals;
    this.settings = settings;
    this.blocks = blocks;
    this.ticket = ticket;
    for (Pot pot : pots) {
      for (Line line : pot.lines()) {
        places.put(line, places.size());
      }
    }
    this.spendable = ticket.cents(cash(), RoundingMode.FLOOR);
    write();
  }

  private BigDecimal cash() {
    BigDecimal cash = BigDecimal.ZERO;
    for (Line line : places.keySet()) {
      cash = line.isCash() ? cash.add(line.sellable(blocks.unsellable())) : cash;
    }
    return cash;
  }

  List<Order> sales() {
    return sales;
  }

  List<Order> buys() {
    return buys;
  }

  Goals goals() {
    return goals;
  }

  /** Buys that are wanted of what has no price; of nothing, at no price. */
  List<Order> unpriced() {
    List<Order> unpriced = new ArrayList<>();
    for (Pot pot : pots) {
      for (Line line : pot.lines()) {
        BigDecimal wanted = goals.of(line).subtract(line.value());
        if (wanted.signum() > 0 && line.price().isEmpty()) {
          unpriced.add(
              new Order(
                  line,
                  Optional.empty(),
                  line.home().orElse(""),
                  wanted,
                  BigDecimal.ZERO,
                  BigDecimal.ZERO,
                  0,
                  0));
        }
      }
    }
    return unpriced;
  }

  List<Order> all() {
    List<Order> all = new ArrayList<>(sales);
    all.addAll(buys);
    return all;
  }

  /** Cents by which the cash held changes. */
  long residue() {
    return residue;
  }

  /** Cents that are missing for what is to be bought and kept, with everything sold that may be. */
  long lacking() {
    return lacking;
  }

  /** Cents that would be spent beyond all the cash there is. */
  long overdrawn() {
    return Math.max(0, -residue - spendable);
  }

  /**
   * Moves what a bucket is worth after the orders by at least so much: by trading whole steps more
   * or less of it, or by keeping more or less cash.
   *
   * @param value above zero to be worth more
   * @return whether there is anything to move
   */
  boolean move(Pot pot, BigDecimal value) {
    boolean cash = pot.lines().stream().anyMatch(Line::isCash);
    if (cash && (value.signum() > 0 || cashChange() > -spendable)) {
      long before = residue;
      keptMore += ticket.cents(value, RoundingMode.UP);
      write();
      return residue != before || boughtMore(pot, value.negate());
    }
    for (Order order : all()) {
      if (pot.has(order.line())
          && (value.signum() > 0 || order.pile().isEmpty() || hasMore(order))) {
        if (order.pile().isPresent()) {
          more(moreSold, order.pile().get(), order, value.negate());
        } else {
          more(moreBought, order.line(), order, value);
        }
        write();
        return true;
      }
    }
    return false;
  }

  /**
   * What was moved so far.
   *
   * @param sold steps sold more of each pile
   * @param bought steps bought more of each line
   * @param kept cents kept more as cash
   */
  record Moves(Map<Pile, BigDecimal> sold, Map<Line, BigDecimal> bought, long kept) {}

  Moves moves() {
    return new Moves(Map.copyOf(moreSold), Map.copyOf(moreBought), keptMore);
  }

  /** Makes the orders those that they were with these moves. */
  void moveTo(Moves moves) {
    moreSold.clear();
    moreSold.putAll(moves.sold());
    moreBought.clear();
    moreBought.putAll(moves.bought());
    keptMore = moves.kept();
    write();
  }

  private static <T> void more(Map<T, BigDecimal> more, T what, Order order, BigDecimal value) {
    BigDecimal step = order.line().step();
    more.merge(what, Ticket.steps(value, order.price(), step, RoundingMode.UP), BigDecimal::add);
  }

  /** Buys more for cash that no buy takes by itself, as all of them end at an edge. */
  private boolean boughtMore(Pot pot, BigDecimal value) {
    Optional<Order> other = buys.stream().filter(order -> !pot.has(order.line())).findFirst();
    other.ifPresent(
        order -> {
          more(moreBought, order.line(), order, value);
          write();
        });
    return other.isPresent();
  }

  private static boolean hasMore(Order order) {
    return order.quantity().compareTo(order.pile().orElseThrow().wholeSteps()) < 0;
  }

  private void write() {
    long available;
    do {
      sales.clear();
      buys.clear();
      for (Pot pot : pots) {
        sell(pot);
      }
      available = available();
      available -= buyToEdges();
    } while (available < 0 && sellFor(-available));
    lacking = Math.max(0, -available);
    buyWith(Math.max(0, available));
    residue = settings.cash();
    for (Order order : all()) {
      residue += order.cashFlow();
    }
  }

  /** Sells more of the largest order that has more, for so many cents that are missing. */
  private boolean sellFor(long cents) {
    Optional<Order> largest =
        sales.stream().filter(Orders::hasMore).max(Comparator.comparingLong(Order::value));
    largest.ifPresent(
        order -> more(moreSold, order.pile().orElseThrow(), order, ticket.money(cents)));
    return largest.isPresent();
  }

  private void sell(Pot pot) {
    boolean edge = settings.to().fraction().signum() > 0 && goals.toUpperEdge().contains(pot);
    RoundingMode rounding = edge || goals.sellsFund() ? RoundingMode.CEILING : RoundingMode.FLOOR;
    for (Line line : pot.lines()) {
      BigDecimal left = line.value().subtract(goals.of(line));
      if (line.isCash() || left.compareTo(line.value().multiply(NOTHING)) <= 0) {
        continue;
      }
      boolean chosen = line.piles().stream().anyMatch(goals.fromPiles()::containsKey);
      for (Pile pile : line.piles()) {
        BigDecimal most =
            chosen ? goals.fromPiles().getOrDefault(pile, BigDecimal.ZERO) : pile.value();
        BigDecimal part = left.min(most);
        if (blocks.unsellable().contains(pile) || part.signum() <= 0) {
          continue;
        }
        left = left.subtract(part);
        BigDecimal steps = Ticket.steps(part, pile.price(), line.step(), rounding);
        BigDecimal more = moreSold.getOrDefault(pile, BigDecimal.ZERO);
        BigDecimal quantity =
            steps.add(more).max(BigDecimal.ZERO).multiply(line.step()).min(pile.wholeSteps());
        sales.add(ticket.sell(line, pile, part, quantity));
      }
    }
  }

  /** The cents for buys: what sales bring and new money, less what is kept as cash. */
  private long available() {
    long available = settings.cash() - cashChange();
    for (Order sale : sales) {
      available += sale.cashFlow();
    }
    return available;
  }

  /** The cents by which cash is to change; no more is spent than there is. */
  private long cashChange() {
    BigDecimal kept = BigDecimal.ZERO;
    for (Line line : places.keySet()) {
      if (line.isCash()) {
        kept = kept.add(goals.of(line)).subtract(line.value());
      }
    }
    return Math.max(-spendable, ticket.cents(kept, RoundingMode.CEILING) + keptMore);
  }

  private boolean isToEdge(Pot pot) {
    return settings.to().fraction().signum() > 0 && goals.toLowerEdge().contains(pot);
  }

  /** Places the buys that a bucket needs to reach its interval, and returns what they cost. */
  private long buyToEdges() {
    long cost = 0;
    for (Pot pot : pots) {
      if (isToEdge(pot)) {
        for (Line line : lines(pot)) {
          BigDecimal wanted = goals.of(line).subtract(line.value());
          BigDecimal steps =
              Ticket.steps(wanted, line.price().orElseThrow(), line.step(), RoundingMode.CEILING)
                  .add(moreBought.getOrDefault(line, BigDecimal.ZERO));
          Order order =
              ticket.buy(
                  line, account(line), wanted, steps.max(BigDecimal.ZERO).multiply(line.step()));
          buys.add(order);
          cost -= order.cashFlow();
        }
      }
    }
    return cost;
  }

  /** Divides the money among the other buys in proportion to what they are wanted for. */
  private void buyWith(long available) {
    List<Line> lines = new ArrayList<>();
    List<BigDecimal> costs = new ArrayList<>();
    for (Pot pot : pots) {
      if (!isToEdge(pot)) {
        for (Line line : lines(pot)) {
          lines.add(line);
          costs.add(ticket.cost(goals.of(line).subtract(line.value())));
        }
      }
    }
    if (lines.isEmpty()) {
      return;
    }
    goals.unplaced().values().forEach(wanted -> costs.add(ticket.cost(wanted)));
    List<Long> budgets = ticket.budgets(available, costs);
    for (int i = 0; i < lines.size(); i++) {
      Line line = lines.get(i);
      BigDecimal wanted = goals.of(line).subtract(line.value());
      Order order = ticket.buyWithin(line, account(line), wanted, budgets.get(i));
      BigDecimal less = moreBought.getOrDefault(line, BigDecimal.ZERO).min(BigDecimal.ZERO);
      BigDecimal quantity = order.quantity().add(less.multiply(line.step())).max(BigDecimal.ZERO);
      buys.add(less.signum() == 0 ? order : ticket.buy(line, order.account(), wanted, quantity));
    }
    buys.sort(Comparator.comparingInt(order -> places.getOrDefault(order.line(), 0)));
  }

  /** The lines of a bucket that are bought and have a price. */
  private List<Line> lines(Pot pot) {
    List<Line> lines = new ArrayList<>();
    for (Line line : pot.lines()) {
      BigDecimal wanted = goals.of(line).subtract(line.value());
      BigDecimal least = goals.of(line).multiply(NOTHING);
      if (!line.isCash() && line.price().isPresent() && wanted.compareTo(least) > 0) {
        lines.add(line);
      }
    }
    return lines;
  }

  /** Where units are bought: where most of them are, else where the sales bring most. */
  private String account(Line line) {
    if (line.home().isPresent()) {
      return line.home().get();
    }
    Map<String, Long> proceeds = new LinkedHashMap<>();
    for (Order sale : sales) {
      proceeds.merge(sale.account(), sale.cashFlow(), Long::sum);
    }
    return proceeds.entrySet().stream()
        .max(
            Map.Entry.<String, Long>comparingByValue()
                .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
        .map(Map.Entry::getKey)
        .orElseGet(this::richest);
  }

  /** The account with most cash, else the first that holds anything. */
  private String richest() {
    Optional<String> richest = Optional.empty();
    BigDecimal most = BigDecimal.ZERO;
    for (Pot pot : pots) {
      for (Line line : pot.lines()) {
        for (Pile pile : line.piles()) {
          if (richest.isEmpty() || (line.isCash() && pile.value().compareTo(most) > 0)) {
            richest = Optional.of(pile.account());
            most = line.isCash() ? pile.value() : most;
          }
        }
      }
    }
    return richest.orElse("");
  }
}
