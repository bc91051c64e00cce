package allot.simulate;

import allot.portfolio.TaxProfile.Method;
import allot.tax.TaxYear;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is to be back-tested.
 *
 * @param strategies at least one
 * @param start cents to begin with, at the target mix; empty: what the portfolio holds
 * @param plan the new money of strategies that live on it; empty if there is none
 * @param fee percent of an order's value
 * @param fixed cents an order, beside that
 * @param minOrder cents; an order of less is not made
 * @param method which lots a sale takes first; not by least tax
 * @param tax rates, without gains of the year before; empty if they are unknown
 * @param levels by asset id, what the last close is worth of an asset whose closes are another's
 */
public record BacktestSettings(
    List<Strategy> strategies,
    Optional<Long> start,
    Optional<InstalmentPlan> plan,
    BigDecimal fee,
    long fixed,
    long minOrder,
    Method method,
    Optional<TaxYear> tax,
    Map<String, BigDecimal> levels) {
  public BacktestSettings {
    strategies = List.copyOf(strategies);
    levels = Map.copyOf(levels);
    if (strategies.isEmpty() || method == Method.MIN_TAX) {
      throw new IllegalArgumentException("a back-test has strategies, and an order of lots");
    }
  }
}
