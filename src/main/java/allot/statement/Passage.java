package allot.statement;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * Units on their way between two accounts of one's own: a transfer, or a withdrawal and the deposit
 * that it became.
 */
final class Passage {
  private final Entry sent;
  private final Entry received;
  private Optional<List<Batch>> onTheWay = Optional.empty();

  Passage(Entry sent, Entry received) {
    this.sent = sent;
    this.received = received;
  }

  Entry sent() {
    return sent;
  }

  Leg out() {
    return sent.out().orElseThrow();
  }

  Leg in() {
    return received.in().orElseThrow();
  }

  /** Where it goes. */
  String to() {
    return received.kind() == Entry.Kind.TRANSFER ? received.toAccount() : received.account();
  }

  boolean hasLeft() {
    return onTheWay.isPresent();
  }

  void leave(List<Batch> parts) {
    onTheWay = Optional.of(parts);
  }

  List<Batch> arriving() {
    return onTheWay.orElseThrow();
  }

  /** Whether the units become others, so that all that leaves is all that arrives. */
  boolean isConversion() {
    return sent.kind() == Entry.Kind.CONVERSION
        || sent.kind() == Entry.Kind.TRADE
        || !out().coin().is(in().coin());
  }

  /** What of {@link #out} travels. */
  Leg leaving() {
    return isConversion() ? out() : new Leg(out().coin(), out().quantity().min(in().quantity()));
  }

  /** What of {@link #in} has travelled. */
  BigDecimal arrived() {
    return isConversion() ? in().quantity() : out().quantity().min(in().quantity());
  }

  /** What was lost on the way and is not the fee that the entry states; zero or more. */
  Leg lost() {
    BigDecimal lost = out().quantity().subtract(leaving().quantity());
    boolean stated =
        sent.fee()
            .filter(fee -> fee.coin().is(out().coin()) && fee.quantity().compareTo(lost) == 0)
            .isPresent();
    return new Leg(out().coin(), stated ? BigDecimal.ZERO : lost);
  }
}
