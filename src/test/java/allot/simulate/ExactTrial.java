package allot.simulate;

import allot.catalog.Asset;
import allot.catalog.Bucket;
import allot.dca.DcaSchedule;
import allot.dca.DcaSchedule.Instalment;
import allot.portfolio.Bands;
import allot.portfolio.DcaTerms;
import allot.portfolio.Holding;
import allot.rebalance.Destination;
import allot.rebalance.RebalancePlan;
import allot.simulate.MoneyWeightedReturn.Flow;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One strategy on its way through the closes. It looks at the mix in doubles, and trades exact
 * numbers.
 */
final class ExactTrial {
  private static final double DAYS_A_YEAR = 365;

  private final Strategy strategy;
  private final BacktestSettings settings;
  private final ClosePrices prices;
  private final List<LocalDate> days;
  private final List<Bucket> buckets;
  private final ExactTrader trader;
  private final ExactLedger ledger;
  private final Bands ownBands;
  private final long[] paidIn;
  private final double beganWith;
  private final BigDecimal openingValue;
  private final ExactGainsByYear gains = new ExactGainsByYear();
  private final List<EquityDay> equity = new ArrayList<>();
  private final List<Flow> flows = new ArrayList<>();
  private final double[] values;
  private int[] columns = {};
  private int[] places = {};
  private double[] quantities = {};
  private long carried;
  private long fees;
  private double turnover;
  private int rebalances;
  private int daysOut;

  ExactTrial(
      ExactOpening opening,
      List<Asset> assets,
      ClosePrices prices,
      BacktestSettings settings,
      Strategy strategy) {
    this.strategy = strategy;
    this.settings = settings;
    this.prices = prices;
    this.days = prices.days();
    this.buckets = opening.buckets();
    this.trader = new ExactTrader(opening.portfolio(), assets, prices, settings);
    this.ledger = new ExactLedger(opening.portfolio(), opening.rows());
    Bands bands = opening.portfolio().bands();
    this.ownBands =
        strategy.rule() instanceof Strategy.OutOfBand rule ? rule.bands().orElse(bands) : bands;
    this.values = new double[buckets.size()];
    this.openingValue = opening.value();
    this.beganWith = opening.value().doubleValue();
    this.fees = opening.fees();
    this.paidIn = paidIn();
    count();
  }

  private long[] paidIn() {
    if (settings.plan().isPresent() && strategy.isPaidIn()) {
      Optional<allot.portfolio.Rhythm> rhythm =
          strategy.rule() instanceof Strategy.Instalments rule ? rule.rhythm() : Optional.empty();
      long[] cents = settings.plan().get().cents(days, rhythm);
      if (strategy.rule() instanceof Strategy.LumpSum) {
        long sum = Arrays.stream(cents).sum();
        Arrays.fill(cents, 0);
        cents[0] = sum;
      }
      return cents;
    }
    return new long[days.size()];
  }

  /** Assets that were sold without known cost or date, by symbol. */
  Set<String> unknownGains() {
    return gains.unknown();
  }

  StrategyRun run() {
    double growth = 1;
    double before = 0;
    double high = 0;
    boolean begun = false;
    List<Double> returns = new ArrayList<>();
    for (int day = 0; day < days.size(); day++) {
      double flow = money(paidIn[day]) + (day == 0 ? beganWith : 0);
      if (flow > 0) {
        flows.add(new Flow(days.get(day), -flow));
      }
      if (isOut(day)) {
        daysOut++;
      }
      act(day);
      double after = value(day);
      if (begun) {
        double daily = (after - flow) / before - 1;
        returns.add(daily);
        growth *= 1 + daily;
      } else if (flow > 0) {
        growth = after / flow;
        begun = true;
      }
      before = after;
      high = begun ? Math.max(high, growth) : high;
      double drawdown = begun ? 1 - growth / high : 0;
      equity.add(new EquityDay(days.get(day), after, drawdown, weights(after)));
    }
    return result(begun ? Optional.of(growth - 1) : Optional.empty(), returns);
  }

  private void act(int day) {
    Strategy.Rule rule = strategy.rule();
    if (rule instanceof Strategy.OutOfBand band) {
      rebalance(ownBands, band.to(), false, day);
    } else if (rule instanceof Strategy.Calendar calendar) {
      boolean due =
          day == 0
              ? settings.start().isEmpty()
              : calendar.period().isNew(days.get(day - 1), days.get(day));
      if (due) {
        rebalance(ownBands, Destination.TARGET, true, day);
      }
    } else if (rule instanceof Strategy.Instalments instalments) {
      invest(instalments.how(), day);
    } else if (rule instanceof Strategy.LumpSum) {
      invest(DcaTerms.Strategy.FILL, day);
    }
  }

  private void rebalance(Bands bands, Destination to, boolean force, int day) {
    if (value(day) <= 0) {
      return;
    }
    RebalancePlan plan = trader.rebalanced(ledger.rows(), bands, to, force, day);
    if (plan.trades().isEmpty()) {
      return;
    }
    turnover += money(plan.turnover()) / value(day);
    fees += plan.fees();
    gains.add(plan);
    ledger.book(plan, days.get(day));
    rebalances++;
    count();
  }

  private void invest(DcaTerms.Strategy how, int day) {
    if (paidIn[day] == 0) {
      return;
    }
    long cents = Math.addExact(carried, paidIn[day]);
    Instalment bought = trader.instalment(ledger.rows(), cents, how, day);
    carried = cents - bought.kept();
    for (DcaSchedule.Order order : bought.orders()) {
      long cost = order.cents() + settings.fixed();
      ledger.buy(
          order.asset(),
          order.bucket(),
          order.account(),
          order.quantity(),
          ledger.money(cost),
          days.get(day));
      carried -= cost;
      fees += order.fee() + settings.fixed();
    }
    ledger.addCash(ledger.money(bought.kept()));
    count();
  }

  private boolean isOut(int day) {
    return !trader.allocation(ledger.rows(), day).inBand().orElse(true);
  }

  /** What all is worth, and each bucket; money that waits to be invested counts as stablecoin. */
  private double value(int day) {
    Arrays.fill(values, 0);
    values[buckets.indexOf(Bucket.STABLECOIN)] = money(carried);
    for (int i = 0; i < columns.length; i++) {
      values[places[i]] += quantities[i] * prices.close(columns[i], day);
    }
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum;
  }

  private List<Double> weights(double total) {
    List<Double> weights = new ArrayList<>(values.length);
    for (double value : values) {
      weights.add(total > 0 ? value / total : 0);
    }
    return weights;
  }

  private void count() {
    List<Holding> rows = ledger.rows();
    columns = new int[rows.size()];
    places = new int[rows.size()];
    quantities = new double[rows.size()];
    for (int i = 0; i < rows.size(); i++) {
      columns[i] = prices.column(rows.get(i).asset().id());
      places[i] = buckets.indexOf(rows.get(i).bucket());
      quantities[i] = rows.get(i).quantity().doubleValue();
    }
  }

  private double money(long cents) {
    return ledger.money(cents).doubleValue();
  }

  private StrategyRun result(Optional<Double> timeWeighted, List<Double> returns) {
    int last = days.size() - 1;
    BigDecimal finalValue = ledger.money(carried);
    for (Holding row : ledger.rows()) {
      BigDecimal close = prices.exact(prices.column(row.asset().id()), last);
      finalValue = finalValue.add(row.quantity().multiply(close));
    }
    double time = ChronoUnit.DAYS.between(days.get(0), days.get(last));
    flows.add(new Flow(days.get(last), finalValue.doubleValue()));
    MoneyWeightedReturn weighted = MoneyWeightedReturn.of(time < DAYS_A_YEAR ? List.of() : flows);
    return new StrategyRun(
        strategy,
        finalValue,
        openingValue.add(ledger.money(Arrays.stream(paidIn).sum())),
        timeWeighted,
        weighted.roots().size() == 1 ? Optional.of(weighted.roots().get(0)) : Optional.empty(),
        weighted.isAmbiguous(),
        returns.isEmpty()
            ? Optional.empty()
            : Optional.of(
                Performance.ofReturns(returns.stream().mapToDouble(Double::doubleValue).toArray())),
        turnover / Math.max(1, time / DAYS_A_YEAR),
        ledger.money(fees),
        settings.tax().flatMap(rates -> gains.tax(rates, days.get(last).getYear())),
        rebalances,
        daysOut,
        equity);
  }
}
