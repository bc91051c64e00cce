package allot.render;

import allot.allocation.Allocation;
import allot.price.Timestamp;
import allot.problem.Warning;
import allot.render.Simulated.Terms;
import allot.simulate.BandFigures;
import allot.simulate.CloseTable;
import allot.simulate.Exits;
import allot.simulate.HistoryNote;
import allot.simulate.Outcome;
import allot.simulate.RiskByBucket;
import allot.simulate.Simulation;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The document allot.simulate/1. Money is in the portfolio's currency, chances and their standard
 * errors are 0 to 1, all other rates are percent; unknown is null. What ends in {@code Error} is
 * the standard error of the figure before it, in its unit. Without a price of all that is held
 * there are no figures.
 *
 * @param band the band whose exits are counted
 * @param outOfBand whether the mix is out of it now
 * @param checkAgainDays the first day by which half of the futures have been out of band; 0 if it
 *     is out now, null if that is beyond what was looked at
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
  public record ExitRow(int days, BigDecimal probability, BigDecimal standardError) {}

  /** What a band does; fees are money over all days, the rate is percent of the value a year. */
  public record BandRow(
      String band,
      BigDecimal rebalancesPerYear,
      BigDecimal turnover,
      BigDecimal fees,
      BigDecimal meanDrift,
      BigDecimal rebalancesPerYearError,
      BigDecimal turnoverError,
      BigDecimal feesError,
      BigDecimal meanDriftError,
      BigDecimal feeRate) {}

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
      BigDecimal meanError,
      BigDecimal probabilityOfLossError) {}

  /** What the futures were drawn from. */
  public record HistoryRow(@Nullable String from, @Nullable String to, int closes) {}

  /** A bucket's part of the risk, percent. */
  public record RiskRow(
      String bucket, BigDecimal weight, BigDecimal volatility, BigDecimal contribution) {}

  /** The spread of values on a day. */
  public record FanRow(
      int days, BigDecimal p5, BigDecimal p25, BigDecimal median, BigDecimal p75, BigDecimal p95) {}

  /** Something about the history, with the rule that was applied. */
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
    return new SimulateJson(
        "allot.simulate/1",
        Timestamp.format(before.valuation().at()),
        before.valuation().portfolio().currency().code(),
        inputs,
        terms.model(),
        terms.settings().paths(),
        terms.settings().days(),
        terms.settings().seed(),
        exits(made.exits()),
        bands(made),
        outcomes(made),
        Envelope.notices(warnings),
        Envelope.money(before.valuation().total()),
        terms.mean(),
        terms.fee(),
        terms.settings().watched().label(),
        made.exits().outNow(),
        dayToLook(made.exits()),
        dayToLook(made.exitsFromTarget()),
        exits(made.exitsFromTarget()),
        Statistic.percent(made.bands().get(0).meanDrift().value()),
        simulated.blockLength().map(days -> Statistic.rounded(days, 4)).orElse(null),
        history(simulated.closes()),
        Statistic.percent(risk.volatility()),
        Statistic.share(risk.diversification()),
        risk(risk),
        fan(made),
        notes(simulated.closes().notes()));
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

  private static @Nullable Integer dayToLook(Exits exits) {
    var day = exits.dayOf(Simulated.TIME_TO_LOOK);
    return day.isPresent() ? (Integer) day.getAsInt() : null;
  }

  private static List<ExitRow> exits(Exits exits) {
    return exits.chances().stream()
        .map(
            chance ->
                new ExitRow(
                    chance.days(),
                    Statistic.share(chance.probability().value()),
                    Statistic.share(chance.probability().standardError())))
        .toList();
  }

  private static List<BandRow> bands(Simulation made) {
    List<BandRow> rows = new ArrayList<>();
    // the first does nothing, and has no band
    for (BandFigures band : made.bands().subList(1, made.bands().size())) {
      rows.add(
          new BandRow(
              band.policy(),
              Statistic.share(band.rebalancesPerYear().value()),
              Statistic.percent(band.turnover().value()),
              Statistic.money(band.feesPaid().value()),
              Statistic.percent(band.meanDrift().value()),
              Statistic.share(band.rebalancesPerYear().standardError()),
              Statistic.percent(band.turnover().standardError()),
              Statistic.money(band.feesPaid().standardError()),
              Statistic.percent(band.meanDrift().standardError()),
              Statistic.percent(band.fees().value())));
    }
    return rows;
  }

  private static List<OutcomeRow> outcomes(Simulation made) {
    List<OutcomeRow> rows = new ArrayList<>();
    for (Outcome outcome : made.outcomes()) {
      rows.add(
          new OutcomeRow(
              outcome.strategy(),
              Statistic.money(outcome.mean().value()),
              Statistic.money(outcome.median()),
              Statistic.money(outcome.p5()),
              Statistic.money(outcome.p25()),
              Statistic.money(outcome.p75()),
              Statistic.money(outcome.p95()),
              Statistic.share(outcome.probabilityOfLoss().value()),
              Statistic.percent(outcome.cvar95()),
              Statistic.money(outcome.mean().standardError()),
              Statistic.share(outcome.probabilityOfLoss().standardError())));
    }
    return rows;
  }

  private static HistoryRow history(CloseTable closes) {
    List<LocalDate> days = closes.days();
    return days.isEmpty()
        ? new HistoryRow(null, null, 0)
        : new HistoryRow(days.get(0).toString(), days.get(days.size() - 1).toString(), days.size());
  }

  private static List<RiskRow> risk(RiskByBucket risk) {
    return risk.shares().stream()
        .map(
            share ->
                new RiskRow(
                    share.bucket().name(),
                    Statistic.percent(share.weight()),
                    Statistic.percent(share.volatility()),
                    Statistic.percent(share.contribution())))
        .toList();
  }

  private static List<FanRow> fan(Simulation made) {
    return made.chart().stream()
        .map(
            day -> {
              Simulation.Spread spread = day.spread();
              return new FanRow(
                  day.day(),
                  Statistic.money(spread.p5()),
                  Statistic.money(spread.p25()),
                  Statistic.money(spread.median()),
                  Statistic.money(spread.p75()),
                  Statistic.money(spread.p95()));
            })
        .toList();
  }

  private static List<NoteRow> notes(List<HistoryNote> notes) {
    return notes.stream()
        .map(
            note ->
                new NoteRow(
                    note.code().label(),
                    note.message(),
                    note.asset().isEmpty() ? null : note.asset()))
        .toList();
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
