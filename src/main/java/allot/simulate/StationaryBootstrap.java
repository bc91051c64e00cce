package allot.simulate;

/**
 * The days that were, in another order (Politis and Romano's stationary bootstrap): after a day
 * comes the next of the history, the first after the last, or with chance 1/length any day at all.
 * Whole rows are drawn, so what assets did together on a day they do together again.
 *
 * <p>Every asset's growth is scaled by a constant, so that the expected simple return of a year is
 * the mean asked for; shape and correlations of returns stay. That takes more than a mean day: days
 * of a block follow each other, and where falls tend to follow rises a year's growth is less.
 */
public final class StationaryBootstrap implements ReturnModel {
  private static final int YEAR = 365;

  private final double[][] growth;
  private final double length;

  private StationaryBootstrap(double[][] growth, double length) {
    this.growth = growth;
    this.length = length;
  }

  /**
   * With blocks as long as the returns ask for.
   *
   * @param growth by asset and day: a close as a multiple of the one before
   * @param means expected simple return a year by asset, as a fraction; above -1
   */
  public static StationaryBootstrap of(double[][] growth, double[] means) {
    return of(growth, means, BlockLength.of(growth));
  }

  /**
   * @param length days that blocks have on average, at least 1
   */
  public static StationaryBootstrap of(double[][] growth, double[] means, double length) {
    if (!(length >= 1)) {
      throw new IllegalArgumentException("a block has at least one day");
    }
    double[][] scaled = new double[growth.length][];
    for (int i = 0; i < growth.length; i++) {
      double factor = StrictMath.exp(Means.logADay(means[i]) - logMeanADay(growth[i], length));
      scaled[i] = growth[i].clone();
      for (int day = 0; day < scaled[i].length; day++) {
        scaled[i][day] *= factor;
      }
    }
    return new StationaryBootstrap(scaled, length);
  }

  /**
   * The logarithm of the expected growth of a year that is drawn so, shared out over its days: the
   * expectation is carried on from day to day by the row that a path is at.
   */
  static double logMeanADay(double[] growth, double length) {
    int rows = growth.length;
    double jump = 1 / length;
    double mean = Moments.mean(growth);
    double[] before = new double[rows];
    double sum = rows;
    java.util.Arrays.fill(before, 1);
    double[] after = new double[rows];
    for (int day = 0; day < YEAR; day++) {
      double anywhere = day == 0 ? 1 : jump * sum / rows;
      double next = 0;
      for (int row = 0; row < rows; row++) {
        double stays = day == 0 ? 0 : (1 - jump) * before[row == 0 ? rows - 1 : row - 1];
        // by the mean, so that nothing overflows
        after[row] = growth[row] / mean * (anywhere + stays);
        next += after[row];
      }
      sum = next;
      double[] swap = before;
      before = after;
      after = swap;
    }
    return StrictMath.log(mean) + StrictMath.log(sum / rows) / YEAR;
  }

  /** How many days a block has on average. */
  public double length() {
    return length;
  }

  @Override
  public String label() {
    return "bootstrap";
  }

  @Override
  public int assets() {
    return growth.length;
  }

  @Override
  public Days begin(Generator random, int paths) {
    return new Drawn(random, paths);
  }

  private final class Drawn implements Days {
    private final Generator random;
    private final int[] day;
    private final long[] bits;

    /** A draw of 31 bits below this begins a new block. */
    private final int jump;

    private boolean begun;

    Drawn(Generator random, int paths) {
      this.random = random;
      this.day = new int[paths];
      this.bits = new long[paths];
      this.jump = (int) Math.min(Integer.MAX_VALUE, StrictMath.rint(0x1.0p31 / length));
    }

    /** Which day comes next and whether a block ends are different bits of one draw. */
    @Override
    public void next(double[][] made) {
      if (made.length == 0) {
        return;
      }
      int days = growth[0].length;
      int last = days - 1;
      random.fill(bits, day.length);
      for (int p = 0; p < day.length; p++) {
        int anew = (int) (((bits[p] >>> 32) * days) >>> 32);
        int after = day[p] == last ? 0 : day[p] + 1;
        boolean jumps = ((int) bits[p] >>> 1) < jump || !begun;
        day[p] = jumps ? anew : after;
      }
      begun = true;
      for (int asset = 0; asset < made.length; asset++) {
        gather(growth[asset], day, made[asset]);
      }
    }

    private static void gather(double[] from, int[] index, double[] to) {
      for (int p = 0; p < index.length; p++) {
        to[p] = from[index[p]];
      }
    }
  }
}
