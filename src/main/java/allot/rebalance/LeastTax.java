package allot.rebalance;

import allot.tax.Gains;
import allot.tax.TaxYear;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * Trades that keep every bucket inside an interval of weights and make the least tax plus fees; of
 * those the least turnover (sells plus buys); of those the buys that come nearest to the targets,
 * as water fills (ALGORITHMS sections 3 and 4: tax-minimal inside bands). A bucket is either sold
 * or bought, never both: what is sold at a loss is not bought back.
 *
 * <p>Works in doubles; whoever turns the answer into orders computes them again exactly. All
 * amounts are in one currency, in any unit that the year's figures share.
 */
final class LeastTax {
  /** With more pieces than these nothing is solved. */
  static final int MOST_PIECES = 200;

  /** What the answer may miss a condition by, as a fraction of the whole. */
  private static final double TOLERANCE = 1e-9;

  private LeastTax() {}

  /**
   * A bucket.
   *
   * @param value of all that is in it: tradable, frozen and cash
   * @param low the least weight it may end with, 0 to 1
   * @param high the most weight it may end with, 0 to 1, not below {@code low}
   * @param target weight, 0 to 1
   * @param mayBuy whether something in it can be bought
   */
  record Pot(double value, double low, double high, double target, boolean mayBuy) {
    Pot {
      if (!(value >= 0 && low >= 0 && low <= high && high <= 1 && target >= 0 && target <= 1)) {
        throw new IllegalArgumentException("a bucket has a value and an interval of weights");
      }
    }
  }

  /**
   * A lot that can be sold.
   *
   * @param pot the bucket it is in, by index
   * @param value at the market, before fees
   * @param cost what it cost
   */
  record Piece(int pot, double value, double cost, boolean isLong) {
    Piece {
      if (!(pot >= 0 && value >= 0 && cost >= 0)) {
        throw new IllegalArgumentException("a lot has a value and a cost");
      }
    }
  }

  /**
   * Money in the portfolio's own currency, which costs no fee to spend or to keep.
   *
   * @param pot the bucket it is part of, by index
   * @param held the most that may be spent
   * @param mayGrow whether money may be left over
   */
  record Cash(int pot, double held, boolean mayGrow) {
    Cash {
      if (!(pot >= 0 && held >= 0)) {
        throw new IllegalArgumentException("cash is zero or more");
      }
    }
  }

  /**
   * What is to be solved.
   *
   * @param newMoney to be put in; negative: to be taken out
   * @param fee of each order's value, as a fraction below 1
   */
  record Problem(
      List<Pot> pots,
      List<Piece> pieces,
      Optional<Cash> cash,
      double newMoney,
      double fee,
      TaxYear year) {
    Problem {
      pots = List.copyOf(pots);
      pieces = List.copyOf(pieces);
      int buckets = pots.size();
      if (!(fee >= 0 && fee < 1 && Double.isFinite(newMoney))) {
        throw new IllegalArgumentException("a fee is a fraction, and new money a number");
      }
      if (pieces.stream().anyMatch(piece -> piece.pot() >= buckets)
          || cash.filter(money -> money.pot() >= buckets).isPresent()) {
        throw new IllegalArgumentException("lots and cash are in buckets");
      }
    }

    /** What is there once new money is put in or taken out, before fees. */
    double total() {
      return newMoney + pots.stream().mapToDouble(Pot::value).sum();
    }
  }

  /**
   * The trades.
   *
   * @param sold of each piece, value before fees
   * @param bought for each pot, value before fees
   * @param cashChange of the money held, negative if it is spent
   * @param objective tax plus fees
   * @param tax the change of the year's tax
   * @param fees of all orders
   */
  @SuppressWarnings("ArrayRecordComponent") // one number for each piece and pot, never compared
  record Solution(
      double[] sold,
      double[] bought,
      double cashChange,
      double objective,
      double tax,
      double fees) {}

  /**
   * The trades of least tax plus fees.
   *
   * @return empty if no trades lead there, if there are more than {@link #MOST_PIECES}, or if no
   *     answer could be verified
   */
  static Optional<Solution> solve(Problem problem) {
    if (problem.pieces().size() > MOST_PIECES || !(problem.total() > 0)) {
      return Optional.empty();
    }
    return new LeastTaxSearch(new LeastTaxProgram(problem))
        .best()
        .map(trades -> LeastTaxFill.nearTargets(problem, trades))
        .filter(trades -> isRight(problem, trades))
        .map(trades -> solution(problem, trades));
  }

  /**
   * Trades in money, not yet judged.
   *
   * @param sold of each piece
   * @param bought for each pot
   */
  @SuppressWarnings("ArrayRecordComponent") // one number for each piece and pot, never compared
  record Trades(double[] sold, double[] bought, double cashChange) {

    double turnover() {
      return sum(sold) + sum(bought);
    }

    /** What a pot is worth after the trades. */
    double after(Problem problem, int pot) {
      double after = problem.pots().get(pot).value() + bought[pot] - soldOf(problem, pot);
      return problem.cash().filter(cash -> cash.pot() == pot).isPresent()
          ? after + cashChange
          : after;
    }

    double soldOf(Problem problem, int pot) {
      double sum = 0;
      for (int j = 0; j < sold.length; j++) {
        sum += problem.pieces().get(j).pot() == pot ? sold[j] : 0;
      }
      return sum;
    }

    static double sum(double[] values) {
      double sum = 0;
      for (double value : values) {
        sum += value;
      }
      return sum;
    }
  }

  /** Whether money balances, all is within its bounds, and nothing is both sold and bought. */
  private static boolean isRight(Problem problem, Trades trades) {
    double whole = problem.total() + Math.max(0, -problem.newMoney());
    double slack = TOLERANCE * whole;
    double after = problem.total() - problem.fee() * trades.turnover();
    double balance =
        (1 - problem.fee()) * Trades.sum(trades.sold())
            - (1 + problem.fee()) * Trades.sum(trades.bought())
            + problem.newMoney()
            - trades.cashChange();
    boolean right = Math.abs(balance) <= slack && isCashRight(problem, trades, slack);
    for (int j = 0; j < trades.sold().length; j++) {
      right &= trades.sold()[j] >= 0 && trades.sold()[j] <= problem.pieces().get(j).value();
    }
    for (int i = 0; i < trades.bought().length; i++) {
      Pot pot = problem.pots().get(i);
      double value = trades.after(problem, i);
      boolean buys = trades.bought()[i] > 0;
      right &= trades.bought()[i] >= 0 && !(buys && trades.soldOf(problem, i) > 0);
      right &= pot.mayBuy() || !buys;
      right &= value >= pot.low() * after - slack && value <= pot.high() * after + slack;
    }
    return right;
  }

  private static boolean isCashRight(Problem problem, Trades trades, double slack) {
    if (problem.cash().isEmpty()) {
      return trades.cashChange() == 0;
    }
    Cash cash = problem.cash().get();
    return trades.cashChange() >= -cash.held() - slack
        && (cash.mayGrow() || trades.cashChange() <= slack);
  }

  private static Solution solution(Problem problem, Trades trades) {
    double shortTerm = 0;
    double longTerm = 0;
    for (int j = 0; j < trades.sold().length; j++) {
      Piece piece = problem.pieces().get(j);
      double sold = trades.sold()[j];
      double gain =
          sold == 0 ? 0 : sold * (1 - problem.fee()) - piece.cost() * sold / piece.value();
      if (piece.isLong()) {
        longTerm += gain;
      } else {
        shortTerm += gain;
      }
    }
    Gains gains = new Gains(BigDecimal.valueOf(shortTerm), BigDecimal.valueOf(longTerm));
    double tax = problem.year().change(gains).doubleValue();
    double fees = problem.fee() * trades.turnover();
    return new Solution(trades.sold(), trades.bought(), trades.cashChange(), tax + fees, tax, fees);
  }
}
