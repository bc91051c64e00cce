package allot.dca;

import allot.portfolio.DcaTerms.Funding;
import allot.portfolio.DcaTerms.Strategy;
import allot.price.Quote;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a plan is to be.
 *
 * @param today instalments dated before it are done
 * @param dates of the instalments, ascending
 * @param cents the money of each, none negative
 * @param fee percent of an order's value, paid out of its money
 * @param minOrder cents; an order of less is carried
 * @param ladder limits instead of plain buys
 * @param prices quotes of assets that are not held, by asset id
 */
public record DcaSettings(
    LocalDate today,
    List<LocalDate> dates,
    List<Long> cents,
    Strategy strategy,
    Funding from,
    BigDecimal fee,
    long minOrder,
    Optional<LadderSettings> ladder,
    Map<String, Quote> prices) {

  /**
   * How ladders are placed.
   *
   * @param expireDays how long a limit stands; empty: until the next instalment
   * @param nextDate the date after the last instalment
   * @param volatility fraction a year, by asset id; assets that are not in it have no probability
   */
  public record LadderSettings(
      LimitLadder ladder,
      Optional<Integer> expireDays,
      LocalDate nextDate,
      Map<String, Double> volatility) {}

  /** The money of each of {@code n} instalments of a total: no cent is lost, none is early. */
  public static List<Long> split(long total, int n) {
    List<Long> parts = new ArrayList<>(n);
    long before = 0;
    for (int k = 1; k <= n; k++) {
      long upTo = Math.floorDiv(Math.multiplyExact(total, (long) k), n);
      parts.add(upTo - before);
      before = upTo;
    }
    return parts;
  }
}
