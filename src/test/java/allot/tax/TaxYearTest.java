package allot.tax;

import static allot.tax.SomeLots.lot;
import static org.assertj.core.api.Assertions.assertThat;

import allot.portfolio.Lot;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class TaxYearTest {
  private static final LocalDate SOLD = LocalDate.parse("2026-12-01");
  private static final long PRICE_CENTS = 6_000_000;

  private static final Lot L1 = lot("2022-06-01", ".10", "2000");
  private static final Lot L2 = lot("2026-05-05", ".10", "5500");
  private static final Lot L3 = lot("2024-03-10", ".05", "3500");
  private static final Lot L4 = lot("2026-08-20", ".10", "6600");
  private static final Lot L5 = lot("2026-01-15", ".20", "8000");
  private static final List<Lot> LOTS = List.of(L1, L2, L3, L4, L5);
  private static final List<Lot> LOW_FIRST = List.of(L1, L5, L2, L4, L3);

  private static TaxYear after(long shortTerm, long longTerm) {
    return new TaxYear(
        new BigDecimal("35"),
        new BigDecimal("15"),
        new BigDecimal("35"),
        new BigDecimal("3000"),
        gains(shortTerm, longTerm));
  }

  private static Gains gains(long shortTerm, long longTerm) {
    return new Gains(BigDecimal.valueOf(shortTerm), BigDecimal.valueOf(longTerm));
  }

  private static BigDecimal tax(long shortTerm, long longTerm) {
    return after(0, 0).tax(gains(shortTerm, longTerm));
  }

  private static BigDecimal added(TaxYear year, List<LotPart> parts) {
    BigDecimal units =
        parts.stream().map(LotPart::quantity).reduce(BigDecimal.ZERO, BigDecimal::add);
    long cents = units.multiply(BigDecimal.valueOf(PRICE_CENTS)).longValueExact();
    Gains gains = Gains.NONE;
    for (LotSale sale : LotSale.of(parts, cents, 2, SOLD)) {
      gains = gains.plus(sale.term().orElseThrow(), sale.gain().orElseThrow());
    }
    return year.change(gains);
  }

  private static LotPart part(Lot lot, String quantity) {
    return new LotPart(lot, new BigDecimal(quantity));
  }

  @Test
  void v35_short_and_long_term_are_netted_and_losses_limited() {
    assertThat(tax(-5000, 1000)).isEqualByComparingTo("-1050");
    assertThat(tax(2000, -7000)).isEqualByComparingTo("-1050");
    assertThat(tax(-1000, -1500)).isEqualByComparingTo("-875");
    assertThat(tax(-500, 3000)).isEqualByComparingTo("375");
    assertThat(tax(3000, -500)).isEqualByComparingTo("875");
    assertThat(tax(0, -4000)).isEqualByComparingTo("-1050");
  }

  @Test
  void v29_the_order_of_lots_decides_the_tax() {
    TaxYear year = after(0, 0);
    BigDecimal units = new BigDecimal(".15");
    assertThat(added(year, LotSelection.FIFO.take(LOTS, units))).isEqualByComparingTo("525");
    assertThat(added(year, LotSelection.LIFO.take(LOTS, units))).isEqualByComparingTo("-122.5");
    assertThat(added(year, LotSelection.HIFO.take(LOTS, units))).isEqualByComparingTo("-385");
    assertThat(added(year, LotSelection.inOrder(LOW_FIRST, units))).isEqualByComparingTo("950");
  }

  @Test
  void v33_gains_of_the_year_so_far_count() {
    TaxYear year = after(0, 10_000);
    BigDecimal units = new BigDecimal(".35");
    assertThat(added(year, LotSelection.FIFO.take(LOTS, units))).isEqualByComparingTo("1925");
    assertThat(added(year, LotSelection.LIFO.take(LOTS, units))).isEqualByComparingTo("1015");
    assertThat(added(year, LotSelection.HIFO.take(LOTS, units))).isEqualByComparingTo("590");
    assertThat(added(year, LotSelection.inOrder(LOW_FIRST, units))).isEqualByComparingTo("2087.5");
  }

  @Test
  void v33_a_split_of_lots_beats_every_order() {
    List<LotPart> split =
        List.of(
            part(L1, ".095"), part(L5, ".005"), part(L3, ".05"), part(L4, ".10"), part(L2, ".10"));
    assertThat(added(after(0, 10_000), split)).isEqualByComparingTo("495");
  }

  @Test
  void gains_of_both_terms_are_taxed_each_at_its_rate() {
    assertThat(tax(1000, 2000)).isEqualByComparingTo("650");
    assertThat(tax(1000, 0)).isEqualByComparingTo("350");
    assertThat(tax(0, 1000)).isEqualByComparingTo("150");
    assertThat(tax(0, 0)).isZero();
  }

  @Test
  void a_loss_of_one_term_that_eats_the_gain_of_the_other_leaves_no_tax() {
    assertThat(tax(1000, -1000)).isZero();
    assertThat(tax(-1000, 1000)).isZero();
  }

  @Test
  void a_loss_of_the_limit_is_deducted_in_full_and_no_more() {
    assertThat(tax(-2999, 0)).isEqualByComparingTo("-1049.65");
    assertThat(tax(-3000, 0)).isEqualByComparingTo("-1050");
    assertThat(tax(-3001, 0)).isEqualByComparingTo("-1050");
    assertThat(tax(1_000, -1_000_000)).isEqualByComparingTo("-1050");
  }

  @Test
  void a_deducted_loss_saves_the_ordinary_rate_not_that_of_its_term() {
    TaxYear year =
        new TaxYear(
            new BigDecimal("38.8"),
            new BigDecimal("18.8"),
            new BigDecimal("35"),
            new BigDecimal("1500"),
            Gains.NONE);
    assertThat(year.tax(gains(-1000, 0))).isEqualByComparingTo("-350");
    assertThat(year.tax(gains(0, -1000))).isEqualByComparingTo("-350");
    assertThat(year.tax(gains(-2000, 0))).isEqualByComparingTo("-525");
    assertThat(year.tax(gains(1000, 1000))).isEqualByComparingTo("576");
  }

  @Test
  void with_a_limit_of_zero_no_loss_saves_anything() {
    TaxYear year =
        new TaxYear(
            BigDecimal.TEN, BigDecimal.TEN, BigDecimal.TEN, BigDecimal.ZERO, gains(-100, 0));
    assertThat(year.tax(gains(-1, 0))).isZero();
    assertThat(year.change(gains(150, 0))).isEqualByComparingTo("5");
  }

  @Test
  void tax_is_exact() {
    assertThat(after(0, 0).tax(new Gains(new BigDecimal("0.00000001"), BigDecimal.ZERO)))
        .isEqualByComparingTo("0.0000000035");
  }

  @Test
  void the_tax_is_not_convex() {
    BigDecimal middle = tax(5000, 0);
    BigDecimal meanOfEnds = tax(5000, 1000).add(tax(5000, -1000)).divide(new BigDecimal("2"));
    assertThat(middle).isEqualByComparingTo("1750");
    assertThat(meanOfEnds).isEqualByComparingTo("1650");
  }

  @Test
  void further_gains_are_worth_what_they_change() {
    assertThat(after(5000, 0).change(gains(0, -1000))).isEqualByComparingTo("-350");
    assertThat(after(0, 5000).change(gains(-1000, 0))).isEqualByComparingTo("-150");
    assertThat(after(-4000, 0).change(gains(0, -1000))).isZero();
    assertThat(after(-4000, 0).change(gains(500, 0))).isZero();
    assertThat(after(-4000, 0).change(gains(2000, 0))).isEqualByComparingTo("350");
  }
}
