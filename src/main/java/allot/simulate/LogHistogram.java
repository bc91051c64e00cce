package allot.simulate;

/**
 * How many numbers lie where, and what they add up to, in cells whose width is a fixed part of the
 * number: memory depends on the range of the numbers, not on how many there are. A cell is named by
 * the leading bits of a number, so there is no rounding in finding it. A quantile is the mean of
 * the numbers in its cell: exact where they are apart by more than the resolution, and off by less
 * than it elsewhere. Numbers beyond 2^±32 count in the outermost cells, with their own sums.
 */
final class LogHistogram {
  private static final int EXPONENT_BIAS = 1023;
  private static final int REACH = 32;

  private final int bits;
  private final int cells;
  private final int[][] counts = new int[2 * REACH][];
  private final double[][] sums = new double[2 * REACH][];
  private long total;
  private double sum;

  /**
   * @param bits a cell's width is 2^-bits of its lower edge: 12 is 0.024 %
   */
  LogHistogram(int bits) {
    this.bits = bits;
    this.cells = 1 << bits;
  }

  /** Counts a number, zero or more. */
  void add(double value) {
    long raw = Double.doubleToRawLongBits(value);
    int octave = (int) (raw >>> 52) - EXPONENT_BIAS + REACH;
    int cell = (int) (raw >>> (52 - bits)) & (cells - 1);
    if (octave < 0) {
      octave = 0;
      cell = 0;
    } else if (octave >= 2 * REACH) {
      octave = 2 * REACH - 1;
      cell = cells - 1;
    }
    if (counts[octave] == null) {
      counts[octave] = new int[cells];
      sums[octave] = new double[cells];
    }
    counts[octave][cell]++;
    sums[octave][cell] += value;
    total++;
    sum += value;
  }

  double mean() {
    return sum / total;
  }

  /** The quantile between the order statistics about {@code p (n - 1)}, as numpy has it. */
  double quantile(double p) {
    double place = p * (total - 1);
    long below = (long) Math.floor(place);
    double low = ranked(below);
    return below + 1 >= total ? low : low + (place - below) * (ranked(below + 1) - low);
  }

  private double ranked(long rank) {
    long seen = 0;
    for (int octave = 0; octave < counts.length; octave++) {
      if (counts[octave] == null) {
        continue;
      }
      for (int cell = 0; cell < cells; cell++) {
        seen += counts[octave][cell];
        if (seen > rank) {
          return sums[octave][cell] / counts[octave][cell];
        }
      }
    }
    throw new IllegalStateException("nothing was counted");
  }

  /** The mean of the lowest part of all numbers, the last of them counted by a fraction. */
  double meanOfLowest(double part) {
    double wanted = part * total;
    double seen = 0;
    double tail = 0;
    for (int octave = 0; octave < counts.length; octave++) {
      for (int cell = 0; counts[octave] != null && cell < cells; cell++) {
        int count = counts[octave][cell];
        if (count > 0 && seen + count >= wanted) {
          return (tail + (wanted - seen) * (sums[octave][cell] / count)) / wanted;
        }
        seen += count;
        tail += sums[octave][cell];
      }
    }
    return tail / seen;
  }
}
