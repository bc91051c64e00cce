package allot.simulate;

import allot.portfolio.Lot;
import allot.portfolio.TaxProfile.Method;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Units acquired together, in doubles.
 *
 * @param acquired empty if unknown
 * @param quantity above zero
 * @param cost of all of them; NaN if unknown
 */
record TaxLot(Optional<LocalDate> acquired, double quantity, double cost) {

  static TaxLot of(Lot lot) {
    double cost = lot.cost().isPresent() ? lot.cost().get().doubleValue() : Double.NaN;
    return new TaxLot(lot.acquired(), lot.quantity().doubleValue(), cost);
  }

  boolean isKnown() {
    return acquired.isPresent() && !Double.isNaN(cost);
  }

  /** So many units of it, at their share of the cost. */
  TaxLot part(double units) {
    return new TaxLot(acquired, units, cost * (units / quantity));
  }

  /** Whether a sale takes it before another one that stands before it. */
  boolean goesBefore(TaxLot other, Method method) {
    return switch (method) {
      case LIFO -> age(LocalDate.MIN).compareTo(other.age(LocalDate.MIN)) >= 0;
      case HIFO -> isDearerThan(other);
      case FIFO, MIN_TAX -> age(LocalDate.MAX).isBefore(other.age(LocalDate.MAX));
    };
  }

  private LocalDate age(LocalDate unknown) {
    return acquired.orElse(unknown);
  }

  private boolean isDearerThan(TaxLot other) {
    if (Double.isNaN(cost) || Double.isNaN(other.cost)) {
      return !Double.isNaN(cost);
    }
    int order = Double.compare(cost / quantity, other.cost / other.quantity);
    return order > 0 || (order == 0 && age(LocalDate.MAX).isBefore(other.age(LocalDate.MAX)));
  }
}
