package allot.allocation;

import allot.catalog.Bucket;
import allot.money.ExactDecimal;
import allot.money.Fraction;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Optional;

/**
 * What a bucket is worth and how that stands to its target.
 *
 * @param value what is held of it, exact; empty if something in it has no price
 * @param target percent of the total
 * @param standing its weight and drift; empty if there is nothing to take weights of
 */
public record BucketShare(
    Bucket bucket, Optional<BigDecimal> value, BigDecimal target, Optional<Standing> standing) {

  /**
   * A bucket's weight against its target, all exact.
   *
   * @param weight percent of the total
   * @param shownWeight the weight with two decimals, such that those of all buckets add up to
   *     exactly 100.00 (largest remainder)
   * @param drift weight less target, in percentage points
   * @param relativeDrift drift in percent of the target; empty for target 0
   * @param low the lowest weight in band, percent
   * @param high the highest weight in band, percent
   * @param toTarget money to buy, negative to sell, to be back on target
   */
  public record Standing(
      Fraction weight,
      BigDecimal shownWeight,
      Fraction drift,
      Optional<Fraction> relativeDrift,
      Fraction low,
      Fraction high,
      Status status,
      BigDecimal toTarget) {
    private static final int MOST_DECIMALS = 10;

    /**
     * The weight with two decimals, or with as many as it takes to see on which side of its band it
     * is.
     */
    public String weightInWords() {
      BigDecimal shown = shownWeight;
      int decimals = shown.scale();
      while (misleads(shown) && decimals < MOST_DECIMALS) {
        decimals++;
        shown = weight.rounded(decimals, RoundingMode.HALF_EVEN);
      }
      return shown.toPlainString() + " %";
    }

    private boolean misleads(BigDecimal shown) {
      return switch (status) {
        case OVER -> high.compareTo(shown) >= 0;
        case UNDER -> low.compareTo(shown) <= 0;
        case IN -> false;
      };
    }

    /** {@code 35 to 45 %}: the band, edges with at most two decimals. */
    public String bandInWords() {
      return edge(low) + " to " + edge(high) + " %";
    }

    /** An edge of the band in percent, with at most two decimals. */
    public static String edge(Fraction edge) {
      return ExactDecimal.plain(edge.rounded(2, RoundingMode.HALF_EVEN));
    }
  }

  /** Where a weight is against its band; the edges are in band. */
  public enum Status {
    IN,
    OVER,
    UNDER;

    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
