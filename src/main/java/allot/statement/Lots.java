package allot.statement;

import allot.portfolio.Lot;
import allot.tax.LotSelection;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The lots of one asset in one account. */
final class Lots {
  private static final Comparator<Batch> OLDEST_FIRST =
      Comparator.<Batch, Boolean>comparing(batch -> batch.acquired().isEmpty())
          .thenComparingLong(Batch::sequence);

  private final String account;
  private final Coin coin;
  private final TakingOrder batches;
  private BigDecimal held = BigDecimal.ZERO;

  Lots(String account, Coin coin, LotSelection selection) {
    this.account = account;
    this.coin = coin;
    this.batches = TakingOrder.of(selection);
  }

  String account() {
    return account;
  }

  Coin coin() {
    return coin;
  }

  /** The sum of all, never below zero. */
  BigDecimal held() {
    return held;
  }

  void add(Batch batch) {
    batches.add(batch);
    held = held.add(batch.quantity());
  }

  /**
   * Takes units out, or as many as there are.
   *
   * @param quantity above zero
   * @return parts of lots, none empty
   */
  List<Batch> take(BigDecimal quantity) {
    List<Batch> parts = new ArrayList<>(2);
    BigDecimal left = quantity;
    while (left.signum() > 0 && !batches.isEmpty()) {
      Batch next = batches.next();
      if (next.quantity().compareTo(left) <= 0) {
        parts.add(next);
        left = left.subtract(next.quantity());
      } else {
        Batch part = next.part(left);
        parts.add(part);
        batches.putBack(next.without(part));
        left = BigDecimal.ZERO;
      }
    }
    held = held.subtract(quantity.subtract(left));
    return parts;
  }

  /** What is held at the end; empty if that is nothing. */
  Optional<Ledger.Position> position() {
    if (held.signum() == 0) {
      return Optional.empty();
    }
    List<Batch> sorted = new ArrayList<>(batches.all());
    sorted.sort(OLDEST_FIRST);
    List<Lot> lots = new ArrayList<>(sorted.size());
    sorted.forEach(batch -> lots.add(batch.lot()));
    return Optional.of(new Ledger.Position(account, coin, held, List.copyOf(lots)));
  }
}
