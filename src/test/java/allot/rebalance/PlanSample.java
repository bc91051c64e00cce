package allot.rebalance;

import allot.allocation.Allocation;
import allot.allocation.Valuation;
import allot.catalog.Asset;
import allot.catalog.AssetCatalog;
import allot.catalog.Bucket;
import allot.file.InputFile;
import allot.file.PortfolioFile;
import allot.portfolio.Lot;
import allot.portfolio.TaxProfile.Method;
import allot.portfolio.TaxProfile.WashSale;
import allot.price.Freshness;
import allot.price.PriceBook;
import allot.rebalance.RebalanceSettings.Objective;
import allot.rebalance.RebalanceSettings.Sides;
import allot.tax.Gains;
import allot.tax.LotPart;
import allot.tax.LotSale;
import allot.tax.TaxYear;
import allot.tax.Term;
import allot.tax.WashSales.Washed;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A plan put together by hand: dollars, 10,000 of them, whatever the trades say. */
public final class PlanSample {
  private final String tax;
  private final LocalDate today;
  private final List<Trade> trades = new ArrayList<>();
  private final List<Transfer> transfers = new ArrayList<>();
  private final List<Untraded> untraded = new ArrayList<>();
  private final List<Washed> washed = new ArrayList<>();
  private final Map<Bucket, BigDecimal> after = new LinkedHashMap<>();
  private Optional<TaxYear> year = Optional.empty();
  private WashSale washSale = WashSale.WARN;
  private Destination to = Destination.TARGET;
  private Objective objective = Objective.TURNOVER;
  private Method method = Method.FIFO;
  private Optional<String> fallback = Optional.empty();
  private String band = "5/25";
  private long cash;

  private PlanSample(String today, String tax) {
    this.today = LocalDate.parse(today);
    this.tax = tax;
  }

  public static PlanSample on(String today) {
    return new PlanSample(today, "");
  }

  /** With a file whose {@code yearToDate} is of a year. */
  public static PlanSample on(String today, int year) {
    return new PlanSample(today, ", \"tax\": {\"yearToDate\": {\"year\": " + year + "}}");
  }

  /** Rates 35 and 15 %, 3,000 of deducted loss, and the gains of the year so far. */
  public PlanSample rates(String shortBefore, String longBefore) {
    year =
        Optional.of(
            new TaxYear(
                new BigDecimal("35"),
                new BigDecimal("15"),
                new BigDecimal("35"),
                new BigDecimal("3000"),
                new Gains(new BigDecimal(shortBefore), new BigDecimal(longBefore))));
    return this;
  }

  public PlanSample washSale(WashSale rule) {
    washSale = rule;
    return this;
  }

  public PlanSample to(Destination other) {
    to = other;
    return this;
  }

  public PlanSample leastTax(String why) {
    objective = Objective.TAX;
    method = Method.HIFO;
    fallback = Optional.of(why);
    return this;
  }

  public PlanSample band(String other) {
    band = other;
    return this;
  }

  public PlanSample cash(long cents) {
    cash = cents;
    return this;
  }

  /** A lot of which everything is sold. */
  public LotSale lot(String acquired, String quantity, String cost, String proceeds) {
    return lot(Optional.of(LocalDate.parse(acquired)), quantity, Optional.of(cost), proceeds);
  }

  public LotSale lot(
      Optional<LocalDate> acquired, String quantity, Optional<String> cost, String proceeds) {
    BigDecimal units = new BigDecimal(quantity);
    Lot lot = new Lot(acquired, units, cost.map(BigDecimal::new));
    return new LotSale(new LotPart(lot, units), new BigDecimal(proceeds), today);
  }

  public PlanSample sell(String id, String account, LotSale... lots) {
    BigDecimal units =
        List.of(lots).stream()
            .map(sale -> sale.part().quantity())
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    return trade(Trade.Side.SELL, asset(id), account, units, List.of(lots));
  }

  public PlanSample buy(String id, String account, String quantity) {
    return trade(Trade.Side.BUY, asset(id), account, new BigDecimal(quantity), List.of());
  }

  /** At a price of 100, for a fee of 50 cents. */
  private PlanSample trade(
      Trade.Side side, Asset asset, String account, BigDecimal units, List<LotSale> lots) {
    BigDecimal price = new BigDecimal("100");
    Trade.Reason reason =
        side == Trade.Side.SELL ? Trade.Reason.OVER_TARGET : Trade.Reason.UNDER_TARGET;
    long value = units.multiply(price).movePointRight(2).longValueExact();
    trades.add(
        new Trade(side, asset, asset.bucket(), account, units, price, value, 50, reason, lots));
    return this;
  }

  /** A loss of a lot that is bought again. */
  public PlanSample washed(LotSale sale, String loss) {
    washed.add(new Washed(sale, sale.part().quantity(), new BigDecimal(loss)));
    return this;
  }

  public PlanSample transfer(String from, String to, long cents) {
    transfers.add(new Transfer(from, to, cents));
    return this;
  }

  public PlanSample untraded(String id, Untraded.Reason reason, long cents) {
    Asset asset = asset(id);
    untraded.add(new Untraded(Optional.of(asset), asset.bucket(), "", cents, reason));
    return this;
  }

  public PlanSample after(Bucket bucket, String value) {
    after.put(bucket, new BigDecimal(value));
    return this;
  }

  private static Asset asset(String id) {
    return AssetCatalog.builtIn().byId(id).orElseGet(() -> Asset.unknown(id));
  }

  public RebalancePlan plan() {
    long residue = cash + trades.stream().mapToLong(Trade::cashFlow).sum();
    Optional<Gains> gains = gains();
    return new RebalancePlan(
        allocation(),
        settings(),
        List.copyOf(trades),
        List.copyOf(transfers),
        List.copyOf(untraded),
        residue,
        after,
        gains,
        gains.flatMap(g -> year.map(y -> y.change(g))),
        List.copyOf(washed),
        method,
        Optional.empty(),
        fallback);
  }

  private Optional<Gains> gains() {
    Gains gains = Gains.NONE;
    for (Trade trade : trades) {
      for (LotSale sale : trade.lots()) {
        Optional<Term> term = sale.term();
        if (term.isEmpty() || sale.gain().isEmpty()) {
          return Optional.empty();
        }
        gains = gains.plus(term.get(), sale.gain().get());
      }
    }
    return Optional.of(gains);
  }

  public RebalanceSettings settings() {
    return new RebalanceSettings(
        today,
        cash,
        Sides.BOTH,
        to,
        objective,
        Method.FIFO,
        new BigDecimal("0.5"),
        0,
        1000,
        true,
        false,
        Map.of(),
        year,
        washSale,
        Map.of());
  }

  /** TAO for 7,000, RENDER for 2,000 and 1,000 of cash. */
  public Allocation allocation() {
    String text =
        """
        { "name": "sample", "timezone": "UTC", "asOf": "%sT16:00:00Z",
          "target": { "layer-1": 60, "layer-2": 30, "stablecoin": 10 },
          "band": "%s",
          "holdings": [
            { "asset": "TAO", "quantity": 70, "price": 100, "account": "Kraken" },
            { "asset": "RENDER", "quantity": 20, "price": 100 },
            { "asset": "USD", "quantity": 1000 } ]%s }
        """
            .formatted(today, band, tax);
    InputFile file = InputFile.of("p.json", text.getBytes(StandardCharsets.UTF_8));
    Freshness freshness =
        new Freshness(Instant.parse(today + "T18:00:00Z"), Optional.of(Freshness.DEFAULT_MAX_AGE));
    return Allocation.of(
        Valuation.of(PortfolioFile.read(file, AssetCatalog.builtIn()), PriceBook.EMPTY, freshness));
  }
}
