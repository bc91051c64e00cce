package allot.simulate;

import allot.allocation.Allocation;
import allot.allocation.Valuation;
import allot.catalog.Asset;
import allot.dca.DcaPlanner;
import allot.dca.DcaSchedule.Instalment;
import allot.dca.DcaSettings;
import allot.portfolio.Bands;
import allot.portfolio.DcaTerms;
import allot.portfolio.Holding;
import allot.portfolio.Portfolio;
import allot.portfolio.TaxProfile.WashSale;
import allot.price.Freshness;
import allot.price.PriceBook;
import allot.price.Quote;
import allot.rebalance.Destination;
import allot.rebalance.RebalancePlan;
import allot.rebalance.RebalanceSettings;
import allot.rebalance.RebalanceSettings.Objective;
import allot.rebalance.RebalanceSettings.Sides;
import allot.rebalance.Rebalancer;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Plans trades at a close as {@code rebalance} and {@code dca} do at today's prices: with the same
 * whole steps, fees, minimum orders and lots.
 */
final class ExactTrader {
  private final Portfolio portfolio;
  private final List<Asset> assets;
  private final ClosePrices prices;
  private final BacktestSettings settings;

  ExactTrader(
      Portfolio portfolio, List<Asset> assets, ClosePrices prices, BacktestSettings settings) {
    this.assets = assets;
    this.portfolio = portfolio;
    this.prices = prices;
    this.settings = settings;
  }

  Portfolio portfolio() {
    return portfolio;
  }

  Allocation allocation(List<Holding> rows, int day) {
    return allocation(rows, portfolio.bands(), day);
  }

  private Allocation allocation(List<Holding> rows, Bands bands, int day) {
    Portfolio held =
        new Portfolio(
            portfolio.name(),
            portfolio.currency(),
            portfolio.zone(),
            portfolio.asOf(),
            portfolio.target(),
            bands,
            portfolio.within(),
            rows,
            portfolio.costs(),
            Optional.empty(),
            Optional.empty(),
            portfolio.catalog(),
            List.of());
    return Allocation.of(Valuation.of(held, book(day), new Freshness(end(day), Optional.empty())));
  }

  /**
   * The trades of a close.
   *
   * @param force whether to trade with every bucket in band, too
   */
  RebalancePlan rebalanced(
      List<Holding> rows, Bands bands, Destination to, boolean force, int day) {
    return Rebalancer.plan(
        allocation(rows, bands, day),
        new RebalanceSettings(
            prices.days().get(day),
            0,
            Sides.BOTH,
            to,
            Objective.TURNOVER,
            settings.method(),
            settings.fee(),
            settings.fixed(),
            settings.minOrder(),
            true,
            force,
            quotes(day),
            Optional.empty(),
            WashSale.OFF,
            Map.of()));
  }

  /** What money buys at a close: the fee of each order comes out of it, the fixed one too. */
  Instalment instalment(List<Holding> rows, long cents, DcaTerms.Strategy how, int day) {
    Instalment plain = planned(rows, cents, how, day);
    long fixed = settings.fixed() * plain.orders().size();
    return fixed == 0 ? plain : planned(rows, Math.max(0, cents - fixed), how, day);
  }

  private Instalment planned(List<Holding> rows, long cents, DcaTerms.Strategy how, int day) {
    LocalDate today = prices.days().get(day);
    DcaSettings terms =
        new DcaSettings(
            today,
            List.of(today),
            List.of(cents),
            how,
            DcaTerms.Funding.CASH,
            settings.fee(),
            settings.minOrder(),
            Optional.empty(),
            quotes(day));
    return DcaPlanner.plan(allocation(rows, day), terms).instalments().get(0);
  }

  private PriceBook book(int day) {
    return PriceBook.EMPTY.over(quotes(day));
  }

  private Map<String, Quote> quotes(int day) {
    Map<String, Quote> quotes = new HashMap<>();
    for (Asset asset : assets) {
      BigDecimal close = prices.exact(prices.column(asset.id()), day);
      quotes.put(asset.id(), new Quote(close, Optional.of(end(day)), "close"));
    }
    return quotes;
  }

  private Instant end(int day) {
    return prices.days().get(day).plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
  }
}
