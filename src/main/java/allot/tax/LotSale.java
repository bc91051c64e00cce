package allot.tax;

import allot.money.Apportionment;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A part of a lot that is sold.
 *
 * @param proceeds what it brings, after fees
 * @param sold the local date
 */
public record LotSale(LotPart part, BigDecimal proceeds, LocalDate sold) {

  /**
   * Divides the proceeds of a sale among its parts by their quantities, by largest remainder: they
   * add up to the whole.
   *
   * @param cents the proceeds after fees, zero or more
   * @param decimals of the currency
   */
  public static List<LotSale> of(List<LotPart> parts, long cents, int decimals, LocalDate sold) {
    List<BigDecimal> quantities = parts.stream().map(LotPart::quantity).toList();
    List<BigInteger> shares = Apportionment.split(BigInteger.valueOf(cents), quantities);
    List<LotSale> sales = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      sales.add(new LotSale(parts.get(i), new BigDecimal(shares.get(i), decimals), sold));
    }
    return sales;
  }

  /** Proceeds less cost; empty if the cost is unknown. */
  public Optional<BigDecimal> gain() {
    return part.cost().map(proceeds::subtract);
  }

  /** Empty if the date of acquisition is unknown. */
  public Optional<Term> term() {
    return part.lot().acquired().map(acquired -> HoldingPeriod.term(acquired, sold));
  }

  /** The first date on which the sale would be long-term. */
  public Optional<LocalDate> longTermFrom() {
    return part.lot().acquired().map(HoldingPeriod::longTermFrom);
  }
}
