package allot.rebalance;

import allot.rebalance.LeastTax.Trades;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Finds the least tax plus fees, then the least turnover among the ways to it, over the five
 * regions of the tax. That a pot is not both sold and bought is no linear condition, so the search
 * branches: a program in which a pot does both is solved again with that pot's sales alone and with
 * its buys alone. A branch whose program cannot beat what was found already ends there, so that the
 * search is exact and yet solves few of the 2ⁿ programs. No number of pots makes it long: beyond so
 * many programs in one region it keeps what it has.
 */
final class LeastTaxSearch {
  private static final int MOST_PROGRAMS = 500;

  /** As a fraction of the whole: what counts as the same objective. */
  private static final double TIE = 1e-10;

  /** As a fraction of the whole: by how much the least turnover may cost more. */
  private static final double SLACK = 1e-13;

  private final LeastTaxProgram program;
  private final SimplexRun simplex;

  LeastTaxSearch(LeastTaxProgram program) {
    this.program = program;
    this.simplex = new SimplexRun(program.upper());
  }

  @SuppressWarnings("ArrayRecordComponent") // an answer in columns, never compared
  private record Found(double[] columns, double objective) {}

  private record Area(LeastTaxRegion region, List<SimplexRow> rows) {}

  /** Empty if there are no such trades. */
  Optional<Trades> best() {
    List<Area> areas = areas();
    Optional<Found> least = Optional.empty();
    for (Area area : areas) {
      double[] cost = program.cost(area.region());
      least = search(cost, area.region().atNothing(), area.rows(), least);
    }
    if (least.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(program.trades(leastTurnover(areas, least.get()).columns()));
  }

  private List<Area> areas() {
    List<Area> areas = new ArrayList<>();
    for (LeastTaxRegion region : program.regions()) {
      program
          .rows(region)
          .ifPresent(
              rows -> {
                List<SimplexRow> all = new ArrayList<>(program.rows());
                all.addAll(rows);
                areas.add(new Area(region, all));
              });
    }
    return areas;
  }

  /** The least turnover with the least tax plus fees, which {@code least} has. */
  private Found leastTurnover(List<Area> areas, Found least) {
    double[] turnover = program.turnover();
    Optional<Found> best =
        Optional.of(new Found(least.columns(), SimplexRow.dot(turnover, least.columns())));
    for (Area area : areas) {
      double bound = least.objective() - area.region().atNothing() + SLACK;
      List<SimplexRow> rows = new ArrayList<>(area.rows());
      rows.add(SimplexRow.atMost(program.cost(area.region()), bound));
      best = search(turnover, 0, rows, best);
    }
    return best.orElse(least);
  }

  /** The best of a region, or what was best before. */
  private Optional<Found> search(
      double[] cost, double constant, List<SimplexRow> rows, Optional<Found> before) {
    Optional<Found> best = before;
    Deque<BitSet> nodes = new ArrayDeque<>();
    nodes.push(program.open());
    for (int programs = 0; !nodes.isEmpty() && programs < MOST_PROGRAMS; programs++) {
      BitSet open = nodes.pop();
      Optional<double[]> found = simplex.least(cost, rows, open);
      if (found.isEmpty()) {
        continue;
      }
      double[] x = found.get();
      double objective = constant + SimplexRow.dot(cost, x);
      if (best.filter(b -> b.objective() <= objective + TIE).isPresent()) {
        continue;
      }
      Optional<Integer> both = potSoldAndBought(x);
      if (both.isEmpty()) {
        best = Optional.of(new Found(x, objective));
      } else {
        BitSet onlySells = (BitSet) open.clone();
        onlySells.clear(program.buying(both.get()));
        BitSet onlyBuys = (BitSet) open.clone();
        onlyBuys.andNot(program.selling(both.get()));
        nodes.push(onlyBuys);
        nodes.push(onlySells);
      }
    }
    return best;
  }

  /** The pot of which most is both sold and bought. */
  private Optional<Integer> potSoldAndBought(double[] x) {
    double[] value = program.turnover();
    double most = 0;
    Optional<Integer> pot = Optional.empty();
    for (int i = 0; i < program.pots(); i++) {
      BitSet selling = program.selling(i);
      double sold = selling.stream().mapToDouble(j -> value[j] * x[j]).sum();
      double both = Math.min(sold, x[program.buying(i)]);
      if (both > most) {
        most = both;
        pot = Optional.of(i);
      }
    }
    return pot;
  }
}
