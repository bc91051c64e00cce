package allot.simulate;

/**
 * A figure that comes from a sample of paths.
 *
 * @param standardError how far it is off typically; 0 if all paths agree, NaN if there is but one,
 *     which does not tell
 */
public record Estimate(double value, double standardError) {

  /** Whether there is more than one path, which it takes to tell how far the figure is off. */
  public boolean isErrorKnown() {
    return !Double.isNaN(standardError);
  }

  /** A chance, from how often it came true: √(p(1 − p)/n). */
  static Estimate ofChance(long times, long of) {
    double chance = (double) times / of;
    return new Estimate(chance, of > 1 ? Math.sqrt(chance * (1 - chance) / of) : Double.NaN);
  }
}
