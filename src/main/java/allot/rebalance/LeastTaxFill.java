package allot.rebalance;

import allot.rebalance.LeastTax.Pot;
import allot.rebalance.LeastTax.Problem;
import allot.rebalance.LeastTax.Trades;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * Divides what is bought so that it comes nearest to the targets, by relative water-fill inside the
 * intervals (ALGORITHMS section 3): a pot that is not sold ends with clip(level × target, what it
 * must have, what it may have). What is bought in all, and so tax and fees, stay as they are.
 */
final class LeastTaxFill {
  /** A pot that may be bought: what it ends with at least and at most, and its target. */
  private record Room(int pot, double base, double least, double most, double target) {

    double at(double level) {
      return Math.max(least, Math.min(most, level * target));
    }
  }

  private LeastTaxFill() {}

  /** The same trades with the buys divided anew, if the targets say how. */
  static Trades nearTargets(Problem problem, Trades trades) {
    double bought = Trades.sum(trades.bought());
    List<Room> rooms = rooms(problem, trades);
    double whole = bought + rooms.stream().mapToDouble(Room::base).sum();
    double[] levels =
        rooms.stream()
            .filter(room -> room.target() > 0)
            .flatMapToDouble(
                room -> DoubleStream.of(room.least() / room.target(), room.most() / room.target()))
            .sorted()
            .toArray();
    double below = 0;
    for (double level : levels) {
      if (sum(rooms, level) >= whole) {
        return divided(trades, rooms, between(rooms, below, level, whole));
      }
      below = level;
    }
    return trades;
  }

  private static List<Room> rooms(Problem problem, Trades trades) {
    double after = problem.total() - problem.fee() * trades.turnover();
    List<Room> rooms = new ArrayList<>();
    for (int i = 0; i < problem.pots().size(); i++) {
      Pot pot = problem.pots().get(i);
      if (pot.mayBuy() && trades.soldOf(problem, i) == 0) {
        double base = trades.after(problem, i) - trades.bought()[i];
        double least = Math.max(base, pot.low() * after);
        rooms.add(new Room(i, base, least, Math.max(least, pot.high() * after), pot.target()));
      }
    }
    return rooms;
  }

  private static double sum(List<Room> rooms, double level) {
    return rooms.stream().mapToDouble(room -> room.at(level)).sum();
  }

  /** The level at which the rooms hold the whole: between two at which no room begins or ends. */
  private static double between(List<Room> rooms, double below, double above, double whole) {
    double least = sum(rooms, below);
    double most = sum(rooms, above);
    return most <= least ? above : below + (above - below) * (whole - least) / (most - least);
  }

  private static Trades divided(Trades trades, List<Room> rooms, double level) {
    double[] bought = new double[trades.bought().length];
    for (Room room : rooms) {
      bought[room.pot()] = Math.max(0, room.at(level) - room.base());
    }
    return new Trades(trades.sold(), bought, trades.cashChange());
  }
}
