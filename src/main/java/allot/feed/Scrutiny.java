package allot.feed;

import allot.catalog.Asset;
import allot.money.ExactDecimal;
import allot.money.Fraction;
import allot.price.Quote;
import allot.problem.Warning;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * Doubts about prices that a service gives.
 *
 * @param acceptsJumps whether a price far from the cached one is taken all the same
 */
record Scrutiny(boolean acceptsJumps) {
  private static final BigDecimal MOST_MOVE = new BigDecimal("0.6");
  private static final BigDecimal MOST_DIFFERENCE = new BigDecimal("0.03");

  /** A move of more than 60 % against the last quote that was taken. */
  Optional<Warning> jump(Asset asset, Quote cached, Quote fresh) {
    if (!isApart(cached.value(), fresh.value(), MOST_MOVE)) {
      return Optional.empty();
    }
    String what =
        asset.symbol()
            + " moved by "
            + percent(cached.value(), fresh.value())
            + ", from "
            + ExactDecimal.plain(cached.value())
            + cached.asOf().map(then -> " of " + then).orElse("")
            + " to "
            + ExactDecimal.plain(fresh.value())
            + " ("
            + fresh.source()
            + ")";
    String fate =
        acceptsJumps ? ": taken, as asked" : ": not taken; `allot prices --accept-jump` takes it";
    return Optional.of(Warning.of(Warning.Code.PRICE_JUMP, asset.symbol(), what + fate));
  }

  /** Two services that are more than 3 % apart. */
  Optional<Warning> difference(Asset asset, Quote first, Quote second) {
    if (!isApart(first.value(), second.value(), MOST_DIFFERENCE)) {
      return Optional.empty();
    }
    return Optional.of(
        Warning.of(
            Warning.Code.PRICES_DIFFER,
            asset.symbol(),
            asset.symbol()
                + " is "
                + ExactDecimal.plain(first.value())
                + " by "
                + first.source()
                + ", "
                + ExactDecimal.plain(second.value())
                + " by "
                + second.source()
                + ": "
                + percent(first.value(), second.value())
                + " apart"));
  }

  /** Whether the second is more than that part of the first away from it. */
  private static boolean isApart(BigDecimal first, BigDecimal second, BigDecimal part) {
    return second.subtract(first).abs().compareTo(first.multiply(part)) > 0;
  }

  private static String percent(BigDecimal from, BigDecimal to) {
    BigDecimal move =
        Fraction.of(to.subtract(from).movePointRight(2), from).rounded(1, RoundingMode.HALF_EVEN);
    return (move.signum() > 0 ? "+" : "") + ExactDecimal.plain(move) + " %";
  }
}
