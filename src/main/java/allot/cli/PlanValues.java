package allot.cli;

import allot.money.CurrencyUnit;
import allot.money.ExactDecimal;
import allot.price.Timestamp;
import allot.problem.Problem;
import allot.problem.ProblemException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.function.Predicate;

/** Reads the values of a plan's options; what is wrong is refused by the option's name. */
final class PlanValues {
  private static final BigDecimal MOST_CENTS = BigDecimal.valueOf(1_000_000_000_000_000L);

  private PlanValues() {}

  static BigDecimal above(String name, String text) {
    return number(name, text, value -> value.signum() > 0, "above 0");
  }

  static BigDecimal money(String name, String text) {
    return number(name, text, value -> value.signum() >= 0, "0 or more");
  }

  static BigDecimal number(String name, String text, Predicate<BigDecimal> allowed, String range) {
    try {
      BigDecimal value = ExactDecimal.parse(text);
      if (allowed.test(value)) {
        return value;
      }
      throw refused(name + " " + text + " is out of range", "write a number, " + range);
    } catch (ExactDecimal.NotExact e) {
      throw refused(name + " " + text + " " + e.reason(), "write a number, " + range);
    }
  }

  static long cents(String name, BigDecimal money, CurrencyUnit currency) {
    int decimals = currency.decimals();
    BigDecimal cents = money.movePointRight(decimals).stripTrailingZeros();
    if (cents.scale() > 0) {
      throw refused(name + " has more than " + decimals + " decimals", "write no more than that");
    }
    if (cents.abs().compareTo(MOST_CENTS) > 0) {
      throw refused(name + " is too large for a plan", "write less than a quadrillion cents");
    }
    return cents.longValueExact();
  }

  /** Money that a file gives, in cents: rounded up, and no more than any plan has. */
  static long centsOfFile(BigDecimal money, CurrencyUnit currency) {
    return money
        .movePointRight(currency.decimals())
        .setScale(0, RoundingMode.CEILING)
        .min(MOST_CENTS.add(BigDecimal.ONE))
        .longValueExact();
  }

  /** A fee in percent of an order. */
  static BigDecimal fee(String text) {
    return number(
        "--fee",
        text,
        fee -> fee.signum() >= 0 && fee.compareTo(BigDecimal.valueOf(50)) <= 0,
        "0 to 50");
  }

  static int whole(String name, String text, int most) {
    BigDecimal value =
        number(
            name,
            text,
            v ->
                v.stripTrailingZeros().scale() <= 0
                    && v.signum() > 0
                    && v.compareTo(BigDecimal.valueOf(most)) <= 0,
            "a whole one from 1 to " + most);
    return value.intValueExact();
  }

  static LocalDate date(String name, String text) {
    return Timestamp.parseDate(text)
        .orElseThrow(() -> refused(name + " " + text + " is no date", "write it as 2026-12-04"));
  }

  static ProblemException refused(String what, String remedy) {
    return new ProblemException(Problem.usage(what, remedy));
  }
}
