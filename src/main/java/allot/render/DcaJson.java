package allot.render;

import allot.allocation.Allocation;
import allot.allocation.Valuation;
import allot.catalog.Bucket;
import allot.dca.DcaSchedule;
import allot.dca.DcaSchedule.Funding;
import allot.dca.DcaSchedule.Instalment;
import allot.dca.DcaSchedule.Limit;
import allot.dca.DcaSchedule.Order;
import allot.money.ExactDecimal;
import allot.money.Fraction;
import allot.price.Timestamp;
import allot.problem.Warning;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The document allot.dca/1. Money is in the portfolio's currency, weights are percent. */
public record DcaJson(
    String schema,
    String asOf,
    String currency,
    List<Envelope.Input> inputs,
    String plan,
    String strategy,
    String every,
    List<InstalmentRow> instalments,
    @Nullable Totals totals,
    @Nullable InBandFrom inBandFrom,
    @Nullable BigDecimal depositToTarget,
    List<Envelope.Notice> warnings) {
  /** One instalment; of one that is done the outcome is null. */
  public record InstalmentRow(
      int n,
      String date,
      boolean done,
      BigDecimal amount,
      List<OrderRow> orders,
      BigDecimal kept,
      BigDecimal carried,
      List<FundingRow> funding,
      @Nullable BigDecimal expectedUnfilled,
      List<MixRow> mix,
      @Nullable Boolean inBand) {}

  /** A buy; the amount is what leaves the pocket, the fee included. */
  public record OrderRow(
      String asset,
      @Nullable String id,
      String bucket,
      String account,
      BigDecimal amount,
      BigDecimal fee,
      BigDecimal price,
      BigDecimal quantity,
      List<LimitRow> limits) {}

  /** A rung of a ladder: percent below the price, and the probability that it fills. */
  public record LimitRow(
      BigDecimal offset,
      BigDecimal price,
      BigDecimal amount,
      @Nullable BigDecimal fillProbability) {}

  /** What pays for an instalment out of the stablecoin bucket. */
  public record FundingRow(
      String asset, String account, BigDecimal quantity, BigDecimal amount, boolean disposal) {}

  /** A bucket's percent of the total after an instalment. */
  public record MixRow(String bucket, BigDecimal weight) {}

  /** What is planned, not what is done. Kept money is in its bucket; null without a plan. */
  public record Totals(
      BigDecimal amount,
      BigDecimal fees,
      BigDecimal kept,
      Map<String, BigDecimal> byAsset,
      Map<String, BigDecimal> byBucket) {}

  /** From when on the mix is in band. */
  public record InBandFrom(int n, String date) {}

  /** An order with its instalment: a row of the table. */
  public record TableRow(
      int n,
      String date,
      String asset,
      @Nullable String id,
      String bucket,
      String account,
      BigDecimal amount,
      BigDecimal fee,
      BigDecimal price,
      BigDecimal quantity) {}

  /**
   * @param plan the plan's id
   * @param every the period, {@code 2w}
   */
  public static DcaJson of(
      DcaSchedule schedule,
      String plan,
      String strategy,
      String every,
      List<Warning> warnings,
      List<Envelope.Input> inputs) {
    Allocation before = schedule.before();
    Valuation valuation = before.valuation();
    Writer writer = new Writer(valuation.portfolio().currency().decimals());
    List<InstalmentRow> rows = new ArrayList<>();
    for (Instalment instalment : schedule.instalments()) {
      rows.add(writer.row(instalment));
    }
    return new DcaJson(
        "allot.dca/1",
        Timestamp.format(valuation.at()),
        valuation.portfolio().currency().code(),
        inputs,
        plan,
        strategy,
        every,
        rows,
        schedule.decided() ? writer.totals(schedule) : null,
        schedule
            .inBandFrom()
            .map(from -> new InBandFrom(from.n(), from.date().toString()))
            .orElse(null),
        Envelope.moneyOf(before.depositToTarget()),
        Envelope.notices(warnings));
  }

  /** The orders of all instalments, a row each. */
  public List<TableRow> rows() {
    List<TableRow> rows = new ArrayList<>();
    for (InstalmentRow instalment : instalments) {
      for (OrderRow o : instalment.orders()) {
        rows.add(
            new TableRow(
                instalment.n(),
                instalment.date(),
                o.asset(),
                o.id(),
                o.bucket(),
                o.account(),
                o.amount(),
                o.fee(),
                o.price(),
                o.quantity()));
      }
    }
    return rows;
  }

  /** Writes cents as money. */
  private record Writer(int decimals) {
    BigDecimal money(long cents) {
      return ExactDecimal.normal(BigDecimal.valueOf(cents, decimals));
    }

    InstalmentRow row(Instalment instalment) {
      List<OrderRow> orders = new ArrayList<>();
      for (Order order : instalment.orders()) {
        orders.add(row(order));
      }
      List<FundingRow> funding = new ArrayList<>();
      for (Funding source : instalment.funding()) {
        funding.add(
            new FundingRow(
                source.asset().symbol(),
                source.account(),
                ExactDecimal.normal(source.quantity()),
                money(source.cents()),
                source.disposal()));
      }
      List<MixRow> mix = new ArrayList<>();
      for (Map.Entry<Bucket, Fraction> part : instalment.mix().entrySet()) {
        mix.add(new MixRow(part.getKey().name(), Envelope.percent(part.getValue())));
      }
      return new InstalmentRow(
          instalment.n(),
          instalment.date().toString(),
          instalment.done(),
          money(instalment.cents()),
          orders,
          money(instalment.kept()),
          money(instalment.carried()),
          funding,
          instalment.expectedUnfilled().map(this::money).orElse(null),
          mix,
          instalment.inBand().orElse(null));
    }

    private OrderRow row(Order order) {
      List<LimitRow> limits = new ArrayList<>();
      for (Limit limit : order.limits()) {
        limits.add(
            new LimitRow(
                ExactDecimal.normal(limit.rung().offset()),
                ExactDecimal.normal(limit.rung().price()),
                money(limit.rung().cents()),
                limit.fillProbability().map(ExactDecimal::normal).orElse(null)));
      }
      return new OrderRow(
          order.asset().symbol(),
          Envelope.id(order.asset()),
          order.bucket().name(),
          order.account(),
          money(order.cents()),
          money(order.fee()),
          ExactDecimal.normal(order.price()),
          ExactDecimal.normal(order.quantity()),
          limits);
    }

    Totals totals(DcaSchedule schedule) {
      DcaSchedule.Totals totals = schedule.totals();
      Map<String, BigDecimal> byAsset = new LinkedHashMap<>();
      totals
          .byAsset()
          .forEach(
              (asset, bought) ->
                  byAsset.merge(asset.symbol(), money(bought.cents()), BigDecimal::add));
      Map<String, BigDecimal> byBucket = new LinkedHashMap<>();
      totals.byBucket().forEach((bucket, cents) -> byBucket.put(bucket.name(), money(cents)));
      return new Totals(
          money(totals.amount()), money(totals.fees()), money(totals.kept()), byAsset, byBucket);
    }
  }
}
