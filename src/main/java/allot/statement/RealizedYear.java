package allot.statement;

import allot.problem.Warning;
import allot.statement.Ledger.Disposal;
import allot.statement.Ledger.Income;
import allot.tax.Gains;
import allot.tax.HoldingPeriod;
import allot.tax.Term;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What was realised in a year. The sums are exact and without what is unknown.
 *
 * @param year of the local dates
 * @param disposals in the order of time
 * @param income in the order of time
 * @param byClose where entries stand whose value is the close of their day
 */
public record RealizedYear(
    int year, List<Disposal> disposals, List<Income> income, Set<Entry.Origin> byClose) {
  public RealizedYear {
    byClose = Set.copyOf(byClose);
    disposals = List.copyOf(disposals);
    income = List.copyOf(income);
  }

  public static RealizedYear of(Ledger ledger, int year) {
    List<Disposal> disposals = new ArrayList<>();
    for (Disposal disposal : ledger.disposals()) {
      if (disposal.sold().getYear() == year) {
        disposals.add(disposal);
      }
    }
    List<Income> income = new ArrayList<>();
    for (Income came : ledger.income()) {
      if (came.date().getYear() == year) {
        income.add(came);
      }
    }
    return new RealizedYear(year, disposals, income, ledger.byClose());
  }

  /** Empty if the date of acquisition is unknown. */
  public static Optional<Term> term(Disposal disposal) {
    return disposal.acquired().map(acquired -> HoldingPeriod.term(acquired, disposal.sold()));
  }

  private static boolean isKnown(Disposal disposal) {
    return disposal.acquired().isPresent() && disposal.gain().isPresent();
  }

  /** By term, of the disposals whose gain and term are known. */
  public Gains gains() {
    Gains gains = Gains.NONE;
    for (Disposal disposal : disposals) {
      if (isKnown(disposal)) {
        gains = gains.plus(term(disposal).orElseThrow(), disposal.gain().orElseThrow());
      }
    }
    return gains;
  }

  /** How many disposals of a term are in {@link #gains}. */
  public int count(Term term) {
    int count = 0;
    for (Disposal disposal : disposals) {
      count += isKnown(disposal) && term(disposal).orElseThrow() == term ? 1 : 0;
    }
    return count;
  }

  /** The value of the income whose value is known. */
  public BigDecimal earned() {
    BigDecimal earned = BigDecimal.ZERO;
    for (Income came : income) {
      earned = earned.add(came.value().orElse(BigDecimal.ZERO));
    }
    return earned;
  }

  /** How many disposals are in no sum, for their gain or term is unknown. */
  public int unknownDisposals() {
    return disposals.size() - count(Term.SHORT) - count(Term.LONG);
  }

  /** How much of the income is in no sum, for its value is unknown. */
  public int unknownIncome() {
    int unknown = 0;
    for (Income came : income) {
      unknown += came.value().isEmpty() ? 1 : 0;
    }
    return unknown;
  }

  /** What is in no sum, told once for each asset. */
  public List<Warning> warnings() {
    Map<String, Missing> sold = new LinkedHashMap<>();
    for (Disposal disposal : disposals) {
      if (!isKnown(disposal)) {
        sold.computeIfAbsent(disposal.symbol(), s -> new Missing(disposal.origin())).add(disposal);
      }
    }
    Map<String, Missing> came = new LinkedHashMap<>();
    for (Income one : income) {
      if (one.value().isEmpty()) {
        came.computeIfAbsent(one.symbol(), s -> new Missing(one.origin())).count++;
      }
    }
    List<Warning> warnings = new ArrayList<>();
    sold.forEach((symbol, missing) -> warnings.add(missing.ofDisposals(symbol)));
    came.forEach((symbol, missing) -> warnings.add(missing.ofIncome(symbol)));
    return warnings;
  }

  /** What is unknown of one asset. */
  private static final class Missing {
    private final Entry.Origin first;
    private boolean date;
    private boolean cost;
    private boolean proceeds;
    private int count;

    Missing(Entry.Origin first) {
      this.first = first;
    }

    void add(Disposal disposal) {
      date |= disposal.acquired().isEmpty();
      cost |= disposal.cost().isEmpty();
      proceeds |= disposal.proceeds().isEmpty();
      count++;
    }

    Warning ofDisposals(String symbol) {
      List<String> what = new ArrayList<>();
      if (date) {
        what.add("date");
      }
      if (cost) {
        what.add("cost");
      }
      if (proceeds) {
        what.add("proceeds");
      }
      return told(symbol, String.join(" or ", what) + " unknown of ", "disposal");
    }

    Warning ofIncome(String symbol) {
      return told(symbol, "value unknown of ", "receipt");
    }

    private Warning told(String symbol, String what, String noun) {
      String counted = count == 1 ? "one " + noun : count + " " + noun + "s, the first";
      return Warning.of(
          Warning.Code.COST_UNKNOWN, symbol, symbol + ": " + what + counted + " at " + first);
    }
  }
}
