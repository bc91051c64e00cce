package allot.record;

import allot.tax.LotSelection;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Which lots units are taken from. */
public sealed interface LotChoice {

  /** All, in an order. */
  record Ordered(LotSelection order) implements LotChoice {}

  /** Those acquired on one local date, in an order. */
  record OfDate(LocalDate acquired, LotSelection order) implements LotChoice {}

  /** Those that a plan names, adding up to what goes; they must be there still. */
  record Named(List<NamedLot> lots) implements LotChoice {}

  /**
   * Units of a lot as a plan names it.
   *
   * @param acquired empty if unknown
   * @param quantity above zero
   * @param cost what these units cost, if that is known; tells lots of one date apart
   */
  record NamedLot(Optional<LocalDate> acquired, BigDecimal quantity, Optional<BigDecimal> cost) {}
}
