package allot.tax;

import java.math.BigDecimal;

/** Net gains by term, in the portfolio's currency; losses are negative. */
public record Gains(BigDecimal shortTerm, BigDecimal longTerm) {
  public static final Gains NONE = new Gains(BigDecimal.ZERO, BigDecimal.ZERO);

  public Gains plus(Gains other) {
    return new Gains(shortTerm.add(other.shortTerm), longTerm.add(other.longTerm));
  }

  /** With one gain or loss more. */
  public Gains plus(Term term, BigDecimal gain) {
    return term == Term.SHORT
        ? new Gains(shortTerm.add(gain), longTerm)
        : new Gains(shortTerm, longTerm.add(gain));
  }
}
