package allot.render;

import allot.allocation.Allocation;
import allot.price.Timestamp;
import allot.problem.Warning;
import allot.render.Simulated.Terms;
import allot.simulate.RiskByBucket;
import allot.simulate.Simulation;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The document allot.simulate/1. Money is in the portfolio's currency, chances and their standard
 * errors are 0 to 1, all other rates are percent; unknown is null. What ends in {@code Error} is
 * the standard error of the figure before it, in its unit. Without a price of all that is held
 * there are no figures. With a single path errors are unknown.
 *
 * @param band the band whose exits are counted
 * @param outOfBand whether the mix is out of it now
 * @param checkAgainDays the first day by which half of the futures have been out of band; 0 if it
 *     is out now, null if that is beyond what was looked at
 * @param checkAgainDaysFromTarget likewise, had the mix been at its target today; 0 if no trade
 *     gets it into its band
 * @param exitFromTarget as {@code exit}, had the mix been at its target today
 * @param fan the spread of values of the first band, from day to day
 */
public record SimulateJson(
    String schema,
    String asOf,
    String currency,
    List<Envelope.Input> inputs,
    String model,
    int paths,
    int days,
    long seed,
    List<ExitRow> exit,
    List<BandRow> bands,
    List<OutcomeRow> outcome,
    List<Envelope.Notice> warnings,
    @Nullable BigDecimal value,
    BigDecimal mean,
    BigDecimal fee,
    String band,
    @Nullable Boolean outOfBand,
    @Nullable Integer checkAgainDays,
    @Nullable Integer checkAgainDaysFromTarget,
    List<ExitRow> exitFromTarget,
    @Nullable BigDecimal holdMeanDrift,
    @Nullable BigDecimal blockLength,
    @Nullable HistoryRow history,
    @Nullable BigDecimal volatility,
    @Nullable BigDecimal diversification,
    List<RiskRow> risk,
    List<FanRow> fan,
    List<NoteRow> notes) {

  /** The chance of having been out of band. */
  public record ExitRow(int days, BigDecimal probability, @Nullable BigDecimal standardError) {}

  /**
   * What a band does. Figures a year and the drift are those of the days after today, of a year at
   * least.
   *
   * @param fees money over all days asked for, today's included
   * @param feeRate percent of the value a year
   * @param turnoverToday percent of the value
   * @param feesToday money
   */
  public record BandRow(
      String band,
      BigDecimal rebalancesPerYear,
      BigDecimal turnover,
      BigDecimal fees,
      BigDecimal meanDrift,
      @Nullable BigDecimal rebalancesPerYearError,
      @Nullable BigDecimal turnoverError,
      @Nullable BigDecimal feesError,
      @Nullable BigDecimal meanDriftError,
      BigDecimal feeRate,
      BigDecimal turnoverToday,
      BigDecimal feesToday) {}

  /** What a strategy may be worth. */
  public record OutcomeRow(
      String strategy,
      BigDecimal mean,
      BigDecimal median,
      BigDecimal p5,
      BigDecimal p25,
      BigDecimal p75,
      BigDecimal p95,
      BigDecimal probabilityOfLoss,
      BigDecimal cvar95,
      @Nullable BigDecimal meanError,
      @Nullable BigDecimal probabilityOfLossError) {}

  /** What the futures were drawn from. */
  public record HistoryRow(@Nullable String from, @Nullable String to, int closes) {}

  /** A bucket's part of the risk, percent; of no risk nobody has a part. */
  public record RiskRow(
      String bucket, BigDecimal weight, BigDecimal volatility, @Nullable BigDecimal contribution) {}

  /** The spread of values on a day. */
  public record FanRow(
      int days, BigDecimal p5, BigDecimal p25, BigDecimal median, BigDecimal p75, BigDecimal p95) {}

  /** What is said of the history, with the rule that was applied, and of what no trade can do. */
  public record NoteRow(String code, String message, @Nullable String asset) {}

  /** Which of its lists a table is of. */
  public enum Part {
    BANDS,
    EXIT,
    OUTCOME,
    RISK,
    FAN;

    public static Optional<Part> parse(String text) {
      for (Part part : values()) {
        if (part.name().toLowerCase(java.util.Locale.ROOT).equals(text)) {
          return Optional.of(part);
        }
      }
      return Optional.empty();
    }
  }

  public static SimulateJson of(
      Simulated simulated, List<Warning> warnings, List<Envelope.Input> inputs) {
    Simulation made = simulated.made();
    Terms terms = simulated.terms();
    Allocation before = simulated.before();
    RiskByBucket risk = simulated.risk();
    List<Warning> all = new ArrayList<>(warnings);
    all.addAll(SimulationNotes.of(simulated));
    return new SimulateJson(
        "allot.simulate/1",
        Timestamp.format(before.valuation().at()),
        before.valuation().portfolio().currency().code(),
        inputs,
        terms.model(),
        terms.settings().paths(),
        terms.settings().days(),
        terms.settings().seed(),
        SimulateRows.exits(made.exits()),
        SimulateRows.bands(made),
        SimulateRows.outcomes(made),
        Envelope.notices(all),
        Envelope.money(before.valuation().total()),
        terms.mean(),
        terms.fee(),
        terms.settings().watched().label(),
        made.exits().outNow(),
        SimulateRows.dayToLook(made.exits()),
        SimulateRows.dayToLook(made.exitsFromTarget()),
        SimulateRows.exits(made.exitsFromTarget()),
        Statistic.percent(made.bands().get(0).meanDrift().value()),
        simulated.blockLength().map(length -> Statistic.rounded(length, 4)).orElse(null),
        SimulateRows.history(simulated.closes()),
        Statistic.percent(risk.volatility()),
        risk.isAny() ? Statistic.share(risk.diversification()) : null,
        SimulateRows.risk(risk),
        SimulateRows.fan(made),
        SimulateRows.notes(SimulationNotes.of(simulated)));
  }

  /** Of a portfolio that nothing can be said of. */
  public static SimulateJson undecided(
      Allocation before, Terms terms, List<Warning> warnings, List<Envelope.Input> inputs) {
    return new SimulateJson(
        "allot.simulate/1",
        Timestamp.format(before.valuation().at()),
        before.valuation().portfolio().currency().code(),
        inputs,
        terms.model(),
        terms.settings().paths(),
        terms.settings().days(),
        terms.settings().seed(),
        List.of(),
        List.of(),
        List.of(),
        Envelope.notices(warnings),
        Envelope.money(before.valuation().total()),
        terms.mean(),
        terms.fee(),
        terms.settings().watched().label(),
        null,
        null,
        null,
        List.of(),
        null,
        null,
        null,
        null,
        null,
        List.of(),
        List.of(),
        List.of());
  }

  /** One of its lists as a table. */
  public CsvTable table(Part part) {
    return switch (part) {
      case BANDS -> CsvTable.ofRecords(BandRow.class, bands);
      case EXIT -> CsvTable.ofRecords(ExitRow.class, exit);
      case OUTCOME -> CsvTable.ofRecords(OutcomeRow.class, outcome);
      case RISK -> CsvTable.ofRecords(RiskRow.class, risk);
      case FAN -> CsvTable.ofRecords(FanRow.class, fan);
    };
  }
}
