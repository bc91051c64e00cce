package allot.portfolio;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The terms of a plan of buys, as far as the file gives them.
 *
 * @param amount money an instalment; not together with {@code total}
 * @param total money of the whole plan
 * @param rhythm how often, and on which day
 * @param start the first date
 * @param times how many instalments, 1 to 10,000; not together with {@code until}
 * @param until the last date that may be used
 * @param strategy how an instalment is divided
 * @param from where the money comes from
 */
public record DcaTerms(
    Optional<BigDecimal> amount,
    Optional<BigDecimal> total,
    Optional<Rhythm> rhythm,
    Optional<LocalDate> start,
    Optional<Integer> times,
    Optional<LocalDate> until,
    Optional<Strategy> strategy,
    Optional<Funding> from) {

  /** How an instalment is divided among the buckets. */
  public enum Strategy {
    FILL,
    GAP,
    FIXED
  }

  /** Where the money of a plan comes from. */
  public enum Funding {
    CASH,
    STABLECOIN
  }
}
