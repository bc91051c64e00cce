package allot.simulate;

import java.util.SplittableRandom;

/** Histories made up for tests. */
final class Series {
  private Series() {}

  /** Growth of assets that move together, the same every time. */
  static double[][] random(int assets, int days) {
    SplittableRandom random = new SplittableRandom(5);
    double[][] growth = new double[assets][days];
    for (int day = 0; day < days; day++) {
      double shared = random.nextDouble() - .5;
      for (int i = 0; i < assets; i++) {
        growth[i][day] = 1 + .1 * shared + .05 * i * (random.nextDouble() - .5);
      }
    }
    return growth;
  }
}
