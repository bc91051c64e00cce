package allot.money;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * An exact amount of a currency; any number of decimals until somebody rounds it by name.
 *
 * @param amount may be negative
 * @param currency what it is an amount of
 */
public record Money(BigDecimal amount, CurrencyUnit currency) implements Comparable<Money> {

  /** Amounts of two currencies met in one calculation. */
  public static final class CurrencyMismatch extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;
    private final transient CurrencyUnit left;
    private final transient CurrencyUnit right;

    CurrencyMismatch(CurrencyUnit left, CurrencyUnit right) {
      super(left.code() + " and " + right.code() + " do not mix");
      this.left = left;
      this.right = right;
    }

    public CurrencyUnit left() {
      return left;
    }

    public CurrencyUnit right() {
      return right;
    }
  }

  public static Money of(BigDecimal amount, CurrencyUnit currency) {
    return new Money(amount, currency);
  }

  public static Money zero(CurrencyUnit currency) {
    return new Money(BigDecimal.ZERO, currency);
  }

  public Money plus(Money other) {
    return new Money(amount.add(sameCurrency(other).amount), currency);
  }

  public Money minus(Money other) {
    return new Money(amount.subtract(sameCurrency(other).amount), currency);
  }

  public Money times(BigDecimal factor) {
    return new Money(amount.multiply(factor), currency);
  }

  /** The amount with at most {@code scale} decimals. */
  public Money rounded(int scale, RoundingMode mode) {
    return new Money(amount.setScale(scale, mode), currency);
  }

  public int signum() {
    return amount.signum();
  }

  @Override
  public int compareTo(Money other) {
    return amount.compareTo(sameCurrency(other).amount);
  }

  private Money sameCurrency(Money other) {
    if (!currency.code().equals(other.currency.code())) {
      throw new CurrencyMismatch(currency, other.currency);
    }
    return other;
  }

  /** {@code 1,234.50 USD}: the currency's decimals, half-even, in groups of three. */
  public String format() {
    return figures() + " " + currency.code();
  }

  /** {@link #format} without the currency's code. */
  public String figures() {
    BigDecimal shown = amount.setScale(currency.decimals(), RoundingMode.HALF_EVEN);
    String plain = shown.abs().toPlainString();
    int point = plain.indexOf('.') < 0 ? plain.length() : plain.indexOf('.');
    StringBuilder out = new StringBuilder(plain);
    for (int i = point - 3; i > 0; i -= 3) {
      out.insert(i, ',');
    }
    return shown.signum() < 0 ? out.insert(0, '-').toString() : out.toString();
  }
}
