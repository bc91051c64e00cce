package allot.rebalance;

import allot.rebalance.LeastTax.Cash;
import allot.rebalance.LeastTax.Piece;
import allot.rebalance.LeastTax.Pot;
import allot.rebalance.LeastTax.Problem;
import allot.rebalance.LeastTax.Trades;
import allot.rebalance.LeastTaxRegion.Reach;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * The linear program of the least tax. Its columns are the pieces sold, then the pots bought, then
 * the money kept (what was held and is not spent, and what is left over). All is divided by the
 * value of the whole; the column of a piece that lost more than it is worth is in units of its
 * loss, so that no coefficient is far above 1.
 */
final class LeastTaxProgram {
  /** As a fraction of the whole: what is smaller, in value and in gain, is left alone. */
  private static final double DUST = 1e-12;

  private final Problem problem;
  private final double whole;
  private final int pieces;
  private final int pots;
  private final double[] value;
  private final double[] shortGain;
  private final double[] longGain;
  private final double[] upper;

  LeastTaxProgram(Problem problem) {
    this.problem = problem;
    this.whole = problem.total() + Math.max(0, -problem.newMoney());
    this.pieces = problem.pieces().size();
    this.pots = problem.pots().size();
    int columns = pieces + pots + 1;
    this.value = new double[columns];
    this.shortGain = new double[columns];
    this.longGain = new double[columns];
    this.upper = new double[columns];
    for (int j = 0; j < pieces; j++) {
      addPiece(j, problem.pieces().get(j));
    }
    for (int i = 0; i < pots; i++) {
      value[pieces + i] = 1;
      upper[pieces + i] = Double.POSITIVE_INFINITY;
    }
    upper[columns - 1] =
        problem
            .cash()
            .map(cash -> cash.mayGrow() ? Double.POSITIVE_INFINITY : cash.held() / whole)
            .orElse(0.0);
  }

  private void addPiece(int j, Piece piece) {
    double gain = (piece.value() * (1 - problem.fee()) - piece.cost()) / whole;
    double size = Math.max(piece.value() / whole, Math.abs(gain));
    if (piece.value() == 0 || size < DUST) {
      return;
    }
    value[j] = piece.value() / whole / size;
    upper[j] = size;
    (piece.isLong() ? longGain : shortGain)[j] = gain / size;
  }

  double[] upper() {
    return upper.clone();
  }

  int pots() {
    return pots;
  }

  List<LeastTaxRegion> regions() {
    return LeastTaxRegion.of(problem.year(), whole);
  }

  /** The columns that are ever in play. */
  BitSet open() {
    BitSet open = new BitSet();
    for (int j = 0; j < pieces; j++) {
      open.set(j, upper[j] > 0);
    }
    for (int i = 0; i < pots; i++) {
      open.set(pieces + i, problem.pots().get(i).mayBuy());
    }
    open.set(pieces + pots, upper[pieces + pots] > 0);
    return open;
  }

  /** The columns that sell a pot. */
  BitSet selling(int pot) {
    BitSet selling = new BitSet();
    for (int j = 0; j < pieces; j++) {
      selling.set(j, problem.pieces().get(j).pot() == pot);
    }
    return selling;
  }

  int buying(int pot) {
    return pieces + pot;
  }

  /** The value sold or bought in each column. */
  double[] turnover() {
    return value.clone();
  }

  /** What a column costs in tax and fees while the gains are in a region. */
  double[] cost(LeastTaxRegion region) {
    double[] cost = new double[value.length];
    for (int j = 0; j < cost.length; j++) {
      cost[j] =
          problem.fee() * value[j]
              + region.shortRate() * shortGain[j]
              + region.longRate() * longGain[j];
    }
    return cost;
  }

  /** The rows that keep the gains in a region; empty if they cannot be there. */
  Optional<List<SimplexRow>> rows(LeastTaxRegion region) {
    return region.rows(shortGain, longGain, Reach.of(shortGain, longGain, upper));
  }

  /** The rows of every region: money balances, and each pot ends inside its interval. */
  List<SimplexRow> rows() {
    List<SimplexRow> rows = new ArrayList<>();
    rows.add(balance());
    for (int i = 0; i < pots; i++) {
      Pot pot = problem.pots().get(i);
      if (pot.high() == pot.low()) {
        rows.add(band(i, pot.high(), Relation.EQUAL));
      } else {
        if (pot.low() > 0) {
          rows.add(band(i, pot.low(), Relation.AT_LEAST));
        }
        rows.add(band(i, pot.high(), Relation.AT_MOST));
      }
    }
    return rows;
  }

  private enum Relation {
    AT_LEAST,
    AT_MOST,
    EQUAL
  }

  /** (1 − f) sold − (1 + f) bought − kept = −new money − held. */
  private SimplexRow balance() {
    double[] row = new double[value.length];
    for (int j = 0; j < pieces; j++) {
      row[j] = (1 - problem.fee()) * value[j];
    }
    Arrays.fill(row, pieces, pieces + pots, -1 - problem.fee());
    row[pieces + pots] = -1;
    return SimplexRow.equal(row, -(problem.newMoney() + held()) / whole);
  }

  /** value + bought − sold + kept − held against weight × (total − f (sold + bought)). */
  private SimplexRow band(int pot, double weight, Relation relation) {
    double[] row = new double[value.length];
    for (int j = 0; j < pieces; j++) {
      boolean mine = problem.pieces().get(j).pot() == pot;
      row[j] = (weight * problem.fee() - (mine ? 1 : 0)) * value[j];
    }
    Arrays.fill(row, pieces, pieces + pots, weight * problem.fee());
    row[pieces + pot] += 1;
    double fixed = problem.pots().get(pot).value();
    if (problem.cash().filter(cash -> cash.pot() == pot).isPresent()) {
      row[pieces + pots] = 1;
      fixed -= held();
    }
    double bound = (weight * problem.total() - fixed) / whole;
    return switch (relation) {
      case AT_LEAST -> SimplexRow.atLeast(row, bound);
      case AT_MOST -> SimplexRow.atMost(row, bound);
      case EQUAL -> SimplexRow.equal(row, bound);
    };
  }

  private double held() {
    return problem.cash().map(Cash::held).orElse(0.0);
  }

  /** The columns in money. */
  Trades trades(double[] x) {
    double[] sold = new double[pieces];
    for (int j = 0; j < pieces; j++) {
      double most = problem.pieces().get(j).value();
      double part = upper[j] == 0 ? 0 : x[j] / upper[j];
      sold[j] = part > 1 - DUST ? most : part * most;
    }
    double[] bought = new double[pots];
    for (int i = 0; i < pots; i++) {
      bought[i] = x[pieces + i] * whole;
    }
    double change = problem.cash().isEmpty() ? 0 : x[pieces + pots] * whole - held();
    return new Trades(sold, bought, change);
  }
}
