package allot.statement;

import allot.money.Apportionment;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Divides a whole among parts of lots by their quantities; the shares add up to the whole. */
final class Shares {
  private static final int MONEY_DECIMALS = 8;
  private static final int COIN_DECIMALS = 18;

  private Shares() {}

  /**
   * The proceeds of each part, by largest remainder in units of the eighth decimal.
   *
   * @param proceeds maybe below zero, where a fee was more than the rest; unknown of each if
   *     unknown
   */
  static List<Optional<BigDecimal>> of(Optional<BigDecimal> proceeds, List<Batch> parts) {
    if (parts.size() == 1) {
      return List.of(proceeds);
    }
    List<Optional<BigDecimal>> shares = new ArrayList<>(parts.size());
    if (proceeds.isEmpty()) {
      parts.forEach(part -> shares.add(Optional.empty()));
      return shares;
    }
    BigDecimal whole = proceeds.orElseThrow();
    Optional<long[]> quick = QuickShares.of(whole, MONEY_DECIMALS, parts);
    if (quick.isPresent()) {
      for (long share : quick.orElseThrow()) {
        shares.add(Optional.of(BigDecimal.valueOf(share, MONEY_DECIMALS)));
      }
      return shares;
    }
    int scale = Math.max(MONEY_DECIMALS, whole.scale());
    BigInteger units = whole.setScale(scale).unscaledValue();
    for (BigInteger share : Apportionment.split(units.abs(), quantities(parts))) {
      BigInteger signed = whole.signum() < 0 ? share.negate() : share;
      shares.add(Optional.of(new BigDecimal(signed, scale)));
    }
    return shares;
  }

  /**
   * The same acquisitions, counted in the units of what they became.
   *
   * @param parts at least one
   * @param quantity of all together then, above zero
   */
  static List<Batch> converted(List<Batch> parts, BigDecimal quantity) {
    if (parts.size() == 1) {
      return List.of(parts.get(0).as(quantity));
    }
    int scale = Math.max(COIN_DECIMALS, quantity.scale());
    List<BigInteger> shares = split(quantity, scale, parts);
    while (shares.stream().anyMatch(share -> share.signum() == 0)) {
      scale += COIN_DECIMALS;
      shares = split(quantity, scale, parts);
    }
    List<Batch> converted = new ArrayList<>(parts.size());
    for (int i = 0; i < parts.size(); i++) {
      BigDecimal units = new BigDecimal(shares.get(i), scale).stripTrailingZeros();
      converted.add(parts.get(i).as(units));
    }
    return converted;
  }

  private static List<BigInteger> split(BigDecimal quantity, int scale, List<Batch> parts) {
    return Apportionment.split(quantity.setScale(scale).unscaledValue(), quantities(parts));
  }

  private static List<BigDecimal> quantities(List<Batch> parts) {
    List<BigDecimal> quantities = new ArrayList<>(parts.size());
    parts.forEach(part -> quantities.add(part.quantity()));
    return quantities;
  }
}
