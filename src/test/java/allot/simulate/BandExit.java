package allot.simulate;

/**
 * The chance that a weight leaves its band, if two parts of a portfolio move like geometric
 * Brownian motions and somebody always watches: ALGORITHMS.md section 6. The logit of the weight is
 * a Brownian motion with drift between two walls, whose first exit has a Fourier series. The check
 * of a simulation, and an answer in no time for two buckets.
 */
final class BandExit {
  private static final int MOST_TERMS = 100_000;
  private static final double NOTHING = 1e-17;

  private BandExit() {}

  /**
   * @param weight now, strictly between the edges
   * @param low above 0
   * @param high below 1
   * @param years how long, above 0
   * @param drift of the logit a year: (μ₁ − σ₁²/2) − (μ₂ − σ₂²/2)
   * @param volatility of the logit a year, above 0: √(σ₁² + σ₂² − 2ρσ₁σ₂)
   * @return 0 to 1
   */
  public static double of(
      double weight, double low, double high, double years, double drift, double volatility) {
    if (!(0 < low && low < weight && weight < high && high < 1 && years > 0 && volatility > 0)) {
      throw new IllegalArgumentException("a weight lies inside a band, and time passes");
    }
    return ofWalls(logit(weight) - logit(low), logit(high) - logit(low), years, drift, volatility);
  }

  static double logit(double weight) {
    return StrictMath.log(weight / (1 - weight));
  }

  /** For a start at {@code a} between walls at 0 and {@code width}. */
  static double ofWalls(double a, double width, double years, double drift, double volatility) {
    double variance = volatility * volatility;
    double lean = drift / variance;
    double stays = 0;
    for (int n = 1; n <= MOST_TERMS; n++) {
      double wave = n * StrictMath.PI / width;
      double fades =
          StrictMath.exp(-(variance * wave * wave / 2 + drift * drift / (2 * variance)) * years);
      double sign = n % 2 == 0 ? 1 : -1;
      double walls = StrictMath.exp(-lean * a) - sign * StrictMath.exp(lean * (width - a));
      stays +=
          2 / width * StrictMath.sin(wave * a) * wave * walls / (lean * lean + wave * wave) * fades;
      if (fades < NOTHING) {
        break;
      }
    }
    return Math.min(1, Math.max(0, 1 - stays));
  }
}
