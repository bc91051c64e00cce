package allot.tax;

import allot.portfolio.Lot;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/** Lots for the tests of this room. */
final class SomeLots {
  private static final LocalDate FIRST_DAY = LocalDate.of(2020, 1, 1);
  private static final int UNKNOWN_ONE_IN = 5;

  private SomeLots() {}

  /** An empty text is what is not known. */
  static Lot lot(String acquired, String quantity, String cost) {
    return new Lot(
        Optional.of(acquired).filter(text -> !text.isEmpty()).map(LocalDate::parse),
        new BigDecimal(quantity),
        Optional.of(cost).filter(text -> !text.isEmpty()).map(BigDecimal::new));
  }

  static BigDecimal quantities(List<Lot> lots) {
    return lots.stream().map(Lot::quantity).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** Of lots whose cost is known. */
  static BigDecimal costs(List<Lot> lots) {
    return lots.stream()
        .map(lot -> lot.cost().orElseThrow())
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** What is left of the lots when the parts are gone. */
  static List<Lot> without(List<Lot> lots, List<LotPart> parts) {
    List<Lot> left = new ArrayList<>(lots);
    for (LotPart part : parts) {
      int i = left.indexOf(part.lot());
      left.remove(i);
      if (part.rest().isPresent()) {
        left.add(i, part.rest().get());
      }
    }
    return left;
  }

  /** Few days, quantities and costs, so that lots tie; now and then a date or cost is unknown. */
  static List<Lot> thatTie(SplittableRandom random) {
    List<Lot> lots = new ArrayList<>();
    int count = random.nextInt(1, 9);
    for (int i = 0; i < count; i++) {
      boolean dated = random.nextInt(UNKNOWN_ONE_IN) > 0;
      boolean costed = random.nextInt(UNKNOWN_ONE_IN) > 0;
      lots.add(
          new Lot(
              dated ? Optional.of(FIRST_DAY.plusDays(random.nextInt(3))) : Optional.empty(),
              BigDecimal.valueOf(random.nextInt(1, 4)),
              costed ? Optional.of(BigDecimal.valueOf(random.nextInt(4))) : Optional.empty()));
    }
    return lots;
  }

  /** Lots with dates and costs, no two of one day. */
  static List<Lot> known(SplittableRandom random) {
    List<Lot> lots = new ArrayList<>();
    LocalDate day = FIRST_DAY;
    int count = random.nextInt(1, 9);
    for (int i = 0; i < count; i++) {
      day = day.plusDays(random.nextInt(1, 400));
      lots.add(new Lot(Optional.of(day), quantity(random), Optional.of(cost(random))));
    }
    return lots;
  }

  static BigDecimal quantity(SplittableRandom random) {
    return BigDecimal.valueOf(
        random.nextLong(1, 1L << random.nextInt(1, 50)), random.nextInt(0, 19));
  }

  /** Also nothing, and also finer than 8 decimals. */
  static BigDecimal cost(SplittableRandom random) {
    return BigDecimal.valueOf(random.nextLong(1L << random.nextInt(50)), random.nextInt(0, 13));
  }

  /** Above zero, at most the whole, and now and then the whole. */
  static BigDecimal partOf(BigDecimal whole, SplittableRandom random) {
    int parts = random.nextInt(1, 1_000);
    return whole
        .multiply(BigDecimal.valueOf(random.nextInt(1, parts + 1)).movePointLeft(3))
        .max(random.nextInt(4) == 0 ? whole : BigDecimal.ZERO);
  }
}
