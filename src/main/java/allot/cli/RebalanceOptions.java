package allot.cli;

import allot.portfolio.Portfolio;
import allot.portfolio.TaxProfile;
import allot.portfolio.TaxProfile.Method;
import allot.portfolio.TaxProfile.WashSale;
import allot.price.Quote;
import allot.problem.ProblemException;
import allot.rebalance.Destination;
import allot.rebalance.RebalanceSettings;
import allot.rebalance.RebalanceSettings.Objective;
import allot.rebalance.RebalanceSettings.Sides;
import allot.tax.Gains;
import allot.tax.TaxYear;
import allot.tax.WashSales.Purchase;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options of a plan of trades, as they were typed. */
final class RebalanceOptions {
  @Option(
      names = "--cash",
      paramLabel = "MONEY",
      description = "new money to invest; negative: money to withdraw")
  private String cash;

  @Option(names = "--no-sell", description = "only buy, with the new money")
  private boolean noSell;

  @Option(names = "--no-buy", description = "only sell, for the money to withdraw")
  private boolean noBuy;

  @Option(
      names = "--to",
      paramLabel = "WHERE",
      description =
          "where every bucket ends: target (default), half, edge, or a part of the band, 0 to 1")
  private String to;

  @Option(
      names = "--minimize",
      paramLabel = "WHAT",
      description = "turnover (default), or tax: the year's tax and the fees")
  private String minimize;

  @Option(
      names = "--lots",
      paramLabel = "METHOD",
      description = "lots sold first: fifo, lifo, hifo or min-tax; instead of the file's")
  private String lots;

  @Option(names = "--fee", paramLabel = "PERCENT", description = "instead of the file's")
  private String fee;

  @Option(
      names = "--min-order",
      paramLabel = "MONEY",
      description = "orders of less are left undone; instead of the file's")
  private String minOrder;

  @Option(names = "--no-transfer", description = "no money moves between accounts")
  private boolean noTransfer;

  @Option(names = "--force", description = "trade with every bucket in band, too")
  private boolean force;

  /**
   * The plan that the options, and where they are silent the file, ask for.
   *
   * @param prices fresh quotes of assets that are not held, by asset id
   * @param plannedBuys by asset id
   * @throws ProblemException if something is missing, wrong or contradictory
   */
  RebalanceSettings resolve(
      Portfolio portfolio,
      LocalDate today,
      Map<String, Quote> prices,
      Map<String, List<Purchase>> plannedBuys) {
    long money = cash(portfolio);
    Sides sides = sides(money);
    Optional<TaxYear> tax = portfolio.tax().flatMap(profile -> taxYear(profile, today));
    Objective objective = objective(sides, tax.isPresent());
    Method method = method(portfolio, tax.isPresent());
    return new RebalanceSettings(
        today,
        money,
        sides,
        destination(),
        objective,
        method,
        fee == null ? portfolio.costs().fee() : PlanValues.fee(fee),
        PlanValues.centsOfFile(portfolio.costs().fixed(), portfolio.currency()),
        minOrder == null
            ? PlanValues.centsOfFile(portfolio.costs().minOrder(), portfolio.currency())
            : PlanValues.cents(
                "--min-order", PlanValues.money("--min-order", minOrder), portfolio.currency()),
        !noTransfer,
        force,
        prices,
        tax,
        washSale(portfolio),
        plannedBuys);
  }

  /** What the file says about wash sales. */
  static WashSale washSale(Portfolio portfolio) {
    return portfolio.tax().map(TaxProfile::washSale).orElse(WashSale.WARN);
  }

  private long cash(Portfolio portfolio) {
    if (cash == null) {
      return 0;
    }
    BigDecimal money = PlanValues.number("--cash", cash, any -> true, "negative to withdraw");
    return PlanValues.cents("--cash", money, portfolio.currency());
  }

  private Sides sides(long money) {
    if (noSell && noBuy) {
      throw PlanValues.refused("--no-sell and --no-buy leave nothing to do", "keep one of them");
    }
    if (noSell && money < 0) {
      throw PlanValues.refused(
          "--no-sell does not go with a withdrawal", "leave it out, or give new money with --cash");
    }
    if (noBuy && money >= 0) {
      throw PlanValues.refused("--no-buy goes with a withdrawal", "write --cash -1000");
    }
    return noSell ? Sides.ONLY_BUY : noBuy ? Sides.ONLY_SELL : Sides.BOTH;
  }

  private Destination destination() {
    return to == null
        ? Destination.TARGET
        : Destination.parse(to)
            .orElseThrow(
                () ->
                    PlanValues.refused(
                        "--to " + to + " is no destination",
                        "write target, half, edge, or a number from 0 to 1"));
  }

  private Objective objective(Sides sides, boolean ratesKnown) {
    if (minimize == null || minimize.equals("turnover")) {
      return Objective.TURNOVER;
    }
    if (!minimize.equals("tax")) {
      throw PlanValues.refused("--minimize " + minimize + " is none", "write turnover or tax");
    }
    if (sides != Sides.BOTH) {
      throw PlanValues.refused(
          "--minimize tax has nothing to choose with "
              + (sides == Sides.ONLY_BUY ? "--no-sell" : "--no-buy"),
          "leave one of them out");
    }
    if (lots != null && method(lots) != Method.MIN_TAX) {
      throw PlanValues.refused(
          "--minimize tax chooses the lots itself, and --lots " + lots + " another way",
          "leave one of them out");
    }
    if (!ratesKnown) {
      throw withoutRates("--minimize tax", "leave it out");
    }
    return Objective.TAX;
  }

  private Method method(Portfolio portfolio, boolean ratesKnown) {
    Method method =
        lots == null ? portfolio.tax().map(TaxProfile::method).orElse(Method.FIFO) : method(lots);
    if (minimize != null && minimize.equals("tax")) {
      return Method.MIN_TAX;
    }
    if (method == Method.MIN_TAX && !ratesKnown) {
      throw lots == null
          ? withoutRates("the file's method min-tax", "write --lots fifo")
          : withoutRates("--lots min-tax", "write --lots fifo");
    }
    return method;
  }

  private static Method method(String text) {
    for (Method method : Method.values()) {
      if (method.label().equals(text)) {
        return method;
      }
    }
    throw PlanValues.refused(
        "--lots " + text + " is no method", "write fifo, lifo, hifo or min-tax");
  }

  private static ProblemException withoutRates(String what, String otherwise) {
    return PlanValues.refused(
        what + " needs both tax rates",
        "give `tax`: {\"shortTerm\": 35, \"longTerm\": 15} in the file, or " + otherwise);
  }

  private static Optional<TaxYear> taxYear(TaxProfile profile, LocalDate today) {
    if (profile.shortTerm().isEmpty() || profile.longTerm().isEmpty()) {
      return Optional.empty();
    }
    BigDecimal shortTerm = profile.shortTerm().get();
    Gains before =
        profile
            .yearToDate()
            .filter(gains -> gains.year() == today.getYear())
            .map(gains -> new Gains(gains.shortTerm(), gains.longTerm()))
            .orElse(Gains.NONE);
    return Optional.of(
        new TaxYear(
            shortTerm,
            profile.longTerm().get(),
            profile.ordinary().orElse(shortTerm),
            profile.lossLimit(),
            before));
  }
}
