package allot.simulate;

/**
 * How prices may move: it makes days of returns of all assets together. Immutable, to be shared by
 * threads; what a block of paths remembers from day to day is in its {@link Days}.
 */
public interface ReturnModel {
  /** The name that documents carry: {@code bootstrap}, {@code gbm} or {@code t}. */
  String label();

  /** How many assets a day has. */
  int assets();

  /** Begins so many paths, which draw from a generator of their own. */
  Days begin(Generator random, int paths);

  /** The days of a block of paths, one after the other. */
  interface Days {
    /**
     * Makes the next day.
     *
     * @param growth by asset and path, to be filled: tonight's price as a multiple of last night's
     */
    void next(double[][] growth);
  }
}
