package allot.rebalance;

import java.util.HashSet;
import java.util.Set;

/** What has turned out not to be tradable on the way to a plan. */
final class Blocks {
  private final Set<Pile> unsellable = new HashSet<>();
  private final Set<Line> unbuyable = new HashSet<>();
  private final Set<Pot> closed = new HashSet<>();

  Set<Pile> unsellable() {
    return unsellable;
  }

  Set<Line> unbuyable() {
    return unbuyable;
  }

  /** Buckets in which no asset is chosen that could be bought. */
  Set<Pot> closed() {
    return closed;
  }
}
