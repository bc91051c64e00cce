package allot.simulate;

/** Mean and spread of a figure over paths that are added in a fixed order. */
final class Tally {
  private long count;
  private double mean;
  private double squares;

  void add(double value) {
    count++;
    double off = value - mean;
    mean += off / count;
    squares += off * (value - mean);
  }

  Estimate estimate() {
    double variance = count > 1 ? squares / (count - 1) : Double.NaN;
    return new Estimate(mean, Math.sqrt(variance / count));
  }
}
