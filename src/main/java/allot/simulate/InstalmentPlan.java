package allot.simulate;

import allot.dca.Cadence;
import allot.dca.DcaSettings;
import allot.portfolio.Rhythm;
import allot.problem.Problem;
import allot.problem.ProblemException;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * New money that comes in while a back-test runs, in cents.
 *
 * @param amount each time; empty: the total is divided
 * @param total of the whole back-test; used if there is no amount
 */
public record InstalmentPlan(Optional<Long> amount, long total, Rhythm rhythm) {
  private static final int MOST = 100_000;

  /**
   * What comes in at each close. An instalment of a day without a close comes at the next.
   *
   * @param days of the closes, ascending
   * @param other another rhythm, for the same money in all
   * @throws ProblemException of kind USAGE if no date of the plan falls among the days
   */
  long[] cents(List<LocalDate> days, Optional<Rhythm> other) {
    List<LocalDate> dates = dates(rhythm, days);
    long sum = amount.isPresent() ? Math.multiplyExact(amount.get(), (long) dates.size()) : total;
    List<Long> parts =
        amount.isPresent()
            ? Collections.nCopies(dates.size(), amount.get())
            : DcaSettings.split(total, dates.size());
    if (other.isPresent() && !other.get().every().equals(rhythm.every())) {
      dates = dates(other.get(), days);
      parts = DcaSettings.split(sum, dates.size());
    }
    long[] cents = new long[days.size()];
    for (int k = 0; k < dates.size(); k++) {
      int at = Collections.binarySearch(days, dates.get(k));
      cents[at >= 0 ? at : -at - 1] += parts.get(k);
    }
    return cents;
  }

  private static List<LocalDate> dates(Rhythm rhythm, List<LocalDate> days) {
    LocalDate last = days.get(days.size() - 1);
    List<LocalDate> dates = Cadence.startingAt(rhythm, days.get(0)).until(last, MOST);
    if (dates.isEmpty()) {
      throw new ProblemException(
          Problem.usage(
              "no instalment falls between " + days.get(0) + " and " + last,
              "choose a longer history, or buy more often"));
    }
    return dates;
  }
}
