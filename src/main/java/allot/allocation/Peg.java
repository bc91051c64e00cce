package allot.allocation;

import allot.catalog.Asset;
import allot.money.ExactDecimal;
import allot.money.Fraction;
import allot.price.Quote;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A stablecoin's price against the currency it is pegged to, where that is the portfolio's.
 *
 * @param price per unit
 */
record Peg(Asset asset, BigDecimal price) {
  private static final BigDecimal WARNING = new BigDecimal("0.01");
  private static final BigDecimal FINDING = new BigDecimal("0.02");

  /** The pegs of all stablecoins held that have a price, each asset once. */
  static List<Peg> of(Valuation valuation) {
    Map<String, Peg> pegs = new LinkedHashMap<>();
    String currency = valuation.portfolio().currency().code();
    for (Position position : valuation.held()) {
      Asset asset = position.holding().asset();
      if (!asset.isCash() && asset.peg().filter(currency::equals).isPresent()) {
        position
            .price()
            .usable()
            .map(Quote::value)
            .ifPresent(price -> pegs.merge(asset.id(), new Peg(asset, price), Peg::farther));
      }
    }
    return new ArrayList<>(pegs.values());
  }

  /** The one farther off; of two equally far the lower, whatever the order of the file. */
  private Peg farther(Peg other) {
    int farther = other.distance().compareTo(distance());
    return farther > 0 || (farther == 0 && other.price.compareTo(price) < 0) ? other : this;
  }

  private BigDecimal distance() {
    return price.subtract(BigDecimal.ONE).abs();
  }

  /** More than 1 % off. */
  boolean isWarning() {
    return distance().compareTo(WARNING) > 0;
  }

  /** More than 2 % off. */
  boolean isFinding() {
    return distance().compareTo(FINDING) > 0;
  }

  String inWords() {
    String percent =
        ExactDecimal.plain(
            Fraction.of(distance().movePointRight(2)).rounded(2, RoundingMode.HALF_EVEN));
    return asset.symbol()
        + " stands at "
        + ExactDecimal.plain(price)
        + ", "
        + percent
        + " % "
        + (price.compareTo(BigDecimal.ONE) < 0 ? "below" : "above")
        + " its peg";
  }
}
