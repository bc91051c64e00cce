package allot.dca;

import allot.money.ExactDecimal;
import allot.problem.Problem;
import allot.problem.ProblemException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * An order's money spread in equal parts over limits below the price.
 *
 * @param offsets percent below the price, each 0 to 95, ascending, none twice; 1 to 100 of them
 */
public record LimitLadder(List<BigDecimal> offsets) {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final BigDecimal DEEPEST = BigDecimal.valueOf(95);
  private static final int MOST = 100;

  /**
   * One limit order.
   *
   * @param offset percent below the price
   * @param price the limit, exact: price × (1 − offset/100)
   * @param cents the money, above zero
   */
  public record Rung(BigDecimal offset, BigDecimal price, long cents) {}

  public LimitLadder {
    offsets = List.copyOf(offsets);
    if (offsets.isEmpty() || offsets.size() > MOST) {
      throw new IllegalArgumentException("needs 1 to " + MOST + " offsets");
    }
    for (int k = 0; k < offsets.size(); k++) {
      BigDecimal offset = offsets.get(k);
      if (offset.signum() < 0 || offset.compareTo(DEEPEST) > 0) {
        throw new IllegalArgumentException(ExactDecimal.plain(offset) + " is not within 0 to 95");
      }
      if (k > 0 && offset.compareTo(offsets.get(k - 1)) <= 0) {
        throw new IllegalArgumentException(
            ExactDecimal.plain(offset)
                + " does not lie deeper than "
                + ExactDecimal.plain(offsets.get(k - 1)));
      }
    }
  }

  /**
   * Reads an option's value, {@code 0,5,10}.
   *
   * @throws ProblemException of usage if it is no such list
   */
  public static LimitLadder parse(String text) {
    List<BigDecimal> offsets = new ArrayList<>();
    for (String part : text.split(",", -1)) {
      try {
        offsets.add(ExactDecimal.normal(ExactDecimal.parse(part)));
      } catch (ExactDecimal.NotExact e) {
        throw refused(text, "`" + part + "` " + e.reason());
      }
    }
    try {
      return new LimitLadder(offsets);
    } catch (IllegalArgumentException e) {
      throw refused(text, String.valueOf(e.getMessage()));
    }
  }

  private static ProblemException refused(String text, String why) {
    return new ProblemException(
        Problem.usage(
            "--ladder " + text + ": " + why,
            "write percents below the price, the smallest first: 0,5,10"));
  }

  /**
   * The limit orders of a budget, the highest price first. Part k of n is floor(cents(k+1)/n) −
   * floor(cents k/n), so the parts add up to the budget. With every part under the minimum all the
   * money is on the highest price; else a part under it joins the next higher price, and the
   * highest, which has none above it, is joined by the next lower. So no order is under the
   * minimum, unless the whole budget is.
   *
   * @param cents the budget; with zero there are no orders
   * @param price above zero
   * @param minimumCents the smallest order that is placed; a part of zero cents never is one
   */
  public List<Rung> rungs(long cents, BigDecimal price, long minimumCents) {
    if (cents < 0 || price.signum() <= 0 || minimumCents < 0) {
      throw new IllegalArgumentException("a ladder needs a budget and a price above zero");
    }
    if (cents == 0) {
      return List.of();
    }
    long[] parts = joined(parts(cents), Math.max(1, minimumCents));
    List<Rung> rungs = new ArrayList<>();
    for (int k = 0; k < parts.length; k++) {
      if (parts[k] > 0) {
        rungs.add(new Rung(offsets.get(k), limit(offsets.get(k), price), parts[k]));
      }
    }
    return Collections.unmodifiableList(rungs);
  }

  private static BigDecimal limit(BigDecimal offset, BigDecimal price) {
    return ExactDecimal.normal(price.multiply(HUNDRED.subtract(offset)).movePointLeft(2));
  }

  private long[] parts(long cents) {
    int n = offsets.size();
    long[] parts = new long[n];
    for (int k = 0; k < n; k++) {
      // floor(cents k/n) in two terms: cents × k need not fit a long, remainder × k does
      parts[k] = cents / n + cents % n * (k + 1) / n - cents % n * k / n;
    }
    return parts;
  }

  private static long[] joined(long[] parts, long minimum) {
    boolean anyLargeEnough = false;
    for (long part : parts) {
      anyLargeEnough |= part >= minimum;
    }
    for (int k = parts.length - 1; k > 0; k--) {
      if (!anyLargeEnough || parts[k] < minimum) {
        move(parts, k, k - 1);
      }
    }
    for (int k = 1; k < parts.length && parts[0] < minimum; k++) {
      move(parts, k, 0);
    }
    return parts;
  }

  private static void move(long[] parts, int from, int to) {
    parts[to] += parts[from];
    parts[from] = 0;
  }
}
