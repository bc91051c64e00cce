package allot.portfolio;

import allot.catalog.Bucket;
import allot.money.ExactDecimal;
import allot.problem.Problem;
import allot.problem.ProblemException;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The wanted share of each bucket.
 *
 * @param percents percent of the total by bucket, each 0 to 100, in the order the user gave; they
 *     add up to exactly 100
 */
public record TargetMix(Map<Bucket, BigDecimal> percents) {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final List<Bucket> ARTICLE_ORDER =
      List.of(Bucket.LAYER_2, Bucket.LAYER_1, Bucket.HYBRID, Bucket.STABLECOIN);
  private static final String FORMS =
      "write it as layer-2=40,layer-1=30,hybrid=20,stablecoin=10 or as 40/30/20/10";

  /** The articles' sample mix: layer-2 40, layer-1 30, hybrid 20, stablecoin 10. */
  public static final TargetMix ARTICLES = parse("40/30/20/10");

  public TargetMix {
    BigDecimal sum = BigDecimal.ZERO;
    for (BigDecimal percent : percents.values()) {
      if (percent.signum() < 0) {
        throw new IllegalArgumentException("a target is zero or more");
      }
      sum = sum.add(percent);
    }
    if (sum.compareTo(HUNDRED) != 0) {
      throw new IllegalArgumentException(
          "adds up to " + ExactDecimal.plain(sum) + ", not to exactly 100");
    }
    percents = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(percents));
  }

  /** The percent wanted of a bucket; zero if the target does not name it. */
  public BigDecimal of(Bucket bucket) {
    return percents.getOrDefault(bucket, BigDecimal.ZERO);
  }

  /**
   * Reads an option's value: {@code l2=40,l1=30,hybrid=20,stable=10}, or four numbers in the
   * articles' order {@code 40/30/20/10}.
   *
   * @throws ProblemException if it is neither, or does not add up to 100
   */
  public static TargetMix parse(String text) {
    Map<Bucket, BigDecimal> percents = new LinkedHashMap<>();
    if (text.indexOf('=') < 0) {
      String[] numbers = text.split("/", -1);
      if (numbers.length != ARTICLE_ORDER.size()) {
        throw refused(text, "needs exactly four numbers, or names");
      }
      for (int i = 0; i < numbers.length; i++) {
        percents.put(ARTICLE_ORDER.get(i), percent(text, numbers[i]));
      }
    } else {
      for (String part : text.split(",", -1)) {
        int equals = part.indexOf('=');
        String name = equals < 0 ? part : part.substring(0, equals);
        Bucket bucket =
            Bucket.parse(name).orElseThrow(() -> refused(text, "`" + name + "` is no bucket"));
        if (percents.put(bucket, percent(text, part.substring(equals + 1))) != null) {
          throw refused(text, "names " + bucket + " twice");
        }
      }
    }
    try {
      return new TargetMix(percents);
    } catch (IllegalArgumentException e) {
      throw refused(text, String.valueOf(e.getMessage()));
    }
  }

  private static BigDecimal percent(String text, String number) {
    try {
      return ExactDecimal.parse(number);
    } catch (ExactDecimal.NotExact e) {
      throw refused(text, "`" + number + "` " + e.reason());
    }
  }

  private static ProblemException refused(String text, String why) {
    return new ProblemException(Problem.usage("--target " + text + ": " + why, FORMS));
  }
}
