package allot.render;

import allot.allocation.Allocation;
import allot.simulate.CloseTable;
import allot.simulate.RiskByBucket;
import allot.simulate.Simulation;
import allot.simulate.SimulationSettings;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * A simulation with all that there is to say about it.
 *
 * @param before the mix as it is
 * @param closes what the futures were drawn from
 * @param blockLength days that blocks have on average, of a model that draws blocks
 */
public record Simulated(
    Allocation before,
    Terms terms,
    Simulation made,
    RiskByBucket risk,
    CloseTable closes,
    Optional<Double> blockLength) {

  /** With what chance of being out of band by then it is said to be time to look again. */
  static final double TIME_TO_LOOK = 0.5;

  /**
   * What was asked for.
   *
   * @param model {@code bootstrap}, {@code gbm} or {@code t}
   * @param mean expected return a year, percent
   * @param fee percent of what is traded
   * @param fixed money for every order
   */
  public record Terms(
      String model,
      BigDecimal mean,
      BigDecimal fee,
      BigDecimal fixed,
      SimulationSettings settings) {}
}
