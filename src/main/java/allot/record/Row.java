package allot.record;

import allot.money.ExactDecimal;
import allot.portfolio.Holding;
import allot.portfolio.HoldingChange;
import allot.portfolio.Lot;
import allot.portfolio.Role;
import allot.tax.LotPart;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A holding while entries are booked on it. Units without lots count as one lot without a date. */
final class Row {
  private static final int COST_DECIMALS = 8;

  private final Holding before;
  private final boolean isNew;
  private final List<Parcel> parcels = new ArrayList<>();
  private BigDecimal quantity;
  private boolean hasLots;

  /** A lot, and what is left of it. */
  final class Parcel {
    private Optional<Lot> left;

    private Parcel(Lot lot) {
      this.left = Optional.of(lot);
    }

    Optional<Lot> left() {
      return left;
    }

    /** Takes units out of it and out of the row. */
    LotPart take(BigDecimal units) {
      LotPart part = new LotPart(left.orElseThrow(), units);
      left = part.rest();
      quantity = quantity.subtract(units);
      return part;
    }
  }

  private Row(Holding before, boolean isNew) {
    this.before = before;
    this.isNew = isNew;
    this.quantity = before.quantity();
    this.hasLots = !before.lots().isEmpty();
    if (hasLots) {
      before.lots().forEach(lot -> parcels.add(new Parcel(lot)));
    } else if (quantity.signum() > 0) {
      parcels.add(new Parcel(new Lot(Optional.empty(), quantity, before.cost().map(Row::money))));
    }
  }

  /** A holding of the portfolio. */
  static Row of(Holding holding) {
    return new Row(holding, false);
  }

  /** A holding that did not exist: of nothing yet. */
  static Row added(Holding holding) {
    return new Row(holding, true);
  }

  private static BigDecimal money(BigDecimal cost) {
    return cost.scale() > COST_DECIMALS
        ? cost.setScale(COST_DECIMALS, RoundingMode.HALF_EVEN)
        : cost;
  }

  Holding holding() {
    return before;
  }

  boolean isNew() {
    return isNew;
  }

  BigDecimal quantity() {
    return quantity;
  }

  boolean isTradable() {
    return before.role() == Role.TRADABLE;
  }

  boolean hasLots() {
    return hasLots;
  }

  /** What there is to take from, in the order of the file. */
  List<Parcel> parcels() {
    List<Parcel> held = new ArrayList<>();
    for (Parcel parcel : parcels) {
      if (parcel.left.isPresent()) {
        held.add(parcel);
      }
    }
    return held;
  }

  /** How far lots and quantity are apart: what the lots hold more; zero without lots. */
  BigDecimal lotsBeyondQuantity() {
    BigDecimal sum = BigDecimal.ZERO;
    for (Parcel parcel : parcels()) {
      sum = sum.add(parcel.left.orElseThrow().quantity());
    }
    return hasLots ? sum.subtract(quantity) : BigDecimal.ZERO;
  }

  /** Adds lots; units of which nothing is known join others of which nothing is known. */
  void add(List<Lot> lots) {
    for (Lot lot : lots) {
      boolean known = lot.acquired().isPresent() || lot.cost().isPresent();
      if (hasLots || known || costIsKnown()) {
        hasLots = true;
        parcels.add(new Parcel(lot));
      } else {
        addUnknown(lot);
      }
      quantity = quantity.add(lot.quantity());
    }
  }

  private boolean costIsKnown() {
    return parcels().stream().anyMatch(parcel -> parcel.left.orElseThrow().cost().isPresent());
  }

  private void addUnknown(Lot lot) {
    BigDecimal units = quantity.add(lot.quantity());
    parcels.clear();
    parcels.add(new Parcel(new Lot(Optional.empty(), units, Optional.empty())));
  }

  /** Changes a quantity that has no lots: of cash. */
  void setQuantity(BigDecimal units) {
    quantity = units;
    parcels.clear();
  }

  Holding after() {
    List<Lot> lots = new ArrayList<>();
    if (hasLots) {
      parcels().forEach(parcel -> lots.add(parcel.left.orElseThrow()));
    }
    return new Holding(
        before.asset(),
        quantity,
        before.price(),
        before.account(),
        before.role(),
        before.classification(),
        lots,
        hasLots ? costOf(lots) : costWithoutLots(),
        before.note());
  }

  private static Optional<BigDecimal> costOf(List<Lot> lots) {
    BigDecimal sum = BigDecimal.ZERO;
    for (Lot lot : lots) {
      if (lot.cost().isEmpty()) {
        return Optional.empty();
      }
      sum = sum.add(lot.cost().get());
    }
    return lots.isEmpty() ? Optional.empty() : Optional.of(sum);
  }

  private Optional<BigDecimal> costWithoutLots() {
    if (quantity.compareTo(before.quantity()) == 0) {
      return before.cost();
    }
    List<Parcel> held = parcels();
    return held.isEmpty()
        ? before.cost().map(cost -> BigDecimal.ZERO)
        : held.get(0).left.orElseThrow().cost();
  }

  /** What became of it; empty if nothing did. */
  Optional<HoldingChange> change(int row) {
    Holding after = after();
    boolean same = quantity.compareTo(before.quantity()) == 0 && after.lots().equals(before.lots());
    if (same) {
      return Optional.empty();
    }
    int old = before.lots().size();
    List<Optional<Lot>> left = new ArrayList<>();
    List<Lot> gained = new ArrayList<>();
    if (hasLots) {
      parcels.subList(0, old).forEach(parcel -> left.add(parcel.left));
      parcels.subList(old, parcels.size()).forEach(parcel -> parcel.left.ifPresent(gained::add));
    }
    return Optional.of(new HoldingChange(row, before, after, left, gained));
  }

  /** Why a number of what became of it cannot stand in a file; empty if all can. */
  Optional<String> outOfBounds() {
    Optional<String> found = outOfBounds(quantity);
    for (int i = 0; i < parcels.size() && hasLots; i++) {
      Optional<Lot> left = parcels.get(i).left;
      boolean untouched =
          i < before.lots().size() && left.equals(Optional.of(before.lots().get(i)));
      if (!untouched && left.isPresent()) {
        found = found.or(() -> outOfBounds(left.get().quantity()));
        found = found.or(() -> left.get().cost().flatMap(Row::outOfBounds));
      }
    }
    return found;
  }

  private static Optional<String> outOfBounds(BigDecimal number) {
    try {
      ExactDecimal.parse(ExactDecimal.plain(number));
      return Optional.empty();
    } catch (ExactDecimal.NotExact e) {
      return Optional.of(e.reason());
    }
  }
}
