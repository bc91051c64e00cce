package allot.portfolio;

import java.util.List;
import java.util.Optional;

/**
 * What becomes of a holding when something is booked on it.
 *
 * @param row its place among the portfolio's holdings, from 0
 * @param after the same holding with another quantity, other lots, another cost
 * @param left for each lot of {@code before}, in their order, what remains of it
 * @param gained the lots that stand behind those in {@code after}
 */
public record HoldingChange(
    int row, Holding before, Holding after, List<Optional<Lot>> left, List<Lot> gained) {
  public HoldingChange {
    left = List.copyOf(left);
    gained = List.copyOf(gained);
    if (left.size() != before.lots().size()) {
      throw new IllegalArgumentException("every lot is kept, reduced or gone");
    }
  }
}
