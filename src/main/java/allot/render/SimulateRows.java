package allot.render;

import allot.problem.Warning;
import allot.render.SimulateJson.BandRow;
import allot.render.SimulateJson.ExitRow;
import allot.render.SimulateJson.FanRow;
import allot.render.SimulateJson.HistoryRow;
import allot.render.SimulateJson.NoteRow;
import allot.render.SimulateJson.OutcomeRow;
import allot.render.SimulateJson.RiskRow;
import allot.simulate.BandFigures;
import allot.simulate.CloseTable;
import allot.simulate.Estimate;
import allot.simulate.Exits;
import allot.simulate.Outcome;
import allot.simulate.RiskByBucket;
import allot.simulate.Simulation;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The lists of a simulation's document. */
final class SimulateRows {
  private SimulateRows() {}

  static @Nullable Integer dayToLook(Exits exits) {
    var day = exits.dayOf(Simulated.TIME_TO_LOOK);
    return day.isPresent() ? (Integer) day.getAsInt() : null;
  }

  static List<ExitRow> exits(Exits exits) {
    return exits.chances().stream()
        .map(
            chance ->
                new ExitRow(
                    chance.days(),
                    Statistic.share(chance.probability().value()),
                    share(chance.probability())))
        .toList();
  }

  static List<BandRow> bands(Simulation made) {
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
              share(band.rebalancesPerYear()),
              percent(band.turnover()),
              money(band.feesPaid()),
              percent(band.meanDrift()),
              Statistic.percent(band.fees().value()),
              Statistic.percent(band.turnoverToday()),
              Statistic.money(band.feesToday())));
    }
    return rows;
  }

  static List<OutcomeRow> outcomes(Simulation made) {
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
              money(outcome.mean()),
              share(outcome.probabilityOfLoss())));
    }
    return rows;
  }

  static HistoryRow history(CloseTable closes) {
    List<LocalDate> days = closes.days();
    return days.isEmpty()
        ? new HistoryRow(null, null, 0)
        : new HistoryRow(days.get(0).toString(), days.get(days.size() - 1).toString(), days.size());
  }

  static List<RiskRow> risk(RiskByBucket risk) {
    return risk.shares().stream()
        .map(
            share ->
                new RiskRow(
                    share.bucket().name(),
                    Statistic.percent(share.weight()),
                    Statistic.percent(share.volatility()),
                    risk.isAny() ? Statistic.percent(share.contribution()) : null))
        .toList();
  }

  static List<FanRow> fan(Simulation made) {
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

  static List<NoteRow> notes(List<Warning> notes) {
    return notes.stream()
        .map(note -> new NoteRow(note.code().label(), note.message(), note.asset().orElse(null)))
        .toList();
  }

  private static @Nullable BigDecimal share(Estimate of) {
    return of.isErrorKnown() ? Statistic.share(of.standardError()) : null;
  }

  private static @Nullable BigDecimal percent(Estimate of) {
    return of.isErrorKnown() ? Statistic.percent(of.standardError()) : null;
  }

  private static @Nullable BigDecimal money(Estimate of) {
    return of.isErrorKnown() ? Statistic.money(of.standardError()) : null;
  }
}
