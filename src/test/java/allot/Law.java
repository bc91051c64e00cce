package allot;

import java.util.SplittableRandom;

/** Tries a law on many generated cases; a failure tells the seed that repeats it as its first. */
public final class Law {
  private static final int CASES = 2_000;
  private static final long SEED = Long.getLong("allot.seed", 20261120L);

  private Law() {}

  /** A case of a law, made from a random source alone. */
  @FunctionalInterface
  public interface Case {
    void check(SplittableRandom random);
  }

  public static void holds(Case law) {
    holds(CASES, law);
  }

  /** Tries as many cases as there is time for. */
  public static void holds(int cases, Case law) {
    for (int i = 0; i < cases; i++) {
      long seed = SEED + i;
      try {
        law.check(new SplittableRandom(seed));
      } catch (AssertionError | RuntimeException e) {
        throw new AssertionError(
            "case " + i + " breaks the law, repeat it with -Dallot.seed=" + seed + ": " + e, e);
      }
    }
  }
}
