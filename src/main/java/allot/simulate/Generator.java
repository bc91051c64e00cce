package allot.simulate;

/**
 * Random numbers, the same on every JDK: xoshiro256++ (Blackman and Vigna), seeded by SplitMix64
 * from a seed and the number of a block, and normal deviates by the ziggurat (Marsaglia and Tsang,
 * with Doornik's use of separate bits) of 256 layers. The JDK's own normal deviates have changed
 * between releases. Not for several threads.
 */
final class Generator {
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;
  private static final double UNIT = 0x1.0p-53;
  private static final double SIGNED_UNIT = 0x1.0p-52;

  private static final int LAYERS = 256;
  private static final double TAIL = 3.654152885361009;
  private static final double AREA = 0.00492867323399;

  /** Right edges of the layers, the base first; the last is 0. */
  private static final double[] EDGE = new double[LAYERS + 1];

  /** What takes 53 signed bits to a place in a layer. */
  private static final double[] SCALE = new double[LAYERS];

  static {
    EDGE[0] = AREA / density(TAIL);
    EDGE[1] = TAIL;
    for (int i = 2; i < LAYERS; i++) {
      EDGE[i] = StrictMath.sqrt(-2 * StrictMath.log(AREA / EDGE[i - 1] + density(EDGE[i - 1])));
    }
    for (int i = 0; i < LAYERS; i++) {
      SCALE[i] = EDGE[i] * SIGNED_UNIT;
    }
  }

  private long s0;
  private long s1;
  private long s2;
  private long s3;

  Generator(long s0, long s1, long s2, long s3) {
    this.s0 = s0;
    this.s1 = s1;
    this.s2 = s2;
    this.s3 = s3;
  }

  /** The generator of one block of paths; those of different blocks are independent. */
  static Generator of(long seed, long block) {
    long start = mixed(mixed(seed) + GOLDEN * (block + 1));
    long[] state = new long[4];
    for (int i = 0; i < state.length; i++) {
      start += GOLDEN;
      state[i] = mixed(start);
    }
    return new Generator(state[0], state[1], state[2], state[3]);
  }

  private static long mixed(long value) {
    long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  private static double density(double x) {
    return StrictMath.exp(-0.5 * x * x);
  }

  long nextLong() {
    long result = Long.rotateLeft(s0 + s3, 23) + s0;
    long t = s1 << 17;
    s2 ^= s0;
    s3 ^= s1;
    s1 ^= s2;
    s0 ^= s3;
    s2 ^= t;
    s3 = Long.rotateLeft(s3, 45);
    return result;
  }

  /** From 0, inclusive, to 1, exclusive. */
  double nextDouble() {
    return (nextLong() >>> 11) * UNIT;
  }

  /** Fills the first {@code count} places with 64 random bits each. */
  void fill(long[] bits, int count) {
    long a = s0;
    long b = s1;
    long c = s2;
    long d = s3;
    for (int i = 0; i < count; i++) {
      bits[i] = Long.rotateLeft(a + d, 23) + a;
      long t = b << 17;
      c ^= a;
      d ^= b;
      b ^= c;
      a ^= d;
      c ^= t;
      d = Long.rotateLeft(d, 45);
    }
    s0 = a;
    s1 = b;
    s2 = c;
    s3 = d;
  }

  /**
   * Fills the first {@code count} places with standard normal deviates. The one in a hundred that
   * needs a second look gets it afterwards: a loop without a call or a branch is faster.
   *
   * @param work room for as many
   */
  void fillNormal(double[] normals, long[] bits, int[] work, int count) {
    fill(bits, count);
    int unsure = 0;
    for (int i = 0; i < count; i++) {
      int layer = (int) bits[i] & (LAYERS - 1);
      double x = (bits[i] >> 11) * SCALE[layer];
      normals[i] = x;
      work[unsure] = i;
      unsure += Math.abs(x) < EDGE[layer + 1] ? 0 : 1;
    }
    for (int k = 0; k < unsure; k++) {
      int i = work[k];
      normals[i] = atEdge((int) bits[i] & (LAYERS - 1), normals[i]);
    }
  }

  /** From the tail, or from beside the curve, or drawn again. */
  private double atEdge(int firstLayer, double first) {
    int layer = firstLayer;
    double x = first;
    while (Math.abs(x) >= EDGE[layer + 1]) {
      if (layer == 0) {
        return tail(x < 0);
      }
      double above = StrictMath.exp(-0.5 * (EDGE[layer] * EDGE[layer] - x * x));
      double below = StrictMath.exp(-0.5 * (EDGE[layer + 1] * EDGE[layer + 1] - x * x));
      if (below + nextDouble() * (above - below) < 1) {
        return x;
      }
      long bits = nextLong();
      layer = (int) bits & (LAYERS - 1);
      x = (bits >> 11) * SCALE[layer];
    }
    return x;
  }

  private double tail(boolean negative) {
    double x;
    double y;
    do {
      // 1 less a number under 1 is never 0
      x = StrictMath.log(1 - nextDouble()) / TAIL;
      y = StrictMath.log(1 - nextDouble());
    } while (-2 * y < x * x);
    return negative ? x - TAIL : TAIL - x;
  }
}
