package allot.simulate;

import allot.catalog.Bucket;
import allot.portfolio.Bands;
import allot.portfolio.DcaTerms;
import allot.portfolio.Rhythm;
import allot.portfolio.TargetMix;
import allot.rebalance.Destination;
import allot.simulate.MoneyWeightedReturn.Flow;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One strategy on its way through the closes. */
final class Trial {
  private static final double DAYS_A_YEAR = 365;
  private static final int DECIMALS = 8;

  private final Strategy strategy;
  private final BacktestSettings settings;
  private final ClosePrices prices;
  private final List<LocalDate> days;
  private final Opening opening;
  private final Basket basket;
  private final BasketBook book;
  private final NewMoney newMoney;
  private final BandWatch watch;
  private final Bands ownBands;
  private final BandWatch ownWatch;
  private final long[] paidIn;
  private final int stablecoin;
  private final double[] values;
  private final double[] returns;
  private final List<EquityDay> equity = new ArrayList<>();
  private final List<Flow> flows = new ArrayList<>();
  private int returned;
  private double index = 1;
  private double high = 1;
  private double carried;
  private int daysOut;

  Trial(Opening opening, ClosePrices prices, BacktestSettings settings, Strategy strategy) {
    this.strategy = strategy;
    this.settings = settings;
    this.prices = prices;
    this.days = prices.days();
    this.opening = opening;
    this.basket = opening.basket();
    this.book = new BasketBook(basket, opening, prices, settings);
    List<Bucket> buckets = opening.buckets();
    TargetMix target = opening.portfolio().target();
    Bands bands = opening.portfolio().bands();
    this.ownBands =
        strategy.rule() instanceof Strategy.OutOfBand rule ? rule.bands().orElse(bands) : bands;
    this.watch = new BandWatch(buckets, target, bands);
    this.ownWatch = new BandWatch(buckets, target, ownBands);
    this.newMoney =
        new NewMoney(
            basket, buckets.stream().mapToDouble(b -> target.of(b).doubleValue()).toArray());
    this.stablecoin = buckets.indexOf(Bucket.STABLECOIN);
    this.values = new double[buckets.size()];
    this.returns = new double[days.size() - 1];
    this.paidIn = paidIn();
  }

  private long[] paidIn() {
    if (settings.plan().isEmpty() || !strategy.isPaidIn()) {
      return new long[days.size()];
    }
    Optional<Rhythm> rhythm =
        strategy.rule() instanceof Strategy.Instalments rule ? rule.rhythm() : Optional.empty();
    long[] cents = settings.plan().get().cents(days, rhythm);
    if (strategy.rule() instanceof Strategy.LumpSum) {
      long sum = Arrays.stream(cents).sum();
      Arrays.fill(cents, 0);
      cents[0] = sum;
    }
    return cents;
  }

  /** Assets that were sold without known cost or date, by symbol. */
  Set<String> unknownGains() {
    return book.gains().unknown();
  }

  StrategyRun run() {
    double growth = 1;
    double before = 0;
    boolean begun = false;
    for (int day = 0; day < days.size(); day++) {
      double flow = opening.money(paidIn[day]) + (day == 0 ? opening.value().doubleValue() : 0);
      if (flow > 0) {
        flows.add(new Flow(days.get(day), -flow));
      }
      look(day);
      daysOut += isOut(watch) ? 1 : 0;
      act(day);
      double after = look(day);
      double drawdown = 0;
      if (begun) {
        returns[returned] = (after - flow) / before - 1;
        drawdown = drawdown(returns[returned]);
        growth *= 1 + returns[returned++];
      } else if (flow > 0) {
        growth = after / flow;
        begun = true;
      }
      before = after;
      equity.add(new EquityDay(days.get(day), after, drawdown, weights(after)));
    }
    return result(begun ? Optional.of(growth - 1) : Optional.empty(), before);
  }

  /** How far below its highest the strategy is after one more day. */
  private double drawdown(double daily) {
    index *= 1 + daily;
    high = Math.max(high, index);
    return 1 - index / high;
  }

  private void act(int day) {
    Strategy.Rule rule = strategy.rule();
    if (rule instanceof Strategy.OutOfBand band) {
      if (isOut(ownWatch)) {
        book.rebalance(ownBands, band.to(), day);
      }
    } else if (rule instanceof Strategy.Calendar calendar) {
      boolean due =
          day == 0
              ? settings.start().isEmpty()
              : calendar.period().isNew(days.get(day - 1), days.get(day));
      if (due) {
        book.rebalance(ownBands, Destination.TARGET, day);
      }
    } else if (rule instanceof Strategy.Instalments instalments) {
      invest(instalments.how(), day);
    } else if (rule instanceof Strategy.LumpSum) {
      invest(DcaTerms.Strategy.FILL, day);
    }
  }

  private void invest(DcaTerms.Strategy how, int day) {
    if (paidIn[day] == 0) {
      return;
    }
    carried += opening.money(paidIn[day]);
    double[] money = newMoney.divided(carried, how);
    for (int line = 0; line < money.length; line++) {
      if (money[line] > 0 && book.buy(basket.lines().get(line), money[line], day)) {
        carried -= money[line];
      }
    }
    carried = Math.max(0, carried);
  }

  private boolean isOut(BandWatch by) {
    double total = LevelFill.sum(values);
    return total > 0 && by.isOut(values, total);
  }

  /** What all is worth, and each bucket; money that waits to be invested counts as stablecoin. */
  private double look(int day) {
    basket.value(prices, day);
    Arrays.fill(values, 0);
    values[stablecoin] = carried;
    basket.addByBucket(values);
    return LevelFill.sum(values);
  }

  private List<Double> weights(double total) {
    List<Double> weights = new ArrayList<>(values.length);
    for (double value : values) {
      weights.add(total > 0 ? value / total : 0);
    }
    return weights;
  }

  private StrategyRun result(Optional<Double> timeWeighted, double finalValue) {
    LocalDate last = days.get(days.size() - 1);
    double time = ChronoUnit.DAYS.between(days.get(0), last);
    flows.add(new Flow(last, finalValue));
    MoneyWeightedReturn weighted = MoneyWeightedReturn.of(time < DAYS_A_YEAR ? List.of() : flows);
    int decimals = opening.portfolio().currency().decimals();
    BigDecimal newMoneyInAll = BigDecimal.valueOf(Arrays.stream(paidIn).sum(), decimals);
    return new StrategyRun(
        strategy,
        money(finalValue),
        opening.value().add(newMoneyInAll),
        timeWeighted,
        weighted.roots().size() == 1 ? Optional.of(weighted.roots().get(0)) : Optional.empty(),
        weighted.isAmbiguous(),
        returned == 0
            ? Optional.empty()
            : Optional.of(Performance.ofReturns(Arrays.copyOf(returns, returned))),
        book.turnover() / Math.max(1, time / DAYS_A_YEAR),
        money(book.fees()),
        settings.tax().flatMap(rates -> book.gains().tax(rates, last.getYear())),
        book.rebalances(),
        daysOut,
        equity);
  }

  private static BigDecimal money(double amount) {
    return BigDecimal.valueOf(amount).setScale(DECIMALS, RoundingMode.HALF_EVEN);
  }
}
