package allot.statement;

import allot.tax.HoldingPeriod;
import allot.tax.Term;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * What a ledger says of one year.
 *
 * @param year local
 */
public record RealizedYear(
    int year, List<Ledger.Disposal> disposals, List<Ledger.Income> income) {

  /** The disposals and the income whose local dates are in a year. */
  public static RealizedYear of(Ledger ledger, int year) {
    return new RealizedYear(
        year,
        ledger.disposals().stream().filter(one -> one.sold().getYear() == year).toList(),
        ledger.income().stream().filter(one -> one.date().getYear() == year).toList());
  }

  /** Empty if the date of acquisition is unknown. */
  public static Optional<Term> term(Ledger.Disposal disposal) {
    return disposal.acquired().map(acquired -> HoldingPeriod.term(acquired, disposal.sold()));
  }

  /** The sum of the known short-term gains, losses being negative. */
  public BigDecimal shortTerm() {
    return gains(Term.SHORT);
  }

  /** The sum of the known long-term gains, losses being negative. */
  public BigDecimal longTerm() {
    return gains(Term.LONG);
  }

  private BigDecimal gains(Term term) {
    BigDecimal sum = BigDecimal.ZERO;
    for (Ledger.Disposal disposal : disposals) {
      if (term(disposal).filter(term::equals).isPresent()) {
        sum = sum.add(disposal.gain().orElse(BigDecimal.ZERO));
      }
    }
    return sum;
  }

  /** The sum of the known values of income. */
  public BigDecimal incomeValue() {
    BigDecimal sum = BigDecimal.ZERO;
    for (Ledger.Income receipt : income) {
      sum = sum.add(receipt.value().orElse(BigDecimal.ZERO));
    }
    return sum;
  }

  /** How many disposals have no gain or no term, and how many receipts no value. */
  public int unknown() {
    int unknown = 0;
    for (Ledger.Disposal disposal : disposals) {
      unknown += disposal.gain().isEmpty() || disposal.acquired().isEmpty() ? 1 : 0;
    }
    for (Ledger.Income receipt : income) {
      unknown += receipt.value().isEmpty() ? 1 : 0;
    }
    return unknown;
  }
}
