package allot.statement;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * What the legs of entries were worth: in money of the ledger's currency, else as the statement
 * says, else by the close of that very UTC day; else that is unknown.
 */
final class Values {
  private static final int DECIMALS = 8;
  private static final Optional<BigDecimal> NOTHING = Optional.of(BigDecimal.ZERO);

  private final LedgerTerms terms;
  private final boolean closes;
  private final Set<Entry.Origin> fromCloses = new LinkedHashSet<>();

  Values(LedgerTerms terms) {
    this.terms = terms;
    this.closes = !terms.history().assets().isEmpty();
  }

  /** Where entries stand that have a value from daily closes. */
  Set<Entry.Origin> fromCloses() {
    return fromCloses;
  }

  /** What the coin that came in a trade cost, with the fee. */
  Optional<BigDecimal> cost(Entry trade) {
    Optional<BigDecimal> cost = plus(side(trade), moneyFee(trade));
    return leg(trade.out()).coin().money() ? plus(cost, coinFee(trade)) : cost;
  }

  /** What the coin that went in a trade brought, after the fee. */
  Optional<BigDecimal> proceeds(Entry trade) {
    Optional<BigDecimal> before = minus(side(trade), coinFee(trade));
    return leg(trade.in()).coin().money() ? minus(before, moneyFee(trade)) : before;
  }

  /** What a spending brought, after the fee. */
  Optional<BigDecimal> spent(Entry spending) {
    Optional<BigDecimal> value = stated(spending.value());
    Optional<BigDecimal> whole = value.isPresent() ? value : worth(leg(spending.out()), spending);
    return minus(minus(whole, moneyFee(spending)), coinFee(spending));
  }

  /**
   * What came as income.
   *
   * @param net what is left of it after its fee in the same coin
   */
  Optional<BigDecimal> income(Entry income, Leg net) {
    Leg gross = leg(income.in());
    Optional<BigDecimal> value = stated(income.value());
    if (gross.coin().money() && isCurrency(gross)) {
      value = Optional.of(gross.quantity());
    }
    if (value.isEmpty()) {
      return worth(net, income);
    }
    return net.quantity().compareTo(gross.quantity()) == 0
        ? value
        : value.map(
            all ->
                all.multiply(net.quantity())
                    .divide(gross.quantity(), DECIMALS, RoundingMode.HALF_EVEN));
  }

  /** What a fee in coin was worth; nothing if there is none, or it is in money. */
  Optional<BigDecimal> coinFee(Entry entry) {
    if (entry.fee().isEmpty()) {
      return NOTHING;
    }
    Leg fee = leg(entry.fee());
    if (fee.coin().money() || fee.quantity().signum() == 0) {
      return NOTHING;
    }
    Optional<BigDecimal> value = stated(entry.feeValue());
    if (value.isEmpty()) {
      value = byRate(fee, entry);
    }
    return value.isPresent() ? value : worth(fee, entry);
  }

  /** What units were worth by the price at which the entry itself trades the same coin. */
  private Optional<BigDecimal> byRate(Leg fee, Entry entry) {
    Optional<Leg> same =
        entry.in().filter(fee::isSameCoin).or(() -> entry.out().filter(fee::isSameCoin));
    Optional<BigDecimal> value =
        switch (entry.kind()) {
          case TRADE -> told(entry);
          case SPENDING -> stated(entry.value());
          default -> Optional.empty();
        };
    if (same.isEmpty() || value.isEmpty() || leg(same).quantity().signum() == 0) {
      return Optional.empty();
    }
    return value.map(
        all ->
            all.multiply(fee.quantity())
                .divide(leg(same).quantity(), DECIMALS, RoundingMode.HALF_EVEN));
  }

  /** What units were worth by the close of their day; empty if it is not known. */
  Optional<BigDecimal> worth(Leg leg, Entry entry) {
    if (!closes || leg.coin().money()) {
      return Optional.empty();
    }
    LocalDate day = LocalDate.ofInstant(entry.at(), ZoneOffset.UTC);
    Optional<BigDecimal> close = terms.history().close(leg.coin().asset().id(), day);
    if (close.isPresent()) {
      fromCloses.add(entry.origin());
    }
    return close.map(
        price -> {
          BigDecimal exact = price.multiply(leg.quantity());
          return exact.scale() > DECIMALS
              ? exact.setScale(DECIMALS, RoundingMode.HALF_EVEN)
              : exact;
        });
  }

  /** One side of a trade without fees. */
  private Optional<BigDecimal> side(Entry trade) {
    Optional<BigDecimal> value = told(trade);
    if (value.isPresent()) {
      return value;
    }
    Optional<BigDecimal> given = worth(leg(trade.out()), trade);
    return given.isPresent() ? given : worth(leg(trade.in()), trade);
  }

  /** The same, if the statement tells it. */
  private Optional<BigDecimal> told(Entry trade) {
    Leg in = leg(trade.in());
    Leg out = leg(trade.out());
    if (isCurrency(out)) {
      return Optional.of(out.quantity());
    }
    return isCurrency(in) ? Optional.of(in.quantity()) : stated(trade.value());
  }

  private Optional<BigDecimal> moneyFee(Entry entry) {
    if (entry.fee().isEmpty()) {
      return NOTHING;
    }
    Leg fee = leg(entry.fee());
    if (!fee.coin().money() || fee.quantity().signum() == 0) {
      return NOTHING;
    }
    return isCurrency(fee) ? Optional.of(fee.quantity()) : stated(entry.feeValue());
  }

  private boolean isCurrency(Leg leg) {
    return leg.coin().money() && leg.coin().code().equals(terms.currency().code());
  }

  private static Leg leg(Optional<Leg> leg) {
    return leg.orElseThrow();
  }

  /** A value below zero says nothing. */
  private static Optional<BigDecimal> stated(Optional<BigDecimal> value) {
    return value.isPresent() && value.orElseThrow().signum() < 0 ? Optional.empty() : value;
  }

  private static Optional<BigDecimal> plus(Optional<BigDecimal> a, Optional<BigDecimal> b) {
    if (a.isEmpty() || b.isEmpty()) {
      return Optional.empty();
    }
    return b.orElseThrow().signum() == 0 ? a : Optional.of(a.orElseThrow().add(b.orElseThrow()));
  }

  private static Optional<BigDecimal> minus(Optional<BigDecimal> a, Optional<BigDecimal> b) {
    if (a.isEmpty() || b.isEmpty()) {
      return Optional.empty();
    }
    return b.orElseThrow().signum() == 0
        ? a
        : Optional.of(a.orElseThrow().subtract(b.orElseThrow()));
  }
}
