package allot.statement;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;

/**
 * Finds the withdrawals that became deposits: first by the hash of the transaction, then by the
 * amount, within a day; among several the nearest in time, and another account before the same one,
 * to which coins may come back.
 */
final class OwnTransfers {
  private static final Duration LONGEST = Duration.ofHours(24);

  /** A deposit may be dated before its withdrawal by so much: clocks differ. */
  private static final Duration SKEW = Duration.ofHours(1);

  private static final BigDecimal TWO = BigDecimal.valueOf(2);

  private final List<Entry> withdrawals = new ArrayList<>();
  private final Map<Sum, List<Entry>> byAmount = new HashMap<>();
  private final Map<Hash, List<Entry>> byHash = new HashMap<>();
  private final IdentityHashMap<Entry, Passage> passages = new IdentityHashMap<>();

  private OwnTransfers() {}

  /** An amount of an asset, whose scale says nothing. */
  private record Sum(String asset, BigDecimal quantity) {
    static Sum of(Leg leg, BigDecimal quantity) {
      return new Sum(leg.coin().asset().id(), quantity.stripTrailingZeros());
    }
  }

  private record Hash(String asset, String hash) {}

  /**
   * The passages by their two entries, compared by identity.
   *
   * @param entries deposits and withdrawals, in the order of time
   */
  static IdentityHashMap<Entry, Passage> among(List<Entry> entries) {
    OwnTransfers own = new OwnTransfers();
    for (Entry entry : entries) {
      own.collect(entry);
    }
    if (!own.byAmount.isEmpty()) {
      own.matchByHash();
      own.matchByAmount((sent, received) -> !sameAccount(sent, received));
      own.matchByAmount(OwnTransfers::sameAccount);
    }
    return own.passages;
  }

  private void collect(Entry entry) {
    if (entry.kind() == Entry.Kind.WITHDRAWAL && isCoin(entry.out())) {
      withdrawals.add(entry);
    } else if (entry.kind() == Entry.Kind.DEPOSIT && isCoin(entry.in())) {
      Leg in = entry.in().orElseThrow();
      byAmount.computeIfAbsent(Sum.of(in, in.quantity()), key -> new ArrayList<>(1)).add(entry);
      if (!entry.hash().isEmpty()) {
        byHash.computeIfAbsent(hash(entry, in), key -> new ArrayList<>(1)).add(entry);
      }
    }
  }

  private static boolean isCoin(Optional<Leg> leg) {
    return leg.filter(some -> !some.coin().money() && some.quantity().signum() > 0).isPresent();
  }

  private static Hash hash(Entry entry, Leg leg) {
    return new Hash(leg.coin().asset().id(), folded(entry.hash()));
  }

  private static String folded(String hash) {
    String lower = hash.toLowerCase(Locale.ROOT);
    return lower.startsWith("0x") ? lower.substring(2) : lower;
  }

  private void matchByHash() {
    for (Entry sent : withdrawals) {
      if (!sent.hash().isEmpty()) {
        Leg out = sent.out().orElseThrow();
        List<Entry> received = byHash.getOrDefault(hash(sent, out), List.of());
        nearest(sent, received, (a, b) -> isMostOf(out, b)).ifPresent(to -> match(sent, to));
      }
    }
  }

  /** One of several outputs of a transaction is not what became of it all. */
  private static boolean isMostOf(Leg out, Entry received) {
    BigDecimal in = received.in().orElseThrow().quantity();
    return in.compareTo(out.quantity()) <= 0 && in.multiply(TWO).compareTo(out.quantity()) >= 0;
  }

  private void matchByAmount(BiPredicate<Entry, Entry> which) {
    BiPredicate<Entry, Entry> fits =
        (sent, received) -> which.test(sent, received) && noOtherHash(sent, received);
    for (Entry sent : withdrawals) {
      if (!passages.containsKey(sent)) {
        Leg out = sent.out().orElseThrow();
        Optional<Entry> same = nearest(sent, ofAmount(sent, out.quantity()), fits);
        same.or(() -> afterFee(sent, out, fits)).ifPresent(received -> match(sent, received));
      }
    }
  }

  private Optional<Entry> afterFee(Entry sent, Leg out, BiPredicate<Entry, Entry> fits) {
    return sent.fee()
        .filter(fee -> fee.coin().is(out.coin()))
        .flatMap(
            fee -> nearest(sent, ofAmount(sent, out.quantity().subtract(fee.quantity())), fits));
  }

  /** The deposits of an amount around the time of a withdrawal. */
  private List<Entry> ofAmount(Entry sent, BigDecimal quantity) {
    List<Entry> deposits =
        byAmount.getOrDefault(Sum.of(sent.out().orElseThrow(), quantity), List.of());
    return deposits.subList(
        before(deposits, sent.at().minus(SKEW)),
        before(deposits, sent.at().plus(LONGEST).plusNanos(1)));
  }

  /** How many entries are before an instant. */
  private static int before(List<Entry> entries, Instant instant) {
    int low = 0;
    int high = entries.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (entries.get(middle).at().isBefore(instant)) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** The nearest in time of those that are left and fit; they stand in the order of time. */
  private Optional<Entry> nearest(
      Entry sent, List<Entry> deposits, BiPredicate<Entry, Entry> fits) {
    Optional<Entry> nearest = Optional.empty();
    Duration least = Duration.ZERO;
    for (Entry received : deposits) {
      Duration later = Duration.between(sent.at(), received.at());
      if (nearest.isPresent() && later.compareTo(least) >= 0) {
        break;
      }
      if (!passages.containsKey(received) && fits.test(sent, received)) {
        nearest = Optional.of(received);
        least = later.abs();
      }
    }
    return nearest;
  }

  private static boolean sameAccount(Entry sent, Entry received) {
    return sent.account().equalsIgnoreCase(received.account());
  }

  private static boolean noOtherHash(Entry sent, Entry received) {
    return sent.hash().isEmpty()
        || received.hash().isEmpty()
        || folded(sent.hash()).equals(folded(received.hash()));
  }

  private void match(Entry sent, Entry received) {
    Passage passage = new Passage(sent, received);
    passages.put(sent, passage);
    passages.put(received, passage);
  }
}
