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
  private static final double TAIL = 3.6541528853610088;
  private static final double AREA = 0.00492867323399;

  /** Right edges of the layers, the base first; the last is 0. */
  private static final double[] EDGE = new double[LAYERS + 1];

  /** What part of each layer lies wholly under the curve. */
  private static final double[] INSIDE = new double[LAYERS];

  static {
    EDGE[0] = AREA / density(TAIL);
    EDGE[1] = TAIL;
    for (int i = 2; i < LAYERS; i++) {
      EDGE[i] = StrictMath.sqrt(-2 * StrictMath.log(AREA / EDGE[i - 1] + density(EDGE[i - 1])));
    }
    for (int i = 0; i < LAYERS; i++) {
      INSIDE[i] = EDGE[i + 1] / EDGE[i];
    }
  }

  private long s0;
  private long s1;
  private long s2;
  private long s3;

  private Generator(long s0, long s1, long s2, long s3) {
    this.s0 = s0;
    this.s1 = s1;
    this.s2 = s2;
    this.s3 = s3;
  }

  /** The generator of one block of paths; those of different blocks are independent. */
  static Generator of(long seed, long block) {
    long start = mixed(mixed(seed) + GOLDEN * (block + 1));
    return new Generator(
        mixed(start + GOLDEN),
        mixed(start + 2 * GOLDEN),
        mixed(start + 3 * GOLDEN),
        mixed(start + 4 * GOLDEN));
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

  /** From 0, inclusive, to a bound below 2^31, exclusive; off from even by less than 2^-32. */
  int nextInt(int bound) {
    return (int) (((nextLong() >>> 32) * bound) >>> 32);
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

  /** Fills the first {@code count} places with standard normal deviates. */
  void fillNormal(double[] normals, long[] bits, int count) {
    fill(bits, count);
    for (int i = 0; i < count; i++) {
      int layer = (int) bits[i] & (LAYERS - 1);
      double signed = (bits[i] >> 11) * SIGNED_UNIT;
      normals[i] = Math.abs(signed) < INSIDE[layer] ? signed * EDGE[layer] : atEdge(layer, signed);
    }
  }

  /** One deviate in a hundred: from the tail, or from beside the curve, or drawn again. */
  private double atEdge(int firstLayer, double firstSigned) {
    int layer = firstLayer;
    double signed = firstSigned;
    while (Math.abs(signed) >= INSIDE[layer]) {
      if (layer == 0) {
        return tail(signed < 0);
      }
      double x = signed * EDGE[layer];
      double above = StrictMath.exp(-0.5 * (EDGE[layer] * EDGE[layer] - x * x));
      double below = StrictMath.exp(-0.5 * (EDGE[layer + 1] * EDGE[layer + 1] - x * x));
      if (below + nextDouble() * (above - below) < 1) {
        return x;
      }
      long bits = nextLong();
      layer = (int) bits & (LAYERS - 1);
      signed = (bits >> 11) * SIGNED_UNIT;
    }
    return signed * EDGE[layer];
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
