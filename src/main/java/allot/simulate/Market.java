package allot.simulate;

import allot.simulate.SimulatedMix.Part;
import allot.simulate.SimulatedMix.Pile;
import java.util.Arrays;
import java.util.List;

/**
 * What the piles of a mix are worth when nobody trades, in a block of paths, day by day. A trade
 * buys or sells a pile as a whole, so this is all that a strategy needs to know of prices.
 */
final class Market {
  private final ReturnModel.Days days;
  private final List<Pile> piles;
  private final double[][] growth;
  private final double[][][] parts;
  private final double[][] values;
  private final int paths;

  Market(SimulatedMix mix, ReturnModel model, Generator random, int paths) {
    this.days = model.begin(random, paths);
    this.piles = mix.piles();
    this.paths = paths;
    this.growth = new double[model.assets()][paths];
    this.parts = new double[piles.size()][][];
    this.values = new double[piles.size()][];
    for (int i = 0; i < parts.length; i++) {
      List<Part> made = piles.get(i).parts();
      parts[i] = new double[made.size()][paths];
      for (int k = 0; k < parts[i].length; k++) {
        Arrays.fill(parts[i][k], made.get(k).value());
      }
      // a pile of one part is that part
      values[i] = parts[i].length == 1 ? parts[i][0] : new double[paths];
    }
    add();
  }

  int paths() {
    return paths;
  }

  /** By pile and path. */
  double[] value(int pile) {
    return values[pile];
  }

  void nextDay() {
    days.next(growth);
    for (int i = 0; i < parts.length; i++) {
      List<Part> made = piles.get(i).parts();
      for (int k = 0; k < parts[i].length; k++) {
        int asset = made.get(k).asset();
        if (asset >= 0) {
          multiply(parts[i][k], growth[asset], paths);
        }
      }
    }
    add();
  }

  private void add() {
    for (int i = 0; i < parts.length; i++) {
      if (parts[i].length > 1) {
        System.arraycopy(parts[i][0], 0, values[i], 0, paths);
        for (int k = 1; k < parts[i].length; k++) {
          add(values[i], parts[i][k], paths);
        }
      }
    }
  }

  private static void multiply(double[] values, double[] factors, int count) {
    for (int p = 0; p < count; p++) {
      values[p] *= factors[p];
    }
  }

  private static void add(double[] values, double[] more, int count) {
    for (int p = 0; p < count; p++) {
      values[p] += more[p];
    }
  }
}
