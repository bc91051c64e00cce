package allot.simulate;

import java.util.List;

/**
 * What may happen to a mix.
 *
 * @param model the label of what drew the futures
 * @param value what the mix is worth now
 * @param exits when it leaves the watched band
 * @param exitsFromTarget likewise, had it been at its target today
 * @param bands holding first, then each policy
 * @param outcomes likewise
 * @param chart the spread of values of the first policy on the days that were wanted; of holding if
 *     there is none
 */
public record Simulation(
    String model,
    SimulationSettings settings,
    double value,
    Exits exits,
    Exits exitsFromTarget,
    List<BandFigures> bands,
    List<Outcome> outcomes,
    List<ChartDay> chart) {
  /** The strategy that does nothing. */
  public static final String HOLD = "hold";

  public Simulation {
    bands = List.copyOf(bands);
    outcomes = List.copyOf(outcomes);
    chart = List.copyOf(chart);
  }

  /** The spread of values on a day; quantiles as in the outcomes. */
  public record ChartDay(int day, Spread spread) {}

  /** Quantiles of the value of a strategy. */
  public record Spread(double p5, double p25, double median, double p75, double p95) {}
}
