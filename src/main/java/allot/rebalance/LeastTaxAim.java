package allot.rebalance;

import allot.portfolio.Bands;
import allot.portfolio.Lot;
import allot.tax.HoldingPeriod;
import allot.tax.Term;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The goals of the least tax plus fees, where they can be found, else of the least turnover. */
final class LeastTaxAim implements Draft.Aim {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  /** Differences below this part of the total are the solver's, not a trade. */
  private static final double NOISE = 1e-10;

  /** At most this part of an interval is left to rounding on either side. */
  private static final double MOST_MARGIN = 10;

  private final List<Pot> pots;
  private final Bands bands;
  private final RebalanceSettings settings;
  private final BigDecimal holdings;
  private Optional<String> fallback = Optional.empty();

  /**
   * @param settings with the year's tax
   * @param holdings what all of them are worth
   */
  LeastTaxAim(List<Pot> pots, Bands bands, RebalanceSettings settings, BigDecimal holdings) {
    this.pots = pots;
    this.bands = bands;
    this.settings = settings;
    this.holdings = holdings;
  }

  /** Why the least turnover was taken instead, if it was. */
  Optional<String> fallback() {
    return fallback;
  }

  @Override
  public Goals goals(BigDecimal money, Blocks blocks, BigDecimal margin) {
    Goals turnover = new Mix(pots, bands, settings, blocks).goals(money);
    List<Source> sources = sources(blocks);
    if (sources.size() > LeastTax.MOST_PIECES) {
      fallback =
          Optional.of("more than " + LeastTax.MOST_PIECES + " lots: least turnover was used");
    } else {
      Optional<LeastTax.Solution> solution =
          LeastTax.solve(problem(money, blocks, sources, turnover, share(margin, money)));
      if (solution.isPresent()) {
        fallback = Optional.empty();
        return goals(solution.get(), sources, money, blocks);
      }
      fallback = Optional.of("no trades of known lots lead there: least turnover was used");
    }
    return turnover;
  }

  /** A lot that may be sold. */
  private record Source(int pot, Line line, Pile pile, Lot lot) {}

  private List<Source> sources(Blocks blocks) {
    List<Source> sources = new ArrayList<>();
    for (int i = 0; i < pots.size(); i++) {
      for (Line line : pots.get(i).lines()) {
        for (Pile pile : line.piles()) {
          List<Lot> lots = LotTaking.lots(pile);
          if (line.isCash() || blocks.unsellable().contains(pile) || !LotTaking.areKnown(lots)) {
            continue;
          }
          for (Lot lot : lots) {
            sources.add(new Source(i, line, pile, lot));
          }
        }
      }
    }
    return sources;
  }

  private LeastTax.Problem problem(
      BigDecimal money, Blocks blocks, List<Source> sources, Goals turnover, double margin) {
    BigDecimal total = total(turnover, money);
    List<LeastTax.Pot> buckets = new ArrayList<>();
    Optional<LeastTax.Cash> cash = Optional.empty();
    for (int i = 0; i < pots.size(); i++) {
      Pot pot = pots.get(i);
      Weights weights = weights(pot, money, margin).reaching(share(turnover.of(pot), total));
      List<Line> receivers = Goals.receivers(pot, blocks);
      boolean coins = receivers.stream().anyMatch(l -> !l.isCash() && l.price().isPresent());
      buckets.add(
          new LeastTax.Pot(
              pot.value().doubleValue(),
              weights.low(),
              weights.high(),
              pot.target().doubleValue() / 100,
              coins && pot.target().signum() > 0));
      for (Line line : pot.lines()) {
        if (line.isCash()) {
          double held = line.sellable(blocks.unsellable()).doubleValue();
          cash = Optional.of(new LeastTax.Cash(i, held, receivers.contains(line)));
        }
      }
    }
    List<LeastTax.Piece> pieces = new ArrayList<>();
    for (Source source : sources) {
      Lot lot = source.lot();
      pieces.add(
          new LeastTax.Piece(
              source.pot(),
              lot.quantity().multiply(source.pile().price()).doubleValue(),
              lot.cost().orElseThrow().doubleValue(),
              HoldingPeriod.term(lot.acquired().orElseThrow(), settings.today()) == Term.LONG));
    }
    return new LeastTax.Problem(
        buckets,
        pieces,
        cash,
        money.subtract(holdings).doubleValue(),
        settings.fee().doubleValue() / 100,
        settings.tax().orElseThrow());
  }

  /**
   * Where a bucket may end, as parts of the whole.
   *
   * @param low not above {@code high}
   */
  private record Weights(double low, double high) {

    /** Wider, where what cannot be traded keeps even the least turnover from being inside. */
    Weights reaching(double weight) {
      return weight < low - NOISE || weight > high + NOISE
          ? new Weights(Math.min(low, weight), Math.max(high, weight))
          : this;
    }
  }

  private Weights weights(Pot pot, BigDecimal money, double margin) {
    Mix.Interval interval = Mix.Interval.of(pot, bands, settings.to(), money);
    double low = share(interval.low(), money);
    double high = share(interval.high(), money);
    double inside = Math.min(margin, (high - low) / MOST_MARGIN);
    return new Weights(low == 0 ? 0 : low + inside, high - inside);
  }

  /** What is there after the fees of the least turnover. */
  private BigDecimal total(Goals goals, BigDecimal money) {
    BigDecimal fees = goals.traded().multiply(settings.fee()).divide(HUNDRED, Level.DIGITS);
    return money.subtract(fees);
  }

  private static double share(BigDecimal part, BigDecimal whole) {
    return Math.min(1, Math.max(0, part.divide(whole, Level.DIGITS).doubleValue()));
  }

  private Goals goals(
      LeastTax.Solution solution, List<Source> sources, BigDecimal money, Blocks blocks) {
    double noise = money.doubleValue() * NOISE;
    Map<Line, BigDecimal> values = new LinkedHashMap<>();
    Map<Pile, BigDecimal> fromPiles = new HashMap<>();
    for (int i = 0; i < sources.size(); i++) {
      Source source = sources.get(i);
      if (solution.sold()[i] > noise) {
        BigDecimal lot = source.lot().quantity().multiply(source.pile().price());
        BigDecimal sold = BigDecimal.valueOf(solution.sold()[i]).min(lot);
        fromPiles.merge(source.pile(), sold, BigDecimal::add);
        values.merge(
            source.line(), source.line().value().subtract(sold), (a, b) -> a.subtract(sold));
      }
    }
    Map<Pot, BigDecimal> unplaced = new LinkedHashMap<>();
    for (int i = 0; i < pots.size(); i++) {
      if (solution.bought()[i] > noise) {
        values.putAll(
            bought(pots.get(i), BigDecimal.valueOf(solution.bought()[i]), blocks, unplaced));
      }
    }
    if (Math.abs(solution.cashChange()) > noise) {
      for (Pot pot : pots) {
        for (Line line : pot.lines()) {
          if (line.isCash()) {
            BigDecimal goal = line.value().add(BigDecimal.valueOf(solution.cashChange()));
            values.put(line, goal.max(line.value().subtract(line.sellable(blocks.unsellable()))));
          }
        }
      }
    }
    return edges(new Goals(values, unplaced, Set.of(), Set.of(), fromPiles, false), money);
  }

  /** A bucket's buys, of what is no cash. */
  private static Map<Line, BigDecimal> bought(
      Pot pot, BigDecimal amount, Blocks blocks, Map<Pot, BigDecimal> unplaced) {
    List<Line> coins = pot.lines().stream().filter(line -> !line.isCash()).toList();
    Pot traded = new Pot(pot.bucket(), pot.target(), pot.steered(), coins);
    return Goals.inside(traded, traded.value().add(amount), blocks, unplaced);
  }

  /** Marks what has to be rounded to the inside: every bucket that trades and ends near an edge. */
  private Goals edges(Goals goals, BigDecimal money) {
    BigDecimal total = total(goals, money);
    BigDecimal near = total.multiply(new BigDecimal("1e-6"));
    Set<Pot> upper = new HashSet<>();
    Set<Pot> lower = new HashSet<>();
    for (Pot pot : pots) {
      BigDecimal goal = goals.of(pot);
      Mix.Interval interval = Mix.Interval.of(pot, bands, settings.to(), total);
      int way = goal.compareTo(pot.value());
      if (way < 0 && goal.subtract(interval.high()).abs().compareTo(near) <= 0) {
        upper.add(pot);
      }
      if (way > 0 && goal.subtract(interval.low()).abs().compareTo(near) <= 0) {
        lower.add(pot);
      }
    }
    return new Goals(
        goals.values(), goals.unplaced(), upper, lower, goals.fromPiles(), goals.sellsFund());
  }
}
