package allot.statement;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.Optional;

/**
 * The order of entries: by time, and within an instant by what they say, so that neither the order
 * of the files nor that of their rows changes anything. Where one of two knows a value and the
 * other does not, it comes first.
 */
final class EntryOrder implements Comparator<Entry> {
  static final EntryOrder ORDER = new EntryOrder();

  private EntryOrder() {}

  @Override
  public int compare(Entry a, Entry b) {
    int order = a.at().compareTo(b.at());
    order = order == 0 ? content(a, b) : order;
    return order == 0 ? places(a, b) : order;
  }

  private static int content(Entry a, Entry b) {
    int order = a.kind().compareTo(b.kind());
    order = order == 0 ? a.account().compareToIgnoreCase(b.account()) : order;
    order = order == 0 ? legs(a.in(), b.in()) : order;
    order = order == 0 ? legs(a.out(), b.out()) : order;
    order = order == 0 ? legs(a.fee(), b.fee()) : order;
    order = order == 0 ? amounts(a.value(), b.value()) : order;
    order = order == 0 ? amounts(a.feeValue(), b.feeValue()) : order;
    order = order == 0 ? a.toAccount().compareToIgnoreCase(b.toAccount()) : order;
    return order == 0 ? words(a, b) : order;
  }

  private static int words(Entry a, Entry b) {
    int order = a.hash().compareTo(b.hash());
    order = order == 0 ? a.id().compareTo(b.id()) : order;
    order = order == 0 ? a.label().compareTo(b.label()) : order;
    order = order == 0 ? a.account().compareTo(b.account()) : order;
    return order == 0 ? a.toAccount().compareTo(b.toAccount()) : order;
  }

  /** Whether two entries are one that is told twice: they have an id, and all is the same. */
  static boolean isRepeated(Entry a, Entry b) {
    return !a.id().isEmpty() && a.at().equals(b.at()) && content(a, b) == 0;
  }

  private static int places(Entry a, Entry b) {
    int order = a.origin().file().compareTo(b.origin().file());
    return order == 0 ? Long.compare(a.origin().line(), b.origin().line()) : order;
  }

  private static int legs(Optional<Leg> a, Optional<Leg> b) {
    if (a.isEmpty() || b.isEmpty()) {
      return Boolean.compare(a.isEmpty(), b.isEmpty());
    }
    Leg one = a.orElseThrow();
    Leg other = b.orElseThrow();
    int coins = one.coin().asset().id().compareTo(other.coin().asset().id());
    return coins == 0 ? one.quantity().compareTo(other.quantity()) : coins;
  }

  private static int amounts(Optional<BigDecimal> a, Optional<BigDecimal> b) {
    return a.isEmpty() || b.isEmpty()
        ? Boolean.compare(a.isEmpty(), b.isEmpty())
        : a.orElseThrow().compareTo(b.orElseThrow());
  }
}
