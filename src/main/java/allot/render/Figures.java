package allot.render;

import allot.allocation.Allocation;
import allot.money.CurrencyUnit;
import allot.money.ExactDecimal;
import allot.money.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Writes money for people. */
record Figures(CurrencyUnit currency) {

  static Figures of(Allocation allocation) {
    return new Figures(allocation.valuation().portfolio().currency());
  }

  /** {@code 1,234.50 USD}. */
  String money(BigDecimal amount) {
    return Money.of(amount, currency).format();
  }

  String money(long cents) {
    return money(amount(cents));
  }

  /**
   * What an order costs, in words.
   *
   * @param fee percent of its value
   * @param fixed cents beside that
   */
  String feeOfOrder(BigDecimal fee, long fixed) {
    List<String> parts = new ArrayList<>();
    if (fee.signum() > 0) {
      parts.add(ExactDecimal.plain(fee) + " %");
    }
    if (fixed > 0) {
      parts.add(money(fixed));
    }
    return parts.isEmpty() ? "no fee" : "fee " + String.join(" and ", parts) + " an order";
  }

  /** {@code 1,234.50}. */
  String bare(long cents) {
    return bare(amount(cents));
  }

  String bare(BigDecimal amount) {
    return Money.of(amount, currency).figures();
  }

  /** {@code 1,234.50} or {@code −1,234.50}. */
  String minus(long cents) {
    return cents < 0 ? signed(amount(cents)) : bare(cents);
  }

  /** {@code +1,234.50} or {@code −1,234.50}; what shows as zero has no sign. */
  String signed(BigDecimal amount) {
    String figures = bare(amount.abs());
    boolean zero = figures.equals(bare(BigDecimal.ZERO));
    return zero ? figures : (amount.signum() < 0 ? "−" : "+") + figures;
  }

  private BigDecimal amount(long cents) {
    return BigDecimal.valueOf(cents, currency.decimals());
  }

  /** {@code 1 row}, {@code 2 rows}. */
  static String counted(int count, String noun) {
    return count + " " + noun + (count == 1 ? "" : "s");
  }
}
