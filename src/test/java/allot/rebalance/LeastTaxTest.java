package allot.rebalance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import allot.Law;
import allot.rebalance.LeastTax.Cash;
import allot.rebalance.LeastTax.Piece;
import allot.rebalance.LeastTax.Pot;
import allot.rebalance.LeastTax.Problem;
import allot.rebalance.LeastTax.Solution;
import allot.tax.Gains;
import allot.tax.TaxYear;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** The numbers V9 to V40 are those of ALGORITHMS sections 2 to 4. */
class LeastTaxTest {
  private static final Offset<Double> MICRO = within(1e-6);
  private static final double[] TARGETS = {.4, .3, .2, .1};
  private static final TaxYear YEAR = year(35, 15, 35, 3000, 0, 0);
  private static final TaxYear UNTAXED = year(0, 0, 0, 3000, 0, 0);

  @Test
  void V40_a_loss_is_sold_up_to_the_limit_and_not_bought_back() {
    Solution best = LeastTax.solve(v40(1)).orElseThrow();
    assertThat(best.objective()).isCloseTo(-876.112158, MICRO);
    assertThat(best.fees()).isCloseTo(173.887842, MICRO);
    assertThat(best.tax()).isCloseTo(-1050, MICRO); // net short-term exactly -3000
    assertThat(best.sold())
        .containsExactly(new double[] {0, 0, 17475.7282, 0, 0, 0, 0, 0, 0}, within(5e-5));
    assertThat(best.bought()[0]).isZero();
  }

  @Test
  void V40_in_a_currency_of_large_numbers_is_the_same() {
    for (double k : new double[] {1e-6, 1e6, 1e9}) {
      Solution best = LeastTax.solve(v40(k)).orElseThrow();
      assertThat(best.objective() / k).isCloseTo(-876.112158, MICRO);
      assertThat(best.sold()[2] / k).isCloseTo(17475.7282, within(5e-5));
    }
  }

  @Test
  void V16_without_tax_and_fees_the_turnover_is_the_least() {
    Solution best = LeastTax.solve(v2(.05, 0)).orElseThrow();
    assertThat(best.sold()[0]).isCloseTo(18828.963, within(5e-4));
    assertThat(sum(best.bought())).isCloseTo(18828.963, within(5e-4));
    assertThat(best.objective()).isZero();
  }

  @Test
  void V20_with_an_interval_of_nothing_the_targets_are_met() {
    Solution best = LeastTax.solve(v2(0, .005)).orElseThrow();
    assertThat(best.sold()[0]).isCloseTo(23634.764715, MICRO);
    assertThat(best.bought())
        .containsExactly(new double[] {0, 10199.746464, 8799.907642, 4399.938821}, MICRO);
    assertThat(best.fees()).isCloseTo(235.171788, MICRO);
  }

  @Test
  void V9_buys_that_cost_the_same_come_nearest_to_the_targets() {
    double[] values = {45000, 24000, 21000, 10000};
    Problem problem = new Problem(pots(values, .05), List.of(), Optional.empty(), 10000, 0, YEAR);
    assertThat(LeastTax.solve(problem).orElseThrow().bought())
        .containsExactly(new double[] {0, 8500, 2000 / 3.0, 2500 / 3.0}, MICRO);
  }

  @Test
  void inside_the_bands_gains_are_left_alone() {
    double[] values = {44000, 27000, 19000, 10000};
    List<Piece> pieces =
        List.of(new Piece(0, 44000, 10000, true), new Piece(1, 27000, 27000, false));
    Problem problem =
        new Problem(
            pots(values, .05), pieces, Optional.empty(), 0, .005, year(35, 15, 35, 0, 0, 0));
    Solution best = LeastTax.solve(problem).orElseThrow();
    assertThat(best.sold()).containsOnly(0);
    assertThat(best.bought()).containsOnly(0);
    assertThat(best.objective()).isZero();
  }

  @Test
  void a_withdrawal_comes_out_of_cash_before_gains_are_sold() {
    double[] values = {40000, 30000, 20000, 10000};
    List<Piece> pieces = List.of(new Piece(0, 40000, 10000, true));
    Problem problem =
        new Problem(
            pots(values, .05), pieces, Optional.of(new Cash(3, 8000, false)), -4000, .005, YEAR);
    Solution best = LeastTax.solve(problem).orElseThrow();
    assertThat(best.cashChange()).isCloseTo(-4000, MICRO);
    assertThat(best.objective()).isCloseTo(0, MICRO);
  }

  @Test
  void money_that_may_stay_cash_is_not_spent_on_fees() {
    double[] values = {40000, 30000, 20000, 10000};
    Cash cash = new Cash(3, 8000, true);
    Problem problem =
        new Problem(pots(values, .05), List.of(), Optional.of(cash), 1000, .005, YEAR);
    Solution best = LeastTax.solve(problem).orElseThrow();
    assertThat(best.cashChange()).isCloseTo(1000, MICRO);
    assertThat(best.bought()).containsOnly(0);
  }

  @Test
  void a_bucket_without_anything_to_sell_stays_above_its_band_and_there_is_no_answer() {
    double[] values = {60000, 20000, 12000, 8000};
    List<Piece> pieces = List.of(new Piece(1, 20000, 20000, true));
    assertThat(
            LeastTax.solve(new Problem(pots(values, .05), pieces, Optional.empty(), 0, .005, YEAR)))
        .isEmpty();
  }

  @Test
  void a_bucket_that_must_not_be_bought_is_not() {
    double[] values = {50000, 26000, 16000, 8000};
    List<Pot> pots = pots(values, .05);
    pots.set(1, new Pot(26000, .25, .35, .3, false));
    List<Piece> pieces = List.of(new Piece(0, 50000, 50000, true));
    Solution best =
        LeastTax.solve(new Problem(pots, pieces, Optional.empty(), 0, 0, YEAR)).orElseThrow();
    assertThat(best.bought()).containsExactly(new double[] {0, 0, 10000 / 3.0, 5000 / 3.0}, MICRO);
  }

  @Test
  void what_is_worth_nearly_nothing_can_still_be_sold_at_its_loss() {
    double[] values = {40000, 30000, 20000, 10000.01};
    List<Piece> pieces = List.of(new Piece(3, .01, 50000, false), new Piece(2, 0, 9000, false));
    Problem problem =
        new Problem(pots(values, .05), pieces, Optional.of(new Cash(3, 0, true)), 0, .005, YEAR);
    Solution best = LeastTax.solve(problem).orElseThrow();
    assertThat(best.tax()).isCloseTo(-1050, within(1e-3));
    assertThat(best.sold()[1]).isZero();
  }

  @Test
  void more_than_200_pieces_are_left_to_another_method() {
    double[] values = {45000, 28000, 18000, 9000};
    List<Piece> pieces = Collections.nCopies(200, new Piece(0, 200, 300, false));
    List<Piece> more = Collections.nCopies(201, new Piece(0, 200, 300, false));
    assertThat(LeastTax.solve(new Problem(pots(values, .05), pieces, Optional.empty(), 0, 0, YEAR)))
        .isPresent();
    assertThat(LeastTax.solve(new Problem(pots(values, .05), more, Optional.empty(), 0, 0, YEAR)))
        .isEmpty();
    assertThat(LeastTax.MOST_PIECES).isEqualTo(200);
  }

  @Test
  void money_balances_all_ends_inside_and_nothing_is_sold_and_bought_back() {
    Law.holds(
        random -> {
          Problem problem = anyProblem(random, random.nextInt(1, 6), random.nextInt(8));
          LeastTax.solve(problem).ifPresent(best -> assertRight(problem, best));
        });
  }

  @Test
  void no_point_of_a_grid_of_sales_is_better() {
    Law.holds(
        random -> {
          if (random.nextInt(10) > 0) {
            return; // grids are slow: one case in ten
          }
          Problem problem = anyProblem(random, random.nextInt(2, 4), 3);
          double best = LeastTax.solve(problem).map(Solution::objective).orElse(Double.MAX_VALUE);
          assertThat(best).isLessThanOrEqualTo(bestOfGrid(problem) + 1e-6);
        });
  }

  /** The closed form of ALGORITHMS section 3, without fees: V max(E, D). */
  @Test
  void of_trades_that_cost_the_same_those_of_least_turnover_are_taken() {
    Law.holds(
        random -> {
          List<Pot> pots = new ArrayList<>();
          List<Piece> pieces = new ArrayList<>();
          double[] values = random.doubles(4, 0, 50_000).toArray();
          double band = .1 * random.nextDouble();
          double whole = sum(values);
          double over = 0;
          double under = 0;
          for (int i = 0; i < 4; i++) {
            Pot pot =
                new Pot(
                    values[i], Math.max(0, TARGETS[i] - band), TARGETS[i] + band, TARGETS[i], true);
            pots.add(pot);
            pieces.add(new Piece(i, values[i] / 3, values[i] * random.nextDouble(), true));
            pieces.add(new Piece(i, values[i] * 2 / 3, values[i] * random.nextDouble(), false));
            over += Math.max(0, values[i] - pot.high() * whole);
            under += Math.max(0, pot.low() * whole - values[i]);
          }
          Problem problem = new Problem(pots, pieces, Optional.empty(), 0, 0, UNTAXED);
          Solution best = LeastTax.solve(problem).orElseThrow();
          assertThat(sum(best.sold())).isCloseTo(Math.max(over, under), within(1e-6 * whole));
          assertThat(sum(best.bought())).isCloseTo(Math.max(over, under), within(1e-6 * whole));
        });
  }

  @Test
  void money_times_k_makes_the_objective_times_k() {
    Law.holds(
        random -> {
          Problem problem = anyProblem(random, random.nextInt(1, 5), random.nextInt(6));
          int power = random.nextInt(-3, 10);
          double k = StrictMath.pow(10, power);
          Optional<Solution> one = LeastTax.solve(problem);
          Optional<Solution> other = LeastTax.solve(times(problem, k, power));
          assertThat(other.isPresent()).isEqualTo(one.isPresent());
          if (one.isPresent()) {
            assertThat(other.get().objective() / k)
                .isCloseTo(one.get().objective(), within(1e-8 * problem.total()));
          }
        });
  }

  private static void assertRight(Problem problem, Solution best) {
    double slack = 1e-8 * (problem.total() + Math.abs(problem.newMoney()));
    double turnover = sum(best.sold()) + sum(best.bought());
    double after = problem.total() - problem.fee() * turnover;
    assertThat(best.fees()).isCloseTo(problem.fee() * turnover, within(slack));
    assertThat(best.objective()).isCloseTo(best.tax() + best.fees(), within(slack));
    assertThat(sum(best.sold()) - sum(best.bought()) - best.fees() + problem.newMoney())
        .isCloseTo(best.cashChange(), within(slack));
    for (int i = 0; i < problem.pots().size(); i++) {
      Pot pot = problem.pots().get(i);
      double sold = soldOf(problem, best.sold(), i);
      boolean isCash = problem.cash().isPresent() && problem.cash().get().pot() == i;
      double value = pot.value() + best.bought()[i] - sold + (isCash ? best.cashChange() : 0);
      assertThat(value).isBetween(pot.low() * after - slack, pot.high() * after + slack);
      assertThat(sold == 0 || best.bought()[i] == 0).isTrue();
      assertThat(pot.mayBuy() || best.bought()[i] == 0).isTrue();
    }
    for (int j = 0; j < best.sold().length; j++) {
      assertThat(best.sold()[j]).isBetween(0.0, problem.pieces().get(j).value());
    }
  }

  /** The least tax plus fees over twentieths of three pieces, and tenths of the cash. */
  private static double bestOfGrid(Problem problem) {
    double best = Double.MAX_VALUE;
    int cashSteps = problem.cash().isPresent() ? 10 : 0;
    for (int point = 0; point < 21 * 21 * 21 * (cashSteps + 1); point++) {
      double[] sold = new double[3];
      int digits = point;
      for (int j = 0; j < 3; j++) {
        sold[j] = problem.pieces().get(j).value() * (digits % 21) / 20;
        digits /= 21;
      }
      double cashChange =
          problem.cash().isPresent() ? -problem.cash().get().held() * digits / cashSteps : 0;
      best = Math.min(best, objective(problem, sold, cashChange));
    }
    return best;
  }

  /** Tax plus fees if buys exist that end all pots inside. */
  private static double objective(Problem problem, double[] sold, double cashChange) {
    double fee = problem.fee();
    double bought = ((1 - fee) * sum(sold) + problem.newMoney() - cashChange) / (1 + fee);
    double after = problem.total() - fee * (sum(sold) + bought);
    double least = 0;
    double most = 0;
    for (int i = 0; i < problem.pots().size(); i++) {
      Pot pot = problem.pots().get(i);
      double out = soldOf(problem, sold, i);
      boolean isCash = problem.cash().isPresent() && problem.cash().get().pot() == i;
      double base = pot.value() - out + (isCash ? cashChange : 0);
      boolean buys = pot.mayBuy() && out == 0;
      if (base > pot.high() * after || (!buys && base < pot.low() * after)) {
        return Double.MAX_VALUE;
      }
      least += buys ? Math.max(0, pot.low() * after - base) : 0;
      most += buys ? pot.high() * after - base : 0;
    }
    if (bought < least || bought > most) {
      return Double.MAX_VALUE;
    }
    double[] gains = new double[2];
    for (int j = 0; j < sold.length; j++) {
      Piece piece = problem.pieces().get(j);
      gains[piece.isLong() ? 1 : 0] += sold[j] * (1 - fee) - piece.cost() * sold[j] / piece.value();
    }
    return fee * (sum(sold) + bought) + change(problem.year(), gains[0], gains[1]);
  }

  private static double change(TaxYear year, double shortTerm, double longTerm) {
    double s = year.before().shortTerm().doubleValue();
    double l = year.before().longTerm().doubleValue();
    return tax(year, s + shortTerm, l + longTerm) - tax(year, s, l);
  }

  private static double tax(TaxYear year, double s, double l) {
    double onShort = year.shortTerm().doubleValue() / 100;
    double onLong = year.longTerm().doubleValue() / 100;
    if (s + l < 0) {
      return Math.max(s + l, -year.lossLimit().doubleValue()) * year.ordinary().doubleValue() / 100;
    } else if (s >= 0 && l >= 0) {
      return onShort * s + onLong * l;
    }
    return (s > 0 ? onShort : onLong) * (s + l);
  }

  private static Problem anyProblem(SplittableRandom random, int size, int pieces) {
    double[] value = new double[size];
    List<Piece> lots = new ArrayList<>();
    for (int j = 0; j < pieces; j++) {
      int pot = random.nextInt(size);
      double worth = random.nextInt(1, 40_000);
      value[pot] += worth;
      lots.add(new Piece(pot, worth, worth * 2 * random.nextDouble(), random.nextBoolean()));
    }
    double[] share = new double[size];
    for (int i = 0; i < size; i++) {
      value[i] += random.nextBoolean() ? 0 : random.nextInt(10_000);
      share[i] = random.nextInt(1, 10);
    }
    Optional<Cash> cash = Optional.empty();
    if (random.nextBoolean()) {
      double held = random.nextInt(20_000);
      value[size - 1] += held;
      cash = Optional.of(new Cash(size - 1, held, random.nextBoolean()));
    }
    double band = random.nextInt(4) == 0 ? 0 : .15 * random.nextDouble();
    List<Pot> pots = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      double target = share[i] / sum(share);
      pots.add(
          new Pot(
              value[i],
              Math.max(0, target - band),
              Math.min(1, target + band),
              target,
              random.nextInt(5) > 0));
    }
    double newMoney = random.nextBoolean() ? 0 : random.nextInt(-5_000, 20_000);
    double fee = random.nextBoolean() ? 0 : .02 * random.nextDouble();
    return new Problem(pots, lots, cash, newMoney, fee, anyYear(random));
  }

  private static TaxYear anyYear(SplittableRandom random) {
    return year(
        random.nextInt(51),
        random.nextInt(31),
        random.nextInt(51),
        random.nextBoolean() ? 3000 : random.nextInt(5000),
        random.nextBoolean() ? 0 : random.nextInt(-8000, 8000),
        random.nextBoolean() ? 0 : random.nextInt(-8000, 8000));
  }

  private static Problem times(Problem problem, double k, int power) {
    TaxYear year = problem.year();
    return new Problem(
        problem.pots().stream()
            .map(p -> new Pot(p.value() * k, p.low(), p.high(), p.target(), p.mayBuy()))
            .toList(),
        problem.pieces().stream()
            .map(p -> new Piece(p.pot(), p.value() * k, p.cost() * k, p.isLong()))
            .toList(),
        problem.cash().map(c -> new Cash(c.pot(), c.held() * k, c.mayGrow())),
        problem.newMoney() * k,
        problem.fee(),
        new TaxYear(
            year.shortTerm(),
            year.longTerm(),
            year.ordinary(),
            year.lossLimit().scaleByPowerOfTen(power),
            new Gains(
                year.before().shortTerm().scaleByPowerOfTen(power),
                year.before().longTerm().scaleByPowerOfTen(power))));
  }

  /** Bands of 5 points around 40/30/20/10, nothing realised yet, all money times k. */
  private static Problem v40(double k) {
    List<Piece> pieces =
        List.of(
            new Piece(0, 20000 * k, 5000 * k, true),
            new Piece(0, 15000 * k, 14000 * k, false),
            new Piece(0, 18000 * k, 21000 * k, false),
            new Piece(0, 5000 * k, 2500 * k, false),
            new Piece(1, 12000 * k, 10000 * k, true),
            new Piece(1, 8000 * k, 9500 * k, true),
            new Piece(2, 9000 * k, 9500 * k, false),
            new Piece(2, 4000 * k, 3000 * k, true),
            new Piece(3, 9000 * k, 9000 * k, true));
    double[] values = {58000 * k, 20000 * k, 13000 * k, 9000 * k};
    return new Problem(
        pots(values, .05), pieces, Optional.empty(), 0, .005, year(35, 15, 35, 3000 * k, 0, 0));
  }

  private static Problem v2(double band, double fee) {
    double[] values = {61234.56, 18000.10, 9999.99, 5000.01};
    List<Piece> pieces = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      pieces.add(new Piece(i, values[i], values[i] / 2, true));
    }
    return new Problem(pots(values, band), pieces, Optional.empty(), 0, fee, UNTAXED);
  }

  private static List<Pot> pots(double[] values, double band) {
    List<Pot> pots = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      pots.add(new Pot(values[i], TARGETS[i] - band, TARGETS[i] + band, TARGETS[i], true));
    }
    return pots;
  }

  private static TaxYear year(
      double shortTerm, double longTerm, double ordinary, double limit, double s, double l) {
    return new TaxYear(
        BigDecimal.valueOf(shortTerm),
        BigDecimal.valueOf(longTerm),
        BigDecimal.valueOf(ordinary),
        BigDecimal.valueOf(limit),
        new Gains(BigDecimal.valueOf(s), BigDecimal.valueOf(l)));
  }

  private static double soldOf(Problem problem, double[] sold, int pot) {
    double sum = 0;
    for (int j = 0; j < sold.length; j++) {
      sum += problem.pieces().get(j).pot() == pot ? sold[j] : 0;
    }
    return sum;
  }

  private static double sum(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum;
  }
}
