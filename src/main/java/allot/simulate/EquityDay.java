package allot.simulate;

import java.time.LocalDate;
import java.util.List;

/**
 * A strategy at the end of a day.
 *
 * @param value money, after the trades of that close
 * @param weights 0 to 1, by bucket; zeros if there is no value
 */
public record EquityDay(LocalDate date, double value, List<Double> weights) {}
