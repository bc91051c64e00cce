package allot.simulate;

/**
 * The exponential function of whole arrays, in plain arithmetic that a compiler turns into vector
 * instructions and that has the same bits everywhere: the Taylor polynomial of degree 9 at a 16th
 * of the argument, squared four times. The relative error is under 6e-12 for arguments within ±4
 * and under 2e-5 within ±16, which no day's return leaves; beyond, it is still no less than 0.
 */
final class Exponential {
  private static final double C2 = 1 / 2.0;
  private static final double C3 = 1 / 6.0;
  private static final double C4 = 1 / 24.0;
  private static final double C5 = 1 / 120.0;
  private static final double C6 = 1 / 720.0;
  private static final double C7 = 1 / 5040.0;
  private static final double C8 = 1 / 40320.0;
  private static final double C9 = 1 / 362880.0;

  private Exponential() {}

  /** Replaces each of the first {@code count} numbers by its exponential. */
  static void of(double[] values, int count) {
    for (int i = 0; i < count; i++) {
      double x = values[i] * 0.0625;
      double y = C7 + x * (C8 + x * C9);
      y = C4 + x * (C5 + x * (C6 + x * y));
      y = 1 + x * (1 + x * (C2 + x * (C3 + x * y)));
      y = y * y;
      y = y * y;
      y = y * y;
      values[i] = y * y;
    }
  }
}
