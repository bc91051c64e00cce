package allot.rebalance;

import allot.catalog.Bucket;
import java.math.BigDecimal;
import java.util.List;

/** A bucket with its assets. */
final class Pot {
  private final Bucket bucket;
  private final BigDecimal target;
  private final boolean steered;
  private final List<Line> lines;
  private final BigDecimal value;

  /**
   * @param target percent
   * @param steered whether {@code within} says what money goes where
   */
  Pot(Bucket bucket, BigDecimal target, boolean steered, List<Line> lines) {
    this.bucket = bucket;
    this.target = target;
    this.steered = steered;
    this.lines = List.copyOf(lines);
    BigDecimal sum = BigDecimal.ZERO;
    for (Line line : lines) {
      sum = sum.add(line.value());
    }
    this.value = sum;
  }

  Bucket bucket() {
    return bucket;
  }

  BigDecimal target() {
    return target;
  }

  boolean steered() {
    return steered;
  }

  List<Line> lines() {
    return lines;
  }

  /** What all of it is worth. */
  BigDecimal value() {
    return value;
  }

  boolean has(Line line) {
    return line.bucket().equals(bucket);
  }
}
