package allot.portfolio;

import allot.money.ExactDecimal;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * How far a bucket may be from its target: so many percentage points, or so many percent of the
 * target, whichever is tighter.
 *
 * @param points percentage points, zero or more
 * @param relative percent of the target, zero or more; empty for points alone
 */
public record Band(BigDecimal points, Optional<BigDecimal> relative) {
  /** 5 points or 25 percent of the target: 5/5/5/2.5 points for 40/30/20/10. */
  public static final Band FIVE_25 =
      new Band(BigDecimal.valueOf(5), Optional.of(BigDecimal.valueOf(25)));

  public Band {
    if (points.signum() < 0 || relative.filter(r -> r.signum() < 0).isPresent()) {
      throw new IllegalArgumentException("a band is zero or more");
    }
  }

  /**
   * Reads {@code 5/25} or {@code 5}.
   *
   * @throws ExactDecimal.NotExact if a number is no plain decimal
   * @throws IllegalArgumentException if one is negative
   */
  public static Band parse(String text) {
    int slash = text.indexOf('/');
    return slash < 0
        ? new Band(ExactDecimal.parse(text), Optional.empty())
        : new Band(
            ExactDecimal.parse(text.substring(0, slash)),
            Optional.of(ExactDecimal.parse(text.substring(slash + 1))));
  }

  /** The half width in percentage points around a target in percent. */
  public BigDecimal halfWidth(BigDecimal target) {
    return relative.map(r -> points.min(r.multiply(target).movePointLeft(2))).orElse(points);
  }

  @Override
  public String toString() {
    String plain = ExactDecimal.plain(points);
    return relative.map(r -> plain + "/" + ExactDecimal.plain(r)).orElse(plain);
  }
}
