package allot.portfolio;

import allot.catalog.Bucket;
import allot.money.Fraction;
import allot.problem.Problem;
import allot.problem.ProblemException;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The band of every bucket.
 *
 * @param byDefault of buckets that are not named
 * @param byBucket of those that are
 */
public record Bands(Band byDefault, Map<Bucket, Band> byBucket) {
  public static final Bands FIVE_25 = new Bands(Band.FIVE_25, Map.of());
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  /** What may be held of a bucket that has target 0, in percent: dust. */
  private static final Fraction DUST = Fraction.of(new BigDecimal("0.1"));

  public Bands {
    byBucket = Map.copyOf(byBucket);
  }

  /**
   * The weights between which a bucket is in band, in percent; both edges are in band.
   *
   * @param low at least 0
   * @param high at most 100
   */
  public record Limits(Fraction low, Fraction high) {}

  public Band of(Bucket bucket) {
    return byBucket.getOrDefault(bucket, byDefault);
  }

  /**
   * The limits of a bucket. With target 0 they are 0 and 0.1 %, or what 1 unit of the currency is
   * of the total, whichever is more.
   *
   * @param target percent
   * @param total the portfolio's value, above zero
   */
  public Limits limits(Bucket bucket, BigDecimal target, BigDecimal total) {
    if (target.signum() == 0) {
      Fraction unit = Fraction.of(HUNDRED, total);
      Fraction high = unit.compareTo(DUST) > 0 ? unit : DUST;
      return new Limits(Fraction.ZERO, high.compareTo(HUNDRED) > 0 ? Fraction.of(HUNDRED) : high);
    }
    BigDecimal half = of(bucket).halfWidth(target);
    return new Limits(
        Fraction.of(target.subtract(half).max(BigDecimal.ZERO)),
        Fraction.of(target.add(half).min(HUNDRED)));
  }

  /**
   * Reads an option's value: {@code 5/25}, {@code 5}, or {@code layer-1=4,default=5/25}.
   *
   * @throws ProblemException if it is none of these
   */
  public static Bands parse(String text) {
    if (text.indexOf('=') < 0) {
      return new Bands(band(text, text), Map.of());
    }
    Band byDefault = Band.FIVE_25;
    boolean defaultSeen = false;
    Map<Bucket, Band> byBucket = new LinkedHashMap<>();
    for (String part : text.split(",", -1)) {
      int equals = part.indexOf('=');
      String name = equals < 0 ? part : part.substring(0, equals);
      Band band = band(text, part.substring(equals + 1));
      boolean twice = defaultSeen;
      if (name.equals("default")) {
        byDefault = band;
        defaultSeen = true;
      } else {
        Bucket bucket =
            Bucket.parse(name).orElseThrow(() -> refused(text, "`" + name + "` is no bucket"));
        twice = byBucket.put(bucket, band) != null;
      }
      if (twice) {
        throw refused(text, "names " + name + " twice");
      }
    }
    return new Bands(byDefault, byBucket);
  }

  /** As {@link #parse} reads it. */
  public String label() {
    if (byBucket.isEmpty()) {
      return byDefault.toString();
    }
    StringBuilder label = new StringBuilder();
    byBucket.entrySet().stream()
        .sorted(Comparator.comparing(entry -> entry.getKey().name()))
        .forEach(e -> label.append(e.getKey()).append('=').append(e.getValue()).append(','));
    return label.append("default=").append(byDefault).toString();
  }

  private static Band band(String text, String value) {
    try {
      return Band.parse(value);
    } catch (IllegalArgumentException e) {
      throw refused(text, "`" + value + "` is no band");
    }
  }

  private static ProblemException refused(String text, String why) {
    return new ProblemException(
        Problem.usage(
            "--band " + text + ": " + why,
            "write 5/25, a number of points, or layer-1=4,default=5/25"));
  }
}
