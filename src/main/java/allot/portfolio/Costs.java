package allot.portfolio;

import java.math.BigDecimal;
import java.util.Map;

/**
 * What trading costs.
 *
 * @param fee percent of an order's value, 0 to 50
 * @param fixed money an order
 * @param minOrder the least value of an order
 * @param steps the least tradable quantity by asset id; each above zero
 */
public record Costs(
    BigDecimal fee, BigDecimal fixed, BigDecimal minOrder, Map<String, BigDecimal> steps) {
  public static final Costs NONE =
      new Costs(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, Map.of());
  private static final BigDecimal DEFAULT_STEP = new BigDecimal("0.00000001");

  public Costs {
    steps = Map.copyOf(steps);
  }

  public BigDecimal step(String assetId) {
    return steps.getOrDefault(assetId, DEFAULT_STEP);
  }
}
