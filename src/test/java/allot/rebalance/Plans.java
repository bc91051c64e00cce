package allot.rebalance;

import allot.allocation.Allocation;
import allot.allocation.Valuation;
import allot.catalog.AssetCatalog;
import allot.file.InputFile;
import allot.file.PortfolioFile;
import allot.portfolio.Portfolio;
import allot.portfolio.TaxProfile.Method;
import allot.portfolio.TaxProfile.WashSale;
import allot.price.Freshness;
import allot.price.PriceBook;
import allot.rebalance.RebalanceSettings.Objective;
import allot.rebalance.RebalanceSettings.Sides;
import allot.tax.Gains;
import allot.tax.TaxYear;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Portfolios written as files are, and settings in the making. */
final class Plans {
  static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
  static final TaxYear RATES =
      new TaxYear(
          new BigDecimal("35"),
          new BigDecimal("15"),
          new BigDecimal("35"),
          new BigDecimal("3000"),
          Gains.NONE);

  private Plans() {}

  /** A portfolio whose prices are all of this instant. */
  static Allocation portfolio(String members) {
    String text = "{\"version\":1,\"asOf\":\"2026-11-20T16:00:00Z\"," + members + "}";
    Portfolio portfolio =
        PortfolioFile.read(
            InputFile.of("p.json", text.getBytes(StandardCharsets.UTF_8)), AssetCatalog.builtIn());
    Freshness freshness =
        new Freshness(
            Instant.parse("2026-11-20T16:00:00Z"), Optional.of(Freshness.DEFAULT_MAX_AGE));
    return Allocation.of(Valuation.of(portfolio, PriceBook.EMPTY, freshness));
  }

  /** Positions 1 to 4 of 40/30/20/10 at price 1: ether, ARB, AKT and dollars. */
  static Allocation mix(String first, String second, String third, String cash) {
    return portfolio(
        "\"target\":{\"layer-1\":40,\"layer-2\":30,\"hybrid\":20,\"stablecoin\":10},\"holdings\":["
            + holding("ETH", first)
            + ","
            + holding("ARB", second)
            + ","
            + holding("AKT", third)
            + ","
            + holding("USD", cash)
            + "]");
  }

  static String holding(String asset, String quantity) {
    return "{\"asset\":\"" + asset + "\",\"quantity\":\"" + quantity + "\",\"price\":1}";
  }

  static RebalanceSettings settings() {
    return new RebalanceSettings(
        TODAY,
        0,
        Sides.BOTH,
        Destination.TARGET,
        Objective.TURNOVER,
        Method.FIFO,
        BigDecimal.ZERO,
        0,
        0,
        true,
        false,
        Map.of(),
        Optional.empty(),
        WashSale.WARN,
        Map.of());
  }

  /** What a plan buys, less what it sells, of an asset, in cents. */
  static long net(RebalancePlan plan, String symbol) {
    return plan.trades().stream()
        .filter(trade -> trade.asset().symbol().equals(symbol))
        .mapToLong(trade -> trade.isSale() ? -trade.value() : trade.value())
        .sum();
  }

  static List<String> described(RebalancePlan plan) {
    return plan.trades().stream()
        .map(t -> t.side().label() + " " + t.quantity().toPlainString() + " " + t.asset().symbol())
        .toList();
  }
}
