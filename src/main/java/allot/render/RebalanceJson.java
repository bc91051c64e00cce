package allot.render;

import allot.allocation.Allocation;
import allot.allocation.BucketShare;
import allot.allocation.BucketShare.Standing;
import allot.allocation.Position;
import allot.catalog.Asset;
import allot.catalog.Bucket;
import allot.money.ExactDecimal;
import allot.money.Fraction;
import allot.price.Timestamp;
import allot.problem.Warning;
import allot.rebalance.Alternative;
import allot.rebalance.RebalancePlan;
import allot.rebalance.RebalanceSettings;
import allot.rebalance.Transfer;
import allot.rebalance.Untraded;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The document allot.rebalance/1. Money is in the portfolio's currency, weights and drifts are
 * percent; unknown is null. Without a plan, for want of a price, there are no trades and no figures
 * about them.
 */
public record RebalanceJson(
    String schema,
    String asOf,
    String currency,
    List<Envelope.Input> inputs,
    @Nullable String plan,
    String destination,
    String minimize,
    BigDecimal cash,
    List<TradeRow> trades,
    List<TransferRow> transfers,
    List<UntradedRow> untraded,
    @Nullable BigDecimal residue,
    List<MixRow> before,
    List<MixRow> after,
    @Nullable BigDecimal turnover,
    @Nullable BigDecimal fees,
    @Nullable GainRow gain,
    @Nullable BigDecimal tax,
    List<AlternativeRow> alternatives,
    List<Envelope.Notice> warnings,
    String method,
    @Nullable String fallback,
    @Nullable BeyondNeedRow beyondNeed) {

  /** Money that moves between accounts. */
  public record TransferRow(String from, String to, BigDecimal amount) {}

  /** What was left undone. */
  public record UntradedRow(
      @Nullable String asset,
      String bucket,
      String account,
      @Nullable BigDecimal value,
      String reason,
      @Nullable String id) {}

  /** A bucket before or after the trades. */
  public record MixRow(
      String bucket,
      @Nullable BigDecimal value,
      @Nullable BigDecimal weight,
      @Nullable BigDecimal drift) {}

  /** Net gains by term. */
  public record GainRow(BigDecimal shortTerm, BigDecimal longTerm) {}

  /** Another way; one that does not exist has no figures. */
  public record AlternativeRow(
      String name,
      @Nullable BigDecimal cash,
      @Nullable Integer instalments,
      @Nullable BigDecimal turnover,
      @Nullable BigDecimal fees,
      @Nullable BigDecimal tax,
      @Nullable BigDecimal totalDrift,
      @Nullable Integer trades) {}

  /** What the least tax sells beyond need, and how much less tax and fees that is. */
  public record BeyondNeedRow(BigDecimal value, BigDecimal saves) {}

  /**
   * @param id the plan's
   */
  public static RebalanceJson of(
      RebalancePlan plan,
      List<Alternative> alternatives,
      String id,
      List<Warning> warnings,
      List<Envelope.Input> inputs) {
    Allocation before = plan.before();
    RebalanceSettings settings = plan.settings();
    Writer writer = Writer.of(before);
    return new RebalanceJson(
        "allot.rebalance/1",
        Timestamp.format(before.valuation().at()),
        before.valuation().portfolio().currency().code(),
        inputs,
        id,
        settings.to().label(),
        settings.minimize().label(),
        writer.money(settings.cash()),
        TradeRow.of(plan),
        writer.transfers(plan.transfers()),
        writer.untraded(plan.untraded()),
        writer.money(plan.residue()),
        before(before),
        after(plan),
        writer.money(plan.turnover()),
        writer.money(plan.fees()),
        plan.gains()
            .map(g -> new GainRow(Envelope.money(g.shortTerm()), Envelope.money(g.longTerm())))
            .orElse(null),
        Envelope.money(plan.tax()),
        writer.alternatives(alternatives),
        Envelope.notices(warnings),
        plan.method().label(),
        plan.fallback().orElse(null),
        plan.beyondNeed()
            .map(b -> new BeyondNeedRow(writer.money(b.cents()), Envelope.money(b.saves())))
            .orElse(null));
  }

  /** Of a portfolio that cannot be decided about. */
  public static RebalanceJson undecided(
      Allocation before,
      RebalanceSettings settings,
      List<Warning> warnings,
      List<Envelope.Input> inputs) {
    return new RebalanceJson(
        "allot.rebalance/1",
        Timestamp.format(before.valuation().at()),
        before.valuation().portfolio().currency().code(),
        inputs,
        null,
        settings.to().label(),
        settings.minimize().label(),
        Writer.of(before).money(settings.cash()),
        List.of(),
        List.of(),
        unpriced(before),
        null,
        before(before),
        List.of(),
        null,
        null,
        null,
        null,
        List.of(),
        Envelope.notices(warnings),
        settings.lots().label(),
        null,
        null);
  }

  /** What keeps from deciding for want of a price; what it is worth is unknown. */
  private static List<UntradedRow> unpriced(Allocation before) {
    List<UntradedRow> rows = new ArrayList<>();
    for (Position position : before.valuation().held()) {
      if (position.value().isEmpty()) {
        Asset asset = position.holding().asset();
        rows.add(
            new UntradedRow(
                asset.symbol(),
                position.holding().bucket().name(),
                position.holding().account(),
                null,
                Untraded.Reason.NO_PRICE.label(),
                Envelope.id(asset)));
      }
    }
    return rows;
  }

  private static List<MixRow> before(Allocation allocation) {
    List<MixRow> rows = new ArrayList<>();
    for (BucketShare share : allocation.shares()) {
      rows.add(
          new MixRow(
              share.bucket().name(),
              Envelope.money(share.value()),
              Envelope.percent(share.standing().map(Standing::weight)),
              Envelope.percent(share.standing().map(Standing::drift))));
    }
    return rows;
  }

  /** What every bucket is worth after the trades, in the order of those before them. */
  static Map<Bucket, BigDecimal> valuesAfter(RebalancePlan plan) {
    Map<Bucket, BigDecimal> values = new LinkedHashMap<>();
    plan.before().shares().forEach(share -> values.put(share.bucket(), BigDecimal.ZERO));
    values.putAll(plan.after());
    return values;
  }

  private static List<MixRow> after(RebalancePlan plan) {
    List<MixRow> rows = new ArrayList<>();
    valuesAfter(plan)
        .forEach(
            (bucket, value) -> {
              Optional<Fraction> weight = plan.weightAfter(bucket);
              Fraction target =
                  Fraction.of(plan.before().valuation().portfolio().target().of(bucket));
              rows.add(
                  new MixRow(
                      bucket.name(),
                      Envelope.money(value),
                      Envelope.percent(weight),
                      Envelope.percent(weight.map(w -> w.minus(target)))));
            });
    return rows;
  }

  /** Writes cents as money, and what is made of it. */
  private record Writer(int decimals) {
    static Writer of(Allocation allocation) {
      return new Writer(allocation.valuation().portfolio().currency().decimals());
    }

    BigDecimal money(long cents) {
      return ExactDecimal.normal(BigDecimal.valueOf(cents, decimals));
    }

    List<TransferRow> transfers(List<Transfer> transfers) {
      return transfers.stream()
          .map(t -> new TransferRow(t.from(), t.to(), money(t.cents())))
          .toList();
    }

    List<UntradedRow> untraded(List<Untraded> untraded) {
      List<UntradedRow> rows = new ArrayList<>();
      for (Untraded left : untraded) {
        rows.add(
            new UntradedRow(
                left.asset().map(Asset::symbol).orElse(null),
                left.bucket().name(),
                left.account(),
                money(left.cents()),
                left.reason().label(),
                left.asset().filter(Asset::isKnown).map(Asset::id).orElse(null)));
      }
      return rows;
    }

    List<AlternativeRow> alternatives(List<Alternative> alternatives) {
      List<AlternativeRow> rows = new ArrayList<>();
      for (Alternative way : alternatives) {
        Optional<RebalancePlan> plan = way.plan();
        rows.add(
            new AlternativeRow(
                way.name().label(),
                plan.map(p -> money(p.settings().cash())).orElse(null),
                way.instalments().orElse(null),
                plan.map(p -> money(p.turnover())).orElse(null),
                plan.map(p -> money(p.fees())).orElse(null),
                Envelope.money(plan.flatMap(RebalancePlan::tax)),
                Envelope.percent(plan.flatMap(RebalancePlan::totalDriftAfter)),
                plan.map(p -> p.trades().size()).orElse(null)));
      }
      return rows;
    }
  }
}
