package allot.tax;

import java.time.LocalDate;

/**
 * When a gain becomes long-term: when the lot was held for more than one year, the day of
 * acquisition not counted, the day of sale counted (Rev. Rul. 70-598), with the month-end rule of
 * Rev. Rul. 66-7.
 */
public final class HoldingPeriod {
  private HoldingPeriod() {}

  /** The first local date on which a sale of what was acquired on a date is long-term. */
  public static LocalDate longTermFrom(LocalDate acquired) {
    // each of the two is wrong around one end of February: the later one never is
    LocalDate yearFirst = acquired.plusYears(1).plusDays(1);
    LocalDate dayFirst = acquired.plusDays(1).plusYears(1);
    return yearFirst.isAfter(dayFirst) ? yearFirst : dayFirst;
  }

  public static Term term(LocalDate acquired, LocalDate sold) {
    return sold.isBefore(longTermFrom(acquired)) ? Term.SHORT : Term.LONG;
  }
}
