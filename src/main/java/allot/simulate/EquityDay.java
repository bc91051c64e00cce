package allot.simulate;

import java.time.LocalDate;
import java.util.List;

/**
 * A strategy at the end of a day.
 *
 * @param value money, after the trades of that close
 * @param drawdown how far it is below its highest so far, 0 to 1, net of what was paid in
 * @param weights 0 to 1, by bucket; zeros if there is no value
 */
public record EquityDay(LocalDate date, double value, double drawdown, List<Double> weights) {}
