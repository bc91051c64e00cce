package allot.file;

import allot.portfolio.Holding;
import allot.portfolio.Lot;
import allot.portfolio.Portfolio;
import allot.portfolio.WrittenPrice;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** Whether a portfolio says what was meant: another one with other holdings. */
final class SameMeaning {
  /** A lot by its price per coin, and a cost by an average, are exact where ours is rounded. */
  private static final BigDecimal ROUNDING = new BigDecimal("0.00000001");

  private SameMeaning() {}

  static boolean of(Portfolio before, Portfolio after, List<Holding> meant) {
    boolean same =
        before.name().equals(after.name())
            && before.currency().equals(after.currency())
            && before.zone().equals(after.zone())
            && before.asOf().equals(after.asOf())
            && before.target().equals(after.target())
            && before.bands().equals(after.bands())
            && before.within().equals(after.within())
            && before.costs().equals(after.costs())
            && before.tax().equals(after.tax())
            && before.dca().equals(after.dca())
            && meant.size() == after.holdings().size();
    for (int i = 0; same && i < meant.size(); i++) {
      same = isSame(meant.get(i), after.holdings().get(i));
    }
    return same;
  }

  private static boolean isSame(Holding a, Holding b) {
    boolean same =
        a.asset().id().equals(b.asset().id())
            && a.quantity().compareTo(b.quantity()) == 0
            && isSamePrice(a.price(), b.price())
            && a.account().equals(b.account())
            && a.role() == b.role()
            && a.classification().equals(b.classification())
            && a.note().equals(b.note())
            && a.lots().size() == b.lots().size()
            && (!a.lots().isEmpty() || isSame(a.cost(), b.cost()));
    for (int i = 0; same && i < a.lots().size(); i++) {
      same = isSame(a.lots().get(i), b.lots().get(i));
    }
    return same;
  }

  private static boolean isSame(Lot a, Lot b) {
    return a.acquired().equals(b.acquired())
        && a.quantity().compareTo(b.quantity()) == 0
        && isSame(a.cost(), b.cost());
  }

  private static boolean isSame(Optional<BigDecimal> a, Optional<BigDecimal> b) {
    if (a.isEmpty() || b.isEmpty()) {
      return a.isEmpty() == b.isEmpty();
    }
    return a.get().subtract(b.get()).abs().compareTo(ROUNDING) <= 0;
  }

  private static boolean isSamePrice(Optional<WrittenPrice> a, Optional<WrittenPrice> b) {
    if (a.isEmpty() || b.isEmpty()) {
      return a.isEmpty() == b.isEmpty();
    }
    return a.get().value().compareTo(b.get().value()) == 0 && a.get().asOf().equals(b.get().asOf());
  }
}
