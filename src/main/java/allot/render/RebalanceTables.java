package allot.render;

import allot.allocation.BucketShare;
import allot.allocation.BucketShare.Standing;
import allot.catalog.Asset;
import allot.catalog.Bucket;
import allot.money.Apportionment;
import allot.money.ExactDecimal;
import allot.portfolio.Bands;
import allot.portfolio.Portfolio;
import allot.rebalance.RebalancePlan;
import allot.rebalance.Trade;
import allot.rebalance.Transfer;
import allot.rebalance.Untraded;
import allot.tax.LotSale;
import allot.tax.Term;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The tables of a plan of trades. */
final class RebalanceTables {
  private static final String UNKNOWN = "?";
  private static final List<Column> MIX =
      List.of(
          Column.left("bucket", Fit.KEEP),
          Column.right("now", Fit.KEEP),
          Column.right("after", Fit.KEEP),
          Column.right("target", Fit.KEEP),
          Column.right("band", Fit.KEEP),
          Column.left("status", Fit.KEEP),
          Column.left("was", Fit.drop(1)),
          Column.bars(""));

  /** Where the column of that title stands. */
  private static final int WAS = 6;

  private final RebalancePlan plan;
  private final Portfolio portfolio;
  private final Figures figures;

  RebalanceTables(RebalancePlan plan) {
    this.plan = plan;
    this.portfolio = plan.before().valuation().portfolio();
    this.figures = Figures.of(plan.before());
  }

  Block trades() {
    List<List<Cell>> rows = new ArrayList<>();
    for (Trade trade : plan.trades()) {
      rows.add(
          List.of(
              Cell.of(String.valueOf(rows.size() + 1), Tone.MUTED),
              Cell.of(trade.side().label()),
              Cell.of(trade.asset().symbol(), Tone.STRONG),
              Cell.of(ExactDecimal.plain(trade.quantity())),
              Cell.of(trade.account()),
              Cell.of(ExactDecimal.plain(trade.price())),
              Cell.of(figures.bare(trade.value())),
              Cell.of(figures.bare(trade.fee()), Tone.MUTED),
              Cell.of(why(trade.reason()), Tone.MUTED)));
    }
    return new Table(
        List.of(
            Column.right("n", Fit.KEEP),
            Column.left("do", Fit.KEEP),
            Column.left("asset", Fit.KEEP),
            Column.right("quantity", Fit.KEEP),
            Column.left("account", Fit.SHRINK),
            Column.right("price", Fit.drop(2)),
            Column.right("value", Fit.KEEP),
            Column.right("fee", Fit.KEEP),
            Column.left("why", Fit.drop(1))),
        rows);
  }

  private static String why(Trade.Reason reason) {
    return switch (reason) {
      case OVER_TARGET -> "over target";
      case UNDER_TARGET -> "under target";
      case WITHDRAWAL -> "withdrawal";
      case NEW_MONEY -> "new money";
      case TAX -> "lowers tax";
    };
  }

  boolean hasLots() {
    return plan.trades().stream().anyMatch(trade -> !trade.lots().isEmpty());
  }

  /** The lots by the number of their trade. */
  Block lots() {
    List<List<Cell>> rows = new ArrayList<>();
    for (int i = 0; i < plan.trades().size(); i++) {
      for (LotSale sale : plan.trades().get(i).lots()) {
        rows.add(lot(i + 1, plan.trades().get(i), sale));
      }
    }
    return new Table(
        List.of(
            Column.left("trade", Fit.KEEP),
            Column.left("acquired", Fit.KEEP),
            Column.right("quantity", Fit.KEEP),
            Column.right("proceeds", Fit.KEEP),
            Column.right("cost", Fit.KEEP),
            Column.right("gain", Fit.KEEP),
            Column.left("term", Fit.KEEP),
            Column.left("long from", Fit.drop(1))),
        rows);
  }

  private List<Cell> lot(int n, Trade trade, LotSale sale) {
    boolean isShort = sale.term().filter(Term.SHORT::equals).isPresent();
    String longFrom =
        sale.longTermFrom().filter(from -> isShort).map(LocalDate::toString).orElse("");
    return List.of(
        Cell.of(n + " " + trade.asset().symbol()),
        Cell.of(sale.part().lot().acquired().map(LocalDate::toString).orElse(UNKNOWN)),
        Cell.of(ExactDecimal.plain(sale.part().quantity())),
        Cell.of(figures.bare(sale.proceeds())),
        Cell.of(sale.part().cost().map(figures::bare).orElse(UNKNOWN)),
        Cell.of(sale.gain().map(figures::signed).orElse(UNKNOWN)),
        Cell.of(sale.term().map(Term::label).orElse(UNKNOWN)),
        Cell.of(longFrom, Tone.MUTED));
  }

  Block transfers() {
    List<List<Cell>> rows = new ArrayList<>();
    for (Transfer transfer : plan.transfers()) {
      rows.add(
          List.of(
              Cell.of(account(transfer.from())),
              Cell.of(account(transfer.to())),
              Cell.of(figures.bare(transfer.cents()))));
    }
    return new Table(
        List.of(
            Column.left("from", Fit.KEEP),
            Column.left("to", Fit.KEEP),
            Column.right("amount", Fit.KEEP)),
        rows);
  }

  private static String account(String name) {
    return name.isEmpty() ? "(no account)" : name;
  }

  Block untraded() {
    List<List<Cell>> rows = new ArrayList<>();
    for (Untraded left : plan.untraded()) {
      rows.add(
          List.of(
              Cell.of(left.asset().map(Asset::symbol).orElse("-")),
              Cell.of(left.bucket().name(), Tone.MUTED),
              Cell.of(left.account()),
              Cell.of(figures.bare(left.cents())),
              Cell.of(why(left.reason()))));
    }
    return new Table(
        List.of(
            Column.left("asset", Fit.KEEP),
            Column.left("bucket", Fit.KEEP),
            Column.left("account", Fit.SHRINK),
            Column.right("value", Fit.KEEP),
            Column.left("why", Fit.WRAP)),
        rows);
  }

  private static String why(Untraded.Reason reason) {
    return switch (reason) {
      case BELOW_MINIMUM -> "under the minimum order";
      case FROZEN -> "frozen: it counts and is never traded";
      case UNCLASSIFIED -> "nothing classifies it: never traded";
      case NO_ASSET_CHOSEN -> "nothing is held there and `within` names nothing";
      case NO_PRICE -> "it has no fresh price";
      case NO_CASH_IN_ACCOUNT -> "its account has no money for it, and none may move";
      case ROUNDING -> "less than one step";
    };
  }

  /** Weight, target and band of every bucket; the bars show the mix after the trades. */
  Block mix() {
    Map<Bucket, BigDecimal> values = RebalanceJson.valuesAfter(plan);
    Map<Bucket, BigDecimal> shown = shownWeights(values);
    BigDecimal most = BigDecimal.ZERO;
    Map<Bucket, Bands.Limits> limits = new LinkedHashMap<>();
    for (Bucket bucket : shown.keySet()) {
      Bands.Limits band =
          portfolio.bands().limits(bucket, portfolio.target().of(bucket), plan.totalAfter());
      limits.put(bucket, band);
      most = most.max(shown.getOrDefault(bucket, BigDecimal.ZERO));
      most = most.max(band.high().rounded(2, RoundingMode.UP));
    }
    List<List<Cell>> rows = new ArrayList<>();
    for (Bucket bucket : values.keySet()) {
      Optional<Bands.Limits> band = Optional.ofNullable(limits.get(bucket));
      rows.add(
          mixRow(bucket, Optional.ofNullable(shown.get(bucket)), band, ReportView.scaleOf(most)));
    }
    boolean wasOut = values.keySet().stream().anyMatch(bucket -> was(bucket).isPresent());
    return wasOut
        ? new Table(MIX, rows)
        : new Table(without(MIX), rows.stream().map(RebalanceTables::without).toList());
  }

  /** The same but for what each bucket was. */
  private static <T> List<T> without(List<T> row) {
    List<T> rest = new ArrayList<>(row);
    rest.remove(WAS);
    return rest;
  }

  /** How a bucket is out of band now; none if it is in, or nobody knows. */
  private Optional<BucketShare.Status> was(Bucket bucket) {
    return plan.before()
        .share(bucket)
        .flatMap(BucketShare::standing)
        .map(Standing::status)
        .filter(status -> status != BucketShare.Status.IN);
  }

  /** The weights after the trades, adding up to 100.00; none if nothing is left. */
  private Map<Bucket, BigDecimal> shownWeights(Map<Bucket, BigDecimal> values) {
    Map<Bucket, BigDecimal> shown = new LinkedHashMap<>();
    if (plan.totalAfter().signum() > 0) {
      List<BigDecimal> parts = values.values().stream().map(BigDecimal.ZERO::max).toList();
      List<BigDecimal> percents = Apportionment.percentages(parts, 2);
      for (Bucket bucket : values.keySet()) {
        shown.put(bucket, percents.get(shown.size()));
      }
    }
    return shown;
  }

  private List<Cell> mixRow(
      Bucket bucket, Optional<BigDecimal> after, Optional<Bands.Limits> band, BigDecimal scale) {
    BigDecimal target = portfolio.target().of(bucket);
    Optional<Standing> now = plan.before().share(bucket).flatMap(BucketShare::standing);
    boolean out =
        band.isPresent()
            && plan.weightAfter(bucket)
                .filter(
                    w -> w.compareTo(band.get().low()) < 0 || w.compareTo(band.get().high()) > 0)
                .isPresent();
    Optional<BucketShare.Status> was = was(bucket);
    Tone before = was.isPresent() ? Tone.WARN : Tone.PLAIN;
    Tone tone = out ? Tone.WARN : Tone.PLAIN;
    return List.of(
        Cell.of(bucket.name()),
        Cell.of(now.map(s -> percent(s.shownWeight())).orElse(UNKNOWN), before),
        Cell.of(after.map(RebalanceTables::percent).orElse(UNKNOWN), tone),
        Cell.of(ExactDecimal.plain(target) + " %"),
        Cell.of(
            band.map(b -> Standing.edge(b.low()) + "–" + Standing.edge(b.high())).orElse(UNKNOWN)),
        band.isEmpty()
            ? Cell.of(UNKNOWN, Tone.MUTED)
            : Cell.of(out ? "out" : "in band", out ? Tone.WARN : Tone.GOOD),
        Cell.of(was.map(BucketShare.Status::label).orElse(""), before),
        band.isEmpty()
            ? Cell.of("")
            : Cell.bar(
                    after,
                    target,
                    band.get().low().rounded(2, RoundingMode.HALF_EVEN),
                    band.get().high().rounded(2, RoundingMode.HALF_EVEN),
                    scale,
                    tone)
                .from(now.map(Standing::shownWeight)));
  }

  private static String percent(BigDecimal weight) {
    return weight.toPlainString() + " %";
  }
}
