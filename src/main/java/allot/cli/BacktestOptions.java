package allot.cli;

import allot.portfolio.DcaTerms;
import allot.portfolio.Portfolio;
import allot.portfolio.Rhythm;
import allot.portfolio.TaxProfile;
import allot.portfolio.TaxProfile.Method;
import allot.portfolio.TaxProfile.WashSale;
import allot.problem.Warning;
import allot.simulate.BacktestSettings;
import allot.simulate.HistoryWindow;
import allot.simulate.InstalmentPlan;
import allot.simulate.Strategy;
import allot.tax.Gains;
import allot.tax.TaxYear;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options of a back-test, as they were typed. */
final class BacktestOptions {
  private static final String USUAL = "hold,band,month,quarter,year";

  @Option(
      names = "--strategy",
      paramLabel = "LIST",
      description = {
        "what is tried side by side, with commas; default " + USUAL + ":",
        "hold: never trade",
        "band[:5/25][:target|half|edge]: at a close out of that band, or the file's;",
        "  band:layer-1=4,default=5/25 tells buckets apart",
        "week, month, quarter, year: to target at the first close of each",
        "dca[:fill|gap|fixed][:EVERY]: only buy, with new money",
        "lump: the same new money, all at the first close"
      })
  private String strategy = USUAL;

  @Option(names = "--from", paramLabel = "DATE", description = "first day, default all there is")
  private String from;

  @Option(names = "--to", paramLabel = "DATE", description = "last day, likewise")
  private String to;

  @Option(
      names = "--start",
      paramLabel = "MONEY",
      description = "begin with money at the target mix, not with what the file holds")
  private String start;

  @Option(
      names = "--amount",
      paramLabel = "MONEY",
      description = "an instalment of dca, instead of the file's")
  private String amount;

  @Option(
      names = "--every",
      paramLabel = "PERIOD",
      description = "how often: day, week, 2w, month, quarter or 10d; instead of the file's")
  private String every;

  @Option(
      names = "--on",
      paramLabel = "DAY",
      description = "friday with weeks; 1 to 31 or last with months and quarters")
  private String on;

  @Option(names = "--fee", paramLabel = "PERCENT", description = "instead of the file's")
  private String fee;

  @Option(
      names = "--min-order",
      paramLabel = "MONEY",
      description = "orders of less are not made; instead of the file's")
  private String minOrder;

  /**
   * What does not depend on a portfolio.
   *
   * @param strategies at least one
   */
  record Typed(List<Strategy> strategies, HistoryWindow window, boolean fromMoney) {}

  Typed typed() {
    return new Typed(
        Strategy.parseList(strategy),
        HistoryWindow.ofBacktest(
            Optional.ofNullable(from).map(day -> PlanValues.date("--from", day)),
            Optional.ofNullable(to).map(day -> PlanValues.date("--to", day))),
        start != null);
  }

  /**
   * The back-test that the options, and where they are silent the file, ask for.
   *
   * @param levels by asset id, what the last close is worth of an asset with a stand-in
   */
  BacktestSettings resolve(Typed typed, Portfolio portfolio, Map<String, BigDecimal> levels) {
    Optional<Long> money =
        Optional.ofNullable(start)
            .map(
                text ->
                    PlanValues.cents(
                        "--start", PlanValues.money("--start", text), portfolio.currency()));
    for (Strategy each : typed.strategies()) {
      if (money.filter(cents -> cents == 0).isPresent() && !each.isPaidIn()) {
        throw PlanValues.refused(
            "--start 0 leaves " + each.name() + " nothing to begin with",
            "give it money, or try dca and lump alone");
      }
    }
    Method method = portfolio.tax().map(TaxProfile::method).orElse(Method.FIFO);
    return new BacktestSettings(
        typed.strategies(),
        money,
        plan(typed, portfolio),
        fee == null ? portfolio.costs().fee() : PlanValues.fee(fee),
        PlanValues.centsOfFile(portfolio.costs().fixed(), portfolio.currency()),
        minOrder == null
            ? PlanValues.centsOfFile(portfolio.costs().minOrder(), portfolio.currency())
            : PlanValues.cents(
                "--min-order", PlanValues.money("--min-order", minOrder), portfolio.currency()),
        method == Method.MIN_TAX ? Method.HIFO : method,
        portfolio.tax().flatMap(BacktestOptions::rates),
        levels);
  }

  /** What of the file's terms a back-test does otherwise. */
  static List<Warning> otherwise(Portfolio portfolio) {
    List<Warning> warnings = new ArrayList<>();
    Optional<TaxProfile> tax = portfolio.tax();
    if (tax.filter(profile -> profile.method() == Method.MIN_TAX).isPresent()) {
      warnings.add(
          Warning.of(
              Warning.Code.LOT_METHOD,
              "a back-test knows no min-tax: the dearest lots are sold first (hifo)"));
    }
    if (tax.filter(profile -> profile.washSale() == WashSale.DISALLOW).isPresent()) {
      warnings.add(
          Warning.of(Warning.Code.WASH_SALE, "a back-test allows every loss: no wash sales"));
    }
    return warnings;
  }

  private static Optional<TaxYear> rates(TaxProfile profile) {
    return profile
        .shortTerm()
        .flatMap(
            shortTerm ->
                profile
                    .longTerm()
                    .map(
                        longTerm ->
                            new TaxYear(
                                shortTerm,
                                longTerm,
                                profile.ordinary().orElse(shortTerm),
                                profile.lossLimit(),
                                Gains.NONE)));
  }

  /** The new money that dca and lump live on. */
  private Optional<InstalmentPlan> plan(Typed typed, Portfolio portfolio) {
    Optional<Strategy> paidIn = typed.strategies().stream().filter(Strategy::isPaidIn).findFirst();
    boolean typedTerms = amount != null || every != null || on != null;
    if (typedTerms && paidIn.isEmpty()) {
      String name = amount != null ? "--amount" : every != null ? "--every" : "--on";
      throw PlanValues.refused(
          name + " is for dca, and no strategy is one", "add it: --strategy dca:fill,lump");
    }
    Optional<DcaTerms> terms = portfolio.dca();
    Optional<BigDecimal> each =
        amount == null
            ? terms.flatMap(DcaTerms::amount)
            : Optional.of(PlanValues.above("--amount", amount));
    Optional<BigDecimal> total =
        each.isPresent() ? Optional.empty() : terms.flatMap(DcaTerms::total);
    if (paidIn.isEmpty()) {
      return Optional.empty();
    }
    if (each.isEmpty() && total.isEmpty()) {
      throw PlanValues.refused(
          "how much new money " + paidIn.get().name() + " has is not said",
          "write --amount 500 --every month");
    }
    Optional<Rhythm> own =
        every == null && on == null && terms.flatMap(DcaTerms::rhythm).isEmpty()
            ? ownRhythm(typed)
            : Optional.empty();
    Rhythm rhythm = own.orElseGet(() -> DcaOptions.rhythm(every, on, terms));
    return Optional.of(
        new InstalmentPlan(
            each.map(money -> PlanValues.cents("--amount", money, portfolio.currency())),
            total.map(money -> PlanValues.cents("total", money, portfolio.currency())).orElse(0L),
            rhythm));
  }

  /** Without a rhythm of the plan it is the first that a strategy names. */
  private static Optional<Rhythm> ownRhythm(Typed typed) {
    for (Strategy each : typed.strategies()) {
      if (each.rule() instanceof Strategy.Instalments dca && dca.rhythm().isPresent()) {
        return dca.rhythm();
      }
    }
    return Optional.empty();
  }
}
