package allot.record;

import allot.catalog.Asset;
import allot.portfolio.Lot;
import allot.record.LotChoice.NamedLot;
import allot.record.Row.Parcel;
import allot.tax.LotPart;
import allot.tax.LotSelection;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;

/** Takes units of one asset out of one account: out of all its tradable rows together. */
final class Taking {
  private final Asset asset;
  private final String account;
  private final List<Row> rows;
  private final Origin origin;
  private final Refusals refusals;

  /**
   * @param rows tradable, of the asset in the account, in the order of the file
   */
  Taking(Asset asset, String account, List<Row> rows, Origin origin, Refusals refusals) {
    this.asset = asset;
    this.account = account;
    this.rows = rows;
    this.origin = origin;
    this.refusals = refusals;
  }

  /**
   * Takes units.
   *
   * @param date when they went; what was acquired later cannot have gone
   */
  List<LotPart> take(BigDecimal quantity, LotChoice choice, Optional<LocalDate> date) {
    BigDecimal held = BigDecimal.ZERO;
    for (Row row : rows) {
      if (row.lotsBeyondQuantity().signum() != 0) {
        throw refusals.lotsApart(row);
      }
      held = held.add(row.quantity());
    }
    if (held.compareTo(quantity) < 0) {
      throw refusals.tooMuch(origin, asset, account, held, quantity);
    }
    if (choice instanceof LotChoice.Named named) {
      return named(named.lots(), date);
    }
    if (choice instanceof LotChoice.OfDate of) {
      refuseLater(of.acquired(), date);
      return ofDate(quantity, of);
    }
    return ordered(quantity, ((LotChoice.Ordered) choice).order(), date);
  }

  private List<LotPart> ordered(BigDecimal quantity, LotSelection order, Optional<LocalDate> date) {
    List<Parcel> eligible = new ArrayList<>();
    BigDecimal held = BigDecimal.ZERO;
    for (Parcel parcel : parcels()) {
      Lot lot = parcel.left().orElseThrow();
      boolean later =
          date.isPresent() && lot.acquired().filter(day -> day.isAfter(date.get())).isPresent();
      if (!later) {
        eligible.add(parcel);
        held = held.add(lot.quantity());
      }
    }
    if (held.compareTo(quantity) < 0) {
      throw refusals.notYetHeld(origin, asset, account, date.orElseThrow(), held);
    }
    return from(sorted(eligible, order), quantity);
  }

  private List<LotPart> ofDate(BigDecimal quantity, LotChoice.OfDate choice) {
    List<Parcel> eligible = ofDate(Optional.of(choice.acquired()));
    if (eligible.isEmpty()) {
      throw refusals.noLotOf(origin, asset, account, choice.acquired(), parcels());
    }
    refuseTooSmall(eligible, Optional.of(choice.acquired()), quantity);
    return from(sorted(eligible, choice.order()), quantity);
  }

  private List<LotPart> named(List<NamedLot> lots, Optional<LocalDate> date) {
    List<LotPart> parts = new ArrayList<>();
    for (NamedLot lot : lots) {
      lot.acquired().ifPresent(acquired -> refuseLater(acquired, date));
      List<Parcel> eligible = ofDate(lot.acquired());
      refuseTooSmall(eligible, lot.acquired(), lot.quantity());
      eligible.stream()
          .filter(parcel -> is(parcel, lot))
          .findFirst()
          .ifPresent(
              exact -> {
                eligible.remove(exact);
                eligible.add(0, exact);
              });
      parts.addAll(from(eligible, lot.quantity()));
    }
    return parts;
  }

  private void refuseLater(LocalDate acquired, Optional<LocalDate> date) {
    if (date.isPresent() && acquired.isAfter(date.get())) {
      throw refusals.acquiredLater(origin, acquired, date.get());
    }
  }

  /** Whether a named lot is a part of this one: its units would cost the same. */
  private static boolean is(Parcel parcel, NamedLot named) {
    Lot lot = parcel.left().orElseThrow();
    if (lot.quantity().compareTo(named.quantity()) < 0) {
      return false;
    }
    Optional<BigDecimal> cost = new LotPart(lot, named.quantity()).cost();
    if (cost.isEmpty() || named.cost().isEmpty()) {
      return cost.isEmpty() == named.cost().isEmpty();
    }
    return cost.get().compareTo(named.cost().get()) == 0;
  }

  private void refuseTooSmall(
      List<Parcel> eligible, Optional<LocalDate> acquired, BigDecimal wanted) {
    BigDecimal held = BigDecimal.ZERO;
    for (Parcel parcel : eligible) {
      held = held.add(parcel.left().orElseThrow().quantity());
    }
    if (held.compareTo(wanted) < 0) {
      throw refusals.lotTooSmall(origin, asset, account, acquired, held, wanted);
    }
  }

  private List<Parcel> parcels() {
    List<Parcel> parcels = new ArrayList<>();
    rows.forEach(row -> parcels.addAll(row.parcels()));
    return parcels;
  }

  private List<Parcel> ofDate(Optional<LocalDate> acquired) {
    List<Parcel> eligible = new ArrayList<>();
    for (Parcel parcel : parcels()) {
      if (parcel.left().orElseThrow().acquired().equals(acquired)) {
        eligible.add(parcel);
      }
    }
    return eligible;
  }

  private static List<Parcel> sorted(List<Parcel> parcels, LotSelection order) {
    IdentityHashMap<Lot, Parcel> byLot = new IdentityHashMap<>();
    List<Lot> lots = new ArrayList<>();
    for (Parcel parcel : parcels) {
      Lot held = parcel.left().orElseThrow();
      // a lot of its own, for equal ones are told apart by identity
      Lot lot = new Lot(held.acquired(), held.quantity(), held.cost());
      byLot.put(lot, parcel);
      lots.add(lot);
    }
    List<Parcel> sorted = new ArrayList<>();
    for (Lot lot : order.sorted(lots)) {
      sorted.add(byLot.get(lot));
    }
    return sorted;
  }

  private static List<LotPart> from(List<Parcel> parcels, BigDecimal quantity) {
    List<LotPart> parts = new ArrayList<>();
    BigDecimal left = quantity;
    for (Parcel parcel : parcels) {
      BigDecimal units = left.min(parcel.left().orElseThrow().quantity());
      if (units.signum() > 0) {
        parts.add(parcel.take(units));
        left = left.subtract(units);
      }
    }
    return parts;
  }
}
